import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { scopePath } from "../cassette/scope-path.ts";
import { placeCause, type Place } from "../report/placement/place-cause.ts";
import type { RunReport } from "../report/run-report.ts";
import { counted } from "../report/text.ts";
import type { LibraryManifest } from "./cache/library-manifest.ts";
import type { GithubRun } from "./github-run.ts";
import type { ActionInputs } from "./inputs/action-inputs.ts";
import type { GithubApi } from "./report/github-api.ts";
import { readPullRequestDiff, type PullRequestDiff } from "./report/pull-request-diff.ts";

/** What placing needs beside the report. */
export interface PlacingContext {
  readonly inputs: ActionInputs;
  readonly run: GithubRun;
  readonly api: GithubApi | undefined;
  readonly workspace: string;
  /** The committed documents, before anything was restored or recorded. */
  readonly committed: LibraryManifest;
  readonly cancelled: AbortSignal;
}

/** Places by cause id, and what stood in the way of better ones. */
export interface PlacedCauses {
  readonly places: ReadonlyMap<string, Place>;
  readonly note: string | undefined;
}

/** Lines compared with changes in all, some seconds' work. */
const LINES_LOOKED_AT_MAX = 2_000_000;

/** Causes that are placed, the largest first: nobody reads more lines, and a report from anywhere may have a million. */
const CAUSES_PLACED_MAX = 2000;

/** Finds each cause's line in the pull request. Never throws; without a diff the later rules hold. */
export async function placeCauses(
  report: RunReport,
  context: PlacingContext,
): Promise<PlacedCauses> {
  if (report.causes.length === 0) return { places: new Map(), note: undefined };
  const { inputs, run, committed, cancelled } = context;
  const diff = await readPullRequestDiff(run, context);
  const places = new Map<string, Place>();
  const misses = new Map(report.misses.map((miss) => [miss.id, miss]));
  const budget = { linesLeft: LINES_LOOKED_AT_MAX };
  for (const cause of report.causes.slice(0, CAUSES_PLACED_MAX)) {
    // A cancellation is heard between two causes; what is placed by then is told.
    await nextTurn();
    if (cancelled.aborted) break;
    const own = cause.missIds.flatMap((id) => misses.get(id) ?? []);
    const place = placeCause(cause, own, {
      files: diff.files,
      budget,
      scope: inputs["annotate-scope"],
      cassettePath: (scope) => {
        const path = scopePath(scope);
        return committed.has(path) ? `${inputs.cassettes}/${path}` : undefined;
      },
      suiteFolder: suiteFolderOf(inputs),
    });
    if (place !== undefined) places.set(cause.id, fromWorkspace(place, context));
  }
  return {
    places,
    note: noteOn(
      report,
      { places, diff, isSpent: budget.linesLeft <= 0 || report.causes.length > CAUSES_PLACED_MAX },
      context,
    ),
  };
}

/** What stood in the way of a better place; nothing does where every cause has its line. */
function noteOn(
  { causes }: RunReport,
  found: {
    readonly places: PlacedCauses["places"];
    readonly diff: PullRequestDiff;
    readonly isSpent: boolean;
  },
  { run, cancelled }: PlacingContext,
): string | undefined {
  if (run.pullRequest === undefined) return undefined;
  const isWanting = causes.some(({ id }) => {
    const place = found.places.get(id);
    return place === undefined || place.rule === "the cassette";
  });
  if (!isWanting) return undefined;
  const told = "Drift is found and told all the same, only not on the line that caused it";
  if (cancelled.aborted) return `The job was cancelled while causes were placed. ${told}`;
  if (found.diff.why !== undefined) {
    return `The pull request's diff could not be read: ${found.diff.why}. ${told}; with the whole history in the checkout (fetch-depth: 0) placing still works`;
  }
  return found.isSpent
    ? `The pull request is too large to look for each of ${counted(causes.length, "cause")} of drift in all of it; the rest is told without the line`
    : undefined;
}

/** Relative to the repository; empty for its root. Where reports are merged, their folder is none in which a suite ran. */
function suiteFolderOf(inputs: ActionInputs): string {
  const folder = inputs["working-directory"];
  return folder === "." || inputs.mode === "merge" ? "" : folder;
}

/** A call site is relative to where the suite ran; annotations are relative to the repository. */
function fromWorkspace(place: Place, { inputs, workspace }: PlacingContext): Place {
  const folder = suiteFolderOf(inputs);
  if (folder === "" || (place.rule !== "the call site" && place.rule !== "the test")) return place;
  const path = `${folder}/${place.path}`;
  return existsSync(join(workspace, path)) ? { ...place, path } : place;
}
