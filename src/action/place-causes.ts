import { existsSync } from "node:fs";
import { join } from "node:path";
import { scopePath } from "../cassette/scope-path.ts";
import { placeCause, type Place } from "../report/placement/place-cause.ts";
import type { RunReport } from "../report/run-report.ts";
import { counted } from "../report/text.ts";
import type { LibraryManifest } from "./cache/library-manifest.ts";
import type { GithubRun } from "./github-run.ts";
import type { ActionInputs } from "./inputs/action-inputs.ts";
import type { GithubApi } from "./report/github-api.ts";
import { readPullRequestDiff } from "./report/pull-request-diff.ts";

/** What placing needs beside the report. */
export interface PlacingContext {
  readonly inputs: ActionInputs;
  readonly run: GithubRun;
  readonly api: GithubApi | undefined;
  readonly workspace: string;
  /** The committed documents, before anything was restored or recorded. */
  readonly committed: LibraryManifest;
}

/** Places by cause id, and what stood in the way of better ones. */
export interface PlacedCauses {
  readonly places: ReadonlyMap<string, Place>;
  readonly note: string | undefined;
}

/** Lines compared with changes in all, some seconds' work. */
const LINES_LOOKED_AT_MAX = 2_000_000;

/** Finds each cause's line in the pull request. Never throws; without a diff the later rules hold. */
export async function placeCauses(
  report: RunReport,
  context: PlacingContext,
): Promise<PlacedCauses> {
  if (report.causes.length === 0) return { places: new Map(), note: undefined };
  const { inputs, run, api, workspace, committed } = context;
  const diff = await readPullRequestDiff(api, run, workspace);
  const places = new Map<string, Place>();
  const misses = new Map(report.misses.map((miss) => [miss.id, miss]));
  const budget = { linesLeft: LINES_LOOKED_AT_MAX };
  for (const cause of report.causes) {
    const own = cause.missIds.flatMap((id) => misses.get(id) ?? []);
    const place = placeCause(cause, own, {
      files: diff.files,
      budget,
      scope: inputs["annotate-scope"],
      cassettePath: (scope) => {
        const path = scopePath(scope);
        return committed.has(path) ? `${inputs.cassettes}/${path}` : undefined;
      },
      ...(inputs["working-directory"] === "." ? {} : { suiteFolder: inputs["working-directory"] }),
    });
    if (place !== undefined) places.set(cause.id, fromWorkspace(place, context));
  }
  const isReadable = run.pullRequest === undefined || diff.why === undefined;
  if (isReadable && budget.linesLeft <= 0) {
    return {
      places,
      note: `The pull request is too large to look for each of ${counted(report.causes.length, "cause")} of drift in all of it; the rest is told without the line`,
    };
  }
  return {
    places,
    note: isReadable
      ? undefined
      : `The pull request's diff could not be read: ${diff.why}. Drift is found and told all the same, only not on the line that caused it; with the whole history in the checkout (fetch-depth: 0) placing still works`,
  };
}

/** A call site is relative to where the suite ran; annotations are relative to the repository. */
function fromWorkspace(place: Place, { inputs, workspace }: PlacingContext): Place {
  const folder = inputs["working-directory"];
  if (folder === "." || (place.rule !== "the call site" && place.rule !== "the test")) return place;
  const path = `${folder}/${place.path}`;
  return existsSync(join(workspace, path)) ? { ...place, path } : place;
}
