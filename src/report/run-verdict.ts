import type { RunReport, SuiteResult } from "./run-report.ts";

/** What a finding of a kind does to the run. */
export type Severity = "fail" | "warn" | "ignore";

/** How the user wants findings judged. */
export interface VerdictPolicy {
  /** Requests without a recording. @default {"fail"} */
  readonly onDrift: Severity;
  /** Recordings that a passing, complete run never asked for. @default {"warn"} */
  readonly onUnused: Severity;
  /** The run was the whole suite: cassettes that no test of it opened are unused too. @default {false} */
  readonly isWholeSuite?: boolean;
}

/** How a run ended; the action's `outcome`. Trouble of ours outranks the suite, the suite outranks drift. */
export type RunOutcome = "clean" | "drift" | "suite-failed" | "error";

/**
 * Judges a run. A suite that failed keeps its own result whatever drifted; drift below `fail` and
 * unused recordings below `fail` leave a run clean.
 */
export function decideOutcome(report: RunReport, policy: VerdictPolicy): RunOutcome {
  const { suite } = report;
  if (suite !== null && isFailed(suite)) return "suite-failed";
  if (report.troubles.length > 0) return "error";
  if (hasDrift(report) && policy.onDrift === "fail") return "drift";
  const unusedCount = report.unused.length + unopenedCount(report, policy);
  if (countsUnused(report) && unusedCount > 0 && policy.onUnused === "fail") return "drift";
  return "clean";
}

/**
 * A suite that was told to stop has not passed, even where it says so: it did not come to its end.
 * One that took too long is trouble, which says more.
 */
function isFailed({ endedBy, exitCode }: SuiteResult): boolean {
  return endedBy === "interrupt" || (endedBy === "itself" && exitCode !== 0);
}

/** Whether any request found no recording. */
export function hasDrift(report: RunReport): boolean {
  return report.misses.length + report.exhausted.length > 0;
}

/** Cassettes that no test opened, where that says that they are unused. */
function unopenedCount({ unopened }: RunReport, policy: VerdictPolicy): number {
  return policy.isWholeSuite === true ? (unopened?.length ?? 0) : 0;
}

/** Unused recordings mean something only after a whole replay: a failed suite stops early, as does one that is stopped. */
export function countsUnused({ mode, suite }: RunReport): boolean {
  if (mode !== "replay") return false;
  return suite === null || (suite.exitCode === 0 && suite.endedBy === "itself");
}
