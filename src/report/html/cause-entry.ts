import type { MissRecord } from "../../cassette/session.ts";
import { escapeHtml } from "../escape-markdown.ts";
import type { DriftCause } from "../run-report.ts";
import { counted, shortened } from "../text.ts";
import { markedText } from "./marked-text.ts";

const VALUE_CHARACTERS_MAX = 20_000;
/** What is shown before the first difference of texts that are longer. */
const CONTEXT_CHARACTERS = 2000;
const MISSES_SHOWN_MAX = 50;

/** What is shown of a cause beside itself. */
export interface CauseFacts {
  readonly misses: ReadonlyMap<string, MissRecord>;
  readonly place: string | undefined;
  readonly isOpen: boolean;
}

/** One cause of drift: what was recorded and what is asked now, side by side, and where it comes from. */
export function causeEntry(cause: DriftCause, { misses, place, isOpen }: CauseFacts): string {
  const own = cause.missIds.flatMap((id) => misses.get(id) ?? []);
  const shown = own.slice(0, MISSES_SHOWN_MAX);
  return `<details data-entry="cause" data-verdict="drift"${isOpen ? " open" : ""}>
<summary><span class="name">${escapeHtml(cause.title)}</span><span class="tag tag-miss">drift</span></summary>
${place === undefined ? "" : `<p class="where">Placed at <code>${escapeHtml(place)}</code></p>`}
${sides(cause)}
<details><summary>${own.length === 0 ? "" : `${counted(own.length, "request")} in `}${counted(cause.scopes.length, "scope")}</summary>
${
  own.length === 0
    ? `<p>${cause.scopes
        .slice(0, MISSES_SHOWN_MAX)
        .map((scope) => `<code>${escapeHtml(scope)}</code>`)
        .join(", ")}</p>`
    : shown.map(missLine).join("\n")
}
${own.length > shown.length ? `<p>and ${counted(own.length - shown.length, "more request")}; the JSON report has them all</p>` : ""}
</details>
</details>`;
}

function sides({ difference }: DriftCause): string {
  if (difference === null) return "";
  const [before, after] = aroundChange(toText(difference.before), toText(difference.after));
  return `<p>At <code>${escapeHtml(shortened(difference.path, VALUE_CHARACTERS_MAX))}</code></p>
<div class="sides">
${side("recorded", marked(after, before, "del"))}
${side("asked now", marked(before, after, "ins"))}
</div>`;
}

/** A long text scrolls, so it must be possible to reach it by keyboard; the page's script goes to the change. */
function side(title: string, html: string): string {
  return `<div class="side"><h3>${title}</h3><pre tabindex="0" role="group" aria-label="${title}">${html}</pre></div>`;
}

function toText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** Texts that are too long: of both what differs, and a little of what is the same on both sides of it. */
function aroundChange(before: string, after: string): readonly [string, string] {
  const least = Math.min(before.length, after.length);
  if (Math.max(before.length, after.length) <= VALUE_CHARACTERS_MAX) return [before, after];
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const from = lineStart(before, Math.max(0, head - CONTEXT_CHARACTERS), head);
  const left = Math.max(0, tail - CONTEXT_CHARACTERS);
  const cut = (text: string): string =>
    text === ""
      ? ""
      : theSame(from, "", "\n") +
        shortened(text.slice(from, text.length - left), VALUE_CHARACTERS_MAX) +
        theSame(left, "\n", "");
  return [cut(before), cut(after)];
}

/** Where a line begins between two places, else the first of them. */
function lineStart(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const start = text.indexOf("\n", from) + 1;
  return start > 0 && start <= to ? start : from;
}

function theSame(characters: number, before: string, after: string): string {
  return characters === 0
    ? ""
    : `${before}… (${counted(characters, "character")} the same)${after}`;
}

function marked(other: string, text: string, mark: "del" | "ins"): string {
  return text === "" ? '<span class="where">(nothing)</span>' : markedText(text, other, mark);
}

function missLine(miss: MissRecord): string {
  const site = miss.callSite === null ? "" : ` called at <code>${escapeHtml(miss.callSite)}</code>`;
  return `<p class="hint"><code>${escapeHtml(miss.scope)}</code>${site}: ${escapeHtml(miss.message)}</p>`;
}
