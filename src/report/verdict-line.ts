import { hasDrift, type RunOutcome } from "./run-verdict.ts";
import type { RunReport } from "./run-report.ts";
import { counted, grouped } from "./text.ts";

/** A run in one line, as page and summary begin with it. */
export interface VerdictLine {
  /** `none`: nothing happened that could be judged. */
  readonly tone: "good" | "warn" | "bad" | "none";
  readonly sign: string;
  readonly text: string;
}

/** What a person wants to know first. `isLibraryEmpty`: there were no cassettes at all before the run. */
export function verdictLine(
  report: RunReport,
  outcome: RunOutcome,
  isLibraryEmpty: boolean,
): VerdictLine {
  const { counts } = report;
  const without = `${counted(counts.misses + counts.exhausted, "request")} had no recording`;
  switch (outcome) {
    case "error":
      return { tone: "bad", sign: "⛔", text: "Tapegate could not do its work" };
    case "suite-failed":
      return {
        tone: "bad",
        sign: "❌",
        text: `${failure(report)}${hasDrift(report) ? `, and ${without}` : ""}${report.troubles.length > 0 ? ". Tapegate had trouble besides" : ""}`,
      };
    case "drift":
      if (isLibraryEmpty) return warning(`No cassettes yet: ${without}`);
      return hasDrift(report)
        ? warning("Cassettes and code have drifted apart")
        : warning(unusedText(report));
    case "clean":
      if (isLibraryEmpty && hasDrift(report)) return warning(`No cassettes yet: ${without}`);
      if (counts.requests === 0) {
        return { tone: "none", sign: "⚪", text: "No request reached the gateway" };
      }
      if (hasDrift(report)) return warning(`The suite passed, ${without}`);
      return {
        tone: "good",
        sign: "✅",
        text:
          counts.recorded > 0
            ? `${counted(counts.recorded, "request")} recorded, ${grouped(counts.hits)} replayed`
            : "Every request was answered from a recording",
      };
  }
}

function failure({ suite }: RunReport): string {
  return suite?.endedBy === "interrupt"
    ? "The suite was stopped before its end"
    : "The suite failed";
}

function unusedText({ counts, unopened = [] }: RunReport): string {
  return counts.unused > 0
    ? `${counted(counts.unused, "recording")} went unused`
    : `${counted(unopened.length, "cassette")} went unopened`;
}

function warning(text: string): VerdictLine {
  return { tone: "warn", sign: "🔶", text };
}
