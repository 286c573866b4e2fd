import type { Difference } from "../../cassette/explain.ts";
import type { MissRecord } from "../../cassette/session.ts";
import { unitsOf } from "../difference-units.ts";
import { EditSignatures } from "../edit-signature.ts";
import type { DriftCause } from "../run-report.ts";
import type { LineSources } from "./best-line.ts";
import { changeOf, textsOf, type Change } from "./change.ts";
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
  | "the call site"
  | "the test"
  | "the cassette";

/** What placing looks at; no files where there is no pull request or it cannot be read. */
export interface PlaceSources extends LineSources {
  /** Path of a scope's committed cassette relative to the repository; `undefined` where it is not committed. */
  readonly cassettePath: (scope: string) => string | undefined;
  /** Where the suite runs, relative to the repository's root: call sites and tests are named from there. @default {the root} */
  readonly suiteFolder?: string;
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
    placeByCallSite(own, sources) ??
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
  for (const change of changesOf(cause, own)) {
    const place = placeValue(change, sources);
    if (place !== undefined) return { ...place, rule: "the added line with the changed value" };
  }
  return undefined;
}

function placeByCallSite(own: readonly MissRecord[], sources: PlaceSources): Place | undefined {
  for (const { callSite } of own) {
    const match = /^(.+):(\d+)$/.exec(callSite ?? "");
    if (match === null) continue;
    const named = match[1]!.replaceAll("\\", "/").replace(/^\.\//, "");
    const path = pathInDiff(named, sources) ?? (sources.scope === "all" ? named : undefined);
    if (path !== undefined) return { path, line: Number(match[2]), rule: "the call site" };
  }
  for (const { scope } of own) {
    const named = scope.split("::")[0] ?? "";
    const path = named === scope ? undefined : pathInDiff(named, sources);
    if (path !== undefined) return { path, line: 1, rule: "the test" };
  }
  return undefined;
}

/**
 * A file that the suite named, as the pull request names it; `undefined` where it changes no such file. A suite
 * below the root names files from its own folder, and an equal path of the root is another file; only a runner whose
 * root is the repository's names them from there.
 */
function pathInDiff(named: string, { files, suiteFolder }: PlaceSources): string | undefined {
  const path =
    suiteFolder === undefined || named.startsWith(`${suiteFolder}/`)
      ? named
      : `${suiteFolder}/${named}`;
  return files.some((file) => file.path === path) ? path : undefined;
}

function placeByCassette(cause: DriftCause, sources: PlaceSources): Place | undefined {
  for (const scope of cause.scopes) {
    const path = sources.cassettePath(scope);
    if (path !== undefined) return { path, line: 1, rule: "the cassette" };
  }
  return undefined;
}
