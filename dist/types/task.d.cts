/**
 * Runs work as a task of the running test: its requests to the gateway get a lane of their own, so that
 * tasks may interleave as they like where their first requests come in the same order. Without a gateway it
 * runs the work, and does no more.
 */
export declare function task<T>(work: () => T): T;
/** A function whose every call is a task: `Promise.all(questions.map(lane(ask)))`. */
export declare function lane<A extends unknown[], T>(work: (...args: A) => T): (...args: A) => T;
