import { REDACTED } from "./secret-patterns.ts";

/** Labels whose unquoted values may be several words. */
const PHRASE = String.raw`pass(?:word|wd|phrase)|(?<![A-Za-z0-9])secret`;

/** Labels whose unquoted values are one word. */
const WORD = String.raw`(?:api|access|secret|private|signing|encryption|subscription|account)[_ -]?key|(?:access|auth|refresh|id|session|security|bearer|api|bot)[_-]?token|client[_-]?secret|shared[_-]?secret|(?<![A-Za-z0-9_-])token|(?<![A-Za-z0-9_-])pwd`;

/** A label, the quote that may end its name, and what stands between it and its value. */
const LABEL = new RegExp(
  String.raw`(?:(?<phrase>${PHRASE})|${WORD})\\{0,8}["'\x60]?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}`,
  "gi",
);

const OPENING = /(?<escapes>\\{0,15})(?<quote>["'`])/y;
const PHRASE_VALUE = /[^\n\r"'`,;&|<>{}()\\]+/y;
const WORD_VALUE = /[^\s"'`,;&|<>{}()\\]+/y;

/** Values that are no secret: nested structures and the words for nothing. */
const NO_SECRET = /(?:\{|\[(?!redacted\])|null\b|none\b|true\b|false\b|undefined\b)/iy;

/**
 * A text with the values of secret-named labels replaced: `password = correct horse`, `"api_key": "a\"b"`,
 * also inside JSON that is itself escaped. Linear: every character is passed once.
 */
export function redactLabelled(text: string): string {
  let redacted = "";
  let position = 0;
  LABEL.lastIndex = 0;
  for (let label = LABEL.exec(text); label !== null; label = LABEL.exec(text)) {
    const valueAt = LABEL.lastIndex;
    const value = valueSpan(text, valueAt, label.groups?.["phrase"] !== undefined);
    if (value === undefined) continue;
    redacted += text.slice(position, value.start) + REDACTED;
    position = value.end;
    LABEL.lastIndex = Math.max(value.end, valueAt);
  }
  return redacted + text.slice(position);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function valueSpan(text: string, from: number, isPhrase: boolean): Span | undefined {
  NO_SECRET.lastIndex = from;
  if (NO_SECRET.test(text)) return undefined;
  OPENING.lastIndex = from;
  const opening = OPENING.exec(text);
  if (opening !== null) {
    const { escapes, quote } = opening.groups as { escapes: string; quote: string };
    const start = OPENING.lastIndex;
    const end = quotedEnd(text, { start, quote, level: escapes.length });
    return end > start ? { start, end } : undefined;
  }
  const pattern = isPhrase ? PHRASE_VALUE : WORD_VALUE;
  pattern.lastIndex = from;
  const value = pattern.exec(text)?.[0].trimEnd() ?? "";
  return value === "" ? undefined : { start: from, end: from + value.length };
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
