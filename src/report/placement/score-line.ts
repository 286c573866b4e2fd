import type { ChangedText, Stretch } from "./changed-text.ts";
import { judgeMatch, type Evidence } from "./judge-match.ts";
import { isInsideWord, toWords } from "./words.ts";

/** How well a folded line of source explains a change; `undefined` where it explains nothing. */
export type LineScore = (line: string) => Evidence | undefined;

/** Shorter words stand in too many lines to say anything; at the same time the length by which pieces are found. */
const WORD_CHARACTERS_MIN = 4;
/** Pieces shorter than that are searched one by one; more of them say nothing new. */
const SHORT_PIECES_MAX = 200;
/** Places of the change that begin alike; more of them say nothing new. */
const PLACES_MAX = 50;
/** Characters looked at around a place where something was taken out. */
const AROUND = 80;

/** A piece of the changed text, and where it stands there. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

/**
 * Makes the measure for one change: the longest text that both line and change have and that covers
 * a new word (or, where words were taken out, spans the place), and how telling that is. A line is
 * looked at once, whatever the number of new words.
 */
export function openLineScore({ text, stretches }: ChangedText): LineScore {
  const byBeginning = new Map<string, Piece[]>();
  const short: Piece[] = [];
  for (const piece of stretches.flatMap((stretch) => piecesOf(text, stretch))) {
    if (piece.text.length < WORD_CHARACTERS_MIN) {
      if (short.length < SHORT_PIECES_MAX) short.push(piece);
      continue;
    }
    const beginning = piece.text.slice(0, WORD_CHARACTERS_MIN);
    const alike = byBeginning.get(beginning) ?? [];
    byBeginning.set(beginning, alike);
    if (alike.length < PLACES_MAX) alike.push(piece);
  }
  return (line) => {
    let best: Evidence | undefined;
    const look = (piece: Piece, found: number): void => {
      const evidence = evidenceOf(piece, { line, found, text });
      if (evidence !== undefined && isBetter(evidence, best)) best = evidence;
    };
    for (const piece of short) {
      for (let found = line.indexOf(piece.text); found >= 0;) {
        look(piece, found);
        found = line.indexOf(piece.text, found + 1);
      }
    }
    for (let found = 0; found + WORD_CHARACTERS_MIN <= line.length; found += 1) {
      const alike = byBeginning.get(line.slice(found, found + WORD_CHARACTERS_MIN)) ?? [];
      for (const piece of alike) if (line.startsWith(piece.text, found)) look(piece, found);
    }
    return best;
  };
}

function isBetter(one: Evidence, other: Evidence | undefined): boolean {
  if (other === undefined) return true;
  if (one.isWhole !== other.isWhole) return one.isWhole;
  return one.length > other.length;
}

function piecesOf(text: string, { start, end }: Stretch): readonly Piece[] {
  if (end > start) {
    const fresh = text.slice(start, end);
    const words = toWords(fresh)
      .filter((word) => word.text.length >= WORD_CHARACTERS_MIN)
      .map((word) => ({ text: word.text, at: start + word.start }));
    return fresh.trim() === "" ? words : [{ text: fresh, at: start }, ...words];
  }
  // Something was taken out: the words on both sides of the place must stand together in the line.
  const left = toWords(text.slice(Math.max(0, start - AROUND), start)).at(-1);
  const right = toWords(text.slice(start, start + AROUND))[0];
  if (left === undefined || right === undefined) return [];
  const at = Math.max(0, start - AROUND) + left.start;
  return [{ text: text.slice(at, start + right.end), at }];
}

/** Where a piece was found in a line. */
interface Found {
  readonly line: string;
  readonly found: number;
  readonly text: string;
}

/** The common text that grows from a piece to both sides, as far as whole words go. */
function evidenceOf(
  { text: piece, at }: Piece,
  { line, found, text }: Found,
): Evidence | undefined {
  let left = 0;
  while (found - left > 0 && at - left > 0 && line[found - left - 1] === text[at - left - 1]) {
    left += 1;
  }
  while (
    left > 0 &&
    (isInsideWord(line, found - left) ||
      isInsideWord(text, at - left) ||
      line[found - left] === " ")
  ) {
    left -= 1;
  }
  let right = piece.length;
  while (
    found + right < line.length &&
    at + right < text.length &&
    line[found + right] === text[at + right]
  ) {
    right += 1;
  }
  while (
    right > piece.length &&
    (isInsideWord(line, found + right) ||
      isInsideWord(text, at + right) ||
      line[found + right - 1] === " ")
  ) {
    right -= 1;
  }
  // A word inside of another one is no match.
  if (isInsideWord(line, found - left) || isInsideWord(line, found + right)) return undefined;
  return judgeMatch({
    line,
    inLine: { start: found - left, end: found + right },
    text,
    inText: { start: at - left, end: at + right },
    changed: { start: found, end: found + piece.length },
  });
}
