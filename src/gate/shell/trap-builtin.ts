import { blaming, ended, knownWords } from "./builtin.ts";
import type { Call, Scene } from "./machine.ts";
import type { ShellState } from "./shell-state.ts";
import { eitherFunction, isSameVariable, unknownOf } from "./shell-variable.ts";
import { knownValue } from "./text-value.ts";

/** A trap may run at any time: now, for all that is known, and at the end. */
export function setTrap(call: Call, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const [action, ...signals] = call.argv.slice(
    knownValue(call.argv[1]?.text ?? []) === "--" ? 2 : 1,
  );
  const known = action === undefined ? "" : knownValue(action.text);
  if (
    action === undefined ||
    signals.length === 0 ||
    known === "" ||
    known === "-" ||
    known?.startsWith("-")
  ) {
    return ended(state);
  }
  state.traps = [...state.traps, action.text];
  const isAtEnd = knownWords(signals).every((signal) => signal === "EXIT" || signal === "0");
  if (!isAtEnd) {
    for (const after of machine.runText(action.text, {
      ...blaming(call, scene),
      state: state.fork(),
    }))
      expect(after, scene);
  }
  return ended(state);
}

/** From here on, what a trap changes may be as it leaves it, whatever is assigned. */
function expect(after: ShellState, { state, machine }: Scene): void {
  if (after.cwd !== state.cwd) machine.loseDirectory();
  const either = state.mergeWith(after);
  state.adoptFiles(either);
  state.sinks = either.sinks;
  const changed: string[] = [];
  for (const [name, variable] of after.variables) {
    const before = state.variables.get(name);
    if (before !== undefined && isSameVariable(before, variable)) continue;
    const isExported = [before, variable].some(
      (side) => side?.kind === "scalar" && side.isExported,
    );
    state.setVariable(name, { kind: "scalar", text: unknownOf(before, variable), isExported });
    changed.push(name);
  }
  state.readonlyNames = new Set([...state.readonlyNames, ...changed]);
  for (const [name, definition] of after.functions)
    if (state.functions.get(name)?.body !== definition.body) {
      const either = eitherFunction(state.functions.get(name), definition)!;
      state.setFunction(name, { ...either, isReadonly: true });
    }
}
