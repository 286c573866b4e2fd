import { BRACE_WORD_MAX, WORDS_MAX } from "../limits.ts";
import { parseScript, partsOf } from "./parse-script.ts";

/**
 * The words that one raw word becomes by brace expansion, still with their quotes; `undefined`
 * where there are more than `WORDS_MAX`. Bash expands braces before everything else, so this works
 * on the text as written.
 */
export function expandBraces(raw: string): readonly string[] | undefined {
  if (raw.length > BRACE_WORD_MAX) return undefined;
  const found = findBrace(raw);
  if (found === undefined) return [raw];
  const before = raw.slice(0, found.start);
  const rest = expandBraces(raw.slice(found.end));
  if (rest === undefined) return undefined;
  const middles: string[] = [];
  for (const alternative of found.alternatives) {
    const expanded = found.isSequence ? [alternative] : expandBraces(alternative);
    if (expanded === undefined) return undefined;
    middles.push(...expanded);
  }
  if (middles.length * rest.length > WORDS_MAX) return undefined;
  return middles.flatMap((middle) => rest.map((tail) => before + middle + tail));
}

/** The same word with braces that mean nothing. */
export function escapeBraces(raw: string): string {
  let escaped = "";
  let from = 0;
  for (let at = 0; at < raw.length; at = skipOne(raw, at)) {
    if (raw[at] !== "{") continue;
    escaped += `${raw.slice(from, at)}\\`;
    from = at;
  }
  return escaped + raw.slice(from);
}

interface Brace {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
  readonly isSequence: boolean;
}

function findBrace(raw: string): Brace | undefined {
  for (let start = 0; start < raw.length; start = skipOne(raw, start)) {
    if (raw[start] !== "{") continue;
    const brace = readBrace(raw, start);
    if (brace !== undefined) return brace;
  }
  return undefined;
}

function readBrace(raw: string, start: number): Brace | undefined {
  const commas: number[] = [];
  let depth = 0;
  for (let at = start; at < raw.length; at = skipOne(raw, at)) {
    if (raw[at] === "{") depth++;
    else if (raw[at] === "," && depth === 1) commas.push(at);
    else if (raw[at] === "}" && --depth === 0) return braceOf(raw, [start, ...commas, at]);
  }
  return undefined;
}

function braceOf(raw: string, marks: readonly number[]): Brace | undefined {
  const start = marks[0]!;
  const end = marks.at(-1)! + 1;
  if (marks.length > 2) {
    const alternatives = marks.slice(1).map((mark, index) => raw.slice(marks[index]! + 1, mark));
    return { start, end, alternatives, isSequence: false };
  }
  const alternatives = sequenceOf(raw.slice(start + 1, end - 1));
  return alternatives && { start, end, alternatives, isSequence: true };
}

function sequenceOf(inner: string): readonly string[] | undefined {
  const numbers = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(-?\d{1,9}))?$/.exec(inner);
  const letters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d{1,9}))?$/.exec(inner);
  const [, fromText, toText, stepText] = numbers ?? letters ?? [];
  if (fromText === undefined || toText === undefined) return undefined;
  const from = numbers ? Number(fromText) : fromText.charCodeAt(0);
  const to = numbers ? Number(toText) : toText.charCodeAt(0);
  const step = Math.abs(Number(stepText ?? 1)) || 1;
  const count = Math.floor(Math.abs(to - from) / step) + 1;
  const width =
    /^-?0\d/.test(fromText) || /^-?0\d/.test(toText) ? Math.max(fromText.length, toText.length) : 0;
  return Array.from({ length: Math.min(count, WORDS_MAX + 1) }, (_, index) => {
    const value = from + (to >= from ? 1 : -1) * step * index;
    if (!numbers) return String.fromCharCode(value);
    return value < 0
      ? `-${String(-value).padStart(width - 1, "0")}`
      : String(value).padStart(width, "0");
  });
}

/** The position behind the character, quotation or expansion that begins at `at`. */
function skipOne(raw: string, at: number): number {
  const character = raw[at];
  if (character === "\\") return at + 2;
  if (character === "'") return closing(raw, at + 1, "'");
  if (character === '"') return skipDouble(raw, at + 1);
  if (character === "`") return closing(raw, at + 1, "`");
  if (character !== "$") return at + 1;
  const next = raw[at + 1];
  if (next === "'") return skipAnsi(raw, at + 2);
  if (next === "{") return skipNested(raw, at + 2, "}");
  if (next !== "(") return at + 1;
  return raw.startsWith("((", at + 1)
    ? skipNested(raw, at + 2, ")")
    : (substitutionEnd(raw, at) ?? skipNested(raw, at + 2, ")"));
}

/**
 * The position behind the substitution that begins at `at`, as the parser reads it: a `case` pattern, a comment or a
 * here-document in it may hold parentheses and quotes that pair with nothing.
 */
export function substitutionEnd(raw: string, at: number): number | undefined {
  const simple = skipNested(raw, at + 2, ")");
  // Only these put a parenthesis or a quote where counting pairs goes wrong.
  if (!/\bcase\b|#|<</.test(raw.slice(at, simple))) return simple;
  const command = parseScript(`: ${raw.slice(at)}`).commands[0]?.command;
  const word = command?.type === "Command" ? command.args[0] : undefined;
  const part = word?.type === "Word" ? partsOf(word)?.[0] : undefined;
  return part?.type === "CommandExpansion" ? at + part.text.length : undefined;
}

function closing(raw: string, from: number, quote: string): number {
  const end = raw.indexOf(quote, from);
  return end < 0 ? raw.length : end + 1;
}

function skipAnsi(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && raw[at] !== "'") at += raw[at] === "\\" ? 2 : 1;
  return at + 1;
}

function skipDouble(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && raw[at] !== '"') {
    const isExpansion = raw[at] === "$" && (raw[at + 1] === "(" || raw[at + 1] === "{");
    at = raw[at] === "\\" || raw[at] === "`" || isExpansion ? skipOne(raw, at) : at + 1;
  }
  return at + 1;
}

function skipNested(raw: string, from: number, close: string): number {
  const open = close === "}" ? "{" : "(";
  let depth = 1;
  let at = from;
  while (at < raw.length) {
    if (raw[at] === open) depth++;
    else if (raw[at] === close && --depth === 0) return at + 1;
    at = skipOne(raw, at);
  }
  return at;
}
