import { joinFields } from "../shell/builtin.ts";
import { toFilePath } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownField, knownValue, textOf } from "../shell/text-value.ts";
import type { Text } from "../shell/text-value.ts";
import { runShellText } from "./wrapper-launch.ts";

/** What `cmd.exe` runs behind `/c`, as shell text: its paths have backslashes. */
export function launchCmd(call: Call, scene: Scene): readonly ShellState[] {
  const known = call.argv.map(({ text }) => knownValue(text));
  const at = known.findIndex((word) => word !== undefined && /^\/{1,2}[ckr]$/i.test(word));
  const fields = call.argv.slice(at + 1).map((field) => {
    const text = knownValue(field.text);
    return text === undefined ? field : knownField(text.replaceAll("\\", "/"));
  });
  const [first = "", ...rest] = at < 0 ? scene.state.stdin : joinFields(fields);
  const starter = /^\s*(?:call|start(?:\s+\/\w+)*)\s+/i;
  runText(typeof first === "string" ? [first.replace(starter, ""), ...rest] : [first, ...rest]);
  return [scene.state];

  function runText(text: Text): void {
    runShellText(text, call, { ...scene, state: scene.state.fork() });
  }
}

/** Options of PowerShell that take no value; any other one takes the next word. */
const FLAGS =
  /^(?:nop(?:r\w*)?|nol(?:\w*)?|noe(?:\w*)?|noni(?:\w*)?|non|mta|sta|l|login|i|interactive|h|help|\?|v|version)$/i;

/**
 * What PowerShell runs: the rest of the line behind `-Command`, a file, or standard input. Names of options are
 * shortened and written in any case. Its text is read as shell text, once its own ways to run a program are taken off.
 */
export function launchPowershell(call: Call, scene: Scene): readonly ShellState[] {
  const args = call.argv.slice(1);
  const run = (text: Text): readonly ShellState[] => {
    const known = knownValue(text);
    runShellText(known === undefined ? text : textOf(toShellText(known)), call, {
      ...scene,
      state: scene.state.fork(),
    });
    return [scene.state];
  };
  for (let index = 0; index < args.length; index++) {
    const known = knownValue(args[index]!.text);
    const name = /^(?:--?|\/)([a-z?]+)$/i.exec(known ?? "")?.[1];
    const rest = args.slice(index + 1);
    if (name !== undefined && /^c(?:o\w*)?$/i.test(name)) {
      const isInput = rest.length === 1 && knownValue(rest[0]!.text) === "-";
      return run(isInput ? scene.state.stdin : joinFields(rest));
    }
    if (known === "-") return run(scene.state.stdin);
    if (name === undefined || /^f(?:i\w*)?$/i.test(name)) {
      const [file] = name === undefined ? args.slice(index) : rest;
      const path = file === undefined ? undefined : knownValue(file.text);
      if (path !== undefined && /\.ps1$/i.test(path)) {
        const at = toFilePath(path.replaceAll("\\", "/"), scene.state.cwd);
        return run(scene.machine.readFile(at, scene.state) ?? []);
      }
      return run(joinFields(args.slice(index)));
    }
    if (!FLAGS.test(name)) index++;
  }
  return run(scene.state.stdin);
}

/** Shell text that starts what PowerShell text starts, as far as it starts programs by their names. */
function toShellText(text: string): string {
  return text
    .replaceAll(/(?<=^|[;|{(\n])\s*[&.]\s+/g, " ")
    .replaceAll(/\b(?:iex|Invoke-Expression)(?:\s+-Command)?\b/gi, "eval")
    .replaceAll(/\b(?:Set-Location|sl|chdir)\b/gi, "cd")
    .replaceAll(/\b(?:Start-Process|saps|start)\b[^;|\n]*/gi, (whole) =>
      whole
        .replace(/^[\w-]+/, "")
        .replaceAll(/\s-(?:FilePath|ArgumentList|Args|Wait|NoNewWindow|PassThru)\b/gi, " ")
        .replaceAll(/(["'])\s*,\s*(?=["'])/g, "$1 "),
    )
    .replaceAll(/\s&(?=\s*["'\w./])/g, " ");
}
