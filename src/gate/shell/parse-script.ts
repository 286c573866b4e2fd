import { forEachChild, parse } from "unbash";
import type { HereDoc, ParsedScript, SyntaxNode, Word, WordPart } from "unbash";

export type * from "unbash";

/** One damage that the parser met: the tree behind it cannot be trusted. */
export interface Trouble {
  readonly message: string;
  readonly position: number;
}

/** Parses shell text. Never throws on any text; damage is asked for with `troubleOf`. */
export function parseScript(text: string): ParsedScript {
  return parse(text);
}

/** Calls back for every direct child of a node, nested scripts and word parts included. */
export function visitChildren(node: SyntaxNode, callback: (child: SyntaxNode) => void): void {
  forEachChild(node, callback);
}

/** The parts of a word, or `undefined` where it is one plain literal whose value is `word.value`. */
export function partsOf(word: Word): readonly WordPart[] | undefined {
  return word.parts;
}

/**
 * The first damage of a script or here-document itself, not of what is nested in it. A here-document without its
 * closing line counts: unbash 6.0.4 loses the commands behind one that was opened in a nested
 * substitution, and says so in no other way.
 */
export function troubleOf(node: ParsedScript | HereDoc): Trouble | undefined {
  if (node.type === "HereDoc") {
    if (node.closing !== undefined) return undefined;
    return { message: "here-document without its closing line", position: node.pos };
  }
  const first = node.errors?.[0];
  return first === undefined ? undefined : { message: first.message, position: first.pos };
}
