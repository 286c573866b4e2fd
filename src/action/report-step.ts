import * as core from "@actions/core";
import type { SuiteRun } from "../suite/run-suite.ts";
import type { RunReport } from "../report/run-report.ts";
import { countsUnused, decideOutcome, hasDrift, type RunOutcome } from "../report/run-verdict.ts";
import { counted, oneLine } from "../report/text.ts";
import type { Restored } from "./cache/restore-cassettes.ts";
import type { Saved } from "./cache/save-cassettes.ts";
import type { ActionOutputs } from "./outputs.ts";
import { escapeMarkdown } from "../report/escape-markdown.ts";
import type { Place } from "../report/placement/place-cause.ts";
import { placeCauses, type PlacedCauses } from "./place-causes.ts";
import type { Prepared } from "./prepare.ts";
import { publishAnnotations, toAnnotation } from "./report/annotations.ts";
import { noCassettes } from "./report/no-cassettes.ts";
import { recordCommand } from "./report/record-command.ts";
import { mergeStepSummary, writeReports } from "./write-reports.ts";
import { say } from "./say.ts";

/** What the steps before came to. */
export interface Finished {
  readonly suite: SuiteRun;
  readonly restored: Restored;
  readonly saved: Saved;
  readonly suiteSummaryPath: string;
  /** There were no cassettes before the suite ran, neither committed nor restored. */
  readonly isLibraryEmpty: boolean;
}

/** Explains, places, publishes and judges a run; sets the step's result. */
export async function reportStep(prepared: Prepared, finished: Finished): Promise<ActionOutputs> {
  const { inputs } = prepared;
  const { report } = finished.suite;
  const outcome = judge(prepared, finished);
  const isWithout = finished.isLibraryEmpty && report.mode === "replay" && hasDrift(report);
  const { places, notes, unused } = isWithout
    ? { places: new Map<string, Place>(), notes: [], unused: undefined }
    : await explain(prepared, finished);
  const { quota } = prepared;
  const without = isWithout
    ? noCassettes(
        inputs,
        prepared.mounts.filter(({ name }) =>
          report.misses.some(({ provider }) => provider === name),
        ),
      )
    : undefined;
  if (without !== undefined) {
    quota.annotate("warning", without.message, { title: without.title });
  }
  for (const note of notes) quota.annotate("notice", note, { title: "Tapegate" });
  const paths = writeReports(
    isWithout ? { ...report, causes: [] } : report,
    {
      outcome,
      isLibraryEmpty: isWithout,
      places: new Map(
        [...places].map(([id, { path, line, rule }]) => [id, `${path}:${line} (${rule})`]),
      ),
      recordCommand: recordCommand(inputs),
      cacheLine: cacheLine(finished),
      notes: [
        ...[unused, ...notes].flatMap((text) => (text === undefined ? [] : [escapeMarkdown(text)])),
        ...(without === undefined ? [] : [without.markdown]),
      ],
    },
    { temporary: prepared.place.temporary, root: prepared.root },
  );
  const leftOut = mergeStepSummary(
    prepared.environment["GITHUB_STEP_SUMMARY"],
    isSummaryWanted(inputs.summary, outcome, finished) ? paths.markdown : "",
    finished.suiteSummaryPath,
  );
  if (leftOut !== undefined) quota.annotate("notice", leftOut, { title: "Tapegate" });
  const done = paths.trouble === undefined ? finished : withTrouble(finished, paths.trouble);
  const ended = judge(prepared, done);
  conclude(ended, done, prepared);
  return {
    outcome: ended,
    "suite-exit-code": String(finished.suite.suiteStatus),
    hits: report.counts.hits,
    misses: report.counts.misses,
    exhausted: report.counts.exhausted,
    unused: report.counts.unused,
    "cache-hit": finished.restored.matchedKey !== undefined,
    "cache-matched-key": finished.restored.matchedKey ?? "",
    "cache-saved": finished.saved.isSaved,
    "report-path": paths.report,
    "summary-path": paths.summary,
  };
}

function withTrouble(finished: Finished, trouble: string): Finished {
  const { suite } = finished;
  const report = { ...suite.report, troubles: [...suite.report.troubles, trouble] };
  return { ...finished, suite: { ...suite, report } };
}

function judge({ inputs }: Prepared, { suite, restored }: Finished): RunOutcome {
  const outcome = decideOutcome(suite.report, {
    onDrift: inputs["on-drift"],
    onUnused: inputs["on-unused"],
  });
  // A refused document is trouble of ours, but the suite's own result is never masked.
  return outcome !== "suite-failed" && restored.setAside.length > 0 ? "error" : outcome;
}

interface Explained {
  readonly places: PlacedCauses["places"];
  /** What stood in the way. */
  readonly notes: readonly string[];
  /** What the suite did not ask for, where the user wants to know. */
  readonly unused: string | undefined;
}

/** Places the causes and publishes their annotations; the notes say what stood in the way. */
async function explain(prepared: Prepared, { suite }: Finished): Promise<Explained> {
  const { inputs } = prepared;
  const { report } = suite;
  const unused = inputs["on-unused"] === "ignore" ? undefined : describeUnused(report);
  if (unused !== undefined) {
    prepared.quota.annotate("warning", unused, { title: "Unused recordings" });
  }
  // A cancelled job has seconds left: nobody is asked any more.
  const api = suite.interrupt === null ? prepared.api : undefined;
  const { places, note } =
    suite.interrupt === null
      ? await placeCauses(report, { ...prepared, workspace: prepared.place.workspace })
      : { places: new Map<string, Place>(), note: undefined };
  const notes = note === undefined ? [] : [note];
  if (inputs.annotations === "off" || inputs["on-drift"] === "ignore") {
    return { places, notes, unused };
  }
  const misses = new Map(report.misses.map((miss) => [miss.id, miss]));
  const context = { misses, recordCommand: recordCommand(inputs) };
  const unshown = await publishAnnotations(
    report.causes.map((cause) => toAnnotation(cause, places.get(cause.id), context)),
    {
      level: inputs.annotations === "notice" ? "notice" : "warning",
      checkRunId: inputs["check-run-id"] === "" ? undefined : Number(inputs["check-run-id"]),
      api,
      quota: prepared.quota,
    },
  );
  return { places, notes: unshown === undefined ? notes : [...notes, unshown], unused };
}

const UNUSED_SHOWN_MAX = 5;
const REFUSED_SHOWN_MAX = 5;

/** What the suite did not ask for, in a sentence; `undefined` where that says nothing or there is none. */
function describeUnused(report: RunReport): string | undefined {
  const { unused } = report;
  if (unused.length === 0 || !countsUnused(report)) return undefined;
  const shown = unused
    .slice(0, UNUSED_SHOWN_MAX)
    .map(
      ({ scope, endpoint, model }) =>
        `${endpoint}${model === null ? "" : ` (${model})`} in ${scope}`,
    );
  const rest = unused.length - shown.length;
  return oneLine(
    `${counted(unused.length, "recording")} that no request asked for: ${shown.join("; ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  );
}

function cacheLine({ restored, saved }: Finished): string {
  const read =
    restored.matchedKey === undefined
      ? "Cache: nothing restored"
      : `Cache: ${counted(restored.installedCount, "cassette")} restored from ${restored.matchedKey}`;
  return `${read}; ${saved.isSaved ? `saved as ${saved.key}` : `not saved: ${saved.why}`}`;
}

function isSummaryWanted(
  wanted: "auto" | "always" | "off",
  outcome: RunOutcome,
  { suite, isLibraryEmpty }: Finished,
): boolean {
  if (wanted !== "auto") return wanted === "always";
  return outcome === "drift" || outcome === "error" || isLibraryEmpty || hasDrift(suite.report);
}

/** The step's last word; a red suite stays red in its own name. */
function conclude(outcome: RunOutcome, finished: Finished, { inputs }: Prepared): void {
  const { suite, restored } = finished;
  const { report, suiteStatus } = suite;
  const drift = report.counts.misses + report.counts.exhausted;
  switch (outcome) {
    case "clean":
      say(
        drift > 0
          ? `The suite passed; ${counted(drift, "request")} had no recording (on-drift: ${inputs["on-drift"]})`
          : `The suite passed; ${counted(report.counts.hits, "request")} replayed, ${report.counts.recorded} recorded`,
      );
      return;
    case "drift":
      core.setFailed(
        drift > 0
          ? `${finished.isLibraryEmpty ? "There are no cassettes yet" : "Cassettes and code have drifted apart"}: ${counted(drift, "request")} had no recording. The suite itself passed`
          : `${counted(report.counts.unused, "recording")} went unused (on-unused: fail). The suite itself passed`,
      );
      return;
    case "suite-failed":
      core.setFailed(
        `The suite failed with ${suite.interrupt === null ? `exit status ${suiteStatus}` : suite.interrupt}${drift > 0 ? `, and ${counted(drift, "request")} had no recording` : ""}`,
      );
      return;
    case "error": {
      const troubles = [
        ...report.troubles,
        ...restored.setAside
          .slice(0, REFUSED_SHOWN_MAX)
          .map(({ path }) => `the restored cassette ${path} was refused`),
        ...(restored.setAside.length > REFUSED_SHOWN_MAX
          ? [`and ${restored.setAside.length - REFUSED_SHOWN_MAX} more`]
          : []),
      ];
      core.setFailed(`Tapegate could not do its work: ${troubles.map(oneLine).join("; ")}`);
    }
  }
}
