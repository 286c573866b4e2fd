import type { ExhaustedRecord, MissRecord } from "../cassette/session.ts";
import { EditSignatures } from "./edit-signature.ts";
import { reasonsOf, type Reason } from "./miss-reasons.ts";
import { counted, nameLine } from "./text.ts";
import type { DriftCause } from "./run-report.ts";

/**
 * Groups what was asked and not recorded by the changes that explain it, the largest group first. One edited
 * system prompt is one cause, whatever else some of its requests changed; and whatever else they changed
 * is a cause too. A miss is in each cause that it shows, at least in one.
 */
export function groupCauses(
  misses: readonly MissRecord[],
  exhausted: readonly ExhaustedRecord[],
): readonly DriftCause[] {
  const groups = new Map<string, Group>();
  const reasons = reasonsOf(misses, new EditSignatures());
  for (const [index, miss] of misses.entries()) {
    for (const reason of reasons[index]!) {
      const group = groups.get(reason.key) ?? openGroup(reason);
      groups.set(reason.key, group);
      group.missIds.push(miss.id);
      group.scopes.add(miss.scope);
      group.count += 1;
    }
  }
  for (const record of exhausted) {
    const key = `exhausted ${record.scope} ${record.endpoint} ${record.key}`;
    const reason = { key, what: exhaustedTitle(record), difference: null };
    const group = groups.get(key) ?? openGroup(reason);
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

function openGroup(reason: Reason): Group {
  return { reason, missIds: [], scopes: new Set(), count: 0 };
}

function exhaustedTitle(record: ExhaustedRecord): string {
  return `${nameLine(record.endpoint)} asked ${counted(record.askedCount, "time")}, recorded ${counted(record.recordedCount, "time")}`;
}
