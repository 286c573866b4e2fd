import type { Span } from "../verdict.ts";

/**
 * A stretch of shell text and where it stands in the judged command. Text that stands there letter
 * for letter has an offset; text that was put together (an `eval`, a file, an alias) has none, and all
 * of it is blamed on the part that ran it.
 */
export interface Source {
  readonly text: string;
  /** Position of `text[0]` in the judged command; `undefined` where the text does not stand there. */
  readonly offset: number | undefined;
  /** The part of the judged command that runs it. */
  readonly span: Span;
  /** Where the text comes from, when that is not the command itself: `scripts/run.sh`. */
  readonly origin: string | undefined;
  /** Aliases that are already replaced in it, which bash does not replace again. */
  readonly aliases: ReadonlySet<string>;
}

/** The judged command itself. */
export function commandSource(text: string): Source {
  const span = { start: 0, end: text.length };
  return { text, offset: 0, span, origin: undefined, aliases: new Set() };
}

/** Text that was put together and is run by `span`. */
export function derivedSource(text: string, from: Source, span: Span): Source {
  return { ...from, text, offset: undefined, span };
}

/** The part of the judged command where `start` to `end` of the source stand. */
export function spanIn(source: Source, node: { readonly pos: number; readonly end: number }): Span {
  if (source.offset === undefined) return source.span;
  return { start: source.offset + node.pos, end: source.offset + node.end };
}

/** The place of a position of the source in the judged command, where it has one. */
export function placeIn(source: Source, position: number): number | undefined {
  return source.offset === undefined ? undefined : source.offset + position;
}
