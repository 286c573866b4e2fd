import { foldText } from "./fold-text.ts";
import { toWords, type Word } from "./words.ts";

/** A text and the stretches of it that are new; an empty stretch is a place where something was taken out. */
export interface ChangedText {
  /** The text after the change, folded: white space to one blank, escapes undone, lower case kept. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Offsets in the folded text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words compared on each side between what both have at their beginning and at their end. */
const WORDS_MAX = 1500;

/** What an edit took out of the one text and put into the other. */
export interface BothChanges {
  readonly gone: ChangedText;
  readonly came: ChangedText;
}

/**
 * Finds, word by word, both sides of an edit. With a smaller `wordsMax` texts of which more than that differs on
 * both sides count as wholly changed between what they have in common at their ends.
 */
export function findBothChanges(
  before: string,
  after: string,
  wordsMax: number = WORDS_MAX,
): BothChanges {
  const [old, fresh] = [before, after].map((text) => toFolded(text)) as [Folded, Folded];
  const kept = commonWords(old.words, fresh.words, wordsMax);
  const keptOld = new Map([...kept].map(([position, earlier]) => [earlier, position]));
  return {
    gone: { text: old.text, stretches: stretchesOf(old, fresh.words.length, keptOld) },
    came: { text: fresh.text, stretches: stretchesOf(fresh, old.words.length, kept) },
  };
}

interface Folded {
  readonly text: string;
  readonly words: readonly Word[];
}

function toFolded(source: string): Folded {
  const text = foldText(source).trim();
  return { text, words: toWords(text) };
}

/** The stretches of a text outside of what it shares with the other one, whose words are counted. */
function stretchesOf(
  { text, words }: Folded,
  otherCount: number,
  kept: ReadonlyMap<number, number>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: number | undefined;
  let lastOther = -1;
  let lastEnd = 0;
  words.forEach((word, index) => {
    const match = kept.get(index);
    if (match === undefined) {
      open ??= word.start;
      lastEnd = word.end;
      return;
    }
    if (open !== undefined) stretches.push({ start: open, end: lastEnd });
    else if (match > lastOther + 1) stretches.push({ start: word.start, end: word.start });
    open = undefined;
    lastOther = match;
    lastEnd = word.end;
  });
  if (open !== undefined) stretches.push({ start: open, end: lastEnd });
  else if (lastOther < otherCount - 1) stretches.push({ start: text.length, end: text.length });
  return stretches;
}

/**
 * Words that both have, position in `after` → position in `before`: those at the beginning, those
 * at the end, and the longest common subsequence of what is between.
 */
function commonWords(
  before: readonly Word[],
  after: readonly Word[],
  wordsMax: number,
): ReadonlyMap<number, number> {
  const kept = new Map<number, number>();
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head]!.text === after[head]!.text) kept.set(head, head++);
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail)!.text === after.at(-1 - tail)!.text) tail += 1;
  const between = commonSubsequence(
    before.slice(head, Math.min(before.length - tail, head + wordsMax)),
    after.slice(head, Math.min(after.length - tail, head + wordsMax)),
  );
  for (const [j, i] of between) kept.set(head + j, head + i);
  for (; tail > 0; tail -= 1) kept.set(after.length - tail, before.length - tail);
  return kept;
}

function commonSubsequence(
  before: readonly Word[],
  after: readonly Word[],
): ReadonlyMap<number, number> {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i]!.text === after[j]!.text
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const kept = new Map<number, number>();
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i]!.text === after[j]!.text) kept.set(j++, i++);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
}
