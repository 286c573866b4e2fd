import { canonicalJson } from "./canonical-json.ts";
import type { Difference } from "./explain.ts";
import { CONTEXT_WORDS, SHOWN_TEXT_LENGTH_MAX } from "./limits.ts";
import type { ValueDifference } from "./value-difference.ts";
import type { JsonValue } from "./values.ts";

/** Characters of a word that are shown before the place where it changes. */
const WORD_LENGTH_MAX = SHOWN_TEXT_LENGTH_MAX / 3;

/** A difference as people read it: texts shortened to the words around the change. */
export function showDifference(difference: ValueDifference): Difference {
  const { path, before, after } = difference;
  if (typeof before === "string" && typeof after === "string") {
    return { path, ...shortenTexts(before, after) };
  }
  return {
    path,
    ...(before === undefined ? {} : { before: shortenValue(before) }),
    ...(after === undefined ? {} : { after: shortenValue(after) }),
  };
}

/** Longer texts are compared at their ends alone. */
const WORDWISE_LENGTH_MAX = 200_000;

/**
 * How much text a difference changes: of what stands between the first and the last changed character the
 * words that only one side has. A message that something was put around is still near to itself.
 */
export function changedLengthOf({ before, after }: ValueDifference): number {
  const [one, other] = [textOf(before), textOf(after)];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  ) {
    end++;
  }
  const [left, right] = [one, other].map((text) => text.slice(start, text.length - end)) as [
    string,
    string,
  ];
  return left.length + right.length > WORDWISE_LENGTH_MAX
    ? left.length + right.length
    : unsharedLength(left, right);
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}_]+|\S/gu;

/** Characters of the words that one text has and the other has not, or not as often. */
function unsharedLength(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (const [word] of one.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word] of other.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) - 1);
  let length = 0;
  for (const [word, count] of counts) length += word.length * Math.abs(count);
  return length;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : canonicalJson(value);
}

function shortenValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return cut(value);
  const text = canonicalJson(value);
  return text.length <= SHOWN_TEXT_LENGTH_MAX ? value : cut(text);
}

/** Both texts from a few words before their first difference to a few words after their last. */
function shortenTexts(before: string, after: string): { before: string; after: string } {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const from = wordsBefore(before, start);
  return {
    before: window(before, from, before.length - end),
    after: window(after, from, after.length - end),
  };
}

/** Length of what `showDifference` has to show of two texts, from the words before the first difference to the last one. */
export function changedSpanOf(before: string, after: string): number {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const from = wordsBefore(before, start);
  return Math.max(before.length, after.length) - end - from;
}

function window(text: string, from: number, changeEnd: number): string {
  const to = wordsAfter(text, changeEnd);
  const length = Math.min(to - from, SHOWN_TEXT_LENGTH_MAX);
  const shown = wholeCharacters(text, from, from + length);
  return `${from > 0 ? "…" : ""}${shown}${from + length < text.length ? "…" : ""}`;
}

function commonStart(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  // Back to the start of the word, so that words are shown whole.
  return wordBorder(at, (distance) => at - distance <= 0 || isSpace(one[at - distance - 1]!));
}

function commonEnd(one: string, other: string, start: number): number {
  const length = Math.min(one.length, other.length) - start;
  let at = 0;
  while (
    at < length &&
    one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at)
  ) {
    at++;
  }
  return wordBorder(at, (distance) => distance >= at || isSpace(one[one.length - at + distance]!));
}

/** A position moved to the border of its word, where that is near. */
function wordBorder(position: number, isBorder: (distance: number) => boolean): number {
  for (let distance = 0; distance <= WORD_LENGTH_MAX; distance++) {
    if (isBorder(distance)) return position - distance;
  }
  return position;
}

/** Where the words begin that are shown before a change. */
function wordsBefore(text: string, position: number): number {
  let at = position;
  for (let words = 0; words < CONTEXT_WORDS && at > 0; words++) {
    while (at > 0 && isSpace(text[at - 1]!) && position - at < SHOWN_TEXT_LENGTH_MAX) at--;
    while (at > 0 && !isSpace(text[at - 1]!) && position - at < SHOWN_TEXT_LENGTH_MAX) at--;
  }
  // Long words before the change must not push it out of sight.
  return Math.max(at, position - WORD_LENGTH_MAX);
}

function wordsAfter(text: string, position: number): number {
  let at = position;
  const limit = Math.min(text.length, position + SHOWN_TEXT_LENGTH_MAX);
  for (let words = 0; words < CONTEXT_WORDS && at < limit; words++) {
    while (at < limit && isSpace(text[at]!)) at++;
    while (at < limit && !isSpace(text[at]!)) at++;
  }
  return at;
}

function cut(text: string): string {
  return text.length <= SHOWN_TEXT_LENGTH_MAX
    ? text
    : `${wholeCharacters(text, 0, SHOWN_TEXT_LENGTH_MAX)}…`;
}

/** A slice that splits no surrogate pair. */
function wholeCharacters(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/^[\udc00-\udfff]/, "")
    .replace(/[\ud800-\udbff]$/, "");
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}
