import { describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/run-report.ts";
import type { RunOutcome } from "../../src/report/run-verdict.ts";
import { verdictLine } from "../../src/report/verdict-line.ts";
import { missOf, reportOf } from "./records.ts";

const UNUSED = { scope: "a", lane: 0, key: "d".repeat(64), endpoint: "POST /v1/x", model: null };
const SUITE = {
  command: ["x"],
  exitCode: 0,
  signal: null,
  durationMs: 1,
  endedBy: "itself" as const,
};
const missed = reportOf({ misses: [missOf("a", ["system"], [])] }, { requests: 1 });
const asked = reportOf({ hits: 2 }, { requests: 2 });

describe("a run in one line", () => {
  check("nothing asked", reportOf({}, { requests: 0 }), "clean", "No request reached the gateway");
  check("all replayed", asked, "clean", "Every request was answered from a recording");
  check(
    "recorded",
    reportOf({ mode: "auto", hits: 2, recorded: 1 }, { requests: 3 }),
    "clean",
    "1 request recorded, 2 replayed",
  );
  check("drift", missed, "drift", "Cassettes and code have drifted apart");
  check("drift let pass", missed, "clean", "The suite passed, 1 request had no recording");
  check("a red suite", asked, "suite-failed", "The suite failed");
  check(
    "a suite that was stopped",
    reportOf({ hits: 2 }, { requests: 2, suite: { ...SUITE, endedBy: "interrupt" } }),
    "suite-failed",
    "The suite was stopped before its end",
  );
  check(
    "a red suite and trouble of ours",
    reportOf({}, { suite: { ...SUITE, exitCode: 1 }, troubles: ["disk full"] }),
    "suite-failed",
    "The suite failed. Tapegate had trouble besides",
  );
  check(
    "a red suite with drift",
    missed,
    "suite-failed",
    "The suite failed, and 1 request had no recording",
  );
  check("unused that fail", reportOf({ unused: [UNUSED] }), "drift", "1 recording went unused");
  check("trouble", missed, "error", "Tapegate could not do its work");

  test("a library without cassettes has not drifted", () => {
    const text = "No cassettes yet: 1 request had no recording";
    expect(verdictLine(missed, "drift", true)).toMatchObject({ tone: "warn", text });
    expect(verdictLine(missed, "clean", true)).toMatchObject({ tone: "warn", text });
    expect(verdictLine(asked, "clean", true).tone).toBe("good");
  });
});

function check(name: string, report: RunReport, outcome: RunOutcome, text: string): void {
  test(name, () => {
    expect(verdictLine(report, outcome, false).text).toBe(text);
  });
}
