import { runPlainText } from "../shell/dialects.ts";
import { toAbsolute } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { knownValue, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { runSubshell } from "../shell/subshell.ts";
import { textOfValue, toFields } from "./python-value.ts";
import type { PythonArgument, PythonNames, PythonValue } from "./python-value.ts";

export interface Around {
  readonly call: Call;
  readonly scene: Scene;
}

export function positional(parameters: readonly PythonArgument[]): readonly PythonValue[] {
  return parameters.filter(({ name }) => name === undefined).map(({ value }) => value);
}

function named(parameters: readonly PythonArgument[], name: string): PythonValue | undefined {
  return parameters.find((argument) => argument.name === name)?.value;
}

export function runMain(
  parameters: readonly PythonArgument[],
  names: PythonNames,
  { call, scene }: Around,
): void {
  const value = positional(parameters)[0] ?? named(parameters, "args");
  const args = value === undefined ? names.argv.slice(1) : toFields(value);
  const isText = value?.kind === "other";
  const words = isText ? [{ text: unknownFrom([]), isSplit: true, at: undefined }] : args;
  scene.machine.judge(call, { args: words, programAt: undefined, isIndirect: true }, scene.state);
}

export function runModule(
  parameters: readonly PythonArgument[],
  names: PythonNames,
  { call, scene }: Around,
): void {
  const value = positional(parameters)[0] ?? named(parameters, "mod_name");
  const name = value?.kind === "text" ? knownValue(value.text) : undefined;
  if (
    name === undefined ||
    !/^(?:pytest|py\.test)(?:\.__main__)?$|(?:^|\/)pytest(?:\/__main__\.py)?$/.test(name)
  )
    return;
  scene.machine.judge(
    call,
    { args: names.argv.slice(1), programAt: undefined, isIndirect: true },
    scene.state,
  );
}

export function runProgram(
  parameters: readonly PythonArgument[],
  names: PythonNames,
  around: Around,
): void {
  const values = positional(parameters);
  const first = values[0] ?? named(parameters, "args");
  if (first === undefined) return;
  const isShell = parameters.some(({ name }) => name === "shell");
  const cwd = named(parameters, "cwd");
  const inside = cwd === undefined ? around : inDirectory(textOfValue(cwd), around);
  if (first.kind === "list") {
    // `shell=` may be anything: the first item is a script then, and a program otherwise.
    if (isShell) runText(first.items[0]?.text ?? [], inside);
    runWords(withExecutable(first.items, parameters), inside);
  } else if (values.length > 1 && values.slice(1).every(({ kind }) => kind === "text")) {
    runWords(
      values.flatMap((value) => toFields(value)),
      inside,
    );
  } else runText(fromOutside(textOfValue(first), names), inside);
}

/** `executable=` names the program, whatever its first argument is. */
function withExecutable(
  items: readonly Field[],
  parameters: readonly PythonArgument[],
): readonly Field[] {
  const executable = named(parameters, "executable");
  return executable === undefined ? items : [...toFields(executable), ...items.slice(1)];
}

/** A text of which nothing is known may be what the program finds outside. */
function fromOutside(text: Text, { outside }: PythonNames): Text {
  const isBlank = text.length === 1 && typeof text[0] !== "string" && text[0]?.mentions === false;
  return isBlank ? outside : text;
}

function inDirectory(text: Text, { call, scene }: Around): Around {
  const state = scene.state.fork();
  const known = knownValue(text);
  state.cwd = known === undefined ? undefined : toAbsolute(known, state.cwd);
  return { call, scene: { ...scene, state } };
}

export function runShell(
  parameters: readonly PythonArgument[],
  names: PythonNames,
  around: Around,
): void {
  const first = parameters[0]?.value;
  if (first !== undefined) runText(fromOutside(textOfValue(first), names), around);
}

/** `os.execvp(file, [argv0, …])`, `os.execlp(file, argv0, …)`, `os.spawnvp(mode, file, …)`. */
export function runOs(name: string, parameters: readonly PythonArgument[], around: Around): void {
  const values = positional(parameters).slice(name.startsWith("os.spawn") ? 1 : 0);
  const [file, ...rest] = values;
  if (file === undefined) return;
  const words = rest[0]?.kind === "list" ? rest[0].items : rest.flatMap((value) => toFields(value));
  runWords([...toFields(file), ...words.slice(1)], around);
}

export function runWords(argv: readonly Field[], { call, scene }: Around): void {
  const own: Call = { ...call, argv, leadAt: undefined, bound: new Map(), isExternal: true };
  scene.machine.runCall(own, scene.state.fork());
}

function runText(text: Text, { call, scene }: Around): void {
  runSubshell(scene, (state) => runPlainText(text, { ...scene, state }, call.source));
}
