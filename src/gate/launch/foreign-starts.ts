import { UNKNOWN, knownField, knownValue, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { FAMILIES } from "./foreign-families.ts";
import type { Family, FamilyName } from "./foreign-families.ts";
import { closingOf, readArguments, readLiteral } from "./foreign-arguments.ts";
import type { ForeignArguments } from "./foreign-arguments.ts";
import type { ForeignStart } from "./foreign-start.ts";
import { findTclStarts } from "./tcl-starts.ts";

/** Calls of one program that are followed. */
const STARTS_MAX = 64;
/** Characters that all of a program's calls are read for, since one may stand in another. */
const READ_MAX = 262_144;

/** Words that stand before a runner where a literal begins with one. */
const RUNNER =
  "(?:\\|\\s*)?(?:(?:python[\\d.]*|uv|poetry|pdm|hatch|run|tool|-m|env|time|timeout|\\d+s?|sudo|exec|bash|sh|-c|CI=\\w+|npx|-y)\\s+[\"']?)*(?:[\\w.~/-]*\\/)?(?:pytest|py\\.test)";

const QUOTED = new RegExp(`(["'\`])\\s*${RUNNER}(?:\\s(?:\\\\[^]|(?!\\1)[^\\\\])*)?\\1`, "g");
const BRACKETED = new RegExp(
  `(?:\\b(?:qw|qq?|qx)|%[wWqQx]?|[{<]|(?=<))\\s*([({[<|!/]?)\\s*${RUNNER}(?=[\\s)}\\]>|!/])`,
  "g",
);

/** Before a literal: it is printed, compared or a key, and no command. */
const HARMLESS_BEFORE =
  /(?:\b(?:print\w*|puts|say|echo|warn|die|log|error|info|debug|write\w*|cat|message|display|format|includes|match|test|startsWith|indexOf|equals|expect|describe|it|case|in|when|eq|ne|p|pp)\s*\(?|[=!]==?|=~|[<>])\s*$/;

/**
 * What a program of another language than the shell and Python starts: the calls that start programs, by their literals;
 * and any other literal that is or begins with a test runner, where the program starts something at all.
 */
export function findStarts(name: FamilyName, text: string): readonly ForeignStart[] {
  const family = FAMILIES[name];
  if (family.needs?.test(text) === false) return [];
  const isElsewhere = /\bchdir\b|\bcd\(|setwd/.test(text);
  if (name === "tcl") return findTclStarts(text, { isElsewhere, starts: looseStarts });
  const starts: ForeignStart[] = [];
  const taken: (readonly [from: number, to: number])[] = [];
  const add = (start: ForeignStart, from: number, to: number): void => {
    starts.push({ ...start, isElsewhere: start.isElsewhere || isElsewhere });
    taken.push([from, to]);
  };
  let length = 0;
  for (const match of text.matchAll(family.calls)) {
    if (starts.length >= STARTS_MAX || length > READ_MAX) break;
    if (isComment(text, match.index, family)) continue;
    const from = match.index + match[0].length;
    const read = readArguments(text, from, family);
    length += read.end - from;
    const start = startOf(match[0], read, family);
    if (start !== undefined) add(start, match.index, read.end);
  }
  for (const { at, end, text: command } of commandLiterals(text, family)) {
    if (starts.length >= STARTS_MAX) break;
    if (!isComment(text, at, family))
      add({ text: command, words: [], isElsewhere: false }, at, end);
  }
  if (starts.length === 0 && !family.starters.test(text)) return starts;
  const isTaken = (at: number): boolean => taken.some(([from, to]) => at >= from && at < to);
  return [...starts, ...looseStarts(text, { family, isTaken, isElsewhere })];
}

/** What one call starts; `undefined` where no part of it is known. */
function startOf(
  callee: string,
  { items, isElsewhere }: ForeignArguments,
  family: Family,
): ForeignStart | undefined {
  const [first] = items;
  const known = first === undefined ? undefined : knownValue(first.text);
  if (first === undefined || first.text.every((piece) => typeof piece !== "string"))
    return undefined;
  const isPipe = /open/i.test(callee) && !first.isListed;
  const isWhole =
    !first.isListed &&
    (items.length === 1 ||
      isPipe ||
      family.isJoined === true ||
      known === undefined ||
      /\s/.test(known));
  if (/^open$/.test(callee.trim().replace(/\($/, "").trim()) && known !== undefined) {
    const piped = items.findIndex(({ text }) =>
      /^-?\||\|-?$|^[+-]?\|/.test(knownValue(text) ?? ""),
    );
    if (piped < 0) return undefined;
    const rest = items.slice(piped);
    const whole = knownValue(rest[0]!.text)!.replaceAll(/^[+-]?\|-?|-?\|-?$/g, "");
    if (whole.trim() !== "") return { text: [whole], words: [], isElsewhere };
    return { text: undefined, words: rest.slice(1).map(({ field }) => field), isElsewhere };
  }
  if (isWhole) {
    const rest = family.isJoined === true ? items.slice(1) : [];
    const text = [first.text, ...rest.flatMap((item) => [textOf(" "), item.text])].flat();
    return { text, words: [], isElsewhere };
  }
  return { text: undefined, words: items.map(({ field }) => field), isElsewhere };
}

/** Literals that are commands by their form: backquotes, `qx(…)`, `%x(…)`. */
function* commandLiterals(
  text: string,
  family: Family,
): Generator<{ readonly at: number; readonly end: number; readonly text: Text }> {
  if (family.commands === undefined) return;
  let from = 0;
  for (const match of text.matchAll(family.commands)) {
    const at = match.index;
    const open = match[0].at(-1)!;
    if (at < from || (open === "`" && isInString(text, at))) continue;
    const literal = readLiteral(text, at + match[0].length - 1, { close: closingOf(open), family });
    from = literal.end;
    yield { at, end: literal.end, text: literal.text };
  }
}

interface Loose {
  readonly family: Family;
  readonly isTaken: (at: number) => boolean;
  readonly isElsewhere: boolean;
}

/** Literals that are or begin with a runner and stand somewhere else than in a call that is followed. */
function looseStarts(
  text: string,
  { family, isTaken, isElsewhere }: Loose,
): readonly ForeignStart[] {
  const starts: ForeignStart[] = [];
  for (const match of [...text.matchAll(QUOTED), ...text.matchAll(BRACKETED)]) {
    const { index } = match;
    if (starts.length >= STARTS_MAX) break;
    const before = text.slice(Math.max(0, index - 64), index);
    if (isTaken(index) || HARMLESS_BEFORE.test(before) || isComment(text, index, family)) continue;
    const isQuoted = /^["'`]/.test(match[0]);
    const end = index + match[0].length;
    if (/^\s*(?:=>|:(?!:))/.test(text.slice(end, end + 16))) continue;
    const inner = isQuoted
      ? match[0].slice(1, -1)
      : `${match[0].replace(/^(?:\w+|%\w?|[{<])?\s*[({[<|!/]?/, "")}${restOf(text, end)}`;
    const command = inner.replaceAll(/^\s*\||\|\s*$/g, "").trim();
    if (/\s/.test(command)) {
      starts.push({ text: [command], words: [], isElsewhere });
      continue;
    }
    const { items } = readArguments(text, end, family);
    const words = items.map(({ field }) => field);
    const unknown: Field = { text: [UNKNOWN], isSplit: true, at: undefined };
    starts.push({
      text: undefined,
      words: [knownField(command), ...(words.length > 0 ? words : [unknown])],
      isElsewhere,
    });
  }
  return starts;
}

/** What a literal in brackets holds up to its end. */
function restOf(text: string, from: number): string {
  const [rest = ""] = /^[^)}\]>|!/"']*/.exec(text.slice(from, from + 4096)) ?? [];
  const isPath = text[from + rest.length] === "/";
  return isPath ? `${rest}/${restOf(text, from + rest.length + 1)}` : rest;
}

function isComment(text: string, at: number, { comment }: Family): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return comment.test(line);
}

/** Whether a quote is open in the line before a backquote. */
function isInString(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at).replaceAll(/\\./g, "");
  const bare = line.replaceAll(/"[^"]*"|'[^']*'/g, "");
  return /["']/.test(bare);
}
