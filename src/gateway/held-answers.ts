/** What is held of all answers that are being recorded, and who may hold more. */
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

interface Waiter {
  readonly byteCount: number;
  readonly answer: object;
  readonly go: () => void;
}

/**
 * Holds no more than so many bytes, and one answer beyond them: several large answers at once are read
 * one after the other, and one of them always goes on, so that none waits for ever.
 */
export function createHeldAnswers(bytesMax: number): HeldAnswers {
  let heldBytes = 0;
  let leader: object | undefined;
  const waiting: Waiter[] = [];
  const isAllowed = (answer: object, byteCount: number): boolean => {
    if (heldBytes + byteCount <= bytesMax || leader === answer) return true;
    if (leader !== undefined) return false;
    leader = answer;
    return true;
  };
  const wake = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (!isAllowed(next.answer, next.byteCount)) return;
      waiting.shift();
      next.go();
    }
  };
  return {
    open: () => {
      const answer = {};
      let ownBytes = 0;
      const hold = (byteCount: number): void => {
        ownBytes += byteCount;
        heldBytes += byteCount;
      };
      return {
        take: (byteCount, signal) => {
          if (signal?.aborted === true) return undefined;
          const isNext = waiting.length === 0 || leader === answer;
          if (isNext && isAllowed(answer, byteCount)) {
            hold(byteCount);
            return undefined;
          }
          return new Promise((resolve) => {
            const leave = (): void => {
              waiting.splice(waiting.indexOf(waiter), 1);
              resolve();
            };
            const go = (): void => {
              signal?.removeEventListener("abort", leave);
              hold(byteCount);
              resolve();
            };
            const waiter = { byteCount, answer, go };
            waiting.push(waiter);
            signal?.addEventListener("abort", leave, { once: true });
          });
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
