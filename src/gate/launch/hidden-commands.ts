import { toFilePath } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { knownValue, textOf, toShellText } from "../shell/text-value.ts";
import { EXEC_NAMES } from "./exec-names.ts";
import { execTexts } from "./exec-options.ts";
import { runShellText } from "./wrapper-launch.ts";

/** Runs the commands that an option of a program holds (`rsync -e`, `vim -c '!…'`), beside what it does otherwise. */
export function runHiddenCommands(program: string, call: Call, scene: Scene): void {
  if (!EXEC_NAMES.has(program)) return;
  const { machine, state } = scene;
  const args = call.argv.slice(1).map(({ text }) => knownValue(text) ?? "");
  const file = program === "crontab" ? args.find((word) => /^[^-]/.test(word)) : undefined;
  const input =
    file === undefined ? state.stdin : machine.readFile(toFilePath(file, state.cwd), state);
  const variable = (name: string): string | undefined => {
    const own = state.variables.get(name);
    const exported = own?.kind === "scalar" && own.isExported ? own.text : undefined;
    const text = call.bound.get(name) ?? exported;
    return text === undefined ? undefined : knownValue(text);
  };
  const texts = execTexts({ program, args, input: toShellText(input ?? []), variable });
  for (const text of texts) runShellText(textOf(text), call, { ...scene, state: state.fork() });
}
