import type { Stretch } from "./changed-text.ts";
import { fileKind, type FileKind } from "./file-kind.ts";
import { foldText } from "./fold-text.ts";
import type { PatchedFile, PatchLine } from "./patch.ts";

/** Lines that are searched for a change. */
export interface LineSources {
  readonly files: readonly PatchedFile[];
  /** `added`: lines that the pull request adds; `diff`: every line of its hunks; `all`: any line. */
  readonly scope: "added" | "diff" | "all";
  /** Lines that may still be looked at, over all causes: a huge pull request must not stall the job. @default {any number} */
  readonly budget?: { linesLeft: number };
}

/** A line of the pull request's head. */
export interface FoundLine {
  readonly path: string;
  readonly line: number;
}

/** A line as it is judged. */
export interface Candidate {
  readonly text: string;
  readonly folded: string;
  readonly kind: FileKind;
  readonly file: PatchedFile;
}

/** The best line of a kind; the earlier one where two are equally good. `all` and `diff` look at context lines too. */
export function bestLine(
  sources: LineSources,
  kind: "added" | "removed",
  score: (candidate: Candidate) => number,
): FoundLine | undefined {
  let best: FoundLine | undefined;
  let bestScore = 0;
  for (const file of affordable(sources)) {
    const of = fileKind(file.path);
    for (const line of file.lines) {
      const isLooked =
        line.kind === kind ||
        (kind === "added" && sources.scope !== "added" && line.kind === "context");
      if (!isLooked) continue;
      const value = score({ text: line.text, folded: foldLine(line), kind: of, file });
      // An added line beats a context line that says the same.
      const least = line.kind === "context" ? value - 0.5 : value;
      if (least > bestScore) [best, bestScore] = [{ path: file.path, line: line.line }, least];
    }
  }
  return best;
}

/** How well two lines that follow each other do, and what of the joined text that is: the match, and the changed words in it. */
export interface PairScore {
  readonly score: number;
  readonly match: Stretch;
  readonly changed: Stretch;
}

/**
 * The best of two lines that follow each other and of which one was added: a text may be written in
 * several literals, cut anywhere. The line is told in which the changed words begin; that, or the next with more of them, must have been added.
 */
export function bestPair(
  sources: LineSources,
  score: (candidate: Candidate) => PairScore | undefined,
): FoundLine | undefined {
  let best: FoundLine | undefined;
  let bestScore = 0;
  for (const file of affordable(sources)) {
    const kind = fileKind(file.path);
    for (const { first, second, between, text, seam } of pairsOf(file)) {
      const found = score({ text, folded: text, kind, file });
      if (found === undefined || found.score <= bestScore) continue;
      // What one line has alone was looked at before.
      if (found.match.start >= seam || found.match.end <= seam) continue;
      const told = [
        ...(found.changed.start < seam ? [first] : []),
        ...(found.changed.end > seam ? [second] : []),
        // An empty line that came between them changes the text as well.
        ...(found.changed.start < seam && found.changed.end > seam ? between : []),
      ].find((line) => line.kind === "added");
      if (told === undefined) continue;
      [best, bestScore] = [{ path: file.path, line: told.line }, found.score];
    }
  }
  return best;
}

const LITERAL_END = /(["'`])\s*(?:\+|\.\.?|&|,|\\)?\s*$/;
const LITERAL_START = /^\s*(?:\+|\.\.?|&)?\s*[a-zA-Z]{0,2}(["'`])/;

/** Two lines that follow each other, with empty ones between them or none, and of which one was added, as the text that they say. */
interface Pair {
  readonly first: PatchLine;
  readonly second: PatchLine;
  /** Empty lines. */
  readonly between: readonly PatchLine[];
  readonly text: string;
  /** Where the second line begins in the text. */
  readonly seam: number;
}

// Every cause looks at every pair.
const joinedPairs = new WeakMap<PatchedFile, readonly Pair[]>();

function pairsOf(file: PatchedFile): readonly Pair[] {
  const known = joinedPairs.get(file);
  if (known !== undefined) return known;
  const lines = file.lines.filter((line) => line.kind !== "removed");
  const pairs = lines.flatMap((first, index): readonly Pair[] => {
    if (isEmpty(first)) return [];
    let next = index + 1;
    while (next < lines.length && next - index <= EMPTY_LINES_MAX && isEmpty(lines[next]!)) next++;
    const second = lines[next];
    if (second?.line !== first.line + next - index) return [];
    const between = lines.slice(index + 1, next);
    if (![first, second, ...between].some(({ kind }) => kind === "added")) return [];
    return [{ first, second, between, ...joinLines(first.text, second.text) }];
  });
  joinedPairs.set(file, pairs);
  return pairs;
}

const EMPTY_LINES_MAX = 3;

function isEmpty({ text }: PatchLine): boolean {
  return /^\s*$/.test(text);
}

/** Literals that follow each other are one text. */
function joinLines(
  first: string,
  second: string,
): { readonly text: string; readonly seam: number } {
  const isLiteral = LITERAL_END.test(first) && LITERAL_START.test(second);
  const left = foldText(isLiteral ? first.replace(LITERAL_END, "") : first).trimStart();
  const right = foldText(isLiteral ? second.replace(LITERAL_START, "") : second).trimEnd();
  const head = isLiteral ? left : `${left.trimEnd()} `;
  return { text: head + (isLiteral ? right : right.trimStart()), seam: head.length };
}

/** Files as long as the budget lasts; cassettes are never the cause. */
function* affordable({ files, budget }: LineSources): Generator<PatchedFile> {
  for (const file of files) {
    if (file.path.endsWith(".cassette.json")) continue;
    if (budget !== undefined) {
      if (budget.linesLeft <= 0) return;
      budget.linesLeft -= effortOf(file.lines);
    }
    yield file;
  }
}

// Every cause looks at every line.
const foldedLines = new WeakMap<PatchLine, string>();

function foldLine(line: PatchLine): string {
  const folded = foldedLines.get(line) ?? foldText(line.text).trim();
  foldedLines.set(line, folded);
  return folded;
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
