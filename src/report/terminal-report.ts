import { decideOutcome, countsUnused, hasDrift, type VerdictPolicy } from "./run-verdict.ts";
import { counted, exactLine, grouped, nameLine, oneLine, shortened } from "./text.ts";
import type { DriftCause, RunReport } from "./run-report.ts";

/** Colours of a terminal; each function gives its text back unchanged where there are none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** What stands in the closing block beside the report. */
export interface TerminalReportOptions {
  readonly policy: VerdictPolicy;
  readonly paint: Paint;
  /** Files the report was written to. */
  readonly reportPaths: readonly string[];
  /** The command that records what is missing. */
  readonly recordCommand: string;
}

/** Rows of one kind; beyond them a line says how many more there are. The JSON report has all. */
const CAUSES_MAX = 12;
const SCOPES_MAX = 3;
const UNUSED_MAX = 5;
const FINDINGS_MAX = 20;
/** Characters of the command that records what is missing. */
const COMMAND_CHARACTERS_MAX = 300;
/** Characters of one value of a difference. */
const VALUE_CHARACTERS_MAX = 400;

/** The closing block that a person reads: verdict, counts, causes, what to do next. */
export function renderTerminalReport(report: RunReport, options: TerminalReportOptions): string {
  const { paint } = options;
  const lines = [
    `${paint.bold("tapegate")} ${verdict(report, options)}`,
    `  ${countsLine(report)}`,
    ...tokensLine(report),
    ...report.troubles.map((trouble) => `  ${paint.red("trouble:")} ${oneLine(trouble)}`),
    ...causeLines(report, options),
    ...unusedLines(report, options),
    ...unopenedLines(report, options),
    ...listed(report.findings, FINDINGS_MAX).map(
      (finding) => `  ${paint.yellow("note:")} ${oneLine(finding)}`,
    ),
  ];
  if (hasDrift(report) && report.mode === "replay") {
    lines.push(
      `  to record what is missing: ${shortened(oneLine(options.recordCommand), COMMAND_CHARACTERS_MAX)}`,
    );
  }
  for (const path of options.reportPaths) lines.push(`  report: ${oneLine(path)}`);
  return `${lines.join("\n")}\n`;
}

function verdict(report: RunReport, { policy, paint }: TerminalReportOptions): string {
  const outcome = decideOutcome(report, policy);
  const { suite } = report;
  switch (outcome) {
    case "clean": {
      if (hasDrift(report))
        return `${report.mode}: ${paint.yellow("drift, let pass by --on-drift")}`;
      return `${report.mode}: ${paint.green("clean")}`;
    }
    case "drift":
      return `${report.mode}: ${paint.red(hasDrift(report) ? "drift" : "unused recordings")}`;
    case "suite-failed": {
      const how = suite?.signal === null ? `exit status ${suite.exitCode}` : `${suite?.signal}`;
      const isStopped = suite?.endedBy === "interrupt" && suite.exitCode === 0;
      const what = isStopped ? "the suite was stopped before its end" : "the suite failed";
      return `${report.mode}: ${paint.red(`${what} (${how})`)}${hasDrift(report) ? ", and drift" : ""}`;
    }
    case "error":
      return `${report.mode}: ${paint.red("could not do its part")}`;
    default:
      return outcome satisfies never;
  }
}

function countsLine({ counts, mode }: RunReport): string {
  const parts = [
    `replayed ${grouped(counts.hits)}`,
    `missed ${grouped(counts.misses + counts.exhausted)}`,
    ...(mode === "replay" ? [] : [`recorded ${grouped(counts.recorded)}`]),
  ];
  return parts.join(" · ");
}

function tokensLine({ counts }: RunReport): readonly string[] {
  const { input, output } = counts.tokensSaved;
  if (input + output === 0) return [];
  return [`  tokens not spent: ${grouped(input)} in, ${grouped(output)} out`];
}

function causeLines(report: RunReport, { paint }: TerminalReportOptions): readonly string[] {
  const shown = report.causes.slice(0, CAUSES_MAX);
  const lines = shown.flatMap((cause) => [
    `  ${paint.red(oneLine(cause.title))}`,
    ...differenceLines(cause, paint),
    `    in ${scopeList(cause.scopes)}${nearestOf(report, cause)}`,
  ]);
  const more = report.causes.length - shown.length;
  if (more > 0) lines.push(`  … and ${counted(more, "more cause")}`);
  return lines;
}

function differenceLines(cause: DriftCause, paint: Paint): readonly string[] {
  const { difference } = cause;
  if (difference === null) return [];
  return [
    `    ${nameLine(difference.path)}`,
    ...(difference.before === undefined
      ? []
      : [`    ${paint.red(`- ${valueText(difference.before)}`)}`]),
    ...(difference.after === undefined
      ? []
      : [`    ${paint.green(`+ ${valueText(difference.after)}`)}`]),
  ];
}

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return shortened(exactLine(text), VALUE_CHARACTERS_MAX);
}

function nearestOf(report: RunReport, cause: DriftCause): string {
  const miss = report.misses.find((one) => one.id === cause.missIds[0]);
  if (miss === undefined) return "";
  const { explanation } = miss;
  const site = miss.callSite === null ? "" : `; asked at ${oneLine(miss.callSite)}`;
  const normaliser =
    explanation.normaliser === null
      ? ""
      : `; ${normaliserOptions(explanation.normaliser)} would match it`;
  if (explanation.foundAt !== null) return `; recorded in ${oneLine(explanation.foundAt)}${site}`;
  const nearest = explanation.nearest[0];
  const near =
    nearest === undefined ? "" : `; nearest: ${oneLine(nearest.scope)} #${nearest.position}`;
  return near + normaliser + site;
}

/** Presets, joined by commas, as the command line takes them. */
function normaliserOptions(presets: string): string {
  return presets
    .split(",")
    .map((preset) => `--normaliser ${oneLine(preset)}`)
    .join(" ");
}

function scopeList(scopes: readonly string[]): string {
  const shown = scopes.slice(0, SCOPES_MAX).map(oneLine).join(", ");
  const more = scopes.length - SCOPES_MAX;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function unusedLines(
  report: RunReport,
  { policy, paint }: TerminalReportOptions,
): readonly string[] {
  if (policy.onUnused === "ignore" || !countsUnused(report) || report.unused.length === 0)
    return [];
  const tint = policy.onUnused === "fail" ? paint.red : paint.yellow;
  const rows = report.unused.map(
    (record) =>
      `    ${record.scope}: ${record.endpoint}${record.model === null ? "" : ` (${record.model})`} ${record.key.slice(0, 12)}`,
  );
  return [
    `  ${tint(`${counted(report.unused.length, "recording")} that no request asked for`)}`,
    ...listed(rows, UNUSED_MAX).map(oneLine),
  ];
}

function unopenedLines(
  report: RunReport,
  { policy, paint }: TerminalReportOptions,
): readonly string[] {
  const { unopened = [] } = report;
  if (policy.onUnused === "ignore" || !countsUnused(report) || unopened.length === 0) return [];
  const text = `${counted(unopened.length, "cassette")} that no test opened`;
  if (policy.isWholeSuite !== true) {
    return [`  ${paint.dim(`${text}; with --whole-suite they count as unused`)}`];
  }
  const tint = policy.onUnused === "fail" ? paint.red : paint.yellow;
  const rows = unopened.map((scope) => `    ${scope}`);
  return [`  ${tint(text)}`, ...listed(rows, UNUSED_MAX).map(oneLine)];
}

/** At most `rowsMax` rows, and one that counts the rest. */
function listed(rows: readonly string[], rowsMax: number): readonly string[] {
  if (rows.length <= rowsMax) return rows;
  return [...rows.slice(0, rowsMax), `    … and ${grouped(rows.length - rowsMax)} more`];
}
