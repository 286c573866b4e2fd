import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import { renderJunit } from "../report/junit.ts";
import { toMarkdownSummary, type SummaryFacts } from "../report/markdown-summary.ts";
import type { RunReport } from "../report/run-report.ts";
import { renderHtmlPage } from "../suite/html-page.ts";
import { readRegularFile } from "./runner-files.ts";

/** The runner drops a step's whole summary over 1 MiB; a little is left for its own line ends. */
const STEP_SUMMARY_BYTES_MAX: number = 1020 * 1024;

/** Where the reports are. */
export interface ReportPaths {
  readonly report: string;
  readonly summary: string;
}

/** Where reports go and what they are read from. */
export interface ReportFolders {
  /** The runner's temporary folder. */
  readonly temporary: string;
  /** The library's root. */
  readonly root: string;
}

/** What was written, and the summary's text. */
export interface WrittenReports extends ReportPaths {
  readonly markdown: string;
  /** Why there are no files: a full disk, a temporary folder that the suite removed. */
  readonly trouble?: string;
}

/** Writes the report as JSON, JUnit and HTML, and the summary as Markdown. Never throws: the run's result is worth more. */
export function writeReports(
  report: RunReport,
  facts: SummaryFacts,
  folders: ReportFolders,
): WrittenReports {
  const markdown = toMarkdownSummary(report, facts);
  try {
    return { ...writeFiles(report, { ...facts, markdown }, folders), markdown };
  } catch (error) {
    const trouble = `the report could not be written: ${(error as Error).message}`;
    return { report: "", summary: "", markdown, trouble };
  }
}

function writeFiles(
  report: RunReport,
  facts: SummaryFacts & { readonly markdown: string },
  { temporary, root }: ReportFolders,
): ReportPaths {
  mkdirSync(temporary, { recursive: true });
  // A folder of its own: a job may use the action more than once, and each step's outputs name its own files.
  const folder = mkdtempSync(join(temporary, "tapegate-report-"));
  const paths = { report: join(folder, "report.json"), summary: join(folder, "summary.md") };
  writeFileSync(paths.report, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(paths.summary, facts.markdown);
  writeFileSync(join(folder, "report.xml"), renderJunit(report));
  writeFileSync(
    join(folder, "report.html"),
    renderHtmlPage(report, {
      outcome: facts.outcome,
      isLibraryEmpty: facts.isLibraryEmpty === true,
      places: facts.places,
      root,
    }),
  );
  return paths;
}

/**
 * Puts our summary, then the suite's own, into the step's summary, whole as long as they fit.
 *
 * @returns a sentence where the suite's part had to be left out, or nothing could be written.
 */
export function mergeStepSummary(
  target: string | undefined,
  ours: string,
  suitePath: string,
): string | undefined {
  if (target === undefined || target === "") return undefined;
  const head = Buffer.from(ours === "" ? "" : `${ours}\n`);
  const suite = readSuiteSummary(suitePath, STEP_SUMMARY_BYTES_MAX - head.length);
  try {
    appendFileSync(target, Buffer.concat([head, suite.bytes]));
  } catch (error) {
    // The verdict and the outputs are worth more than the page that shows them.
    return `The step's summary could not be written: ${(error as Error).message}`;
  }
  return suite.why === undefined
    ? undefined
    : `The suite's own step summary ${suite.why} and was left out`;
}

/** Nothing also where a part of the path is a file. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function readSuiteSummary(
  path: string,
  bytesMax: number,
): { readonly bytes: Buffer; readonly why?: string } {
  const nothing = Buffer.alloc(0);
  const entry = entryAt(path);
  // The suite wrote none, or removed the file.
  if (entry === undefined) return { bytes: nothing };
  // It belongs to the suite, which can put a pipe there that never ends, or a link to what is not its own.
  if (!entry.isFile()) return { bytes: nothing, why: "is no regular file" };
  const bytes = readRegularFile(path, bytesMax);
  return bytes === undefined
    ? { bytes: nothing, why: `(${entry.size} bytes) does not fit beside ours` }
    : { bytes };
}
