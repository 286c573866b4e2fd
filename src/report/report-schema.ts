import { z } from "zod";
import type { JsonValue } from "../cassette/values.ts";
import type { RunReport } from "./run-report.ts";

const count = z.int().min(0);
const key = z.string().describe("SHA-256, lower-case hex, of what determines the answer");
const json = z.unknown() as z.ZodType<JsonValue>;
const difference = z.object({
  path: z.string().describe("JSON path, such as $.messages[0].content"),
  before: z.exactOptional(json).describe("recorded value; absent where the path is new"),
  after: z.exactOptional(json).describe("asked value; absent where the path is gone"),
  changed: z
    .exactOptional(z.object({ before: z.array(z.string()), after: z.array(z.string()) }))
    .describe("lines and sentences that changed, where before and after cannot show them all"),
});

/** Lists of ours are far shorter; one that is longer would keep whoever groups its items busy for hours. */
const DIFFERENCES_READ_MAX = 100;
const CALLERS_READ_MAX = 100;

const nearest = z.object({
  scope: z.string(),
  position: z.int().min(1).describe("position in its document, from 1"),
  key,
  isUsed: z.boolean(),
  changedSegments: z.array(z.string()),
  differences: z.array(difference).max(DIFFERENCES_READ_MAX),
});

const explanation = z.object({
  found: z.enum(["nowhere", "other-lane", "other-scope"]),
  foundAt: z.string().nullable(),
  nearest: z.array(nearest).max(3),
  normaliser: z.string().nullable(),
  isScopeEmpty: z.boolean(),
});

const miss = z.object({
  id: z.string().describe("stable within the run: miss-1"),
  scope: z.string(),
  lane: count,
  key,
  provider: z.string(),
  method: z.string(),
  endpoint: z.string(),
  model: z.string().nullable(),
  callSite: z.string().nullable(),
  callers: z
    .exactOptional(z.array(z.string()).max(CALLERS_READ_MAX))
    .describe("frames of the suite's code that led to the call site, the nearest first"),
  testSite: z.exactOptional(z.string()).describe("where the test that asked begins"),
  request: z.unknown().describe("redacted readable copy of the request"),
  explanation,
  message: z.string(),
});

const exhausted = z.object({
  scope: z.string(),
  lane: count,
  key,
  provider: z.string(),
  endpoint: z.string(),
  model: z.string().nullable(),
  recordedCount: count,
  askedCount: count,
  message: z.string(),
});

const unused = z.object({
  scope: z.string(),
  lane: count,
  key,
  endpoint: z.string(),
  model: z.string().nullable(),
  stored: z
    .exactOptional(
      z.object({
        position: z.int().min(1).describe("position in its document, from 1"),
        count: z.int().min(1).describe("how many recordings the document holds"),
        digest: z.string().describe("SHA-256 of the recording's stored text"),
      }),
    )
    .describe("by which prune knows the recording"),
});

const scope = z.object({
  scope: z.string(),
  path: z.string(),
  hits: count,
  misses: count,
  recorded: count,
  verdict: z.enum(["hit", "partial", "miss", "none", "not kept"]),
});

const suite = z.object({
  command: z.array(z.string()),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  durationMs: z.number().min(0),
  endedBy: z.enum(["itself", "timeout", "interrupt"]),
});

const cause = z.object({
  id: z.string().describe("stable within the run: cause-1"),
  title: z.string(),
  difference: difference.nullable(),
  missIds: z
    .array(z.string())
    .describe("requests that show this change; one with several changes is in several causes"),
  scopes: z.array(z.string()),
});

const tokens = z.object({ input: count, output: count });

/**
 * The report as a schema, for those who read reports from outside; published as JSON Schema in
 * `docs/report.schema.json`. Unknown members pass, so that a later 1.x may add some.
 */
export const REPORT_SCHEMA: z.ZodType<RunReport> = z
  .looseObject({
    format: z.literal("tapegate-report"),
    version: z.literal(1),
    tapegate: z.string(),
    mode: z.enum(["record", "replay", "auto"]),
    cassettes: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    suite: suite.nullable(),
    hits: count,
    counts: z.object({
      hits: count,
      misses: count,
      exhausted: count,
      unused: count,
      recorded: count,
      requests: count,
      tokensSaved: tokens,
    }),
    misses: z.array(miss),
    exhausted: z.array(exhausted),
    unused: z.array(unused),
    unopened: z
      .exactOptional(z.array(z.string()))
      .describe("scopes of cassettes that no test opened; absent where the run cannot tell"),
    causes: z.array(cause),
    scopes: z.array(scope),
    findings: z.array(z.string()),
    troubles: z.array(z.string()),
  })
  .meta({
    title: "Tapegate run report",
    description: "What a replayed or recorded run did.",
  });

/** The report's JSON Schema (draft 2020-12), as published. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(REPORT_SCHEMA, { target: "draft-2020-12" });
}
