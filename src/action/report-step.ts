import type { SuiteRun } from "../suite/run-suite.ts";
import type { RunReport } from "../report/run-report.ts";
import { toMarkdownSummary, type SummaryFacts } from "../report/markdown-summary.ts";
import {
  countsUnused,
  decideOutcome,
  hasDrift,
  type RunOutcome,
  type VerdictPolicy,
} from "../report/run-verdict.ts";
import { counted, nameLine, oneLine } from "../report/text.ts";
import type { Restored } from "./cache/restore-cassettes.ts";
import type { Saved } from "./cache/save-cassettes.ts";
import type { ActionOutputs } from "./outputs.ts";
import { escapeMarkdown } from "../report/escape-markdown.ts";
import type { Place } from "../report/placement/place-cause.ts";
import { placeCauses, type PlacedCauses } from "./place-causes.ts";
import type { Prepared } from "./prepare.ts";
import { publishAnnotations, toAnnotation } from "./report/annotations.ts";
import { noCassettes } from "./report/no-cassettes.ts";
import { recordCommand, type ShardFacts } from "./report/record-command.ts";
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
  /** The shard whose command records again what drifted. @default {the report itself} */
  readonly shard?: ShardFacts;
}

/** Explains, places, publishes and judges a run; sets the step's result. */
export async function reportStep(prepared: Prepared, finished: Finished): Promise<ActionOutputs> {
  const told = withTroubles(finished, cacheTroubles(finished.restored));
  const { report } = told.suite;
  const isWithout = finished.isLibraryEmpty && report.mode === "replay" && hasDrift(report);
  const unshown = prepared.quota.unshown();
  const explained = isWithout ? explainAbsence(prepared, report) : await explain(prepared, told);
  const written = writeAll(prepared, told, {
    ...explained,
    isWithout,
    notes: [...unshown.map(escapeMarkdown), ...explained.notes],
  });
  conclude(written.outcome, written.finished, prepared);
  return {
    ...knownOutputs(prepared, written.finished),
    outcome: written.outcome,
    "cache-saved": finished.saved.isSaved,
    "report-path": written.report,
    "summary-path": written.summary,
  };
}

/** What is known as soon as the suite is over. */
export function knownOutputs(
  { inputs }: Prepared,
  { suite, restored }: Pick<Finished, "suite" | "restored">,
): Omit<ActionOutputs, "cache-saved" | "report-path" | "summary-path"> {
  const { report, suiteStatus } = suite;
  const troubles = [...report.troubles, ...cacheTroubles(restored)];
  return {
    outcome: decideOutcome({ ...report, troubles }, policyOf(inputs)),
    "suite-exit-code": String(suiteStatus),
    hits: report.counts.hits,
    misses: report.counts.misses,
    exhausted: report.counts.exhausted,
    unused: report.counts.unused,
    "cache-hit": restored.installedCount > 0,
    "cache-matched-key": restored.matchedKey ?? "",
  };
}

function policyOf(inputs: Prepared["inputs"]): VerdictPolicy {
  return { onDrift: inputs["on-drift"], onUnused: inputs["on-unused"] };
}

/** What was wrong with the cache's entry is trouble of ours: the run misses what it should have had. */
function cacheTroubles({ refused, setAside }: Restored): readonly string[] {
  const shown = setAside.slice(0, REFUSED_SHOWN_MAX);
  const rest = setAside.length - shown.length;
  return [
    ...(refused === undefined ? [] : [refused]),
    ...shown.map(({ path }) => `the restored cassette ${path} was refused`),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

function withTroubles(finished: Finished, troubles: readonly string[]): Finished {
  if (troubles.length === 0) return finished;
  const { suite } = finished;
  const report = {
    ...suite.report,
    troubles: [...new Set([...suite.report.troubles, ...troubles])],
  };
  return { ...finished, suite: { ...suite, report } };
}

interface Told extends Explained {
  readonly isWithout: boolean;
}

/** Report, summary and verdict; what goes wrong in writing them stands in the summary too. */
function writeAll(
  prepared: Prepared,
  finished: Finished,
  told: Told,
): {
  readonly outcome: RunOutcome;
  readonly finished: Finished;
  readonly report: string;
  readonly summary: string;
} {
  const { inputs, place, root, environment, quota } = prepared;
  const judge = ({ suite }: Finished): RunOutcome => decideOutcome(suite.report, policyOf(inputs));
  const factsOf = (current: Finished): SummaryFacts => ({
    outcome: judge(current),
    isLibraryEmpty: told.isWithout,
    places: new Map(
      [...told.places].map(([id, { path, line, rule }]) => [id, `${path}:${line} (${rule})`]),
    ),
    recordCommand: recordCommand(inputs, "auto", finished.shard ?? finished.suite.report),
    cacheLine: cacheLine(finished),
    notes: told.notes,
  });
  const shown = ({ suite: { report } }: Finished): RunReport =>
    told.isWithout ? { ...report, causes: [] } : report;
  const folders = { temporary: place.temporary, root };
  const paths = writeReports(shown(finished), factsOf(finished), folders);
  const last = withTroubles(finished, paths.trouble === undefined ? [] : [paths.trouble]);
  const outcome = judge(last);
  const markdown =
    paths.trouble === undefined ? paths.markdown : toMarkdownSummary(shown(last), factsOf(last));
  const leftOut = mergeStepSummary(
    environment["GITHUB_STEP_SUMMARY"],
    isSummaryWanted(inputs.summary, outcome, last) ? markdown : "",
    finished.suiteSummaryPath,
  );
  if (leftOut !== undefined) quota.annotate("notice", leftOut, { title: "Tapegate" });
  return { outcome, finished: last, report: paths.report, summary: paths.summary };
}

interface Explained {
  readonly places: PlacedCauses["places"];
  /** What stood in the way, and what else the summary says: trusted Markdown. */
  readonly notes: readonly string[];
}

/** One message instead of a cause for each request, where there is nothing to compare with. */
function explainAbsence(prepared: Prepared, report: RunReport): Explained {
  const asked = new Set(report.misses.map(({ provider }) => provider));
  const { title, message, markdown } = noCassettes(
    prepared.inputs,
    prepared.mounts.filter(({ name }) => asked.has(name)),
    prepared.run.defaultBranch,
  );
  prepared.quota.annotate("warning", message, { title });
  return { places: new Map<string, Place>(), notes: [markdown] };
}

/** Places the causes and publishes their annotations; the notes say what stood in the way. */
async function explain(prepared: Prepared, finished: Finished): Promise<Explained> {
  const { inputs, quota } = prepared;
  const { report } = finished.suite;
  const unused = inputs["on-unused"] === "ignore" ? undefined : describeUnused(report);
  if (unused !== undefined) quota.annotate("warning", unused, { title: "Unused recordings" });
  const { places, note } = await placeCauses(report, {
    ...prepared,
    workspace: prepared.place.workspace,
  });
  const unshown =
    inputs.annotations === "off" || inputs["on-drift"] === "ignore"
      ? undefined
      : await publish(prepared, finished, places);
  const notes = [note, unshown].filter((text) => text !== undefined);
  for (const text of notes) quota.annotate("notice", text, { title: "Tapegate" });
  return {
    places,
    notes: [unused, ...notes].flatMap((text) => (text === undefined ? [] : [escapeMarkdown(text)])),
  };
}

function publish(
  { inputs, api, quota }: Prepared,
  { suite: { report }, shard }: Finished,
  places: PlacedCauses["places"],
): Promise<string | undefined> {
  const misses = new Map(report.misses.map((miss) => [miss.id, miss]));
  const context = { misses, recordCommand: recordCommand(inputs, "auto", shard ?? report) };
  return publishAnnotations(
    report.causes.map((cause) => toAnnotation(cause, places.get(cause.id), context)),
    {
      level: inputs.annotations === "notice" ? "notice" : "warning",
      checkRunId: inputs["check-run-id"] === "" ? undefined : Number(inputs["check-run-id"]),
      api,
      quota,
    },
  );
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
        `${nameLine(endpoint)}${model === null ? "" : ` (${nameLine(model)})`} in ${nameLine(scope)}`,
    );
  const rest = unused.length - shown.length;
  return oneLine(
    `${counted(unused.length, "recording")} that no request asked for: ${shown.join("; ")}${rest > 0 ? ` and ${rest} more` : ""}`,
  );
}

function cacheLine({ restored, saved }: Finished): string {
  const read =
    restored.matchedKey === undefined
      ? `Cache: nothing restored${restored.failure === undefined ? "" : ` (${restored.failure})`}`
      : `Cache: ${counted(restored.installedCount, "cassette")} restored from ${restored.matchedKey}`;
  return `${read}; ${saved.isSaved ? `saved as ${saved.key}` : `not saved: ${saved.why}`}`;
}

function isSummaryWanted(
  wanted: "auto" | "always" | "off",
  outcome: RunOutcome,
  { suite, isLibraryEmpty }: Finished,
): boolean {
  if (wanted !== "auto") return wanted === "always";
  const isTrouble = outcome === "error" || suite.report.troubles.length > 0;
  return outcome === "drift" || isTrouble || isLibraryEmpty || hasDrift(suite.report);
}

/** The step's last word; a red suite stays red in its own name, and trouble of ours is never unsaid. */
function conclude(outcome: RunOutcome, finished: Finished, { inputs, quota }: Prepared): void {
  const { report } = finished.suite;
  const drift = report.counts.misses + report.counts.exhausted;
  const without = `${counted(drift, "request")} had no recording`;
  const troubles = report.troubles.map(oneLine).join("; ");
  switch (outcome) {
    case "clean":
      say(
        drift > 0
          ? `The suite passed; ${without} (on-drift: ${inputs["on-drift"]})`
          : `The suite passed; ${counted(report.counts.hits, "request")} replayed, ${report.counts.recorded} recorded`,
      );
      return;
    case "drift":
      quota.fail(
        drift > 0
          ? `${finished.isLibraryEmpty ? "There are no cassettes yet" : "Cassettes and code have drifted apart"}: ${without}. The suite itself passed`
          : `${counted(report.counts.unused, "recording")} went unused (on-unused: fail). The suite itself passed`,
      );
      return;
    case "suite-failed":
      quota.fail(
        `${describeFailure(finished.suite)}${drift > 0 ? `, and ${without}` : ""}${troubles === "" ? "" : `. Besides, Tapegate could not do its work: ${troubles}`}`,
      );
      return;
    case "error":
      quota.fail(`Tapegate could not do its work: ${troubles}`);
  }
}

function describeFailure({ report, suiteStatus, interrupt }: SuiteRun): string {
  if (report.suite?.endedBy === "interrupt") {
    return suiteStatus === 0
      ? `The suite was stopped before its end (${interrupt}), although it says that it passed`
      : `The suite failed with ${interrupt ?? `exit status ${suiteStatus}`}`;
  }
  return `The suite failed with exit status ${suiteStatus}`;
}
