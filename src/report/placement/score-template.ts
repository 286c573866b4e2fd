import type { ChangedText, Stretch } from "./changed-text.ts";
import { extentOf } from "./words.ts";

/** What code puts a value in for: `${a}`, `#{a}`, `{{ a }}`, `{% if a %}`, `<%= a %>`, `{a}`, `%s`, `%(a)s`. */
const PLACEHOLDER =
  /\$\{(?:[^{}]|\{[^{}]*\})*\}|#\{[^{}]*\}|\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\{[^{}"'`;]*\}|%(?:\(\w+\))?[-+#0-9.]*[sdifgr](?!\p{L})/gu;
/** Lines and pieces longer than that are bundles. */
const LINE_CHARACTERS_MAX = 1000;
const PIECES_MAX = 20;
/** Places at which a template may begin; characters that a value may have. */
const BEGINNINGS_MAX = 50;
const VALUE_CHARACTERS_MAX = 400;
const WORDS_MIN = 2;
const LETTERS_MIN = 8;

/**
 * Makes the measure for one change: how many characters of a line stand, piece by piece between its placeholders, in the
 * changed text, where no piece alone says enough (`[{i}] Title: {title} Body: {text}`); 0 where they do not, or none of them is new.
 */
export function openTemplateScore({ text, stretches }: ChangedText): (line: string) => number {
  const changed = stretches.filter(({ start, end }) => end > start);
  return (line) => {
    if (changed.length === 0 || line.length > LINE_CHARACTERS_MAX) return 0;
    // Most lines have no placeholder, and splitting costs more.
    if (!/[{%]/u.test(line)) return 0;
    const pieces = piecesOf(line);
    if (pieces.length < 2 || pieces.length > PIECES_MAX) return 0;
    const { words, letters } = extentOf(pieces.join(" "));
    if (words < WORDS_MIN || letters < LETTERS_MIN) return 0;
    let at = text.indexOf(pieces[0]!);
    for (let tried = 0; at >= 0 && tried < BEGINNINGS_MAX; tried += 1) {
      const found = findInOrder(text, pieces, at);
      if (found?.some((piece) => changed.some((one) => overlaps(piece, one)))) {
        return pieces.join("").length;
      }
      at = text.indexOf(pieces[0]!, at + 1);
    }
    return 0;
  };
}

/** What a line says around its placeholders; of code before and behind its literal nothing. */
function piecesOf(line: string): readonly string[] {
  const pieces = line.split(PLACEHOLDER);
  if (pieces.length < 2) return [];
  const first = pieces[0]!.replace(/^.*["'`]/u, "").trimStart();
  const last = pieces
    .at(-1)!
    .replace(/["'`].*$/u, "")
    .trimEnd();
  return [first, ...pieces.slice(1, -1), last].filter((piece) => /\S/u.test(piece));
}

function findInOrder(
  text: string,
  pieces: readonly string[],
  start: number,
): readonly Stretch[] | undefined {
  const found: Stretch[] = [];
  let at = start;
  for (const piece of pieces) {
    const next = text.indexOf(piece, at);
    if (next < 0 || next - at > VALUE_CHARACTERS_MAX) return undefined;
    at = next + piece.length;
    found.push({ start: next, end: at });
  }
  return found;
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
