import { ended } from "./builtin.ts";
import type { Builtin } from "./builtin.ts";
import { GONE, toAbsolute } from "./directory.ts";
import type { Call, Scene } from "./machine.ts";
import { parameterValue } from "./parameter-value.ts";
import type { ShellState } from "./shell-state.ts";
import { knownValue } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** Builtins that change the working directory. */
export const DIRECTORY_BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["cd", (call, scene) => changeDirectory(operandsOf(call.argv), scene)],
  ["chdir", (call, scene) => changeDirectory(operandsOf(call.argv), scene)],
  ["pushd", pushDirectory],
  ["popd", (call, scene) => popDirectory(call, scene.state)],
]);

/** The directory that a word names, and every way in which going there may end. */
function enterDirectory(target: Text | undefined, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const known = target === undefined ? undefined : knownValue(target);
  const path = known === undefined ? undefined : toAbsolute(known, state.cwd);
  const { files } = machine.context;
  const isThere = path !== undefined && files.kind(path) === "directory" && !mayBeGone(path, state);
  const moved = isThere ? state : state.fork();
  moved.previousCwd = state.cwd;
  moved.cwd = path;
  moved.status = "success";
  if (isThere) return [moved];
  // The directory may be made by the command itself, or be missing: both are followed.
  state.status = "failure";
  return known === "" ? ended(state) : [moved, state];
}

/** Whether the command itself may have removed a directory, or one above it. */
function mayBeGone(path: string, { files }: ShellState): boolean {
  for (const name of files.keys())
    if (name.endsWith(GONE) && `${path}/`.startsWith(`${name.slice(0, -GONE.length)}/`))
      return true;
  return false;
}

function changeDirectory(
  [operand, more]: readonly (Field | undefined)[],
  scene: Scene,
): readonly ShellState[] {
  const { state } = scene;
  // bash refuses a second operand; other shells take the first.
  if (more !== undefined) {
    const stayed = state.fork();
    return [...changeDirectory([operand], scene), ...ended(stayed, "failure")];
  }
  if (operand === undefined) return enterDirectory(parameterValue("HOME", state).texts[0], scene);
  if (knownValue(operand.text) === "-") {
    return enterDirectory(state.previousCwd === undefined ? undefined : [state.previousCwd], scene);
  }
  return enterDirectory(operand.isSplit ? undefined : operand.text, scene);
}

function pushDirectory(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const operand = operandOf(call.argv);
  const known = operand === undefined ? undefined : knownValue(operand.text);
  const { cwd } = state;
  if (isStaying(call)) {
    const isRotating = operand === undefined || (known !== undefined && ENTRY.test(known));
    const path = known === undefined ? undefined : toAbsolute(known, cwd);
    // What is rotated below the top is not told apart.
    state.directories = isRotating ? [undefined] : [path, ...state.directories];
    return ended(state);
  }
  if (operand === undefined || (known !== undefined && ENTRY.test(known))) {
    const [top, ...rest] = state.directories;
    state.cwd = operand === undefined ? top : undefined;
    state.directories = operand === undefined ? [cwd, ...rest] : [undefined];
    return ended(state);
  }
  const states = enterDirectory(operand.text, scene);
  for (const after of states) {
    if (after.status === "success") after.directories = [cwd, ...after.directories];
  }
  return states;
}

function popDirectory(call: Call, state: ShellState): readonly ShellState[] {
  if (state.directories.length === 0) return ended(state, "failure");
  const { directories } = state;
  const operand = operandOf(call.argv);
  const known = operand === undefined ? "+0" : (knownValue(operand.text) ?? "");
  const isUnknown = directories.includes(undefined);
  if (!ENTRY.test(known) || (isUnknown && operand !== undefined)) {
    // Any entry may be gone, the working directory among them.
    const stayed = state.fork();
    state.cwd = undefined;
    for (const each of [state, stayed]) each.directories = [undefined];
    return [...ended(state), ...ended(stayed)];
  }
  const count = Number(known.slice(1));
  const index = known.startsWith("+") ? count : directories.length - count;
  if (index < 0 || index > directories.length) return ended(state, "failure");
  const removed = isStaying(call) ? Math.max(index, 1) : index;
  if (removed > 0) {
    // Behind an unknown one there may be any number more.
    if (!isUnknown) state.directories = directories.filter((_, at) => at !== removed - 1);
    return ended(state);
  }
  const [top, ...rest] = directories;
  state.previousCwd = state.cwd;
  state.cwd = top;
  if (top !== undefined) state.directories = rest;
  return ended(state);
}

/** An entry of the list of directories, counted from its left or its right. */
const ENTRY = /^[+-]\d{1,9}$/;

/** `-n` changes the list alone. */
function isStaying({ argv }: Call): boolean {
  return argv.slice(1).some(({ text }) => knownValue(text) === "-n");
}

function operandOf(argv: readonly Field[]): Field | undefined {
  return operandsOf(argv)[0];
}

function operandsOf(argv: readonly Field[]): readonly Field[] {
  return argv.slice(1).filter(({ text }) => {
    const known = knownValue(text);
    return known === undefined || known === "-" || !/^-(?:-|[LPen@]+)$/.test(known);
  });
}
