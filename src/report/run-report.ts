import type { ExhaustedRecord, MissRecord, ScopeTally, UnusedRecord } from "../cassette/session.ts";
import type { ChangedTexts } from "../cassette/explain.ts";
import type { SessionMode } from "../cassette/values.ts";

/** What a run did, as JSON: `--report json`, `GET /_tapegate/report`, the action's `report-path`. */
export interface RunReport {
  readonly format: "tapegate-report";
  readonly version: 1;
  readonly tapegate: string;
  readonly mode: SessionMode;
  /** Where the cassettes are, as the user named it. */
  readonly cassettes: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** UTC, ISO 8601; `null` while the run goes on. */
  readonly endedAt: string | null;
  readonly suite: SuiteResult | null;
  /** Requests that a recording answered; the same number as `counts.hits`. */
  readonly hits: number;
  readonly counts: RunCounts;
  readonly misses: readonly MissRecord[];
  readonly exhausted: readonly ExhaustedRecord[];
  readonly unused: readonly UnusedRecord[];
  /**
   * Scopes of cassettes that no test of a whole, passing replay opened: of tests that are gone, or that
   * were no part of the run. Absent where the run cannot tell: it recorded, failed, or ran a selection.
   */
  readonly unopened?: readonly string[];
  /** Causes of drift: misses that have one change in common. A miss with several changes is in several causes. */
  readonly causes: readonly DriftCause[];
  readonly scopes: readonly ScopeTally[];
  /** Recorded provider errors, self-check results, and whatever else a person should know. */
  readonly findings: readonly string[];
  /** What Tapegate itself could not do: a damaged cassette, a full disk. Each makes the run fail. */
  readonly troubles: readonly string[];
}

/** How often each thing happened. */
export interface RunCounts {
  readonly hits: number;
  readonly misses: number;
  readonly exhausted: number;
  readonly unused: number;
  readonly recorded: number;
  /** Requests that reached the gateway, whatever became of them. */
  readonly requests: number;
  /** Tokens that replayed answers report: what the run did not spend. */
  readonly tokensSaved: { readonly input: number; readonly output: number };
}

/** How the suite ended. */
export interface SuiteResult {
  readonly command: readonly string[];
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  /** `SIGTERM`; `null` where it ended by itself. */
  readonly signal: string | null;
  readonly durationMs: number;
  /** Why Tapegate ended it: the time ran out, or Tapegate was told to stop. */
  readonly endedBy: "itself" | "timeout" | "interrupt";
}

/** One change that explains one or more misses. */
export interface DriftCause {
  /** Stable within the run: `cause-1`. */
  readonly id: string;
  /** One line: `system prompt changed: 14 requests in 6 scopes`. */
  readonly title: string;
  /** Path and values of the difference that the misses share; `null` where there is no near recording. */
  readonly difference: {
    readonly path: string;
    readonly before?: unknown;
    readonly after?: unknown;
    /** What changed of it, where `before` and `after` cannot show all. */
    readonly changed?: ChangedTexts;
  } | null;
  readonly missIds: readonly string[];
  readonly scopes: readonly string[];
}
