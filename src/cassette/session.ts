import type { CassetteReplayExhaustedError, CassetteReplayMissError } from "./errors.ts";
import type { MissExplanation } from "./explain.ts";
import type { FrameIdentity, FrameMismatch } from "./websocket-frame.ts";
import type { CassetteRequest, Outcome, RequestKey, SessionMode } from "./values.ts";

/** One run over a cassette library, in one mode. */
export interface Session {
  readonly mode: SessionMode;
  /**
   * Issues a request: computes its key and reserves its place `(scope, key, lane, n)` at once,
   * before anything is awaited, so that concurrent identical requests keep their order.
   *
   * @throws {CassetteFormatError} {CassetteIntegrityError} where the scope's document is unusable.
   */
  issue(request: CassetteRequest, place?: IssuePlace): IssuedRequest;
  /** Runs work as a task: its requests get a lane of their own, numbered at its first request. */
  task<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Ends a scope's recording: writes its document, or drops what was recorded (`keep: false`, a
   * failed test) and leaves the earlier document. With `worker`, only that worker's part of it. With
   * `again`, only an attempt has ended: what it asked and no later one asks is kept with the last.
   */
  closeScope(scope: string, options?: ScopeEnd): void;
  /** Writes every open scope's document. The session stays usable. */
  flush(): void;
  /**
   * Flushes and gives every lock back; may be called twice. `isPassed: false`: what was recorded
   * replaces only answers to the same requests, since the work may have stopped half-way. Work that
   * awaited a verdict (`IssuePlace.awaitsVerdict`) and got none is treated as a failed test's.
   */
  close(options?: { readonly isPassed?: boolean }): void;
  /** What happened so far. */
  tally(): SessionTally;
}

/** How the work of a scope ended. */
export interface ScopeEnd {
  /** @default {true} */
  readonly keep?: boolean;
  /** @default {every worker} */
  readonly worker?: string;
  /** Whether the same work begins once more. @default {false} */
  readonly again?: boolean;
}

/** Where a request is issued. */
export interface IssuePlace {
  /** @default {"default"} */
  readonly scope?: string;
  /** Lane by number; where absent, the lane of the running task, else 0. */
  readonly lane?: number;
  /**
   * Whether chance may have a say in the lane, as where tasks are numbered that start in any order: what this
   * lane does not hold, the next recording of the same request in another lane answers.
   *
   * @default {false}
   */
  readonly isLaneAssumed?: boolean;
  /**
   * Which of several processes asks that do the same work at once, such as the setup of a shared
   * fixture in each worker of a test runner. Each is answered from the first recording on, and one
   * of them is recorded.
   *
   * @default {""}
   */
  readonly worker?: string;
  /**
   * Whether somebody will say how this work ended. Where that word never comes, the work was cut off.
   *
   * @default {false}
   */
  readonly awaitsVerdict?: boolean;
}

/** A request with its place reserved. Exactly one of `record`, `consume`, `mismatch` and `release` ends it. */
export interface IssuedRequest {
  readonly request: CassetteRequest;
  readonly key: RequestKey;
  readonly scope: string;
  readonly lane: number;
  /** Which of the identical requests of this lane it is, from 0. */
  readonly ordinal: number;
  /** What the cassette answers. Same answer however often it is asked. */
  readonly lookup: Lookup;
  /**
   * Stores what the provider did: on return it survives a kill of this process.
   *
   * @throws {CassetteError} `CASSETTE_SECRET` where the outcome holds a known secret, `CASSETTE_STORE` where it cannot be written.
   */
  record(outcome: Outcome): void;
  /** The replayed answer has been delivered: its recording is used up. */
  consume(): void;
  /**
   * The client of a replayed WebSocket session sent another frame than was recorded: counts as a
   * miss, explained by the difference of the two, and ends the request.
   */
  mismatch(difference: FrameMismatch): FrameMiss;
  /** The digest that two frames of a client share when they are the same, after the normalisers. */
  frameKey(frame: FrameIdentity): RequestKey;
  /** The answer never arrived: the place goes back to the next identical request. */
  release(): void;
}

/** What a cassette answers to an issued request. */
export type Lookup =
  | { readonly kind: "hit"; readonly interaction: RecordedAnswer }
  /** Nothing recorded and the mode allows it: ask the provider, then `record`. */
  | { readonly kind: "live" }
  | {
      readonly kind: "miss";
      readonly error: CassetteReplayMissError;
      readonly explanation: MissExplanation;
    }
  | {
      readonly kind: "exhausted";
      readonly error: CassetteReplayExhaustedError;
      readonly recordedCount: number;
    };

/** What of a recording answers a request; its readable copy is for people. */
export interface RecordedAnswer {
  /** Read when it is asked for; one of megabytes each time anew, so that nobody holds it who is done. */
  readonly outcome: Outcome;
  /** Characters that the recording takes in its document. */
  readonly length: number;
}

/** A frame that the cassette does not answer. */
export interface FrameMiss {
  /** One line. */
  readonly message: string;
  readonly explanation: MissExplanation;
}

/** What a session did, by scope. */
export interface SessionTally {
  readonly mode: SessionMode;
  readonly hits: number;
  readonly recorded: number;
  readonly misses: readonly MissRecord[];
  readonly exhausted: readonly ExhaustedRecord[];
  /** Recordings of scopes that were used and that no request asked for. */
  readonly unused: readonly UnusedRecord[];
  readonly scopes: readonly ScopeTally[];
  /** Requests that would not come back from what was just recorded, and other findings. */
  readonly findings: readonly string[];
}

/** A scope's part of the tally. */
export interface ScopeTally {
  readonly scope: string;
  readonly path: string;
  readonly hits: number;
  readonly misses: number;
  readonly recorded: number;
  readonly verdict: "hit" | "partial" | "miss" | "none" | "not kept";
}

/** One request that no recording answers. */
export interface MissRecord {
  /** Stable within the run: `miss-1`. */
  readonly id: string;
  readonly scope: string;
  readonly lane: number;
  readonly key: RequestKey;
  readonly provider: string;
  readonly method: string;
  readonly endpoint: string;
  readonly model: string | null;
  readonly callSite: string | null;
  /** Frames of the user's code that led to the call site, the nearest first; absent where no plug-in told them. */
  readonly callers?: readonly string[];
  /** Where the test that asked begins; absent where no plug-in told it. */
  readonly testSite?: string;
  /** The redacted readable copy of the request that missed. */
  readonly request: unknown;
  readonly explanation: MissExplanation;
  readonly message: string;
}

/** One request that was asked more often than recorded. */
export interface ExhaustedRecord {
  readonly scope: string;
  readonly lane: number;
  readonly key: RequestKey;
  readonly provider: string;
  readonly endpoint: string;
  readonly model: string | null;
  readonly recordedCount: number;
  readonly askedCount: number;
  readonly message: string;
}

/** A recording in its document as the run found it: where all of it fits, it is the same one. */
export interface StoredPlace {
  /** From 1. */
  readonly position: number;
  /** How many recordings the document holds. */
  readonly count: number;
  /** SHA-256 of its stored text, lower-case hex. */
  readonly digest: string;
}

/** One recording that no request of the run asked for. */
export interface UnusedRecord {
  readonly scope: string;
  readonly lane: number;
  readonly key: RequestKey;
  readonly endpoint: string;
  readonly model: string | null;
  /** Which recording it is, for those who delete it; absent in reports of earlier versions. */
  readonly stored?: StoredPlace;
}
