import type { RequestKey } from "./values.ts";

/** One place among the identical requests of a lane. */
export interface Slot {
  /** From 0 in its lane and key. */
  readonly ordinal: number;
  /** Order of issue in the scope; a place that was given back keeps the one it was first issued with. */
  readonly sequence: number;
}

/** Counts requests by key and lane at the moment they are issued. */
export interface Reservations {
  /** Takes the lowest free place. */
  reserve(lane: number, key: RequestKey): Slot;
  /** Gives a place back to the next identical request. */
  release(lane: number, key: RequestKey, slot: Slot): void;
}

/** Reservations in which nothing is taken yet. */
export function createReservations(): Reservations {
  const lanes = new Map<number, Map<RequestKey, { next: number; free: Slot[] }>>();
  let sequence = 0;
  const entryOf = (lane: number, key: RequestKey): { next: number; free: Slot[] } => {
    let taken = lanes.get(lane);
    if (taken === undefined) lanes.set(lane, (taken = new Map()));
    const known = taken.get(key);
    if (known !== undefined) return known;
    const entry = { next: 0, free: [] };
    taken.set(key, entry);
    return entry;
  };
  return {
    reserve: (lane, key) => {
      const entry = entryOf(lane, key);
      return entry.free.shift() ?? { ordinal: entry.next++, sequence: sequence++ };
    },
    release: (lane, key, slot) => {
      const { free } = entryOf(lane, key);
      free.push(slot);
      free.sort((one, other) => one.ordinal - other.ordinal);
    },
  };
}
