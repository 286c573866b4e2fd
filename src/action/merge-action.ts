import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { mergeReports } from "../report/merge-reports.ts";
import { parseReport, REPORT_BYTES_MAX } from "../report/parse-report.ts";
import type { RunReport } from "../report/run-report.ts";
import { hasDrift } from "../report/run-verdict.ts";
import { counted, oneLine } from "../report/text.ts";
import { ActionError } from "./action-error.ts";
import { NOTHING_RESTORED } from "./cache/restore-cassettes.ts";
import type { ActionOutputs } from "./outputs.ts";
import type { Prepared } from "./prepare.ts";
import { reportStep } from "./report-step.ts";
import { say } from "./say.ts";

/** A matrix has at most 256 jobs; each leaves one report. */
const REPORTS_MAX = 512;
const DEPTH_MAX = 6;
/** All reports together: they are held in memory, as objects several times as large. */
const REPORTS_BYTES_MAX: number = 256 * 1024 ** 2;
/** A report says in its first line what it is. */
const HEAD_BYTES = 256;
const REFUSED_SHOWN_MAX = 10;

/**
 * Unites the reports that the jobs of a matrix left below the working directory into one summary
 * and one set of annotations. Other files are passed over; what claims to be a report and cannot be
 * read is trouble: a shard that is missing must not make the whole green.
 *
 * @throws {ActionError} `ACTION_INPUT` where there is no report at all.
 */
export async function mergeAction(prepared: Prepared): Promise<ActionOutputs> {
  const folder = join(prepared.place.workspace, prepared.inputs["working-directory"]);
  const { reports, refused } = readReports(folder);
  for (const why of refused.slice(0, REFUSED_SHOWN_MAX)) say(`Passed over ${why}`);
  const [first, ...rest] = reports;
  if (first === undefined) {
    throw new ActionError(
      "ACTION_INPUT",
      `Cannot merge reports: ${refused.length > 0 ? describeRefused(refused) : `there is none below "${folder}"`}. Download the artifacts of the matrix there first; each holds the file that the output "report-path" names`,
    );
  }
  const united = mergeReports([first, ...rest]);
  const drifted = reports.find(hasDrift);
  const report =
    refused.length === 0
      ? united
      : { ...united, troubles: [...united.troubles, describeRefused(refused)] };
  say(`${reports.length} report(s) united`);
  return reportStep(prepared, {
    suite: { report, suiteStatus: statusOf(report), interrupt: null },
    restored: NOTHING_RESTORED,
    saved: { isSaved: false, key: "", why: "merging records nothing" },
    suiteSummaryPath: "",
    isLibraryEmpty: false,
    ...(drifted === undefined ? {} : { shard: drifted }),
  });
}

/** As shells count: 128 + number where a signal ended the suite. */
function statusOf({ suite }: RunReport): number {
  if (suite === null) return 0;
  if (suite.exitCode !== null) return suite.exitCode;
  const number = (constants.signals as Readonly<Record<string, number>>)[suite.signal ?? ""];
  return 128 + (number ?? 0);
}

function describeRefused(refused: readonly string[]): string {
  const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : "";
  return `${counted(refused.length, "report")} of the matrix could not be read: ${oneLine(refused[0]!)}${more}`;
}

interface Found {
  readonly reports: readonly RunReport[];
  /** Files that claim to be reports and were not read, and why. */
  readonly refused: readonly string[];
}

function readReports(folder: string): Found {
  const reports: RunReport[] = [];
  const refused: string[] = [];
  let bytes = 0;
  for (const path of listJson(folder, DEPTH_MAX)) {
    const { size } = lstatSync(path);
    const head = readHead(path);
    const isTooMuch = size > REPORT_BYTES_MAX || bytes + size > REPORTS_BYTES_MAX;
    if (isTooMuch || reports.length >= REPORTS_MAX) {
      if (claims(head)) refused.push(`${path}: it does not fit any more`);
      continue;
    }
    const text = readFileSync(path, "utf8");
    // Other JSON files may lie about; only what claims to be a report is worth a word.
    if (!claims(text)) continue;
    bytes += size;
    const parsed = parseReport(text);
    if (parsed.kind === "report") reports.push(parsed.report);
    else refused.push(`${path}: ${parsed.why}`);
  }
  return { reports, refused };
}

function claims(text: string): boolean {
  return text.includes('"tapegate-report"');
}

function readHead(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  try {
    return head.toString("utf8", 0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/** JSON files below a folder, sorted; links are not followed, artifacts may hold any. */
function listJson(folder: string, depthLeft: number): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const isLooked =
          depthLeft > 0 && entry.name !== "node_modules" && !entry.name.startsWith(".");
        return isLooked ? listJson(path, depthLeft - 1) : [];
      }
      return entry.isFile() && entry.name.endsWith(".json") ? [path] : [];
    });
}
