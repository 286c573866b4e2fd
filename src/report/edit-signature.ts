import type { Difference } from "../cassette/explain.ts";
import { normaliseAnywhere } from "../cassette/normaliser.ts";
import { NORMALISER_PRESETS } from "../cassette/normaliser-presets.ts";
import { changeOf } from "./placement/change.ts";
import { findBothChanges, type ChangedText } from "./placement/changed-text.ts";

/** Word comparisons in all, some seconds' work; beyond them long texts are compared at their ends alone. */
const COMPARISONS_MAX = 400_000_000;
/** English has about this many characters a word, its blank included. */
const CHARACTERS_PER_WORD = 6;
const WORDS_MAX = 1500;

/**
 * Names edits: equal for differences that one edit makes, when the same words went and came,
 * whatever stands around them. An edit is looked at once, however many requests share it.
 */
export class EditSignatures {
  readonly #known = new Map<unknown, Map<unknown, string>>();
  #comparisons = 0;

  of(difference: Difference): string {
    const { before, after } = changeOf(difference);
    return `${difference.path.replace(/\[\d+\]/gu, "[]")} ${this.#edit(before, after)}`;
  }

  #edit(before: unknown, after: unknown): string {
    if (typeof before !== "string" || typeof after !== "string") {
      return JSON.stringify([before ?? null, after ?? null]);
    }
    const known = this.#known.get(before) ?? new Map<unknown, string>();
    this.#known.set(before, known);
    const signature = known.get(after) ?? this.#compare(before, after);
    known.set(after, signature);
    return signature;
  }

  #compare(before: string, after: string): string {
    const [left, right] = [before, after].map((text) =>
      Math.min(WORDS_MAX, text.length / CHARACTERS_PER_WORD),
    ) as [number, number];
    this.#comparisons += left * right;
    const wordsMax = this.#comparisons > COMPARISONS_MAX ? 0 : WORDS_MAX;
    const [old, fresh] = withoutVolatile(before, after);
    const { gone, came } = findBothChanges(old, fresh, wordsMax);
    return JSON.stringify([changedWords(gone), changedWords(came)]);
  }
}

const PRESETS = [...NORMALISER_PRESETS.values()];

/** Identifiers and times in a text are others in each request, which makes no edit another one. */
function withoutVolatile(before: string, after: string): readonly [string, string] {
  const [old, fresh] = [before, after].map((text) => normaliseAnywhere(text, PRESETS));
  // Where nothing else changed, they are the edit.
  return typeof old === "string" && typeof fresh === "string" && old !== fresh
    ? [old, fresh]
    : [before, after];
}

function changedWords({ text, stretches }: ChangedText): readonly string[] {
  return stretches.map(({ start, end }) => text.slice(start, end));
}
