import { STATES_MAX } from "../limits.ts";
import type { ShellState } from "./shell-state.ts";
import { isSameText, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** The states without those that say the same; merged where there are too many to follow. */
export function settle(states: readonly ShellState[]): readonly ShellState[] {
  if (states.length < 2) return states;
  const distinct: ShellState[] = [];
  for (const state of states) {
    if (!distinct.some((other) => other.isSame(state))) distinct.push(state);
  }
  return distinct.length > STATES_MAX ? mergeAll(distinct) : distinct;
}

/** One state for each way the flow goes on. */
export function mergeAll(states: readonly ShellState[]): readonly ShellState[] {
  const byFlow = new Map<string, ShellState>();
  for (const state of states) {
    const way = `${state.flow} ${state.levels}`;
    const other = byFlow.get(way);
    byFlow.set(way, other === undefined ? state : other.mergeWith(state));
  }
  return [...byFlow.values()];
}

/** The outputs without repetitions; one unknown where there are more than `max`. */
export function distinctTexts(texts: readonly Text[], max: number): readonly Text[] {
  const distinct: Text[] = [];
  for (const text of texts) {
    if (!distinct.some((other) => isSameText(other, text))) distinct.push(text);
  }
  return distinct.length > max ? [unknownFrom(...distinct)] : distinct;
}
