import type { ExhaustedRecord, MissRecord } from "../cassette/session.ts";
import type { Difference } from "../cassette/explain.ts";
import { EditSignatures } from "./edit-signature.ts";
import { counted, oneLine } from "./text.ts";
import type { DriftCause } from "./run-report.ts";

/**
 * Groups what was asked and not recorded by the change that explains it, the largest group first. A
 * miss with several differences goes where most others share one of them: one edited system
 * prompt stays one cause, whatever else some of its requests changed.
 */
export function groupCauses(
  misses: readonly MissRecord[],
  exhausted: readonly ExhaustedRecord[],
): readonly DriftCause[] {
  const signatures = new EditSignatures();
  const shared: Shared = { signatures, counts: countDifferences(misses, signatures) };
  const groups = new Map<string, Group>();
  for (const miss of misses) {
    const reason = reasonOf(miss, shared);
    const group = groups.get(reason.key) ?? { reason, missIds: [], scopes: new Set(), count: 0 };
    groups.set(reason.key, group);
    group.missIds.push(miss.id);
    group.scopes.add(miss.scope);
    group.count += 1;
  }
  for (const record of exhausted) {
    const key = `exhausted ${record.scope} ${record.endpoint} ${record.key}`;
    const reason = { key, what: exhaustedTitle(record), difference: null };
    const group = groups.get(key) ?? { reason, missIds: [], scopes: new Set(), count: 0 };
    groups.set(key, group);
    group.scopes.add(record.scope);
    group.count += 1;
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map((group, index) => ({
      id: `cause-${index + 1}`,
      title: `${group.reason.what}: ${counted(group.count, "request")} in ${counted(group.scopes.size, "scope")}`,
      difference: group.reason.difference,
      missIds: group.missIds,
      scopes: [...group.scopes].sort(),
    }));
}

interface Group {
  readonly reason: Reason;
  readonly missIds: string[];
  readonly scopes: Set<string>;
  count: number;
}

interface Reason {
  /** Equal for misses that are one cause. */
  readonly key: string;
  /** The title's first half. */
  readonly what: string;
  readonly difference: DriftCause["difference"];
}

/** Differences by name, and how many misses have each. */
interface Shared {
  readonly signatures: EditSignatures;
  readonly counts: ReadonlyMap<string, number>;
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

function reasonOf(miss: MissRecord, shared: Shared): Reason {
  const { explanation } = miss;
  if (explanation.found !== "nowhere") {
    const kind = explanation.found === "other-scope" ? "scope" : "lane";
    return {
      key: explanation.found,
      what: `recorded in another ${kind}`,
      difference: null,
    };
  }
  const nearest = explanation.nearest[0];
  if (nearest === undefined) {
    if (explanation.isScopeEmpty) {
      return { key: "empty", what: "nothing recorded in the scope", difference: null };
    }
    const endpoint = oneLine(miss.endpoint);
    return { key: `none ${endpoint}`, what: `no recording of ${endpoint}`, difference: null };
  }
  const difference = mostShared(nearest.differences, shared);
  if (explanation.normaliser !== null) {
    // Another value each time: no two requests have the edit in common, yet they are one cause.
    const { normaliser } = explanation;
    const path = difference?.path ?? "$";
    return {
      key: `normaliser ${normaliser} ${path.replace(/\[\d+\]/gu, "[]")}`,
      what: `${lastName(path)} is new each time (${namedNormalisers(oneLine(normaliser))} that)`,
      difference: difference ?? null,
    };
  }
  return changeReason(
    difference === undefined
      ? `segments ${nearest.changedSegments.join()}`
      : shared.signatures.of(difference),
    segmentOf(difference?.path, nearest.changedSegments),
    difference,
  );
}

function mostShared(differences: readonly Difference[], shared: Shared): Difference | undefined {
  let best: Difference | undefined;
  let bestCount = 0;
  for (const difference of differences) {
    const count = shared.counts.get(shared.signatures.of(difference)) ?? 0;
    if (count > bestCount) [best, bestCount] = [difference, count];
  }
  return best;
}

/** The changed segment that a difference lies in; where no path says so, the first changed one. */
function segmentOf(path: string | undefined, changed: readonly string[]): string | undefined {
  const inner = path?.replace(/^\$\.?(?:body\.)?/u, "");
  return (
    changed.find(
      (name) => inner !== undefined && (inner === name || inner.startsWith(`${name}.`)),
    ) ?? changed[0]
  );
}

function changeReason(
  key: string,
  segment: string | undefined,
  difference: Difference | undefined,
): Reason {
  return { key, what: changeTitle(segment, difference), difference: difference ?? null };
}

/** Segments by the name that people use for them. */
const SEGMENT_NOUNS: ReadonlyMap<string, string> = new Map([
  ["model", "model"],
  ["system", "system prompt"],
  ["tools", "tool list"],
]);

function changeTitle(segment: string | undefined, difference: Difference | undefined): string {
  const noun =
    SEGMENT_NOUNS.get(segment ?? "") ??
    (segment?.startsWith("messages") === true ? "message" : undefined) ??
    (difference === undefined ? (segment ?? "request") : lastName(difference.path));
  if (difference === undefined) return `${noun} changed`;
  if (difference.before === undefined) return `${noun} added`;
  if (difference.after === undefined) return `${noun} removed`;
  if (isScalar(difference.before) && isScalar(difference.after)) {
    const [before, after] = [JSON.stringify(difference.before), JSON.stringify(difference.after)];
    if (before.length + after.length <= SCALARS_IN_TITLE_MAX) {
      return `${noun} changed from ${oneLine(before)} to ${oneLine(after)}`;
    }
  }
  return `${noun} changed`;
}

/** Characters of two values that still fit a title. */
const SCALARS_IN_TITLE_MAX = 40;

function lastName(path: string): string {
  const name = /([^.[\]$"]+)(?:\[\d+\])*$/u.exec(path)?.[1];
  return name === undefined || name === "" ? "request" : oneLine(name);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function exhaustedTitle(record: ExhaustedRecord): string {
  return `${oneLine(record.endpoint)} asked ${counted(record.askedCount, "time")}, recorded ${counted(record.recordedCount, "time")}`;
}

function namedNormalisers(presets: string): string {
  const names = presets.split(",").map((preset) => `"${preset}"`);
  return names.length === 1
    ? `the normaliser ${names.join("")} hides`
    : `the normalisers ${names.join(" and ")} hide`;
}
