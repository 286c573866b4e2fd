import { PIECES_MAX, TEXT_MAX } from "../limits.ts";
import type { WordValue } from "../word-value.ts";

/** A stretch of text that cannot be known before the command runs. */
export interface Unknown {
  /** It is computed from text that names a test runner, so it may name one itself. */
  readonly mentions: boolean;
  /** It is the rest of a line that begins with what stands before it, and any number of further lines that begin so. */
  readonly isLines?: true;
}

/** Text as far as it is known: strings and what stands between them. `[]` is the empty string. */
export type Text = readonly (string | Unknown)[];

/** Nothing is known, and nothing known went into it. */
export const UNKNOWN: Unknown = { mentions: false };

/** Nothing is known, but text that names a test runner went into it. */
const UNKNOWN_MENTIONING: Unknown = { mentions: true };

/** A text that is certain. */
export function textOf(value: string): Text {
  return value === "" ? [] : [value];
}

/** An unknown text, computed from the given ones. */
export function unknownFrom(...texts: readonly Text[]): Text {
  return [texts.some((text) => mentionsRunner(text)) ? UNKNOWN_MENTIONING : UNKNOWN];
}

/** Stand in shell text that is put together for what is unknown in it. */
const PLACEHOLDER = "\ue000";
const PLACEHOLDER_MENTIONING = "\ue001";

/** The text as shell text to be parsed: unknown pieces become placeholders. */
export function toShellText(text: Text): string {
  return text
    .map((piece) =>
      typeof piece === "string" ? piece : piece.mentions ? PLACEHOLDER_MENTIONING : PLACEHOLDER,
    )
    .join("");
}

/** The text of a literal in parsed shell text: placeholders become unknown pieces again. */
export function literalText(value: string): Text {
  if (!/[\ue000\ue001]/.test(value)) return textOf(value);
  return value
    .split(/([\ue000\ue001])/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part === PLACEHOLDER) return UNKNOWN;
      return part === PLACEHOLDER_MENTIONING ? UNKNOWN_MENTIONING : part;
    });
}

/** The texts one behind the other, neighbouring strings joined. */
export function joinTexts(texts: readonly Text[]): Text {
  if (texts.length === 1) return texts[0]!;
  const joined: (string | Unknown)[] = [];
  let length = 0;
  for (const text of texts) {
    for (const piece of text) {
      const last = joined.at(-1);
      if (typeof piece === "string") {
        length += piece.length;
        if (typeof last === "string") joined[joined.length - 1] = last + piece;
        else if (piece !== "") joined.push(piece);
      } else if (typeof last === "object") {
        joined[joined.length - 1] = last.mentions || piece.mentions ? UNKNOWN_MENTIONING : UNKNOWN;
      } else joined.push(piece);
    }
  }
  return length > TEXT_MAX || joined.length > PIECES_MAX ? unknownFrom(joined) : joined;
}

/** The value where it is certain. */
export function knownValue(text: Text): string | undefined {
  if (text.length === 0) return "";
  const [first] = text;
  return text.length === 1 && typeof first === "string" ? first : undefined;
}

/**
 * Whether a text holds the letters of a test runner's name in some form, so that something
 * computed from it may be a pytest run. Wide on purpose: `py` and `test` anywhere count.
 */
export function mentionsRunner(text: Text): boolean {
  if (text.some((piece) => typeof piece !== "string" && piece.mentions)) return true;
  const known = text
    .map((piece) => (typeof piece === "string" ? piece : ""))
    .join("")
    .toLowerCase();
  return known.includes("py") && known.includes("test");
}

/** What stands behind the beginning of lines that begin alike; other texts went into it. */
export function linesFrom(...texts: readonly Text[]): Unknown {
  return { mentions: texts.some((text) => mentionsRunner(text)), isLines: true };
}

/** Lines of which each begins with what is known, without the end of the last one: what `find tests/unit` writes. */
export function begunLinesOf(text: Text): Text | undefined {
  const [first, second, third] = text;
  const isBegun =
    typeof first === "string" &&
    typeof second === "object" &&
    second.isLines === true &&
    (text.length === 2 || (text.length === 3 && (third === "\n" || third === "\0"))) &&
    !/[\s'"\\]/.test(first);
  return isBegun ? [first, second] : undefined;
}

/** Whether two texts say the same; two unknown pieces count as the same. */
export function isSameText(one: Text, other: Text): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((piece, index) => {
    const against = other[index]!;
    if (typeof piece === "string" || typeof against === "string") return piece === against;
    return piece.mentions === against.mentions && piece.isLines === against.isLines;
  });
}

/** One word of a command after expansion. */
export interface Field {
  readonly text: Text;
  /** It may become several words, or none. */
  readonly isSplit: boolean;
  /** Where it begins in the judged command, so that an approval can be put before it. */
  readonly at: number | undefined;
}

/** A field whose value is certain. */
export function knownField(value: string, at?: number): Field {
  return { text: textOf(value), isSplit: false, at };
}

/** A field as the pytest side reads it. */
export function toWordValue(field: Field): WordValue {
  return textToWordValue(field.text, field.isSplit);
}

/** A text as the pytest side reads it. */
export function textToWordValue(text: Text, isSplit = false): WordValue {
  const value = knownValue(text);
  if (value !== undefined) return { kind: "known", text: value };
  const parts = text.map((piece) => (typeof piece === "string" ? piece : null));
  return { kind: "opaque", parts, isSplit };
}
