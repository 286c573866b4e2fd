import type { Stretch } from "./changed-text.ts";
import { textBefore, textBehind } from "./literals.ts";
import { extentOf } from "./words.ts";

/** What a line and a change have in common. */
export interface Match {
  readonly line: string;
  readonly inLine: Stretch;
  readonly text: string;
  readonly inText: Stretch;
  /** Of the line, what was found of the changed words. */
  readonly changed: Stretch;
}

/** How telling a match is. */
export interface Evidence {
  /** The match is all that the line has to say: it ends where a literal, a placeholder or the line ends. */
  readonly isWhole: boolean;
  /** Words of the match. */
  readonly words: number;
  readonly letters: number;
  /** Characters of the match. */
  readonly length: number;
  /** Sides, 0 to 2, on which the line goes on in other words than the change. */
  readonly cuts: number;
  /** Letters of the changed sentence that the match has, 0 to 1. */
  readonly share: number;
  /** Where the match stands in the line. */
  readonly inLine: Stretch;
  /** Where the changed words of it stand in the line. */
  readonly changed: Stretch;
}

/** What stands before a text in a line: quotes, placeholders, tags, a key, a mark of a list. */
const LEFT =
  /(?:^\s*(?:[-*>|+]|\d+[.)]|#{1,6})?|["'`}>=|[\]\\]|%[-+#0-9.]*[a-zA-Z]|%\(\w+\)[a-zA-Z]|\$\w+|^\s*(?:-\s+)?["']?[\w.-]+["']?:)\s*$/;
/** What stands behind it. */
const RIGHT = /^\s*(?:$|["'`{<|[\]\\$%#])/;
/** Where a difference was shortened nobody knows how its text goes on. */
const SHORTENED = "…";

/** Judges what a line and a change have in common. */
export function judgeMatch({ line, inLine, text, inText, changed }: Match): Evidence {
  const shared = text.slice(inText.start, inText.end);
  const isLeftClean =
    text[inText.start - 1] === SHORTENED || LEFT.test(textBefore(line, inLine.start));
  const isRightClean = text[inText.end] === SHORTENED || RIGHT.test(textBehind(line, inLine.end));
  const { words, letters } = extentOf(shared);
  const cuts = Number(!isLeftClean) + Number(!isRightClean);
  return {
    isWhole: cuts === 0,
    words,
    letters,
    length: shared.length,
    cuts,
    share: shareOfSentence(text, inText),
    inLine,
    changed,
  };
}

/** Sentences longer than this are looked at around the match. */
const SENTENCE_CHARACTERS_MAX = 600;
const SENTENCE_END = /[.!?…](?:\s|$)|[。！？]/;

function shareOfSentence(text: string, { start, end }: Stretch): number {
  const before = text.slice(Math.max(0, start - SENTENCE_CHARACTERS_MAX), start);
  const after = text.slice(end, end + SENTENCE_CHARACTERS_MAX);
  const own = extentOf(text.slice(start, end)).letters;
  const rest =
    extentOf(before.split(SENTENCE_END).at(-1)!).letters +
    extentOf(after.split(SENTENCE_END, 1)[0]!).letters;
  return own + rest === 0 ? 0 : own / (own + rest);
}
