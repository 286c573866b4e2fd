import { WORDS_MAX } from "../limits.ts";
import type { ShellState } from "./shell-state.ts";
import { knownValue } from "./text-value.ts";
import type { Text, Unknown } from "./text-value.ts";

/** A stretch of a word after expansion, before splitting. */
export type Atom =
  | { readonly kind: "break" }
  | {
      readonly kind: "text";
      readonly text: Text;
      /** Quoted text makes a word even when it is empty. */
      readonly isQuoted: boolean;
      /** It comes from an unquoted expansion: split at `IFS`, and its pattern characters count. */
      readonly isSplit: boolean;
      /** It is a pattern as written. */
      readonly isPattern: boolean;
    };

/** Text that stands for itself. */
export function plainAtom(text: Text): Atom {
  return { kind: "text", text, isQuoted: false, isSplit: false, isPattern: false };
}

/** Text inside quotes. */
export function quotedAtom(text: Text): Atom {
  return { kind: "text", text, isQuoted: true, isSplit: false, isPattern: false };
}

/** What an expansion gave, inside quotes or not. */
export function expandedAtom(text: Text, isQuoted: boolean): Atom {
  return isQuoted
    ? quotedAtom(text)
    : { kind: "text", text, isQuoted: false, isSplit: true, isPattern: false };
}

/** A stretch of one word after splitting; `isActive` means that pattern characters in it count. */
export interface Cell {
  readonly piece: string | Unknown;
  readonly isActive: boolean;
}

/** One word after splitting, before path expansion. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly isSplit: boolean;
}

/** Splits the atoms of one word into words, as bash does with `IFS`. */
export function splitAtoms(atoms: readonly Atom[], state: ShellState): readonly Cells[] {
  const splitter = new Splitter(ifsOf(state));
  for (const atom of atoms) {
    if (atom.kind === "break") splitter.end();
    else if (atom.isSplit) splitter.addSplit(atom.text);
    else splitter.add(atom.text, { isActive: atom.isPattern, isPresent: atom.isQuoted });
  }
  splitter.end();
  return splitter.words;
}

function ifsOf(state: ShellState): string {
  const ifs = state.variables.get("IFS");
  return (ifs?.kind === "scalar" ? knownValue(ifs.text) : undefined) ?? " \t\n";
}

class Splitter {
  readonly words: Cells[] = [];
  private readonly ifs: string;
  private cells: Cell[] = [];
  private isPresent = false;
  private isSplit = false;

  constructor(ifs: string) {
    this.ifs = ifs;
  }

  add(text: Text, how: { readonly isActive: boolean; readonly isPresent: boolean }): void {
    if (how.isPresent || text.length > 0) this.isPresent = true;
    for (const piece of text) {
      this.cells.push({ piece, isActive: how.isActive });
      // Unknown text that stands unquoted in shell text may hold anything, several words too.
      if (typeof piece !== "string" && !how.isPresent) this.isSplit = true;
    }
  }

  addSplit(text: Text): void {
    for (const piece of text) {
      if (typeof piece === "string") this.addString(piece);
      else {
        this.cells.push({ piece, isActive: false });
        this.isPresent = true;
        this.isSplit = true;
      }
    }
  }

  end(): void {
    if (this.isPresent && this.words.length <= WORDS_MAX) {
      this.words.push({ cells: this.cells, isSplit: this.isSplit });
    }
    this.cells = [];
    this.isPresent = false;
    this.isSplit = false;
  }

  private addString(value: string): void {
    let from = 0;
    for (let at = 0; at <= value.length; at++) {
      const isDelimiter = at < value.length && this.ifs.includes(value[at]!);
      if (!isDelimiter && at < value.length) continue;
      if (at > from) {
        this.cells.push({ piece: value.slice(from, at), isActive: true });
        this.isPresent = true;
      }
      if (isDelimiter) {
        // A delimiter that is no white space ends a word even when the word is empty.
        if (!" \t\n".includes(value[at]!)) this.isPresent = true;
        this.end();
      }
      from = at + 1;
    }
  }
}
