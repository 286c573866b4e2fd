import type { Stretch } from "./changed-text.ts";

/** Characters around a place that say what stands there; a line of a bundle has a million. */
const NEAR_CHARACTERS = 200;
const CUT = "\u0000";

/** The end of what stands before a place of a line. */
export function textBefore(line: string, at: number): string {
  return at <= NEAR_CHARACTERS ? line.slice(0, at) : CUT + line.slice(at - NEAR_CHARACTERS, at);
}

/** The beginning of what stands behind a place of a line. */
export function textBehind(line: string, at: number): string {
  return at + NEAR_CHARACTERS >= line.length
    ? line.slice(at)
    : line.slice(at, at + NEAR_CHARACTERS) + CUT;
}

/** A number as a line writes it. */
export interface NumberLiteral extends Stretch {
  readonly value: number;
}

/**
 * Numbers as programming languages and configuration write them, suffixes of types included; a
 * version (`1.5.2`) and digits inside of a name are none.
 */
const NUMBER =
  /(?<![\w.$])(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?(?:[fFdDmMlLnN]|[iuf](?:8|16|32|64|128))?(?![\w$]|\.\d)/g;
const NEGATIVE = /(?:^|[^\w)\]\s]|[=:(,[{]\s+|\breturn\s+)-\s?$/;
const SUFFIX = /(?:[fFdDmMlLnN]|[iuf](?:8|16|32|64|128))$/;

/** The numbers of a line with their values: `2_000`, `2e3` and `2000.0` are one. */
export function numbersIn(line: string): readonly NumberLiteral[] {
  return [...line.matchAll(NUMBER)].map((match) => {
    const text = match[0];
    const value = Number(text.replaceAll("_", "").replace(SUFFIX, ""));
    const sign = NEGATIVE.test(textBefore(line, match.index));
    return {
      value: sign ? -value : value,
      start: match.index,
      end: match.index + text.length,
    };
  });
}

/** Words of a name: `maxTokens`, `MAX_TOKENS` and `max-tokens` have the same. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A name, and where it stands in its line. */
export interface Name extends Stretch {
  readonly words: readonly string[];
}

/** The names of a line: identifiers, keys, options. */
export function namesIn(line: string): readonly Name[] {
  return [...line.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*(?:-[\p{L}\p{N}_]+)*/gu)].map((match) => ({
    words: wordsOfName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const VALUE_START = /(?:["'`}]|[=:(,[{]\s*|^\s*(?:-\s+)?)[-+]?$/;
const VALUE_END = /^(?:["'`]|\s*\$?\{|\s*[,;)\]}]|\s*(?:#|\/\/|--).*$|\s*$)/;

/** Whether a stretch of a line is a value and not a part of one: a literal, what is assigned, an argument. */
export function isWholeValue(line: string, { start, end }: Stretch): boolean {
  return VALUE_START.test(textBefore(line, start)) && VALUE_END.test(textBehind(line, end));
}

/** Where a text stands in a line as a value. */
export function findValue(line: string, value: string): Stretch | undefined {
  for (let start = line.indexOf(value); start >= 0; start = line.indexOf(value, start + 1)) {
    const stretch = { start, end: start + value.length };
    if (isWholeValue(line, stretch)) return stretch;
  }
  return undefined;
}
