import type { InterruptSource } from "../suite/run-suite.ts";

/** Signals by which the runner cancels a step (SIGINT, 7.5 s later SIGTERM), and SIGHUP. */
type CancelSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** The step's cancellation, as it comes and as a state. */
export interface Cancellation extends InterruptSource {
  /** Aborted by the first signal, whose name is the reason. */
  readonly signal: AbortSignal;
}

const CANCEL_SIGNALS: readonly CancelSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

// Listening starts when this file is evaluated, before the action itself is even read: a
// cancellation in the first moments must find somebody who sets the outputs.
let first: CancelSignal | undefined;
const controller = new AbortController();
const listeners = new Set<(signal: CancelSignal) => void>();
for (const signal of CANCEL_SIGNALS) {
  process.on(signal, () => {
    first ??= signal;
    controller.abort(signal);
    for (const listener of listeners) listener(signal);
  });
}

/** Leads signals to a listener, the one that already came included, until the returned function is called. */
function subscribe(listener: (signal: CancelSignal) => void): () => void {
  listeners.add(listener);
  const before = first;
  if (before !== undefined) queueMicrotask(() => listener(before));
  return () => {
    listeners.delete(listener);
  };
}

/** The step's cancellation. */
export const CANCELLATION: Cancellation = { subscribe, signal: controller.signal };
