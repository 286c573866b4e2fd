/** What is held of all answers that are recorded or replayed, and who may hold more. */
export interface HeldAnswers {
  open(): HeldAnswer;
}

/** One answer's part of it. */
export interface HeldAnswer {
  /**
   * Asks to hold so many bytes more. `undefined` where it may at once; else resolves when it may, or
   * when the signal says that nobody wants them any more.
   */
  take(byteCount: number, signal?: AbortSignal): Promise<void> | undefined;
  /** Holds nothing any more; may be called twice. */
  release(): void;
}

/** How much is held, and how long an answer waits at most. */
export interface HeldBounds {
  readonly bytesMax: number;
  /** An answer up to this size never waits: a stream of words is read as it is spoken. */
  readonly freeBytesMax: number;
  /**
   * A client may want an answer that waits before it reads those that do not. After so long, one
   * waits no longer.
   */
  readonly waitMsMax: number;
}

interface Waiter {
  readonly byteCount: number;
  readonly answer: object;
  readonly go: () => void;
}

/**
 * Holds no more than so many bytes, and one answer beyond them: several large answers at once are read
 * one after the other, and one of them always goes on.
 */
export function createHeldAnswers(bounds: HeldBounds): HeldAnswers {
  const { bytesMax, freeBytesMax, waitMsMax } = bounds;
  let heldBytes = 0;
  let leader: object | undefined;
  const waiting = new Set<Waiter>();
  const isAllowed = (answer: object, byteCount: number): boolean => {
    if (heldBytes + byteCount <= bytesMax || leader === answer) return true;
    if (leader !== undefined) return false;
    leader = answer;
    return true;
  };
  const wake = (): void => {
    for (const { answer, byteCount, go } of waiting) {
      if (!isAllowed(answer, byteCount)) return;
      go();
    }
  };
  return {
    open: () => {
      const answer = {};
      let ownBytes = 0;
      let isImpatient = false;
      const hold = (byteCount: number): undefined => {
        ownBytes += byteCount;
        heldBytes += byteCount;
      };
      const wait = (byteCount: number, signal: AbortSignal | undefined): Promise<void> =>
        new Promise((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", end);
            waiting.delete(waiter);
            resolve();
          };
          const go = (): void => {
            hold(byteCount);
            end();
          };
          const timer = setTimeout(() => {
            isImpatient = true;
            go();
          }, waitMsMax);
          const waiter: Waiter = { byteCount, answer, go };
          waiting.add(waiter);
          signal?.addEventListener("abort", end, { once: true });
        });
      return {
        take: (byteCount, signal) => {
          if (signal?.aborted === true) return undefined;
          const isNext = waiting.size === 0 || leader === answer;
          const isFree = isImpatient || ownBytes + byteCount <= freeBytesMax;
          if (isFree || (isNext && isAllowed(answer, byteCount))) return hold(byteCount);
          return wait(byteCount, signal);
        },
        release: () => {
          heldBytes -= ownBytes;
          ownBytes = 0;
          if (leader === answer) leader = undefined;
          wake();
        },
      };
    },
  };
}
