import { describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/run-report.ts";
import {
  countsUnused,
  decideOutcome,
  type RunOutcome,
  type VerdictPolicy,
} from "../../src/report/run-verdict.ts";
import { exhaustedOf, missOf, reportOf } from "./records.ts";

const FAIL: VerdictPolicy = { onDrift: "fail", onUnused: "warn" };
const UNUSED = { scope: "a", lane: 0, key: "d".repeat(64), endpoint: "POST /v1/x", model: null };
const drifted = { misses: [missOf("a", ["system"], [])] };
const suite = {
  command: ["x"],
  exitCode: 0,
  signal: null,
  durationMs: 1,
  endedBy: "itself" as const,
};

describe("decideOutcome()", () => {
  check("a passing replay is clean", reportOf(), FAIL, "clean");
  check("a miss is drift", reportOf(drifted), FAIL, "drift");
  check("asking too often is drift", reportOf({ exhausted: [exhaustedOf("a")] }), FAIL, "drift");
  check("drift passes with warn", reportOf(drifted), { ...FAIL, onDrift: "warn" }, "clean");
  check("unused recordings pass by default", reportOf({ unused: [UNUSED] }), FAIL, "clean");
  check(
    "unused recordings fail where asked to",
    reportOf({ unused: [UNUSED] }),
    { ...FAIL, onUnused: "fail" },
    "drift",
  );
  check(
    "cassettes that no test opened may be another suite's",
    reportOf({}, { unopened: ["gone"] }),
    { ...FAIL, onUnused: "fail" },
    "clean",
  );
  check(
    "cassettes that no test of the whole suite opened are unused",
    reportOf({}, { unopened: ["gone"] }),
    { ...FAIL, onUnused: "fail", isWholeSuite: true },
    "drift",
  );
  check(
    "a failed suite stops early: what it left unused says nothing",
    reportOf({ unused: [UNUSED] }, { suite: { ...suite, exitCode: 1 } }),
    { ...FAIL, onUnused: "fail" },
    "suite-failed",
  );
  check(
    "a failed suite outranks drift",
    reportOf(drifted, { suite: { ...suite, exitCode: 1 } }),
    FAIL,
    "suite-failed",
  );
  check(
    "a suite that was stopped and says 0 has not passed",
    reportOf({}, { suite: { ...suite, endedBy: "interrupt" } }),
    FAIL,
    "suite-failed",
  );
  check(
    "what a stopped suite left unused says nothing",
    reportOf({ unused: [UNUSED] }, { suite: { ...suite, endedBy: "interrupt" } }),
    { ...FAIL, onUnused: "fail" },
    "suite-failed",
  );
  check(
    "a suite ended by a signal failed",
    reportOf({}, { suite: { ...suite, exitCode: null, signal: "SIGSEGV" } }),
    FAIL,
    "suite-failed",
  );
  check("trouble is never green", reportOf({}, { troubles: ["disk full"] }), FAIL, "error");
  check(
    "a suite that was ended for taking too long is trouble",
    reportOf(
      {},
      {
        troubles: ["too long"],
        suite: { ...suite, exitCode: null, signal: "SIGINT", endedBy: "timeout" },
      },
    ),
    FAIL,
    "error",
  );
});

test.each([
  ["itself", true],
  ["interrupt", false],
  ["timeout", false],
] as const)("countsUnused(): a suite ended by %s: %s", (endedBy, isCounted) => {
  expect(countsUnused(reportOf({}, { suite: { ...suite, endedBy } }))).toBe(isCounted);
});

function check(name: string, report: RunReport, policy: VerdictPolicy, outcome: RunOutcome): void {
  test(`decideOutcome(): ${name}`, () => {
    expect(decideOutcome(report, policy)).toBe(outcome);
  });
}
