import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownField, knownValue, textOf } from "../shell/text-value.ts";
import type { Field } from "../shell/text-value.ts";
import { words } from "../words.ts";
import { splitShlexWords } from "../pytest/shlex-words.ts";
import { runShellText } from "./wrapper-launch.ts";

const SCREEN_SHAPE = {
  valued: words("-c -e -h -p -s -S -t -T -x -r"),
  flags: words("-a -A -d -D -i -l -L -m -O -q -R -U -v"),
  last: words("-X"),
};

/** `screen` runs a command in a new window, or types into one (`-X stuff 'text\n'`). */
export function launchScreen(call: Call, scene: Scene): readonly ShellState[] {
  const { options, rest } = takeOptions(call.argv.slice(1), SCREEN_SHAPE);
  const [verb, ...args] = rest;
  const name = verb === undefined ? undefined : knownValue(verb.text);
  if (!options.some(({ name }) => name === "-X")) return runElsewhere(rest, call, scene);
  if (name === "stuff" || name === "eval") {
    for (const { text } of args) {
      const known = knownValue(text)?.replaceAll(/\\(?:n|r|01[25])|\^[MJ]/g, "\n");
      const script =
        known === undefined ? text : textOf(known.replace(/^(?:stuff|screen|exec) /, ""));
      runShellText(script, call, { ...scene, state: scene.state.fork() });
    }
  } else if (name === "screen" || name === "exec") return runElsewhere(args, call, scene);
  return [scene.state];
}

function runElsewhere(argv: readonly Field[], call: Call, scene: Scene): readonly ShellState[] {
  if (argv.length === 0) return [scene.state];
  const { approvalVariable } = scene.machine.policy;
  const bound = new Map([...call.bound].filter(([name]) => name !== approvalVariable));
  const own = { ...call, argv, bound, leadAt: undefined, isExternal: true };
  return scene.machine.runCall(own, scene.state);
}

const DEBUGGER_SHAPE = {
  valued: words(
    "-ex --eval-command -iex -x --command -ix -cd -d -s --symbols -e --exec -c --core -p --pid -o --one-line -O -k -f --file -a --arch",
  ),
  flags: words("--args -args -batch --batch -q -quiet -nx -b"),
  isSingleDash: true,
};

/** `gdb` and `lldb` run a program with the arguments of the line, of `-ex 'run …'`, or shell text (`shell …`). */
export function launchDebugger(call: Call, scene: Scene): readonly ShellState[] {
  const { options, rest } = takeOptions(call.argv.slice(1), DEBUGGER_SHAPE);
  const behind = takeOptions(rest.slice(1), DEBUGGER_SHAPE);
  const before = call.argv[call.argv.length - rest.length - 1];
  const isGiven =
    options.some(({ name }) => /^--?args$/.test(name)) ||
    behind.options.length === 0 ||
    knownValue(before?.text ?? []) === "--";
  for (const { value } of [...options, ...behind.options]) {
    const text = value === undefined ? undefined : knownValue(value.text);
    const [, args] = /^\s*(?:r|run|start|process launch --)(?:\s+(.*))?$/.exec(text ?? "") ?? [];
    const script = /^\s*(?:shell|!|make|platform shell)\s*(.*)$/.exec(text ?? "")?.[1];
    const state = scene.state.fork();
    if (script !== undefined) runShellText(textOf(script), call, { ...scene, state });
    const words = (splitShlexWords(args ?? "") ?? []).map((word) => knownField(word));
    if (words.length > 0) runElsewhere([...rest.slice(0, 1), ...words], call, { ...scene, state });
  }
  if (rest.length === 0) return [scene.state];
  const isDashed = knownValue(rest[1]?.text ?? []) === "--";
  const argv = isDashed ? [rest[0]!, ...rest.slice(2)] : rest;
  return isGiven || isDashed ? runElsewhere(argv, call, scene) : [scene.state];
}
