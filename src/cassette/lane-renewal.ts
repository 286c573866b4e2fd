/**
 * Which lanes of a scope left their recordings. A conversation goes on from its first changed turn: what
 * was recorded behind it answers requests that nobody makes any more.
 */
export interface LaneRenewal {
  /** Whether a request of this lane went live. */
  isStarted(lane: number): boolean;
  /** Whether the rest of this lane is recorded anew, whatever recordings it has. */
  isRenewed(lane: number): boolean;
  /** A request goes live. */
  start(request: LiveRequest): void;
  /** Its answer is stored. `position`: of the recording that it stands for, where there is one. */
  finish(request: LiveRequest, position: number | undefined): void;
  /** Whether a request that went live never got its answer: then nobody knows what the rest is worth. */
  isUnanswered(): boolean;
  /**
   * Positions of recordings that new ones replace: in a renewed lane all that were not delivered, unless
   * a live request of it never got its answer.
   */
  replaced(
    recordings: readonly { readonly lane: number }[],
    used: ReadonlySet<number>,
  ): ReadonlySet<number>;
}

/** A request by its place. */
export interface LiveRequest {
  readonly lane: number;
  readonly key: string;
  readonly ordinal: number;
}

/** A renewal that has not begun. `renewsLanes`: whether a lane of the scope is one line of somebody's work. */
export function createLaneRenewal(renewsLanes: boolean): LaneRenewal {
  /** By lane: requests that went live and have no answer yet, and how many have one. */
  const lanes = new Map<number, { readonly open: Set<string>; finishedCount: number }>();
  const overwritten = new Set<number>();
  return {
    isStarted: (lane) => lanes.has(lane),
    isRenewed: (lane) => renewsLanes && lanes.has(lane),
    start: ({ lane, key, ordinal }) => {
      const state = lanes.get(lane) ?? { open: new Set(), finishedCount: 0 };
      lanes.set(lane, state);
      state.open.add(`${ordinal} ${key}`);
    },
    finish: ({ lane, key, ordinal }, position) => {
      const state = lanes.get(lane);
      if (state === undefined) return;
      state.open.delete(`${ordinal} ${key}`);
      state.finishedCount++;
      if (position !== undefined) overwritten.add(position);
    },
    isUnanswered: () => [...lanes.values()].some(({ open }) => open.size > 0),
    replaced: (recordings, used) => {
      const positions = new Set(overwritten);
      if (!renewsLanes) return positions;
      for (const [position, { lane }] of recordings.entries()) {
        const state = lanes.get(lane);
        const isWhole = state !== undefined && state.finishedCount > 0 && state.open.size === 0;
        if (isWhole && !used.has(position)) positions.add(position);
      }
      return positions;
    },
  };
}
