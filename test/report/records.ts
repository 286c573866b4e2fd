import type { Difference } from "../../src/cassette/explain.ts";
import type { ExhaustedRecord, MissRecord, SessionTally } from "../../src/cassette/session.ts";
import { buildReport, type RunFacts } from "../../src/report/build-report.ts";
import type { RunReport } from "../../src/report/run-report.ts";

let count = 0;

/** A miss whose nearest recording differs as given. */
export function missOf(
  scope: string,
  changedSegments: readonly string[],
  differences: readonly Difference[],
): MissRecord {
  count += 1;
  return {
    id: `miss-${count}`,
    scope,
    lane: 0,
    key: "a".repeat(64),
    provider: "openai",
    method: "POST",
    endpoint: "POST /v1/chat/completions",
    model: "gpt-5-mini",
    callSite: null,
    request: { path: "/v1/chat/completions" },
    explanation: {
      found: "nowhere",
      foundAt: null,
      nearest: [
        { scope, position: 2, key: "b".repeat(64), isUsed: false, changedSegments, differences },
      ],
      normaliser: null,
      isScopeEmpty: false,
    },
    message: "replay miss: POST /v1/chat/completions",
  };
}

/** A request that was asked once too often. */
export function exhaustedOf(scope: string): ExhaustedRecord {
  return {
    scope,
    lane: 0,
    key: "c".repeat(64),
    provider: "openai",
    endpoint: "POST /v1/embeddings",
    model: null,
    recordedCount: 2,
    askedCount: 3,
    message: "recorded 2 times, asked 3 times",
  };
}

/** A report of a passing replay in which the given things happened. */
export function reportOf(
  tally: Partial<SessionTally> = {},
  facts: Partial<RunFacts> = {},
): RunReport {
  return buildReport(
    {
      mode: "replay",
      hits: 0,
      recorded: 0,
      misses: [],
      exhausted: [],
      unused: [],
      scopes: [],
      findings: [],
      ...tally,
    },
    {
      tapegate: "0.1.0",
      cassettes: "cassettes",
      startedAtMs: Date.UTC(2026, 0, 2),
      endedAtMs: Date.UTC(2026, 0, 2, 0, 1),
      suite: {
        command: ["pytest"],
        exitCode: 0,
        signal: null,
        durationMs: 1500,
        endedBy: "itself",
      },
      requests: 0,
      tokensSaved: { input: 0, output: 0 },
      findings: [],
      troubles: [],
      ...facts,
    },
  );
}
