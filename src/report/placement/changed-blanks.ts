import type { BothChanges, Stretch } from "./changed-text.ts";

/** Places at which white space changed; more of them say nothing new. */
const PLACES_MAX = 50;

/** Where two texts have the same words and other white space between them: from the word before to the word behind. */
export function findBlankChanges(before: string, after: string): BothChanges {
  const [old, fresh] = [before, after].map((text) => text.trim().split(/(\s+)/u)) as [
    string[],
    string[],
  ];
  const stretches: Stretch[] = [];
  let at = 0;
  for (let i = 1; i + 1 < fresh.length && stretches.length < PLACES_MAX; i += 2) {
    const [left, right] = [fresh[i - 1]!, fresh[i + 1]!];
    if (old[i] !== fresh[i])
      stretches.push({ start: at, end: at + left.length + 1 + right.length });
    at += left.length + 1;
  }
  const text = fresh.filter((_, i) => i % 2 === 0).join(" ");
  const place = { text, stretches };
  return { gone: place, came: place };
}
