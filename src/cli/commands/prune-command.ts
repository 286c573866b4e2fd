import type { StoredPlace } from "../../cassette/session.ts";
import { mergeReports } from "../../report/merge-reports.ts";
import type { RunReport } from "../../report/run-report.ts";
import { counted, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { removeRecordings, type Removal } from "../library/edit-cassette.ts";
import { readLibrary, readLibraryPlace, type CassettePlace } from "../library/library-place.ts";
import { PLACE_OPTIONS } from "../library/library-spec.ts";
import { doubtOf, selectionOf } from "../library/run-proof.ts";
import { readCassette } from "../library/read-cassette.ts";
import { readReportFile } from "../read-report-file.ts";
import { UsageError } from "../usage-error.ts";
import { logTo, tell, jsonLine } from "../tell.ts";

/** `tapegate prune REPORT…`: deletes what a whole, passing replay proved unused; gives the exit status. */
export async function runPrune(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(PRUNE_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(PRUNE_SPEC));
    return EXIT_STATUS.ok;
  }
  const isWhole = line.has("whole-suite");
  const report = readProof([...line.operands, ...(line.rest ?? [])], io, isWhole);
  const library = await readLibraryPlace(line, io);
  const isDry = line.has("dry-run");
  const log = logTo(io);
  const plan = planOf(readLibrary(library), report, isWhole);
  for (const message of plan.troubles) tell(io, message);
  if (!isDry)
    for (const { place, removals } of plan.prunings) removeRecordings(place, removals, log);
  io.stdout(line.has("json") ? renderJson(plan, isDry) : render(plan, isDry));
  return plan.troubles.length > 0 ? EXIT_STATUS.trouble : EXIT_STATUS.ok;
}

/** One report over all shards, each of which must prove something. */
function readProof(files: readonly string[], io: CliIo, isWhole: boolean): RunReport {
  const reports = files.map((file) => {
    const read = readReportFile(file, io.cwd);
    if (read.kind === "refused") {
      throw new UsageError(
        `Cannot prune by the report "${oneLine(file)}": ${oneLine(read.why)}`,
        "prune",
      );
    }
    const { report } = read;
    const doubt = doubtOf(report) ?? (isWhole ? undefined : selectionOf(report));
    if (doubt === undefined) return report;
    throw new UsageError(`Cannot prune by the report "${oneLine(file)}": ${doubt}`, "prune");
  });
  const [first, ...rest] = reports;
  if (first !== undefined) return mergeReports([first, ...rest]);
  throw new UsageError(
    "Cannot prune: no report is named. Write one with: tapegate replay --report json -- COMMAND",
    "prune",
  );
}

/** What goes of one document. */
interface Pruning {
  readonly place: CassettePlace;
  readonly removals: readonly Removal[];
  readonly recordingCount: number;
  /** Whether no reported test used the scope at all. */
  readonly isScopeUnused: boolean;
}

interface PrunePlan {
  readonly prunings: readonly Pruning[];
  /** Recordings of the report that are not there any more. */
  readonly goneCount: number;
  readonly troubles: readonly string[];
}

function planOf(places: readonly CassettePlace[], report: RunReport, isWhole: boolean): PrunePlan {
  const unused = unusedByScope(report);
  const used = new Set(report.scopes.map(({ scope }) => scope));
  const prunings: Pruning[] = [];
  const troubles: string[] = [];
  let goneCount = 0;
  for (const place of places) {
    const isScopeUnused = isWhole && !used.has(place.scope);
    const listed = unused.get(place.scope);
    unused.delete(place.scope);
    if (listed === undefined && !isScopeUnused) continue;
    const read = readCassette(place);
    if (read.kind === "damaged") {
      troubles.push(read.message);
      continue;
    }
    const all = read.index.recordings.map(({ digest }, position) => ({ digest, position }));
    const removals = isScopeUnused ? all : removalsOf(all, listed ?? []);
    goneCount += (listed?.length ?? removals.length) - removals.length;
    if (removals.length === 0) continue;
    prunings.push({ place, removals, recordingCount: all.length, isScopeUnused });
  }
  for (const listed of unused.values()) goneCount += listed.length;
  return { prunings, goneCount, troubles };
}

function unusedByScope(report: RunReport): Map<string, StoredPlace[]> {
  const unused = new Map<string, StoredPlace[]>();
  for (const { scope, stored } of report.unused) {
    const places = unused.get(scope) ?? [];
    unused.set(scope, places);
    // `doubtOf` has seen that every one has its place.
    places.push(stored!);
  }
  return unused;
}

/**
 * What is still as the run found it. A document with more or fewer recordings changed since, and
 * among recordings that are the same to the byte nobody knows then which one was used.
 */
function removalsOf(all: readonly Removal[], unused: readonly StoredPlace[]): readonly Removal[] {
  return unused
    .map(({ position, count, digest }) => ({ position: position - 1, count, digest }))
    .filter(
      ({ position, count, digest }) => count === all.length && all[position]?.digest === digest,
    )
    .sort((one, other) => one.position - other.position);
}

function renderJson({ prunings, goneCount, troubles }: PrunePlan, isDryRun: boolean): string {
  const removed = prunings.map(({ place, removals, recordingCount, isScopeUnused }) => ({
    scope: place.scope,
    path: place.shown,
    positions: removals.map(({ position }) => position + 1),
    left: recordingCount - removals.length,
    isScopeUnused,
  }));
  return jsonLine({ isDryRun, removed, gone: goneCount, troubles });
}

function render({ prunings, goneCount }: PrunePlan, isDry: boolean): string {
  const verb = isDry ? "would delete" : "deleted";
  const count = prunings.reduce((sum, { removals }) => sum + removals.length, 0);
  const lines = prunings.map(({ place, removals, recordingCount, isScopeUnused }) => {
    const positions = removals.map(({ position }) => `#${position + 1}`).join(", ");
    const isEmpty = removals.length === recordingCount;
    const what = isEmpty ? place.shown : `${positions} of ${place.shown}`;
    const why = isScopeUnused ? "no test used this scope" : "unused";
    return oneLine(`${verb} ${what}  (${place.scope}, ${why})`);
  });
  const total =
    count === 0
      ? "nothing to prune: every recording was used"
      : `${verb} ${counted(count, "recording")} in ${counted(prunings.length, "scope")}`;
  const gone =
    goneCount === 0
      ? []
      : [
          `${counted(goneCount, "unused recording")} of the report changed or went since: left alone`,
        ];
  return `${[...lines, total, ...gone].join("\n")}\n`;
}

const PRUNE_SPEC: CommandSpec = {
  name: "prune",
  operands: "REPORT…",
  summary: `Deletes recordings that a complete, passing replay proved unused: those that its JSON report lists,
known by place and digest, in scopes that it used. A report that proves nothing is refused: of a suite that failed
or ran a selection, of a run with misses or trouble. Several reports are shards of one run.`,
  options: {
    ...PLACE_OPTIONS,
    "whole-suite": {
      help: "The reported run was the whole suite: cassettes of scopes that none of its tests used\ngo too, and a command that looks like a selection (-k, test.py::name) is taken as whole.",
    },
    "dry-run": { help: "Say what would go, and delete nothing." },
    json: {
      help: "Print one JSON object: isDryRun, removed (scope, path, positions, left,\nisScopeUnused), gone and troubles.",
    },
  },
  epilogue: `Example: tapegate replay --report json -- pytest tests/unit && tapegate prune tapegate-report.json`,
};
