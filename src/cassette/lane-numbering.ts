import type { LaneContext } from "./ports.ts";

/** Numbers the lanes of one scope in the order of their first requests. */
export interface LaneNumbering {
  /** The lane of the running work: 0 outside any task. */
  current(): number;
  /** Notes a lane that a caller numbered itself, so that no task gets the same. */
  take(lane: number): number;
}

/** The numbering of a scope that no request was issued in. */
export function createLaneNumbering(lanes: LaneContext | undefined): LaneNumbering {
  const numbers = new WeakMap<object, number>();
  let next = 1;
  return {
    current: () => {
      const token = lanes?.current();
      if (token === undefined) return 0;
      const known = numbers.get(token);
      if (known !== undefined) return known;
      numbers.set(token, next);
      return next++;
    },
    take: (lane) => {
      next = Math.max(next, lane + 1);
      return lane;
    },
  };
}
