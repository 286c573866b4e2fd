import type { WordValue } from "../word-value.ts";

/** A command whose output nobody knows: what stands in shell text for an unknown part. */
const UNKNOWN = "$(tapegate-unknown)";

/** Shell text of words that a runner appends to a script, quoted so that a shell reads them back. */
export function toShellText(words: readonly WordValue[]): string {
  return words.map(quoteWord).join(" ");
}

/** Shell text of one word whose value is certain. */
export function quoteText(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Shell text of a part that cannot be known: one word, or any number of them. */
export function unknownText(isSplit: boolean): string {
  return isSplit ? UNKNOWN : `"${UNKNOWN}"`;
}

function quoteWord(word: WordValue): string {
  if (word.kind === "known") return quoteText(word.text);
  return word.parts
    .map((part) => (part === null ? unknownText(word.isSplit) : part === "" ? "" : quoteText(part)))
    .join("");
}
