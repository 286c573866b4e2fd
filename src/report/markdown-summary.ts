import type { DriftCause, RunReport } from "./run-report.ts";
import type { RunOutcome } from "./run-verdict.ts";
import { codeBlock, escapeMarkdown, inlineCode } from "./escape-markdown.ts";
import { counted, grouped, nameLine, shortened, visibleText } from "./text.ts";
import { verdictLine } from "./verdict-line.ts";

/** GitHub drops a whole step's summary over 1 MiB; the suite's own part needs room too. */
const SUMMARY_BYTES_MAX: number = 900 * 1024;
/** Causes that are shown with what changed. */
const CAUSES_SHOWN_MAX = 200;
const SCOPES_SHOWN_MAX = 20;
const VALUE_CHARACTERS_MAX = 2000;

/** What the summary says beside the report. */
export interface SummaryFacts {
  readonly outcome: RunOutcome;
  /** There were no cassettes at all: nothing has drifted, something is yet to be recorded. @default {false} */
  readonly isLibraryEmpty?: boolean;
  /** `src/prompts.py:12 (the added line with the changed text)` by cause id. */
  readonly places: ReadonlyMap<string, string>;
  /** The command that re-records exactly what drifted. */
  readonly recordCommand: string;
  /** One line on the cache: key, hit, saved and why not. */
  readonly cacheLine: string;
  /** Further sections, trusted Markdown. */
  readonly notes: readonly string[];
}

/** The run's summary as Markdown: verdict first, bounded, everything from outside escaped. */
export function toMarkdownSummary(report: RunReport, facts: SummaryFacts): string {
  const { sign, text } = verdictLine(report, facts.outcome, facts.isLibraryEmpty === true);
  const parts = [
    `## ${sign} ${text}`,
    countsTable(report),
    ...facts.notes,
    ...report.troubles.map((trouble) => `> **Trouble:** ${escapeMarkdown(trouble)}`),
    ...causeParts(report, facts),
    findingsPart(report),
    facts.cacheLine === "" ? "" : `<sub>${escapeMarkdown(facts.cacheLine)}</sub>`,
    ...restParts(report.causes.slice(CAUSES_SHOWN_MAX), facts),
  ];
  return boundBytes(parts.filter((part) => part !== ""));
}

function countsTable({ counts }: RunReport): string {
  const { input, output } = counts.tokensSaved;
  return [
    "| replayed | missed | asked too often | unused | recorded | tokens not spent |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    `| ${grouped(counts.hits)} | ${grouped(counts.misses)} | ${grouped(counts.exhausted)} | ${grouped(counts.unused)} | ${grouped(counts.recorded)} | ${grouped(input)} in, ${grouped(output)} out |`,
  ].join("\n");
}

function causeParts(report: RunReport, facts: SummaryFacts): readonly string[] {
  if (report.causes.length === 0) return [];
  const shown = report.causes.slice(0, CAUSES_SHOWN_MAX);
  return [
    `### ${counted(report.causes.length, "cause")} of drift`,
    ...shown.map((cause) => causePart(cause, facts)),
    `Record these requests again with a provider key in the environment:\n\n${codeBlock(facts.recordCommand, "sh")}`,
  ];
}

/** Lines that are kept or cut together. */
const LINES_A_PART = 50;

/** Further causes in a line each: what changed, and where. */
function restParts(rest: readonly DriftCause[], facts: SummaryFacts): readonly string[] {
  if (rest.length === 0) return [];
  const lines = rest.map(({ id, title }) => {
    const place = facts.places.get(id);
    return `- ${escapeMarkdown(title)}${place === undefined ? "" : ` — ${escapeMarkdown(place)}`}`;
  });
  const parts = [
    `### ${counted(rest.length, "further cause")} of drift\n\nThe JSON report has what changed.`,
  ];
  for (let at = 0; at < lines.length; at += LINES_A_PART) {
    parts.push(lines.slice(at, at + LINES_A_PART).join("\n"));
  }
  return parts;
}

function causePart(cause: DriftCause, facts: SummaryFacts): string {
  const place = facts.places.get(cause.id);
  const scopes = cause.scopes.slice(0, SCOPES_SHOWN_MAX);
  const rest = cause.scopes.length - scopes.length;
  return [
    `<details><summary>${escapeMarkdown(cause.title)}${place === undefined ? "" : ` — ${escapeMarkdown(place)}`}</summary>`,
    "",
    ...differencePart(cause),
    `Scopes: ${scopes.map(inlineCode).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
    "",
    "</details>",
  ].join("\n");
}

function differencePart({ difference }: DriftCause): readonly string[] {
  if (difference === null) return [];
  const { path, before, after } = difference;
  const lines = diffLines(
    before === undefined ? [] : toLines(before),
    after === undefined ? [] : toLines(after),
  );
  return [inlineCode(nameLine(path)), "", codeBlock(lines.join("\n"), "diff"), ""];
}

/** Lines that both have at their beginning and end are context. */
function diffLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const kept = (line: string): string => `  ${line}`;
  return [
    ...before.slice(0, head).map(kept),
    ...before.slice(head, before.length - tail).map((line) => `- ${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+ ${line}`),
    ...before.slice(before.length - tail).map(kept),
  ];
}

function toLines(value: unknown): readonly string[] {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return visibleText(shortened(text, VALUE_CHARACTERS_MAX), "exact").split(
    /\r\n|[\n\r\u2028\u2029]/,
  );
}

function findingsPart(report: RunReport): string {
  if (report.findings.length === 0) return "";
  const items = report.findings
    .slice(0, CAUSES_SHOWN_MAX)
    .map((text) => `- ${escapeMarkdown(text)}`);
  return `### Findings\n\n${items.join("\n")}`;
}

/** Whole parts as long as they fit; what does not is said. */
function boundBytes(parts: readonly string[]): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const part of parts) {
    bytes += Buffer.byteLength(part) + 2;
    if (bytes > SUMMARY_BYTES_MAX - 200) {
      kept.push(
        "**Cut here: the summary reached its size limit. The JSON report has everything.**",
      );
      break;
    }
    kept.push(part);
  }
  return `${kept.join("\n\n")}\n`;
}
