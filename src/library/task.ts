/** What the plug-in of a running suite offers to code that does not know it. */
interface Tasks {
  readonly run: <T>(work: () => T) => T;
}

/** The same symbol in the plug-in; a symbol, because modules may be loaded twice and in several realms. */
const TASKS = Symbol.for("tapegate.tasks");

/**
 * Runs work as a task of the running test: its requests to the gateway get a lane of their own, so that
 * tasks may interleave as they like where their first requests come in the same order. Without a gateway it
 * runs the work, and does no more.
 */
export function task<T>(work: () => T): T {
  const tasks = (globalThis as { readonly [TASKS]?: Tasks })[TASKS];
  return tasks === undefined ? work() : tasks.run(work);
}

/** A function whose every call is a task: `Promise.all(questions.map(lane(ask)))`. */
export function lane<A extends unknown[], T>(work: (...args: A) => T): (...args: A) => T {
  return (...args) => task(() => work(...args));
}
