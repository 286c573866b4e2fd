import { UNKNOWN, joinTexts, knownField, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import type { Family } from "./foreign-families.ts";

/** One argument of a call. */
export interface ForeignItem {
  readonly text: Text;
  readonly field: Field;
  /** It stands in a list. */
  readonly isListed: boolean;
}

export interface ForeignArguments {
  readonly items: readonly ForeignItem[];
  /** Options among them say in which directory it starts. */
  readonly isElsewhere: boolean;
  readonly end: number;
}

/** Characters of one call that are read. */
const CALL_MAX = 8192;

/** The mark that ends what an opening one begins. */
export function closingOf(open: string): string {
  return { "(": ")", "[": "]", "{": "}", "<": ">" }[open] ?? open;
}

const TOKEN =
  /\s*\n\s*|[^\S\n]+|(?<words>\bqw|%[wW])\s*(?<listed>[({[<|!/])|(?<quoting>\bqq?|%[qQ])\s*(?<quote>[({[<|!/])|(?<plain>["'`])|(?<hash>=>|\w+:(?=\s))|(?<join>\.\.?|\+|~|<>)|(?<name>[$@%&\\]*[\w:]+(?:\.\w+)*[?!]?)|(?<mark>[^])/uy;

/** Reads the arguments of a call, from behind its callee and an opening bracket, as far as they are literals. */
export function readArguments(text: string, from: number, family: Family): ForeignArguments {
  return new Reader(text.slice(0, from + CALL_MAX), from, family).read();
}

class Reader {
  private readonly items: ForeignItem[] = [];
  private pieces: Text[] = [];
  private depth = 0;
  private isSkipped = false;
  private isElsewhere = false;
  private at: number;
  private readonly text: string;
  private readonly family: Family;
  private readonly isBracketed: boolean;

  constructor(text: string, from: number, family: Family) {
    this.text = text;
    this.at = from;
    this.family = family;
    this.isBracketed = /\(\s*$/.test(text.slice(Math.max(0, from - 8), from));
  }

  read(): ForeignArguments {
    const pattern = new RegExp(TOKEN);
    for (;;) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.text);
      if (match === null) break;
      this.at = pattern.lastIndex;
      if (!this.take(match)) break;
    }
    this.endItem();
    return { items: this.items, isElsewhere: this.isElsewhere, end: this.at };
  }

  private take(match: RegExpExecArray): boolean {
    const { words, listed, quote, plain, hash, join, name, mark } = match.groups!;
    const open = listed ?? quote ?? plain;
    if (open !== undefined) {
      const start = this.at - 1;
      const read = readLiteral(this.text, start, { close: closingOf(open), family: this.family });
      this.at = read.end;
      if (words === undefined) this.pieces.push(read.text);
      else this.addWords(read.text);
      return true;
    }
    if (hash !== undefined) this.skipOption(hash);
    else if (name !== undefined) this.addUnknown(name);
    else if (mark !== undefined) return this.takeMark(mark);
    else if (join === undefined) return this.takeSpace(match[0]);
    return true;
  }

  private takeSpace(space: string): boolean {
    if (this.family.isSpaced === true) this.endItem();
    // Without brackets a call ends with its line.
    const isEnd = space.includes("\n") && !this.isBracketed && this.depth === 0;
    return !isEnd || this.family.isSpaced === true || this.pieces.length === 0;
  }

  private takeMark(mark: string): boolean {
    if (mark === ";") return false;
    if (mark === ",") this.endItem();
    else if (mark === "[" || mark === "(") this.depth++;
    else if (mark === "]" || mark === ")") {
      this.endItem();
      this.depth--;
      return this.depth >= 0;
    } else if (mark === "{") {
      this.isElsewhere ||= /\b(?:cwd|chdir|workdir)\b/.test(this.skipGroup());
      this.isSkipped = this.pieces.length === 0;
    } else if (mark === "}" || mark === "|" || mark === "&") return false;
    return true;
  }

  /** A named option, and its value. */
  private skipOption(name: string): void {
    this.isElsewhere ||= /cwd|dir/.test(name);
    this.isSkipped = true;
  }

  private addUnknown(name: string): void {
    // Words that stand between a call and its condition, or name a constructor.
    if (/^(?:new|await|return|list|c|args)$/.test(name)) return;
    if (/^(?:if|unless|or|and|do|then|end|die)$/.test(name)) {
      this.endItem();
      this.isSkipped = true;
      return;
    }
    this.isElsewhere ||= /^(?:cwd|chdir|dir|workdir)$/.test(name);
    this.pieces.push([UNKNOWN]);
  }

  private addWords(text: Text): void {
    for (const piece of text) {
      for (const word of typeof piece === "string" ? piece.split(/\s+/) : []) {
        if (word !== "")
          this.items.push({ text: textOf(word), field: knownField(word), isListed: true });
      }
    }
  }

  private endItem(): void {
    const text = joinTexts(this.pieces);
    if (this.pieces.length > 0 && !this.isSkipped) {
      const isSplit = text.length > 0 && text.every((piece) => typeof piece !== "string");
      const isListed = this.depth > (this.isBracketed ? 0 : 1);
      this.items.push({ text, field: { text, isSplit, at: undefined }, isListed });
    }
    this.pieces = [];
    this.isSkipped = false;
  }

  /** A group in braces: options, a block, a function. */
  private skipGroup(): string {
    const from = this.at;
    for (let depth = 1; depth > 0 && this.at < this.text.length; this.at++) {
      const letter = this.text[this.at]!;
      if (letter === "{") depth++;
      else if (letter === "}") depth--;
    }
    return this.text.slice(from, this.at);
  }
}

/** A literal from its opening mark on, with what is replaced in it as unknown. */
export function readLiteral(
  text: string,
  at: number,
  { close, family }: { readonly close: string; readonly family: Family },
): { readonly text: Text; readonly end: number } {
  const open = text[at]!;
  let end = at + 1;
  let depth = 1;
  for (; end < text.length; end++) {
    const letter = text[end]!;
    if (letter === "\\") end++;
    else if (letter === close && --depth === 0) break;
    else if (letter === open && open !== close) depth++;
  }
  const raw = text.slice(at + 1, end);
  const { interpolation } = family;
  const isInterpolated = interpolation?.quotes.includes(open) === true || !/["'`]/.test(open);
  const pattern = new RegExp(
    isInterpolated && interpolation !== undefined
      ? `(${interpolation.pattern.source}|[\\ue000\\ue001])`
      : "([\\ue000\\ue001])",
  );
  const parts = raw.split(pattern);
  const pieces = parts.map((part, index): Text =>
    index % 2 === 1 ? [UNKNOWN] : textOf(unescape(part)),
  );
  return { text: joinTexts(pieces), end: end + 1 };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function unescape(raw: string): string {
  return raw.replaceAll(
    /\\(?:x\{?([0-9a-fA-F]{2})\}?|u\{?([0-9a-fA-F]{4})\}?|([^]))/g,
    (_, ...groups: (string | undefined)[]) => {
      const [hex, long, letter = ""] = groups;
      const code = hex ?? long;
      return code === undefined
        ? (ESCAPES[letter] ?? letter)
        : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
}
