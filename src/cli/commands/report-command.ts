import { mkdir, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { mergeReports } from "../../report/merge-reports.ts";
import type { RunReport } from "../../report/run-report.ts";
import {
  countsUnused,
  decideOutcome,
  hasDrift,
  type Severity,
  type VerdictPolicy,
} from "../../report/run-verdict.ts";
import { counted, grouped, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { nearestName } from "../nearest-name.ts";
import { readReportFile } from "../read-report-file.ts";
import { UsageError } from "../usage-error.ts";
import { plainText, tell } from "../tell.ts";

const DEFAULT_PAGE = "tapegate-report.html";

/** `tapegate report merge|html`: unites JSON reports, or shows one as a page; gives the exit status. */
export async function runReportCommand(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(REPORT_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(REPORT_SPEC));
    return EXIT_STATUS.ok;
  }
  const [verb, ...files] = [...line.operands, ...(line.rest ?? [])];
  switch (verb) {
    case "merge":
      return mergeFiles(files, line, io);
    case "html":
      return showFile(files, line, io);
    case undefined:
      throw new UsageError("Cannot report: say what to do, merge or html", "report");
    default: {
      const nearest = nearestName(verb, ["merge", "html"]);
      const hint = nearest === undefined ? "" : `. Did you mean "${nearest}"?`;
      throw new UsageError(`Cannot report: "${verb}" is neither merge nor html${hint}`, "report");
    }
  }
}

async function mergeFiles(files: readonly string[], line: CommandLine, io: CliIo): Promise<number> {
  if (line.value("cassettes") !== undefined) {
    throw new UsageError("Cannot merge: --cassettes is for tapegate report html", "report");
  }
  if (files.length === 0) throw new UsageError("Cannot merge: no report is named", "report");
  const read = files.map((file) => readReport(file, io));
  const [first, ...rest] = read.filter((report) => report !== undefined);
  // A union that lacks a shard would call its recordings unused and its drift absent.
  if (first === undefined || rest.length + 1 < files.length) return EXIT_STATUS.trouble;
  const report = mergeReports([first, ...rest]);
  const isWritten = await write(
    line.value("to") ?? "-",
    `${plainText(JSON.stringify(report, null, 2))}\n`,
    io,
  );
  return isWritten ? judge(report, line, io) : EXIT_STATUS.trouble;
}

async function showFile(files: readonly string[], line: CommandLine, io: CliIo): Promise<number> {
  const [file, extra] = files;
  if (file === undefined || extra !== undefined) {
    throw new UsageError(
      file === undefined
        ? "Cannot write a page: no report is named"
        : "Cannot write one page from more than one report: merge them first",
      "report",
    );
  }
  const report = readReport(file, io);
  if (report === undefined) return EXIT_STATUS.trouble;
  const { renderHtmlPage } = await import("../../suite/html-page.ts");
  const page = renderHtmlPage(report, {
    outcome: decideOutcome(report, readPolicy(line)),
    root: libraryOf(report, line, io),
  });
  const isWritten = await write(line.value("to") ?? DEFAULT_PAGE, page, io);
  return isWritten ? judge(report, line, io) : EXIT_STATUS.trouble;
}

/**
 * Where the report's conversations are. A report can come from anywhere: what it names is looked at
 * only below the working directory, what the user names wherever it is.
 */
function libraryOf(report: RunReport, line: CommandLine, io: CliIo): string | undefined {
  const named = line.value("cassettes");
  if (named !== undefined) return resolve(io.cwd, named);
  const root = resolve(io.cwd, report.cassettes);
  const below = relative(io.cwd, root);
  if (!isAbsolute(below) && below !== ".." && !below.startsWith(`..${sep}`)) return root;
  tell(
    io,
    `The page has no conversations: the report names the library "${oneLine(report.cassettes)}", outside this directory. If it is yours, name it (--cassettes DIR)`,
  );
  return undefined;
}

/** A report; `undefined` where it cannot be read, which is said. */
function readReport(file: string, io: CliIo): RunReport | undefined {
  const refuse = (why: string): undefined => {
    tell(io, `Cannot read the report "${file}": ${oneLine(why)}`);
    return undefined;
  };
  const parsed = readReportFile(file, io.cwd);
  return parsed.kind === "report" ? parsed.report : refuse(parsed.why);
}

async function write(file: string, text: string, io: CliIo): Promise<boolean> {
  if (file === "-") {
    io.stdout(text);
    return true;
  }
  const path = resolve(io.cwd, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    tell(io, file, "tapegate report:");
    return true;
  } catch (error) {
    tell(io, `Cannot write "${file}": ${(error as Error).message}`);
    return false;
  }
}

/** The report's verdict as a line and as an exit status; a failed suite keeps its own. */
function judge(report: RunReport, line: CommandLine, io: CliIo): number {
  const policy = readPolicy(line);
  const outcome = decideOutcome(report, policy);
  const { counts, suite } = report;
  const unused = countsUnused(report) ? ` · unused ${grouped(counts.unused)}` : "";
  io.stderr(
    `tapegate report: ${outcome}, replayed ${grouped(counts.hits)} · missed ${grouped(counts.misses + counts.exhausted)}${unused}\n`,
  );
  if (hasDrift(report)) {
    io.stderr(`tapegate report: ${counted(report.causes.length, "cause")} of drift\n`);
  }
  switch (outcome) {
    case "clean":
      return EXIT_STATUS.ok;
    case "drift":
      return EXIT_STATUS.drift;
    case "suite-failed":
      return suite?.exitCode || SUITE_ENDED_BY_SIGNAL;
    case "error":
      return EXIT_STATUS.trouble;
  }
}

/** The report names the signal; which number it has is this system's affair. A suite that was stopped has not passed either, whatever it says. */
const SUITE_ENDED_BY_SIGNAL = 128;

function readPolicy(line: CommandLine): VerdictPolicy {
  return {
    onDrift: (line.value("on-drift") ?? "fail") as Severity,
    onUnused: (line.value("unused") ?? "warn") as Severity,
    isWholeSuite: line.has("whole-suite"),
  };
}

const SEVERITIES = ["fail", "warn", "ignore"] as const;

const REPORT_SPEC: CommandSpec = {
  name: "report",
  operands: "merge FILE… | html FILE",
  summary: `Works on reports that --report json wrote.

merge unites those of a sharded suite into one: causes over all shards, and as unused
only what no shard asked for. html shows one as a page that needs no network.`,
  options: {
    to: {
      value: "FILE",
      help: `Where to write; - is standard output. Default: - for merge, ${DEFAULT_PAGE}\nfor html.`,
    },
    cassettes: {
      value: "DIR",
      help: "html: the library whose conversations the page shows. Default: the one that the\nreport names.",
    },
    "on-drift": {
      value: "WHAT",
      choices: SEVERITIES,
      help: "What drift does to the exit status: fail, warn, ignore. Default: fail.",
    },
    unused: {
      value: "WHAT",
      choices: SEVERITIES,
      help: "The same for recordings that no request asked for. Default: warn.",
    },
    "whole-suite": {
      help: "The reports are the whole suite: cassettes that no test opened are unused too.",
    },
  },
  epilogue: `Exit status: 0 where the run was clean; the suite's own where it failed; 2 for a command
line that cannot be followed; 3 for drift; 4 where a report could not be read or written,
or tells of trouble.

Example: tapegate report merge --to report.json shards/*/report.json`,
};
