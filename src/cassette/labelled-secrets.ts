import {
  CREDENTIAL_AMONG_WORDS_MIN,
  isCredential,
  secretKind,
  type SecretKind,
} from "./secret-names.ts";
import { REDACTED } from "./secret-patterns.ts";

/** What stands between a label and its value. */
const DELIMITER = /(?::=|=>|={1,3}|:)[ \t]{0,8}/g;

const OPENING = /(?<escapes>\\{0,15})(?<quote>["'`])/y;
const PHRASE_VALUE = /[^\n\r"'`,;&|<>{}()\\]+/y;
const WORD_VALUE = /[^\s"'`,;&|<>{}()\\]+/y;
/** As much of a word as tells whether it is a credential: one that is none is met again. */
const WORD_BEGINNING = /[^\s"'`,;&|<>{}()\\]{1,256}/y;

/** Values that are no secret: structures and the words for nothing. */
const NO_SECRET = /(?:\{|null\b|none\b|true\b|false\b|undefined\b)/iy;
const NUMBER = /-?\d[\d_.]{0,40}(?![\w+/=:~-])/y;
const LIST = /\[(?!redacted\])/y;
/** Between two items of a list, also in JSON text that is itself escaped. */
const GAP = /(?:\s|\\{1,15}[nrt]|,)*/y;

/** Shortest value of a label of prose that counts as a credential. */
const CREDENTIAL_IN_PROSE_MIN = 8;

/**
 * A text with the values of secret-named labels replaced: `password = correct horse`, `"api_key": "a\"b"`,
 * also inside JSON that is itself escaped. The names are those of secret members. Linear: every character is
 * passed once, and a label looked back at for a bounded number.
 */
export function redactLabelled(text: string): string {
  let redacted = "";
  let position = 0;
  DELIMITER.lastIndex = 0;
  for (let found = DELIMITER.exec(text); found !== null; found = DELIMITER.exec(text)) {
    const valueAt = DELIMITER.lastIndex;
    const kind = kindOfLabel(text, { from: position, end: found.index });
    if (kind === undefined) continue;
    for (const { start, end } of valueSpans(text, valueAt, kind)) {
      redacted += text.slice(position, start) + REDACTED;
      position = end;
    }
    DELIMITER.lastIndex = Math.max(position, valueAt);
  }
  return redacted + text.slice(position);
}

/** Characters of a label that are looked at; it is known by its end. */
const LABEL_LENGTH_MAX = 64;
/** Of the word before it: `api key: …`. */
const WORD_LENGTH_MAX = 16;
/** White space, and escapes of a quote, between a label and what follows it. */
const BETWEEN_MAX = 8;

/** What the label behind which a delimiter stands says of its value. */
function kindOfLabel(text: string, span: { from: number; end: number }): SecretKind | undefined {
  const { from } = span;
  let end = back(text, { from, end: span.end, countMax: BETWEEN_MAX, is: isBlank });
  if (end > from && isQuote(text.charCodeAt(end - 1))) end--;
  end = back(text, { from, end, countMax: BETWEEN_MAX, is: isBackslash });
  const start = back(text, { from, end, countMax: LABEL_LENGTH_MAX, is: isOfName });
  if (start === end) return undefined;
  // The first letter may be that of an escaped line feed, carriage return or tabulator.
  if (start > from && text[start - 1] === "\\" && /[nrt]/.test(text[start]!)) {
    return secretKind(text.slice(start + 1, end)) ?? secretKind(text.slice(start, end));
  }
  const name = text.slice(start, end);
  if (start - 1 <= from || text[start - 1] !== " ") return secretKind(name);
  const wordEnd = start - 1;
  const word = back(text, { from, end: wordEnd, countMax: WORD_LENGTH_MAX, is: isOfName });
  const both = secretKind(`${text.slice(word, wordEnd)} ${name}`);
  // `stop token: …` is none although `token: …` is one.
  return /token$/i.test(name) ? both : (both ?? secretKind(name));
}

/** Where a run of characters begins that ends at `end`. */
function back(
  text: string,
  run: { from: number; end: number; countMax: number; is: (code: number) => boolean },
): number {
  const first = Math.max(run.from, run.end - run.countMax);
  let start = run.end;
  while (start > first && run.is(text.charCodeAt(start - 1))) start--;
  return start;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;
const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x60;
const isBackslash = (code: number): boolean => code === 0x5c;

/** Letters, digits, `_` and `-`. */
function isOfName(code: number): boolean {
  if (code === 0x5f || code === 0x2d || (code >= 0x30 && code <= 0x39)) return true;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function valueSpans(text: string, from: number, kind: SecretKind): readonly Span[] {
  if (isAt(NO_SECRET, text, from)) return [];
  if ((kind === "token" || kind === "list") && isAt(NUMBER, text, from)) return [];
  if (isAt(LIST, text, from)) return kind === "words" ? [] : itemSpans(text, from + 1);
  const quoted = quotedSpan(text, from);
  if (quoted !== undefined) return isSecretText(text, quoted, kind) ? [quoted] : [];
  const bare = bareSpan(text, from, kind);
  return bare === undefined ? [] : [bare];
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The quoted texts of a list, up to the first item that is something else. */
function itemSpans(text: string, from: number): readonly Span[] {
  const spans: Span[] = [];
  let at = afterGap(text, from);
  for (let item = quotedSpan(text, at); item !== undefined; item = quotedSpan(text, at)) {
    if (item.end > item.start) spans.push(item);
    // Behind the quote that ends it.
    OPENING.lastIndex = item.end;
    at = afterGap(text, OPENING.test(text) ? OPENING.lastIndex : text.length);
  }
  return spans;
}

function afterGap(text: string, at: number): number {
  GAP.lastIndex = at;
  GAP.test(text);
  return GAP.lastIndex;
}

function isSecretText(text: string, { start, end }: Span, kind: SecretKind): boolean {
  if (end === start) return false;
  return kind !== "words" || isCredential(text.slice(start, end), CREDENTIAL_AMONG_WORDS_MIN);
}

function quotedSpan(text: string, from: number): Span | undefined {
  OPENING.lastIndex = from;
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const { escapes, quote } = opening.groups as { escapes: string; quote: string };
  const start = OPENING.lastIndex;
  return { start, end: quotedEnd(text, { start, quote, level: escapes.length }) };
}

function bareSpan(text: string, from: number, kind: SecretKind): Span | undefined {
  if (kind === "cookie") return undefined;
  if (kind === "header" || kind === "list" || kind === "words") {
    const lengthMin = kind === "words" ? CREDENTIAL_AMONG_WORDS_MIN : CREDENTIAL_IN_PROSE_MIN;
    if (!isCredential(matchAt(WORD_BEGINNING, text, from), lengthMin)) return undefined;
  }
  const value = matchAt(kind === "phrase" ? PHRASE_VALUE : WORD_VALUE, text, from).trimEnd();
  return value === "" ? undefined : { start: from, end: from + value.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/**
 * Where a quoted value ends: at a quote no more escaped than the opening one. Without one the rest of the
 * text is the value.
 */
function quotedEnd(
  text: string,
  { start, quote, level }: { start: number; quote: string; level: number },
): number {
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    let escapes = 0;
    while (at - escapes > start && text[at - escapes - 1] === "\\") escapes++;
    if (level === 0 ? escapes % 2 === 0 : escapes <= level) {
      return at - Math.min(escapes, level);
    }
  }
  return text.length;
}
