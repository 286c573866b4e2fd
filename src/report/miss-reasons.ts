import { reconcilingPresets } from "../cassette/copy-comparison.ts";
import type { Difference } from "../cassette/explain.ts";
import type { MissRecord } from "../cassette/session.ts";
import { changeTitle, lastName, segmentOf } from "./cause-title.ts";
import { unitsOf, type DifferenceUnit } from "./difference-units.ts";
import type { EditSignatures } from "./edit-signature.ts";
import type { DriftCause } from "./run-report.ts";
import { nameLine, oneLine } from "./text.ts";

/** One change that explains why a request missed. */
export interface Reason {
  /** Equal for misses that are one cause. */
  readonly key: string;
  /** The title's first half. */
  readonly what: string;
  readonly difference: DriftCause["difference"];
}

/** Why each miss missed, in the order of the misses; each has one reason or more, none of them twice. */
export function reasonsOf(
  misses: readonly MissRecord[],
  signatures: EditSignatures,
): readonly (readonly Reason[])[] {
  const counts = countDifferences(misses, signatures);
  const shared: Shared = { signatures, counts, presets: new Map() };
  const edits = misses.map((miss) => editsOf(miss, shared));
  // What explains some request on its own explains others too, whatever they were compared with.
  const leading = new Set(edits.flatMap(([first]) => first?.key ?? []));
  return misses.map((miss, index) => {
    const isCounterpart = isCounterpartNearest(miss);
    const own = edits[index]!.filter(
      ({ key }, at) => at === 0 || isCounterpart || leading.has(key),
    );
    return [...new Map(own.map((reason) => [reason.key, reason])).values()];
  });
}

/** How many misses have each difference, whatever the position in a list it stands at. */
function countDifferences(
  misses: readonly MissRecord[],
  signatures: EditSignatures,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { explanation } of misses) {
    const own = (explanation.nearest[0]?.differences ?? []).map((one) => signatures.of(one));
    for (const signature of new Set(own)) counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether the nearest recording is what was recorded of this very request. A request that is new is compared
 * with another one's recording: there one difference says as much as all of them.
 */
function isCounterpartNearest({ scope, explanation }: MissRecord): boolean {
  const nearest = explanation.nearest[0];
  return nearest !== undefined && !nearest.isUsed && nearest.scope === scope;
}

/** Differences by name, how many misses have each, and the presets that hide an edit. */
interface Shared {
  readonly signatures: EditSignatures;
  readonly counts: ReadonlyMap<string, number>;
  readonly presets: Map<string, string | null>;
}

/** The edits that a miss shows; first the one that most others share. */
function editsOf(miss: MissRecord, shared: Shared): readonly Reason[] {
  const { explanation } = miss;
  if (explanation.found !== "nowhere") {
    const kind = explanation.found === "other-scope" ? "scope" : "lane";
    const what = `recorded in another ${kind}`;
    return [{ key: explanation.found, what, difference: null }];
  }
  const nearest = explanation.nearest[0];
  if (nearest === undefined) {
    if (explanation.isScopeEmpty) {
      return [{ key: "empty", what: "nothing recorded in the scope", difference: null }];
    }
    const endpoint = nameLine(miss.endpoint);
    return [{ key: `none ${endpoint}`, what: `no recording of ${endpoint}`, difference: null }];
  }
  const { changedSegments, differences } = nearest;
  if (explanation.normaliser !== null) {
    const difference = mostShared(differences, shared);
    return [volatileReason(explanation.normaliser, difference)];
  }
  const units = unitsOf(differences, miss.request);
  if (units.length === 0) {
    const key = `segments ${changedSegments.join()}`;
    return [{ key, what: changeTitle(segmentOf(undefined, changedSegments)), difference: null }];
  }
  const edits = units.map((unit) => unitReason(unit, changedSegments, shared));
  return edits.toSorted((a, b) => b.rank - a.rank).map(({ reason }) => reason);
}

function unitReason(
  { differences, renamedFrom }: DifferenceUnit,
  changedSegments: readonly string[],
  shared: Shared,
): { readonly reason: Reason; readonly rank: number } {
  if (renamedFrom !== undefined) return renamedReason(renamedFrom, differences[0], shared);
  const difference = mostShared(differences, shared);
  const presets = presetsHiding(differences, shared);
  // What is new each time explains least.
  if (presets !== null) return { reason: volatileReason(presets, difference), rank: 0 };
  const key = shared.signatures.of(difference);
  const what = changeTitle(segmentOf(difference.path, changedSegments), difference);
  return { reason: { key, what, difference }, rank: shared.counts.get(key) ?? 0 };
}

/** One edit, whatever value each request has there. */
function renamedReason(
  from: string,
  difference: Difference,
  { signatures, counts }: Shared,
): { readonly reason: Reason; readonly rank: number } {
  const what = `${nameLine(from)} renamed to ${lastName(difference.path)}`;
  return {
    reason: { key: what, what, difference },
    rank: counts.get(signatures.of(difference)) ?? 0,
  };
}

/** Trying presets out takes its time, and many misses show the same edit. */
function presetsHiding(differences: readonly Difference[], shared: Shared): string | null {
  const name = differences.map((one) => shared.signatures.of(one)).join("\n");
  const known = shared.presets.get(name);
  if (known !== undefined) return known;
  const presets = reconcilingPresets({ differences, isCut: false });
  shared.presets.set(name, presets);
  return presets;
}

/** Another value each time: no two requests have the edit in common, yet they are one cause. */
function volatileReason(presets: string, difference: Difference | undefined): Reason {
  const path = difference?.path ?? "$";
  return {
    key: `normaliser ${presets} ${path.replace(/\[\d+\]/gu, "[]")}`,
    what: `${lastName(path)} is new each time (${namedNormalisers(oneLine(presets))} that)`,
    difference: difference ?? null,
  };
}

function mostShared(
  differences: readonly [Difference, ...Difference[]],
  shared: Shared,
): Difference;
function mostShared(differences: readonly Difference[], shared: Shared): Difference | undefined;
function mostShared(differences: readonly Difference[], shared: Shared): Difference | undefined {
  let best: Difference | undefined;
  let bestCount = 0;
  for (const difference of differences) {
    const count = shared.counts.get(shared.signatures.of(difference)) ?? 0;
    if (count > bestCount) [best, bestCount] = [difference, count];
  }
  return best;
}

function namedNormalisers(presets: string): string {
  const names = presets.split(",").map((preset) => `"${preset}"`);
  return names.length === 1
    ? `the normaliser ${names.join("")} hides`
    : `the normalisers ${names.join(" and ")} hide`;
}
