import type { RunReport } from "../../report/run-report.ts";
import { selectingWord } from "../../report/selection.ts";

/** Why a report does not prove its unused recordings unused; `undefined` where it does. */
export function doubtOf(report: RunReport): string | undefined {
  const { mode, suite, misses, exhausted, troubles, unused } = report;
  if (mode !== "replay") return `it is of mode ${mode}, and only a replay tells what is unused`;
  if (suite === null) return "no suite stands behind it. Use one of: tapegate replay -- COMMAND";
  if (suite.endedBy !== "itself" || suite.signal !== null) {
    return "its suite was cut short. Run it again";
  }
  if (suite.exitCode !== 0) {
    return `its suite failed (exit status ${suite.exitCode}), so it may not have come to every request`;
  }
  const drift = misses.length + exhausted.length;
  if (drift > 0) return `${drift} of its requests found no recording. Record them first`;
  if (troubles.length > 0) return "Tapegate had trouble in its run. Mend that first";
  if (unused.some(({ stored }) => stored === undefined)) {
    return "an earlier version wrote it, without the places of what is unused. Run the suite again";
  }
  return undefined;
}

/** Says that a report's command ran a part of its suite; `undefined` where nothing looks so. */
export function selectionOf({ suite }: RunReport): string | undefined {
  const word = suite === null ? undefined : selectingWord(suite);
  if (word === undefined) return undefined;
  return `its suite looks like a selection ("${word}"). Run it whole, or say --whole-suite if this is all there is`;
}
