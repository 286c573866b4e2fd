import { knownWords } from "./builtin.ts";
import type { Builtin } from "./builtin.ts";
import type { Call, Scene } from "./machine.ts";
import type { Flow, ShellState } from "./shell-state.ts";

/** Builtins that end a loop, a function or the shell. */
export const FLOW_BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["exit", (call, scene) => exit(call, scene, isBuiltin(scene.state))],
  // Only a login shell has it.
  ["logout", (call, scene) => exit(call, scene, false)],
  ["return", returnBack],
  ["break", (call, { state }) => leaveLoops(call, state, "break")],
  ["continue", (call, { state }) => leaveLoops(call, state, "continue")],
]);

/** Whether the name of a builtin is certain to mean it. */
export function isBuiltin(state: ShellState): boolean {
  return !state.isUnsure && !state.isOpen;
}

/**
 * Bash drops the rest of the line where there are too many words, goes on where the word is an option, and ends
 * with any other: only without a word, or with one number, is the end certain.
 */
function isPlainCall({ argv }: Call): boolean {
  const [operand, ...more] = argv.slice(1);
  if (operand === undefined) return true;
  return more.length === 0 && /^\d+$/.test(knownWords([operand])[0] ?? "") && !operand.isSplit;
}

function exit(call: Call, { state, machine }: Scene, isCertain: boolean): readonly ShellState[] {
  const ended = stopped(state.fork(), "exit");
  if (isCertain && isPlainCall(call)) return [ended];
  machine.abandon(state);
  return [ended, state];
}

function returnBack(call: Call, { state, machine }: Scene): readonly ShellState[] {
  const ended = stopped(state.fork(), "return");
  if (isBuiltin(state) && state.isReturnable && isPlainCall(call)) return [ended];
  machine.abandon(state);
  // Bash goes on where there is nothing to return from, and other shells end.
  return [ended, state];
}

function leaveLoops(
  call: Call,
  state: ShellState,
  flow: "break" | "continue",
): readonly ShellState[] {
  const { loops, hasOuterLoops } = state;
  const [operand] = call.argv.slice(1);
  const count = operand === undefined ? 1 : Number(knownWords([operand])[0]);
  if (isBuiltin(state) && isPlainCall(call) && count > 0) {
    if (count <= loops) return [stopped(state, flow, count)];
    // Outside of any loop it does nothing.
    if (!hasOuterLoops) return loops === 0 ? [state] : [stopped(state, flow, loops)];
    return [state.fork(), stopped(state, flow, count)];
  }
  const most = Math.max(1, loops);
  const ways = Array.from({ length: Math.min(most, LEVELS_MAX) }, (_, index) => index + 1);
  return [
    ...ways.map((levels) => stopped(state.fork(), "break", levels)),
    stopped(state.fork(), "continue"),
    state,
  ];
}

/** Loops inside each other of which an uncertain `break` may leave any number. */
const LEVELS_MAX = 8;

function stopped(state: ShellState, flow: Flow, levels = 1): ShellState {
  state.flow = flow;
  state.levels = levels;
  return state;
}
