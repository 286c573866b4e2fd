import type { Difference } from "../../cassette/explain.ts";
import type { MissRecord } from "../../cassette/session.ts";
import { unitsOf } from "../difference-units.ts";
import { EditSignatures } from "../edit-signature.ts";
import type { DriftCause } from "../run-report.ts";
import { changeOf, textsOf, type Change } from "./change.ts";
import { placeByCall, type CallRule, type CallSources } from "./place-call.ts";
import { placeText, type TextRule } from "./place-text.ts";
import { placeValue } from "./place-value.ts";
import { isText } from "./words.ts";

/** Where an annotation goes, and by which rule. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly rule: PlaceRule;
}

/** The rules of the ladder; the summary says which one placed a cause. */
export type PlaceRule =
  | TextRule
  | "the added line with the changed value"
  | CallRule
  | "the cassette";

/** What placing looks at; no files where there is no pull request or it cannot be read. */
export interface PlaceSources extends CallSources {
  /** Path of a scope's committed cassette relative to the repository; `undefined` where it is not committed. */
  readonly cassettePath: (scope: string) => string | undefined;
}

/** Places one cause: the first rule of the ladder that finds a line; `undefined` where none does. */
export function placeCause(
  cause: DriftCause,
  misses: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  const ids = new Set(cause.missIds);
  const own = misses.filter(({ id }) => ids.has(id));
  return (
    placeByText(cause, own, sources) ??
    placeByValue(cause, own, sources) ??
    placeByCall(own, sources) ??
    placeByCassette(cause, sources)
  );
}

/**
 * The shared difference first, then what else its edit changed in the misses, each once. Other edits of the
 * same requests are causes of their own.
 */
function changesOf(cause: DriftCause, own: readonly MissRecord[]): readonly Change[] {
  const { difference } = cause;
  const signatures = new EditSignatures();
  const signature = difference === null ? undefined : signatures.of(difference as Difference);
  const changes = new Map<string, Change>();
  const add = (one: DriftCause["difference"] & object): void => {
    const change = changeOf(one);
    changes.set(JSON.stringify([change.path, change.before, change.after]), change);
  };
  if (difference !== null) add(difference);
  for (const { explanation, request } of own.slice(0, MISSES_READ_MAX)) {
    for (const { differences } of unitsOf(explanation.nearest[0]?.differences ?? [], request)) {
      const isOfCause =
        signature === undefined || differences.some((one) => signatures.of(one) === signature);
      if (isOfCause) differences.forEach(add);
    }
  }
  return [...changes.values()];
}

/** Misses of one cause differ by what they have in common: a few say it. */
const MISSES_READ_MAX = 20;

function placeByText(
  cause: DriftCause,
  own: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  if (sources.files.length === 0) return undefined;
  for (const change of changesOf(cause, own)) {
    for (const { before, after } of textsOf(change)) {
      // A name is looked for as a value: parts of it stand in other names.
      if (!isText(before) && !isText(after)) continue;
      const place = placeText(before, after, sources);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

function placeByValue(
  cause: DriftCause,
  own: readonly MissRecord[],
  sources: PlaceSources,
): Place | undefined {
  if (sources.files.length === 0) return undefined;
  for (const change of changesOf(cause, own)) {
    const place = placeValue(change, sources);
    if (place !== undefined) return { ...place, rule: "the added line with the changed value" };
  }
  return undefined;
}

function placeByCassette(cause: DriftCause, sources: PlaceSources): Place | undefined {
  for (const scope of cause.scopes) {
    const path = sources.cassettePath(scope);
    if (path !== undefined) return { path, line: 1, rule: "the cassette" };
  }
  return undefined;
}
