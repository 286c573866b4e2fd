import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { RunReport } from "../report/run-report.ts";
import { renderJunit } from "../report/junit.ts";
import type { RunOutcome } from "../report/run-verdict.ts";
import type { CliIo } from "./cli-io.ts";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/** One `--report FORMAT[=FILE]`. */
export interface ReportTarget {
  readonly format: ReportFormat;
  /** As the user named it; `-` is standard output. */
  readonly file: string;
}

type ReportFormat = "json" | "junit" | "html";

const DEFAULT_FILES: Readonly<Record<ReportFormat, string>> = {
  json: "tapegate-report.json",
  junit: "tapegate-report.xml",
  html: "tapegate-report.html",
};

/** Reads the values of `--report`. */
export function toReportTargets(
  texts: readonly string[],
  command: string,
): readonly ReportTarget[] {
  return texts.map((text) => {
    const [format = "", ...rest] = text.split("=");
    if (!Object.hasOwn(DEFAULT_FILES, format)) {
      const nearest = nearestName(format, Object.keys(DEFAULT_FILES));
      const hint = nearest === undefined ? "" : `. Did you mean "${nearest}"?`;
      throw new UsageError(
        `Option "--report" is written json, junit, html, or with a file as json=FILE: "${text}" was given${hint}`,
        command,
      );
    }
    const known = format as ReportFormat;
    const file = rest.join("=");
    return { format: known, file: file === "" ? DEFAULT_FILES[known] : file };
  });
}

/** What became of the report files. */
export interface WrittenReports {
  /** Files as the user named them. */
  readonly paths: readonly string[];
  /** One message for each file that could not be written. */
  readonly troubles: readonly string[];
}

/** What reports are written with. */
export interface ReportContext {
  readonly io: CliIo;
  readonly outcome: RunOutcome;
  /** Absolute root of the library: a page plays its conversations. */
  readonly root: string;
}

/** Writes a report to every target; one that fails does not keep the others from being written. */
export async function writeReports(
  report: RunReport,
  targets: readonly ReportTarget[],
  context: ReportContext,
): Promise<WrittenReports> {
  const { io } = context;
  const paths: string[] = [];
  const troubles: string[] = [];
  for (const target of targets) {
    const text = await renderReport(report, target.format, context);
    if (target.file === "-") {
      io.stdout(text);
      continue;
    }
    const path = resolve(io.cwd, target.file);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      paths.push(target.file);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      troubles.push(
        `Cannot write the report to "${target.file}": ${REASONS.get(code ?? "") ?? message}. Name a file that can be written: --report ${target.format}=FILE`,
      );
    }
  }
  return { paths, troubles };
}

/** What the file system's answers mean here. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission is denied"],
  ["EISDIR", "a folder stands there"],
  ["EEXIST", "a part of its path is a file"],
  ["ENOTDIR", "a part of its path is a file"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the file system is read-only"],
]);

async function renderReport(
  report: RunReport,
  format: ReportFormat,
  { outcome, root }: ReportContext,
): Promise<string> {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "junit":
      return renderJunit(report);
    case "html":
      return (await import("../suite/html-page.ts")).renderHtmlPage(report, { outcome, root });
  }
}
