import type { TokenCount } from "../exchange/dialect.ts";

/** How much of an answer's end, and then of its beginning, is searched for its usage. */
const SEARCHED_LENGTH = 8192;

/**
 * Counts by the names of two JSON members, each taken where it stands last (streams repeat their
 * usage, the last one is whole). All wires tell it near the end; Anthropic's streams tell the input
 * at the beginning. A text search, not a parse: quotes inside JSON strings are escaped, so the names
 * cannot be met there, and answers are read in the path of every replay.
 */
export function countTokens(
  body: string,
  inputNames: readonly string[],
  outputNames: readonly string[],
): TokenCount | undefined {
  const input = firstKnown(body, inputNames);
  const output = firstKnown(body, outputNames);
  if (input === undefined && output === undefined) return undefined;
  return { input: input ?? 0, output: output ?? 0 };
}

/** The number at the last `"name": n` of a body's end or beginning. */
export function lastNumber(body: string, name: string): number | undefined {
  if (body.length <= 2 * SEARCHED_LENGTH) return findNumber(body, name);
  return (
    findNumber(body.slice(-SEARCHED_LENGTH), name) ??
    findNumber(body.slice(0, SEARCHED_LENGTH), name)
  );
}

function firstKnown(body: string, names: readonly string[]): number | undefined {
  for (const name of names) {
    const count = lastNumber(body, name);
    if (count !== undefined) return count;
  }
  return undefined;
}

/** White space is bounded, so that a text of nothing else is read once. */
const NUMBER = /\s{0,8}:\s{0,8}(\d{1,15})\b/y;

/** Texts of this length are searched from their end at once. */
const SHORT_LENGTH = 2048;

function findNumber(text: string, name: string): number | undefined {
  const quoted = `"${name}"`;
  // Searching from the end is slow where nothing is found, as in most streams.
  if (text.length > SHORT_LENGTH && !text.includes(quoted)) return undefined;
  let at = text.lastIndexOf(quoted);
  while (at !== -1) {
    NUMBER.lastIndex = at + quoted.length;
    const digits = NUMBER.exec(text)?.[1];
    if (digits !== undefined) return Number(digits);
    if (at === 0) return undefined;
    at = text.lastIndexOf(quoted, at - 1);
  }
  return undefined;
}
