import type { Interaction } from "../../cassette/values.ts";
import { escapeHtml } from "../escape-markdown.ts";
import type { RunReport } from "../run-report.ts";
import type { RunOutcome } from "../run-verdict.ts";
import { counted, grouped } from "../text.ts";
import { verdictLine } from "../verdict-line.ts";
import { causeEntry } from "./cause-entry.ts";
import { PAGE_SCRIPT } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { scopeEntry } from "./scope-entry.ts";
import { wholeDifference } from "./whole-difference.ts";

/** A page beyond this size opens slowly; what does not fit is said on it. */
const PAGE_BYTES_MAX: number = 24 * 1024 ** 2;

/** Causes on one page; more are a suite that asks something new each time. */
const CAUSES_SHOWN_MAX = 500;
/** Causes that are open from the start; with more of them what follows is out of reach. */
const CAUSES_OPEN_MAX = 20;
const NOTES_SHOWN_MAX = 200;

/** What the page shows beside the report. */
export interface HtmlFacts {
  readonly outcome: RunOutcome;
  /** There were no cassettes at all. @default {false} */
  readonly isLibraryEmpty?: boolean;
  /** `src/prompts.py:12 (the added line with the changed text)` by cause id. */
  readonly places: ReadonlyMap<string, string>;
  /** Recordings of a scope; empty where its document cannot be read. Asked scope by scope. */
  readonly interactionsOf: (scope: string) => readonly Interaction[];
  /** Base64 of the SHA-256 of `PAGE_SCRIPT`, for the page's own content policy. */
  readonly scriptDigest: string;
}

/**
 * The run as one self-contained page: verdict, causes of drift side by side, every scope with its
 * conversations. Nothing is fetched and nothing leaves it; everything from outside is text.
 */
export function toHtmlReport(report: RunReport, facts: HtmlFacts): string {
  const parts = [
    head(report, facts),
    overview(report),
    causes(report, facts),
    scopes(report, facts),
    foot(report),
  ];
  return `${parts.join("\n")}\n`;
}

function head(
  report: RunReport,
  { outcome, isLibraryEmpty = false, scriptDigest }: HtmlFacts,
): string {
  const { tone, text } = verdictLine(report, outcome, isLibraryEmpty);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptDigest}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Tapegate: ${escapeHtml(text)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1 class="verdict-${tone}">${escapeHtml(text)}</h1>
<p class="hint">${escapeHtml(`${report.mode} of ${report.cassettes}, ${timeOf(report)}${report.suite === null ? "" : `, ${report.suite.command.join(" ")}`}`)}</p>
</header>
<main>`;
}

/** `2026-01-02 03:04:05 UTC` */
function timeOf({ startedAt }: RunReport): string {
  return startedAt.replace(/^([\d-]+)T([\d:]+)(?:\.\d+)?Z$/, "$1 $2 UTC");
}

function overview(report: RunReport): string {
  const { counts, findings, troubles } = report;
  const { input, output } = counts.tokensSaved;
  const items: readonly (readonly [string, string])[] = [
    [grouped(counts.hits), "replayed"],
    [grouped(counts.misses), "missed"],
    [grouped(counts.exhausted), "asked too often"],
    [grouped(counts.unused), "unused"],
    [grouped(counts.recorded), "recorded"],
    [`${grouped(input)} in, ${grouped(output)} out`, "tokens not spent"],
  ];
  const notes = [
    ...troubles.map((text) => `<li><strong>Trouble:</strong> ${escapeHtml(text)}</li>`),
    ...findings.map((text) => `<li>${escapeHtml(text)}</li>`),
  ];
  const rest = notes.length - NOTES_SHOWN_MAX;
  if (rest > 0) notes.splice(NOTES_SHOWN_MAX, rest, `<li>and ${grouped(rest)} more</li>`);
  return `<ul class="counts">${items.map(([value, name]) => `<li><b>${escapeHtml(value)}</b> ${name}</li>`).join("")}</ul>
${notes.length === 0 ? "" : `<h2>Findings</h2>\n<ul>${notes.join("")}</ul>`}
${report.causes.length + report.scopes.length === 0 ? '<p class="hint">Nothing was asked, so there is no conversation to show.</p>' : FIND}`;
}

/** Search and filter of what follows. */
const FIND = `<div class="find" role="search">
<label for="search">Search</label> <input id="search" type="search" placeholder="words in prompts, answers, names" autocomplete="off">
<label for="verdict">Verdict</label> <select id="verdict"><option value="">all</option><option value="drift">drift</option><option value="hit">hit</option><option value="partial">partial</option><option value="miss">miss</option><option value="none">none</option><option value="not kept">not kept</option></select>
<output id="shown" for="search verdict"></output>
<span class="hint keys">Keys: / search, Enter, j and k move, o opens all</span>
</div>`;

function causes(report: RunReport, { places, interactionsOf }: HtmlFacts): string {
  if (report.causes.length === 0) return "";
  const misses = new Map(report.misses.map((miss) => [miss.id, miss]));
  const shown = report.causes.slice(0, CAUSES_SHOWN_MAX).map((cause) => ({
    ...cause,
    difference: wholeDifference(cause, misses, interactionsOf),
  }));
  const rest = report.causes.length - shown.length;
  return `<h2 data-heading="cause">${counted(report.causes.length, "cause")} of drift</h2>
${shown.map((cause, index) => causeEntry(cause, { misses, place: places.get(cause.id), isOpen: index < CAUSES_OPEN_MAX })).join("\n")}
${rest > 0 ? `<p>and ${counted(rest, "more cause")}; the JSON report has them all.</p>` : ""}`;
}

/** Unused recordings by scope, each `<lane> <key>`. */
function unusedByScope(report: RunReport): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { scope, lane, key } of report.unused) {
    const own = keys.get(scope) ?? new Set();
    keys.set(scope, own.add(`${lane} ${key}`));
  }
  return keys;
}

function scopes(report: RunReport, { interactionsOf }: HtmlFacts): string {
  const unused = unusedByScope(report);
  const entries: string[] = [];
  let bytes = 0;
  for (const scope of report.scopes) {
    const entry = scopeEntry(
      scope,
      interactionsOf(scope.scope),
      unused.get(scope.scope) ?? new Set(),
    );
    bytes += entry.length;
    if (bytes > PAGE_BYTES_MAX) {
      const rest = report.scopes.length - entries.length;
      entries.push(
        `<p>${counted(rest, "more scope")} did not fit on this page; the JSON report has them all.</p>`,
      );
      break;
    }
    entries.push(entry);
  }
  if (entries.length === 0) return "";
  return `<h2 data-heading="scope">${counted(report.scopes.length, "scope")}</h2>\n${entries.join("\n")}`;
}

function foot({ tapegate }: RunReport): string {
  return `</main>
<footer class="hint">Written by Tapegate ${escapeHtml(tapegate)}. Requests are shown redacted; answers are shown as recorded.</footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>`;
}
