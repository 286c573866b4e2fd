import type { Text } from "./text-value.ts";

/** Picks one of the outputs that a command's substitutions may have, combination by combination. */
export interface Tape {
  readonly picks: number[];
  readonly counts: number[];
  position: number;
  readonly outputs: Map<object, readonly Text[]>;
}

/** Goes on to the next combination; false behind the last one. */
export function advance(tape: Tape): boolean {
  for (let at = tape.position - 1; at >= 0; at--) {
    if (tape.picks[at]! + 1 < tape.counts[at]!) {
      tape.picks[at]!++;
      tape.picks.length = at + 1;
      return true;
    }
  }
  return false;
}
