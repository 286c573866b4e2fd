/**
 * Characters of a piece: 1 Mi. A text of megabytes is coded piece by piece, since all of its bytes at once
 * would stand in memory beside it.
 */
export const PIECE_LENGTH_MAX: number = 1024 * 1024;

/** A text in pieces that can be coded apart: no character is cut in two. */
export function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + PIECE_LENGTH_MAX, text.length);
    if (end < text.length && isLeading(text.charCodeAt(end - 1))) end--;
    yield text.slice(start, end);
    start = end;
  }
}

/** Whether a code unit is the first of two. */
function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
