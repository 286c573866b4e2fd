import type { Words } from "../words.ts";
import { knownValue } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** Options of one call, taken apart from its operands. */
export interface TakenOptions {
  /** Every option in order; a value that it took stands with it. */
  readonly options: readonly TakenOption[];
  /** What stands behind the options. */
  readonly rest: readonly Field[];
  /** An option that the table does not know was met: it may have taken the next word. */
  readonly hasUnknown: boolean;
  /** A word that cannot be known stood among the options. */
  readonly hasOpaque: boolean;
}

/** One option, by its name as written (`-x`, `--long`); a shortened long name is given in full. */
export interface TakenOption {
  readonly name: string;
  readonly value: Field | undefined;
}

/** What a program's options look like. */
export interface OptionShape {
  /** Options whose value is the next word, or stands behind `=` or in the same word. */
  readonly valued: Words;
  /** Options without a value. */
  readonly flags?: Words;
  /** Options whose value may only stand behind `=` or in the same word (`xargs -i{}`). */
  readonly optional?: Words;
  /** Options behind which the reading stops, so that the caller can put other words there. */
  readonly last?: Words;
  /** Long options begin with one dash (`find`, `java`). */
  readonly isSingleDash?: boolean;
  /** In `-x=value` the `=` belongs to the value, as in every program that uses `getopt`. */
  readonly isGetopt?: boolean;
}

/** Takes the leading options off the words behind a program's name. */
export function takeOptions(words: readonly Field[], shape: OptionShape): TakenOptions {
  const options: TakenOption[] = [];
  let hasUnknown = false;
  let hasOpaque = false;
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index]!;
    const [first] = word.text;
    if (typeof first !== "string" || !first.startsWith("-") || first === "-") {
      // A dash before what is unknown begins an option more likely than not.
      if (first !== undefined && (typeof first !== "string" || word.text.length > 1))
        hasOpaque = true;
      break;
    }
    const text = knownValue(word.text);
    if (text === "--") {
      index++;
      break;
    }
    if (text === undefined && word.isSplit) hasOpaque = true;
    const taken = takeOne({ word, first }, words[index + 1], shape);
    options.push(...taken.options);
    hasUnknown ||= taken.isUnknown;
    hasOpaque ||= taken.isOpaque === true;
    if (taken.isNextTaken) index++;
    if (taken.options.some(({ name }) => shape.last?.has(name) === true)) {
      index++;
      break;
    }
  }
  return { options, rest: words.slice(index), hasUnknown, hasOpaque };
}

interface TakenWord {
  readonly options: readonly TakenOption[];
  readonly isUnknown: boolean;
  readonly isNextTaken: boolean;
  /** What is unknown in it may be further options. */
  readonly isOpaque?: boolean;
}

/** A word that begins with a dash, and the known text that it begins with. */
interface OptionWord {
  readonly word: Field;
  readonly first: string;
}

function takeOne(word: OptionWord, next: Field | undefined, shape: OptionShape): TakenWord {
  const { first } = word;
  const isLong = first.startsWith("--") || shape.isSingleDash === true;
  if (!isLong) return takeCluster(word, next, shape);
  const equals = first.indexOf("=");
  const { name, isKnown } = longName(equals < 0 ? first : first.slice(0, equals), shape);
  if (equals >= 0)
    return {
      options: [{ name, value: valueFrom(word, equals + 1) }],
      isUnknown: false,
      isNextTaken: false,
    };
  const isCut = word.word.text.length > 1;
  const isValued = shape.valued.has(name) && !isCut;
  return {
    options: [{ name, value: isValued ? next : undefined }],
    isUnknown: !isKnown,
    isNextTaken: isValued,
    isOpaque: isCut,
  };
}

/**
 * The full name of a long option: GNU programs take any beginning of a name that no other name begins with. A shortened
 * one counts as unknown as well, since other programs may know it as an option of its own.
 */
function longName(
  written: string,
  { valued, flags, optional }: OptionShape,
): { readonly name: string; readonly isKnown: boolean } {
  const sets = [valued, flags, optional];
  if (sets.some((names) => names?.has(written) === true)) return { name: written, isKnown: true };
  for (const names of sets) {
    for (const name of names ?? []) {
      if (written.length > 2 && name.startsWith("--") && name.startsWith(written))
        return { name, isKnown: false };
    }
  }
  return { name: written, isKnown: false };
}

function takeCluster(word: OptionWord, next: Field | undefined, shape: OptionShape): TakenWord {
  const { first } = word;
  const options: TakenOption[] = [];
  let isUnknown = false;
  const isCut = word.word.text.length > 1;
  for (let at = 1; at < first.length; at++) {
    const name = `-${first[at]!}`;
    const isAttached = at + 1 < first.length || isCut;
    if (shape.optional?.has(name) === true) {
      options.push({ name, value: isAttached ? valueFrom(word, at + 1) : undefined });
      return { options, isUnknown, isNextTaken: false };
    }
    if (shape.valued.has(name)) {
      const from = first[at + 1] === "=" && shape.isGetopt !== true ? at + 2 : at + 1;
      options.push({ name, value: isAttached ? valueFrom(word, from) : next });
      // Where what is attached is unknown, it may be nothing, and the next word the value.
      const isOpaque = isCut && at + 1 === first.length;
      return { options, isUnknown, isNextTaken: !isAttached, isOpaque };
    }
    if (shape.flags?.has(name) !== true) isUnknown = true;
    options.push({ name, value: undefined });
  }
  return { options, isUnknown, isNextTaken: false, isOpaque: isCut };
}

/** The rest of an option's word, what is unknown in it included. */
function valueFrom({ word, first }: OptionWord, from: number): Field {
  const rest = first.slice(from);
  const text: Text = rest === "" ? word.text.slice(1) : [rest, ...word.text.slice(1)];
  return { text, isSplit: word.isSplit && text.length > 0, at: undefined };
}
