/** A word or a sign, and where it stands in its text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that write no blanks between words: each character is compared for itself. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const SPACED = `(?!${UNSPACED})[\\p{L}\\p{N}_]`;
const TOKENS = new RegExp(`${UNSPACED}|(?:${SPACED})+|[^\\s\\p{L}\\p{N}_]`, "gu");
const SPACED_WORDS = new RegExp(`(?:${SPACED})+`, "gu");
const UNSPACED_CHARACTERS = new RegExp(UNSPACED, "gu");
const INSIDE = new RegExp(`^(?:${SPACED}){2}$`, "u");

/** Words, and signs one by one. */
export function toWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(TOKENS)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** Whether a place of a text lies inside a word. */
export function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && INSIDE.test(text.slice(at - 1, at + 1));
}

/** How much a text says: its words, and letters; a character of a script without blanks is about half a word. */
export function extentOf(text: string): { readonly words: number; readonly letters: number } {
  const unspaced = text.match(UNSPACED_CHARACTERS)?.length ?? 0;
  const spaced = text.match(SPACED_WORDS) ?? [];
  const letters = spaced.reduce((sum, { length }) => sum + length, 0);
  return {
    words: spaced.length + Math.ceil(unspaced / 2),
    letters: letters + unspaced * LETTERS_PER_CHARACTER,
  };
}

const LETTERS_PER_CHARACTER = 3;

/** Whether a text says something in words, and is not one name or number. */
export function isText(text: string): boolean {
  return /\S\s+\S/.test(text) || new RegExp(UNSPACED, "u").test(text);
}
