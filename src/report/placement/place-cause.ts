import type { MissRecord } from "../../cassette/session.ts";
import type { DriftCause } from "../run-report.ts";
import { findBothChanges, foldText } from "./changed-text.ts";
import { openLineScore, type LineScore } from "./score-line.ts";
import type { PatchedFile, PatchLine } from "./patch.ts";

/** Where an annotation goes, and by which rule. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly rule: PlaceRule;
}

/** The rules of the ladder; the summary says which one placed a cause. */
export type PlaceRule =
  | "the added line with the changed text"
  | "the line after the removed text"
  | "the added line with the changed value"
  | "the call site"
  | "the test"
  | "the cassette";

/** What placing looks at. */
export interface PlaceSources {
  /** Files of the pull request; empty where there is none or it cannot be read. */
  readonly files: readonly PatchedFile[];
  /** `added`: lines that the pull request adds; `diff`: every line of its hunks; `all`: any line. */
  readonly scope: "added" | "diff" | "all";
  /** Path of a scope's committed cassette relative to the repository; `undefined` where it is not committed. */
  readonly cassettePath: (scope: string) => string | undefined;
  /** Where the suite runs, relative to the repository's root: call sites and tests are named from there. @default {the root} */
  readonly suiteFolder?: string;
  /** Lines that may still be looked at, over all causes: a huge pull request must not stall the job. @default {any number} */
  readonly budget?: { linesLeft: number };
}

/** Fewer shared characters are chance: `be brief` stands in many lines. */
const SHARED_CHARACTERS_MIN = 10;
/** A line that is nearly all of the changed text may be shorter. */
const SHARED_SHARE_MIN = 0.6;

/** Places one cause: the first rule of the ladder that finds a line; `undefined` where none does. */
export function placeCause(
  cause: DriftCause,
  misses: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  const ids = new Set(cause.missIds);
  const own = misses.filter(({ id }) => ids.has(id));
  return (
    placeByText(cause, own, sources) ??
    placeByValue(cause, own, sources) ??
    placeByCallSite(own, sources) ??
    placeByCassette(cause, sources)
  );
}

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The shared difference first, then the other differences of the misses, each once. */
function changesOf(cause: DriftCause, own: readonly MissRecord[]): readonly Change[] {
  const changes = new Map<string, Change>();
  const all = [
    ...(cause.difference === null ? [] : [cause.difference]),
    ...own
      .slice(0, MISSES_READ_MAX)
      .flatMap((miss) => miss.explanation.nearest[0]?.differences ?? []),
  ];
  for (const { path, before, after } of all) {
    changes.set(JSON.stringify([path, before, after]), { path, before, after });
  }
  return [...changes.values()];
}

/** Misses of one cause differ by what they have in common: a few say it. */
const MISSES_READ_MAX = 20;

function placeByText(
  cause: DriftCause,
  own: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  if (sources.files.length === 0) return undefined;
  for (const change of changesOf(cause, own)) {
    for (const { before, after } of textsOf(change)) {
      const place = placeText(before, after, sources);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

function placeText(before: string, after: string, sources: PlaceSources): Place | undefined {
  const { budget } = sources;
  if (budget !== undefined) {
    if (budget.linesLeft <= 0) return undefined;
    budget.linesLeft -= LINES_A_COMPARISON;
  }
  const { came, gone } = findBothChanges(before, after);
  const scoreAdded = openLineScore(came);
  const added = bestLine(sources, "added", (line) => accept(scoreAdded, line));
  if (added !== undefined) return { ...added, rule: "the added line with the changed text" };
  const scoreRemoved = openLineScore(gone);
  const removed = bestLine(sources, "removed", (line) => accept(scoreRemoved, line));
  return removed === undefined
    ? undefined
    : { ...removed, rule: "the line after the removed text" };
}

function accept(scoreOf: LineScore, line: PatchLine): number {
  const folded = foldLine(line);
  const score = scoreOf(folded);
  const { length } = folded;
  return score >= SHARED_CHARACTERS_MIN || (score >= 4 && score >= length * SHARED_SHARE_MIN)
    ? score
    : 0;
}

/** Comparing two long texts takes as long as looking at this many lines. */
const LINES_A_COMPARISON = 1000;

// Every cause looks at every line.
const foldedLines = new WeakMap<PatchLine, string>();

function foldLine(line: PatchLine): string {
  const folded = foldedLines.get(line) ?? foldText(line.text).trim();
  foldedLines.set(line, folded);
  return folded;
}

/** Pairs of texts inside a change: strings themselves, and strings deep inside a new or changed value. */
function textsOf({ before, after }: Change): readonly { before: string; after: string }[] {
  if (typeof before === "string" && typeof after === "string") return [{ before, after }];
  const old = stringsOf(before);
  const fresh = stringsOf(after);
  const onlyNew = fresh.filter((text) => !old.includes(text));
  const onlyOld = old.filter((text) => !fresh.includes(text));
  return [
    ...onlyNew.map((text) => ({ before: "", after: text })),
    ...onlyOld.map((text) => ({ before: text, after: "" })),
  ].toSorted((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
}

const STRINGS_READ_MAX = 200;

function stringsOf(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.length < STRINGS_READ_MAX) {
    const next = waiting.pop();
    if (typeof next === "string") found.push(next);
    else if (typeof next === "object" && next !== null) {
      waiting.push(
        ...Object.values(next).toReversed(),
        ...(Array.isArray(next) ? [] : Object.keys(next)),
      );
    }
  }
  return found;
}

function placeByValue(
  cause: DriftCause,
  own: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  for (const { path, before, after } of changesOf(cause, own)) {
    const name = /([A-Za-z_][\w-]*)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
    const value = scalarText(after) ?? (after === undefined ? scalarText(before) : undefined);
    if (value === undefined) continue;
    const place = bestLine(sources, after === undefined ? "removed" : "added", ({ text }) =>
      scoreScalar(text, name, value),
    );
    if (place !== undefined) return { ...place, rule: "the added line with the changed value" };
  }
  return undefined;
}

function scalarText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

/** Name and value in one line say most; a telling value alone (`gpt-5-nano`) says enough, `0` does not. */
function scoreScalar(text: string, name: string, value: string): number {
  const isNamed = name !== "" && fold(text).includes(fold(name));
  if (!holdsToken(text, value)) return 0;
  if (isNamed) return 2;
  return value.length >= VALUE_ALONE_CHARACTERS_MIN ? 1 : 0;
}

const VALUE_ALONE_CHARACTERS_MIN = 4;

/** `max_tokens`, `maxTokens`, `MAX-TOKENS` are one name. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[_-]/g, "");
}

function holdsToken(text: string, value: string): boolean {
  const spellings =
    value === "true" || value === "false"
      ? [value, value[0]!.toUpperCase() + value.slice(1)]
      : [value];
  return spellings.some((spelling) => {
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      const before = text[at - 1] ?? " ";
      const after = text[at + spelling.length] ?? " ";
      if (!/[\w.]/.test(before) && !/\w/.test(after)) return true;
    }
    return false;
  });
}

/** The best line of a kind; the earlier one where two are equally good. `all` and `diff` look at context lines too. */
function bestLine(
  { files, scope, budget }: PlaceSources,
  kind: "added" | "removed",
  score: (line: PatchLine) => number,
): { readonly path: string; readonly line: number } | undefined {
  let best: { readonly path: string; readonly line: number } | undefined;
  let bestScore = 0;
  for (const { path, lines } of files) {
    if (path.endsWith(".cassette.json")) continue;
    if (budget !== undefined) {
      if (budget.linesLeft <= 0) break;
      budget.linesLeft -= effortOf(lines);
    }
    for (const line of lines) {
      const isLooked =
        line.kind === kind || (kind === "added" && scope !== "added" && line.kind === "context");
      // An added line beats a context line that says the same.
      const value = isLooked ? score(line) - (line.kind === "context" ? 0.5 : 0) : 0;
      if (value > bestScore) [best, bestScore] = [{ path, line: line.line }, value];
    }
  }
  return best;
}

/** A line of source has about this many characters; one of a bundle, a million. */
const CHARACTERS_A_LINE = 40;
const efforts = new WeakMap<readonly PatchLine[], number>();

/** What looking at a file's lines costs, in lines as people write them. */
function effortOf(lines: readonly PatchLine[]): number {
  const known = efforts.get(lines);
  if (known !== undefined) return known;
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const effort = Math.max(lines.length, Math.ceil(characters / CHARACTERS_A_LINE));
  efforts.set(lines, effort);
  return effort;
}

function placeByCallSite(own: readonly MissRecord[], sources: PlaceSources): Place | undefined {
  for (const { callSite } of own) {
    const match = /^(.+):(\d+)$/.exec(callSite ?? "");
    if (match === null) continue;
    const named = match[1]!.replaceAll("\\", "/").replace(/^\.\//, "");
    const path = pathInDiff(named, sources) ?? (sources.scope === "all" ? named : undefined);
    if (path !== undefined) return { path, line: Number(match[2]), rule: "the call site" };
  }
  for (const { scope } of own) {
    const named = scope.split("::")[0] ?? "";
    const path = named === scope ? undefined : pathInDiff(named, sources);
    if (path !== undefined) return { path, line: 1, rule: "the test" };
  }
  return undefined;
}

/** A file that the suite named, as the pull request names it; `undefined` where it changes no such file. */
function pathInDiff(named: string, { files, suiteFolder }: PlaceSources): string | undefined {
  const inFolder = suiteFolder === undefined ? [] : [`${suiteFolder}/${named}`];
  return [...inFolder, named].find((path) => files.some((file) => file.path === path));
}

function placeByCassette(cause: DriftCause, sources: PlaceSources): Place | undefined {
  for (const scope of cause.scopes) {
    const path = sources.cassettePath(scope);
    if (path !== undefined) return { path, line: 1, rule: "the cassette" };
  }
  return undefined;
}
