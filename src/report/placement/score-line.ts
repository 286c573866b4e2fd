import type { ChangedText, Stretch } from "./changed-text.ts";

/** How well a folded line of source explains a change; 0 where it explains nothing. */
export type LineScore = (line: string) => number;

/** Characters looked at around a place where something was taken out, and those that must match. */
const AROUND = 80;
const SEAM = 6;
/** Shorter words stand in too many lines to say anything; at the same time the length by which pieces are found. */
const WORD_CHARACTERS_MIN = 4;
/** Pieces shorter than that are searched one by one; more of them say nothing new. */
const SHORT_PIECES_MAX = 200;
/** Places of the change that begin alike; more of them say nothing new. */
const PLACES_MAX = 50;

/** A piece of the changed text, and where it stands there. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

/**
 * Makes the measure for one change: characters of the longest text that both line and change have
 * and that covers new words (or, where words were taken out, spans the place). A line is looked at
 * once, whatever the number of new words.
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
    let best = 0;
    for (const { text: piece, at } of short) {
      for (let found = line.indexOf(piece); found >= 0; found = line.indexOf(piece, found + 1)) {
        best = Math.max(best, commonLength({ line, found, text, at, length: piece.length }));
      }
    }
    for (let found = 0; found + WORD_CHARACTERS_MIN <= line.length; found += 1) {
      for (const { text: piece, at } of byBeginning.get(
        line.slice(found, found + WORD_CHARACTERS_MIN),
      ) ?? []) {
        if (line.startsWith(piece, found)) {
          best = Math.max(best, commonLength({ line, found, text, at, length: piece.length }));
        }
      }
    }
    return best;
  };
}

function piecesOf(text: string, { start, end }: Stretch): readonly Piece[] {
  if (end > start) {
    const fresh = text.slice(start, end);
    const words = [...fresh.matchAll(/[\p{L}\p{N}_]+/gu)]
      .filter(([word]) => word.length >= WORD_CHARACTERS_MIN)
      .map((match) => ({ text: match[0], at: start + match.index }));
    return fresh.trim() === "" ? words : [{ text: fresh, at: start }, ...words];
  }
  // Something was taken out: what stands around the place must stand together in the line.
  const left = text.slice(Math.max(0, start - AROUND), start);
  const right = text.slice(start, start + AROUND);
  if (left.trim() === "" || right.trim() === "") return [];
  const piece = left.slice(-SEAM) + right.slice(0, SEAM);
  return [{ text: piece, at: Math.max(0, start - Math.min(SEAM, left.length)) }];
}

interface Match {
  readonly line: string;
  /** Where the piece stands in the line. */
  readonly found: number;
  readonly text: string;
  /** Where it stands in the change. */
  readonly at: number;
  readonly length: number;
}

/** Length of the common text that grows from a piece to both sides. */
function commonLength({ line, found, text, at, length }: Match): number {
  let left = 0;
  while (found - left > 0 && at - left > 0 && line[found - left - 1] === text[at - left - 1]) {
    left += 1;
  }
  let right = length;
  while (
    found + right < line.length &&
    at + right < text.length &&
    line[found + right] === text[at + right]
  ) {
    right += 1;
  }
  return left + right;
}
