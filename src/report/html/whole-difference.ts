import { compareCopies } from "../../cassette/copy-comparison.ts";
import type { MissRecord } from "../../cassette/session.ts";
import type { Interaction, JsonValue } from "../../cassette/values.ts";
import type { DriftCause } from "../run-report.ts";

/**
 * A cause's difference with whole values. The report holds them shortened around the change; the
 * missed request and the recording that it was compared with have all of them. Where that recording
 * is not there any more, or not here (a report from elsewhere), the short one stands.
 */
export function wholeDifference(
  cause: DriftCause,
  misses: ReadonlyMap<string, MissRecord>,
  interactionsOf: (scope: string) => readonly Interaction[],
): DriftCause["difference"] {
  const { difference } = cause;
  const miss = cause.missIds.length === 0 ? undefined : misses.get(cause.missIds[0]!);
  if (difference === null || miss === undefined) return difference;
  const text = JSON.stringify(difference);
  const nearest = miss.explanation.nearest.find(({ differences }) =>
    differences.some((one) => JSON.stringify({ ...difference, ...one }) === text),
  );
  if (nearest === undefined) return difference;
  const recorded = interactionsOf(nearest.scope)[nearest.position - 1];
  if (recorded?.key !== nearest.key) return difference;
  const { differences } = compareCopies(recorded.request, miss.request as JsonValue, []);
  return differences.find(({ path }) => path === difference.path) ?? difference;
}
