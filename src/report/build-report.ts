import type { SessionTally } from "../cassette/session.ts";
import { groupCauses } from "./causes.ts";
import type { RunReport, SuiteResult } from "./run-report.ts";

/** What a run knows beside its session's tally. */
export interface RunFacts {
  /** Version of this program. */
  readonly tapegate: string;
  readonly cassettes: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  /** Milliseconds since 1970; `null` while the run goes on. */
  readonly endedAtMs: number | null;
  readonly suite: SuiteResult | null;
  readonly requests: number;
  readonly tokensSaved: { readonly input: number; readonly output: number };
  /** Findings beside the session's own. */
  readonly findings: readonly string[];
  /** @default {the run cannot tell} */
  readonly unopened?: readonly string[];
  readonly troubles: readonly string[];
}

/** Puts a run's report together. */
export function buildReport(tally: SessionTally, facts: RunFacts): RunReport {
  return {
    format: "tapegate-report",
    version: 1,
    tapegate: facts.tapegate,
    mode: tally.mode,
    cassettes: facts.cassettes,
    startedAt: new Date(facts.startedAtMs).toISOString(),
    endedAt: facts.endedAtMs === null ? null : new Date(facts.endedAtMs).toISOString(),
    suite: facts.suite,
    hits: tally.hits,
    counts: {
      hits: tally.hits,
      misses: tally.misses.length,
      exhausted: tally.exhausted.length,
      unused: tally.unused.length,
      recorded: tally.recorded,
      requests: facts.requests,
      tokensSaved: facts.tokensSaved,
    },
    misses: tally.misses,
    exhausted: tally.exhausted,
    unused: tally.unused,
    ...(facts.unopened === undefined ? {} : { unopened: facts.unopened }),
    causes: groupCauses(tally.misses, tally.exhausted),
    scopes: tally.scopes,
    findings: [...tally.findings, ...facts.findings],
    troubles: facts.troubles,
  };
}
