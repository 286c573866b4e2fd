import type { InterruptSource } from "../suite/run-suite.ts";

/** Signals by which the runner cancels a step (SIGINT, 7.5 s later SIGTERM), and SIGHUP. */
type CancelSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

const CANCEL_SIGNALS: readonly CancelSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

// Listening starts when this file is evaluated, before the rest of the bundle: a cancellation in
// the first moments must find somebody who sets the outputs.
let pending: CancelSignal | undefined;
let listener: ((signal: CancelSignal) => void) | undefined;
for (const signal of CANCEL_SIGNALS) {
  process.on(signal, () => {
    if (listener === undefined) pending ??= signal;
    else listener(signal);
  });
}

/** Leads signals to a listener, one that already came included, until the returned function is called. */
function subscribe(next: (signal: CancelSignal) => void): () => void {
  const before = listener;
  listener = next;
  if (pending !== undefined) {
    const signal = pending;
    pending = undefined;
    queueMicrotask(() => listener?.(signal));
  }
  return () => {
    listener = before;
  };
}

/** The step's cancellation: the newest subscriber gets the signals. */
export const CANCELLATION: InterruptSource = { subscribe };
