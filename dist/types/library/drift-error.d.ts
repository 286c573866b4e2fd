import type { SessionTally } from "../cassette/session.ts";
/** Requests were made that the cassettes do not answer, or, where asked, recordings were left over. */
export declare class DriftError extends Error {
    readonly name = "DriftError";
    readonly code = "CASSETTES_DRIFT";
    readonly tally: SessionTally;
    constructor(message: string, tally: SessionTally);
}
/** What was drift in a run; `undefined` where nothing was. */
export declare function describeDrift(tally: SessionTally, refused: readonly string[], unused: "fail" | "ignore"): string | undefined;
