import { canonicalJson } from "./canonical-json.ts";
import { appendToPath } from "./json-path.ts";
import { COMPARED_DEPTH_MAX, COMPARED_VALUES_MAX } from "./limits.ts";
import type { JsonValue } from "./values.ts";

/** One place at which two values differ, whole. */
export interface ValueDifference {
  readonly path: string;
  /** Absent where the path is new. */
  readonly before?: JsonValue;
  /** Absent where the path is gone. */
  readonly after?: JsonValue;
}

/** Where two values differ. */
export interface Comparison {
  readonly differences: readonly ValueDifference[];
  /** Whether the bound on visited values ended the comparison early. */
  readonly isCut: boolean;
}

interface Walk {
  readonly differences: ValueDifference[];
  visitsLeft: number;
}

type JsonObject = { readonly [name: string]: JsonValue };

/** Compares member by member; lists are aligned at both ends, so that one more item is one difference. */
export function compareValues(before: JsonValue, after: JsonValue, path = "$"): Comparison {
  const walk: Walk = { differences: [], visitsLeft: COMPARED_VALUES_MAX };
  compare({ before, after, path }, walk, 0);
  return { differences: walk.differences, isCut: walk.visitsLeft <= 0 };
}

function compare(
  pair: { readonly before: JsonValue; readonly after: JsonValue; readonly path: string },
  walk: Walk,
  depth: number,
): void {
  const { before, after, path } = pair;
  if (walk.visitsLeft-- <= 0 || before === after) return;
  if (depth < COMPARED_DEPTH_MAX) {
    if (Array.isArray(before) && Array.isArray(after)) {
      compareLists({ before, after, path }, walk, depth);
      return;
    }
    if (isObject(before) && isObject(after)) {
      compareMembers({ before, after, path }, walk, depth);
      return;
    }
  }
  if (!isSame(before, after)) walk.differences.push({ path, before, after });
}

function compareMembers(
  pair: { readonly before: JsonObject; readonly after: JsonObject; readonly path: string },
  walk: Walk,
  depth: number,
): void {
  const { before, after, path } = pair;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const inner = appendToPath(path, name);
    if (!Object.hasOwn(after, name)) walk.differences.push({ path: inner, before: before[name]! });
    else if (!Object.hasOwn(before, name)) {
      walk.differences.push({ path: inner, after: after[name]! });
    } else compare({ before: before[name]!, after: after[name]!, path: inner }, walk, depth + 1);
  }
}

function compareLists(
  pair: {
    readonly before: readonly JsonValue[];
    readonly after: readonly JsonValue[];
    readonly path: string;
  },
  walk: Walk,
  depth: number,
): void {
  const { before, after, path } = pair;
  let start = 0;
  let end = 0;
  if (before.length !== after.length) {
    const shorter = Math.min(before.length, after.length);
    while (start < shorter && isSame(before[start]!, after[start]!)) start++;
    while (end < shorter - start && isSame(before.at(-1 - end)!, after.at(-1 - end)!)) end++;
    walk.visitsLeft -= start + end;
  }
  const beforeEnd = before.length - end;
  const afterEnd = after.length - end;
  for (let index = start; index < Math.max(beforeEnd, afterEnd); index++) {
    if (walk.visitsLeft <= 0) return;
    const inner = appendToPath(path, index);
    if (index >= afterEnd) walk.differences.push({ path: inner, before: before[index]! });
    else if (index >= beforeEnd) walk.differences.push({ path: inner, after: after[index]! });
    else compare({ before: before[index]!, after: after[index]!, path: inner }, walk, depth + 1);
  }
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  return canonicalJson(one) === canonicalJson(other);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
