import {
  bestLine,
  bestPair,
  type Candidate,
  type FoundLine,
  type LineSources,
  type PairScore,
} from "./best-line.ts";
import { findBothChanges } from "./changed-text.ts";
import { findBlankChanges } from "./changed-blanks.ts";
import type { FileKind } from "./file-kind.ts";
import type { Evidence } from "./judge-match.ts";
import { openInsertedScore } from "./score-inserted.ts";
import { openLineScore } from "./score-line.ts";
import { openTemplateScore } from "./score-template.ts";

/** Comparing two long texts takes as long as looking at this many lines. */
const LINES_A_COMPARISON = 1000;

/** The line that an edit of a text comes from: one that has what came, else the one beside what went. */
export function placeText(
  before: string,
  after: string,
  sources: LineSources,
): (FoundLine & { readonly rule: TextRule }) | undefined {
  const { budget } = sources;
  if (budget !== undefined) {
    if (budget.linesLeft <= 0) return undefined;
    budget.linesLeft -= LINES_A_COMPARISON;
  }
  const words = findBothChanges(before, after);
  const isOfBlanks = words.gone.stretches.length === 0 && words.came.stretches.length === 0;
  const changes = isOfBlanks ? findBlankChanges(before, after) : words;
  const scoreCame = openLineScore(changes.came);
  const scoreTemplate = openTemplateScore(changes.came);
  const scoreInserted = openInsertedScore(changes);
  const added =
    bestLine(sources, "added", (line) => {
      const shared = scoreOf(scoreCame(line.folded), line.kind) || scorePieces(line, scoreTemplate);
      // One value of code may stand in many texts; the text itself says more.
      if (line.kind !== "source" || shared > INSERTED_SCORE) return shared;
      const inserted = scoreInserted(line.folded, line.file);
      return inserted === 0 ? shared : INSERTED_SCORE + inserted;
    }) ?? bestPair(sources, (pair) => scorePair(scoreCame(pair.folded), pair.kind));
  if (added !== undefined) return { ...added, rule: "the added line with the changed text" };
  const scoreGone = openLineScore(changes.gone);
  const removed = bestLine(sources, "removed", ({ folded, kind }) =>
    scoreOf(scoreGone(folded), kind),
  );
  return removed === undefined
    ? undefined
    : { ...removed, rule: "the line beside the removed text" };
}

/** The rules that look for texts. */
export type TextRule = "the added line with the changed text" | "the line beside the removed text";

function scorePieces(
  { folded, kind }: Pick<Candidate, "folded" | "kind">,
  scoreTemplate: (line: string) => number,
): number {
  const length = kind === "prose" ? 0 : scoreTemplate(folded);
  return length === 0 ? 0 : RANKS[kind][1] + length;
}

function scorePair(evidence: Evidence | undefined, kind: FileKind): PairScore | undefined {
  const score = scoreOf(evidence, kind);
  return score === 0 || evidence === undefined
    ? undefined
    : { score, match: evidence.inLine, changed: evidence.changed };
}

/** More than any match is long: what a line is counts first, then how much of the change it has. */
const RANK = 1_000_000;
/** Whole matches and parts of lines. A prompt's source comes before the test that asserts it, before what is written about it. */
const RANKS: Readonly<Record<FileKind, readonly [whole: number, part: number]>> = {
  source: [7 * RANK, 4 * RANK],
  test: [5 * RANK, 2 * RANK],
  prose: [3 * RANK, 1 * RANK],
};
const INSERTED_SCORE = 6 * RANK;

function scoreOf(evidence: Evidence | undefined, kind: FileKind): number {
  if (evidence === undefined || !isTelling(evidence, kind)) return 0;
  return RANKS[kind][evidence.isWhole ? 0 : 1] + evidence.length;
}

/**
 * One word in common is chance, however long it is. Two that are all a literal says are evidence; the
 * more the line goes on in other words, the more of them it takes.
 */
function isTelling({ cuts, words, letters, share }: Evidence, kind: FileKind): boolean {
  const isProse = kind === "prose";
  switch (cuts) {
    case 0:
      return words >= 2 && letters >= (isProse ? 10 : 6);
    case 1:
      return isProse
        ? words >= 5 && share >= 0.6
        : (words >= 4 && letters >= 18) || (words >= 3 && share >= 0.75);
    default:
      return isProse ? words >= 8 && share >= 0.6 : words >= 6 && letters >= 28;
  }
}
