/** How `xargs` parts its input. */
export type XargsStyle =
  | {
      readonly kind: "quoted";
      /** The item that ends the input (`-E`). */
      readonly end: string | undefined;
      /** Only newlines end an item (`-I`). */
      readonly isReplacing: boolean;
    }
  | { readonly kind: "delimited"; readonly delimiter: string };

/** What `xargs` reads before it looks whether it has to run its command. */
export interface XargsLine {
  readonly items: readonly string[];
  /** A line that ends in a blank goes on: `-L` does not count it. */
  readonly isCounted: boolean;
}

/** The items of an input as GNU `xargs` reads them (findutils 4.9, `read_line` and `read_string` in xargs.c). */
export interface XargsReading {
  readonly lines: readonly XargsLine[];
  /** A quote has no end: what was read before is still run, nothing behind it is read. */
  readonly isBroken: boolean;
}

export function readXargsItems(text: string, style: XargsStyle): XargsReading {
  return style.kind === "quoted"
    ? new QuotedInput(text, style).read()
    : readDelimited(text, style.delimiter);
}

function readDelimited(text: string, delimiter: string): XargsReading {
  const items = text.split(delimiter);
  if (items.at(-1) === "") items.pop();
  const lines = items.map((item) => ({ items: [asArgument(item)], isCounted: true }));
  return { lines, isBroken: false };
}

/** No argument holds a NUL: what stands behind it is lost. */
function asArgument(item: string): string {
  const nul = item.indexOf("\0");
  return nul < 0 ? item : item.slice(0, nul);
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

/** Blanks and newlines part; quotes keep everything but a newline; a backslash works outside quotes alone. */
class QuotedInput {
  private readonly text: string;
  private readonly end: string | undefined;
  private readonly isReplacing: boolean;
  private readonly lines: XargsLine[] = [];
  private items: string[] = [];
  private item: string | undefined;
  private at = 0;

  constructor(text: string, { end, isReplacing }: XargsStyle & { readonly kind: "quoted" }) {
    this.text = text;
    this.end = end;
    this.isReplacing = isReplacing;
  }

  read(): XargsReading {
    while (this.at < this.text.length) {
      const step = this.readOne();
      if (step === "continue") continue;
      this.endLine(false);
      return { lines: this.lines, isBroken: step === "broken" };
    }
    // At the very end an empty item is none, and only the first item of a line may be the mark.
    const isEnd = this.items.length === 0 && this.isEnd();
    if (this.item !== undefined && this.item !== "" && !isEnd)
      this.items.push(asArgument(this.item));
    this.endLine(true);
    return { lines: this.lines, isBroken: false };
  }

  private readOne(): "continue" | "end" | "broken" {
    const character = this.text[this.at]!;
    if (this.item === undefined && /[ \t\n\v\f\r]/.test(character)) {
      this.at++;
      return "continue";
    }
    if (character === "\n" || (!this.isReplacing && isBlank(character))) {
      const isCounted = !isBlank(this.text[this.at - 1]);
      this.at++;
      if (this.isEnd()) return "end";
      this.items.push(asArgument(this.item!));
      this.item = undefined;
      if (character === "\n") this.endLine(isCounted);
      return "continue";
    }
    if (character === "'" || character === '"') return this.readQuoted(character);
    if (character === "\\") {
      this.item = (this.item ?? "") + (this.text[this.at + 1] ?? "");
      this.at += 2;
      return "continue";
    }
    this.item = (this.item ?? "") + character;
    this.at++;
    return "continue";
  }

  private readQuoted(quote: string): "continue" | "broken" {
    const close = this.text.indexOf(quote, this.at + 1);
    const newline = this.text.indexOf("\n", this.at + 1);
    if (close < 0 || (newline >= 0 && newline < close)) {
      // A last quote with nothing behind it is passed over.
      const isNothing = this.at === this.text.length - 1 && (this.item ?? "") === "";
      this.at = this.text.length;
      return isNothing ? "continue" : "broken";
    }
    this.item = (this.item ?? "") + this.text.slice(this.at + 1, close);
    this.at = close + 1;
    return "continue";
  }

  private isEnd(): boolean {
    return this.item !== undefined && asArgument(this.item) === this.end;
  }

  private endLine(isCounted: boolean): void {
    if (this.items.length > 0) this.lines.push({ items: this.items, isCounted });
    this.items = [];
  }
}
