import type { ChangedTexts, Difference } from "./explain.ts";
import { CHANGED_PARTS_MAX, CHANGED_TEXTS_LENGTH_MAX, SHOWN_TEXT_LENGTH_MAX } from "./limits.ts";
import { changedSpanOf, showDifference } from "./shown-difference.ts";
import type { ValueDifference } from "./value-difference.ts";
import type { JsonValue } from "./values.ts";

/** A difference as people read it, and where that cannot show all that changed, more of it. */
export function explainDifference(difference: ValueDifference): Difference {
  const shown = showDifference(difference);
  if (!isCut(difference)) return shown;
  const { before, after } = difference;
  const [gone, came] = [partsOf(before, after), partsOf(after, before)];
  const changed: ChangedTexts = {
    before: bound(without(gone, came)),
    after: bound(without(came, gone)),
  };
  return { ...shown, changed };
}

function isCut({ before, after }: ValueDifference): boolean {
  if (typeof before === "string" && typeof after === "string") {
    return changedSpanOf(before, after) > SHOWN_TEXT_LENGTH_MAX;
  }
  return [before, after].some(
    (value) => value !== undefined && JSON.stringify(value).length > SHOWN_TEXT_LENGTH_MAX,
  );
}

/** Of two texts their lines and sentences; of other values the names and texts in them. */
function partsOf(value: JsonValue | undefined, other: JsonValue | undefined): readonly string[] {
  if (typeof value === "string" && typeof other === "string") {
    return value.split(/(?<=\n|[.!?]\s|[。！？])/u, CHANGED_PARTS_MAX);
  }
  const parts: string[] = [];
  const waiting: JsonValue[] = value === undefined ? [] : [value];
  while (waiting.length > 0 && parts.length < CHANGED_PARTS_MAX) {
    const next = waiting.pop()!;
    if (typeof next === "string") parts.push(next);
    else if (Array.isArray(next)) waiting.push(...(next as readonly JsonValue[]).toReversed());
    else if (typeof next === "object" && next !== null) {
      parts.push(...Object.keys(next));
      waiting.push(...Object.values(next).toReversed());
    }
  }
  return parts;
}

/** The parts that the other side has not, or not as often. */
function without(parts: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const part of others) counts.set(part, (counts.get(part) ?? 0) + 1);
  return parts.filter((part) => {
    const count = counts.get(part) ?? 0;
    counts.set(part, count - 1);
    return count <= 0;
  });
}

function bound(parts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let left = CHANGED_TEXTS_LENGTH_MAX;
  for (const part of parts) {
    if (left <= 0) break;
    // A cut must not leave half a character.
    kept.push(part.length <= left ? part : part.slice(0, left).replace(/[\ud800-\udbff]$/, ""));
    left -= part.length;
  }
  return kept;
}
