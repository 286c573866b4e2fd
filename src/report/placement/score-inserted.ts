import type { BothChanges, ChangedText, Stretch } from "./changed-text.ts";
import { findValue, isWholeValue, namesIn, numbersIn } from "./literals.ts";
import type { PatchedFile } from "./patch.ts";
import { foldText } from "./fold-text.ts";
import { extentOf, toWords } from "./words.ts";

/** How well a folded line of a file holds, as a whole value, what code put into a changed text; 0 to 3. */
export type InsertedScore = (line: string, file: PatchedFile) => number;

/** Changed stretches that may be values; a text with more changes is not one that code put a value into. */
const STRETCHES_MAX = 20;
/** Characters on both sides of a value that may name it: `at most 25 items`. */
const NAMED_WITHIN = 40;
/** Words of a value; more of them are a text. */
const VALUE_WORDS_MAX = 4;
/** Characters between two changed stretches of one value. */
const BETWEEN_CHARACTERS_MAX = 8;
/** Shorter words of a name say nothing. */
const NAME_WORD_CHARACTERS_MIN = 4;

interface Inserted {
  readonly text: string;
  /** Words around it, as names are compared. */
  readonly around: ReadonlySet<string>;
}

/**
 * Code may put a value into a text: `f"At most {MAX_ITEMS} items."`. The value alone is no evidence, other
 * lines have it too; the line must also replace one with the earlier value, or be named like the words around it.
 */
export function openInsertedScore({ came, gone }: BothChanges): InsertedScore {
  const fresh = insertedOf(came);
  const old = insertedOf(gone);
  const replaced = new Map<PatchedFile, ReadonlySet<string>>();
  const replacedIn = (file: PatchedFile): ReadonlySet<string> => {
    const known = replaced.get(file) ?? replacedBy(file, old);
    replaced.set(file, known);
    return known;
  };
  return (line, file) => {
    let best = 0;
    for (const { text, around } of fresh) {
      const value = findIn(line, text);
      if (value === undefined) continue;
      const isNamed = namesIn(line).some(({ words }) => words.some((n) => around.has(stem(n))));
      const isReplacing = replacedIn(file).has(restOf(line, value));
      best = Math.max(best, (isNamed ? NAMED : 0) + (isReplacing ? REPLACING : 0));
    }
    return best;
  };
}

const REPLACING = 2;
const NAMED = 1;

/** What stood around the earlier values in the lines that a file lost. */
function replacedBy({ lines }: PatchedFile, old: readonly Inserted[]): ReadonlySet<string> {
  const rests = new Set<string>();
  for (const { kind, text } of lines) {
    if (kind !== "removed") continue;
    const line = foldText(text).trim();
    for (const one of old) {
      const value = findIn(line, one.text);
      if (value !== undefined) rests.add(restOf(line, value));
    }
  }
  return rests;
}

/** The names of a line around a value: what it is, whatever else of the line changed. */
function restOf(line: string, { start, end }: Stretch): string {
  return namesIn(`${line.slice(0, start)} ${line.slice(end)}`)
    .map(({ words }) => words.join("_"))
    .join(" ");
}

function insertedOf({ text, stretches }: ChangedText): readonly Inserted[] {
  return valuesIn(text, stretches.slice(0, STRETCHES_MAX)).flatMap(
    ({ start, end }): readonly Inserted[] => {
      const value = text.slice(start, end).replaceAll(/^[^\p{L}\p{N}.-]+|[^\p{L}\p{N}]+$/gu, "");
      // Many words are a text and looked for as one.
      if (value === "" || extentOf(value).words > VALUE_WORDS_MAX) return [];
      const near =
        text.slice(Math.max(0, start - NAMED_WITHIN), start) + text.slice(end, end + NAMED_WITHIN);
      const around = toWords(near)
        .filter((word) => word.text.length >= NAME_WORD_CHARACTERS_MIN)
        .map((word) => stem(word.text.toLowerCase()));
      return [{ text: value, around: new Set(around) }];
    },
  );
}

/**
 * What may be a value: a changed stretch; all of a word with signs in it of which a part changed (`v1.3`); and
 * stretches that stand close together (`8 to 18`).
 */
function valuesIn(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const found = new Map<string, Stretch>();
  stretches.forEach(({ start, end }, index) => {
    let last = end;
    for (const next of [{ start: end, end }, ...stretches.slice(index + 1)]) {
      if (next.start - last > BETWEEN_CHARACTERS_MAX) break;
      last = next.end;
      for (const one of [{ start, end: last }, withoutBlanks(text, { start, end: last })]) {
        found.set(`${one.start} ${one.end}`, one);
      }
    }
  });
  return [...found.values()];
}

/** A stretch as far as no blank comes. */
function withoutBlanks(text: string, { start, end }: Stretch): Stretch {
  const left = /[^\s"'`]{0,40}$/.exec(text.slice(Math.max(0, start - NAMED_WITHIN), start))![0];
  const right = /^[^\s"'`]{0,40}/.exec(text.slice(end, end + NAMED_WITHIN))![0];
  return { start: start - left.length, end: end + right.length };
}

function findIn(line: string, value: string): Stretch | undefined {
  const number = Number(value);
  return Number.isNaN(number)
    ? findValue(line, value)
    : numbersIn(line).find((one) => one.value === number && isWholeValue(line, one));
}

/** `items` and `item` name the same. */
function stem(word: string): string {
  return word.replace(/(?<=...)s$/, "");
}
