import type { ExhaustedRecord, MissRecord, ScopeTally, UnusedRecord } from "../cassette/session.ts";
import { groupCauses } from "./causes.ts";
import type { RunCounts, RunReport, SuiteResult } from "./run-report.ts";

/**
 * Unites the reports of a sharded suite into one: misses numbered anew and grouped over all shards,
 * counts added, and as unused only what no shard used. A recording counts as unused in a shard only
 * where that shard opened its scope.
 *
 * @throws {RangeError} where there is no report to unite.
 */
export function mergeReports(reports: readonly [RunReport, ...RunReport[]]): RunReport {
  const misses = reports
    .flatMap((report) => report.misses)
    .map((miss, index): MissRecord => ({ ...miss, id: `miss-${index + 1}` }));
  const exhausted: readonly ExhaustedRecord[] = reports.flatMap((report) => report.exhausted);
  const unused = uniteUnused(reports);
  const unopened = uniteUnopened(reports);
  const [{ unopened: _ofOne, ...first }] = reports;
  return {
    ...first,
    ...(unopened === undefined ? {} : { unopened }),
    startedAt: reports.map(({ startedAt }) => startedAt).toSorted()[0]!,
    endedAt:
      reports
        .map(({ endedAt }) => endedAt ?? "")
        .toSorted()
        .at(-1) || null,
    suite: uniteSuites(reports),
    hits: sum(reports, ({ hits }) => hits),
    // What a report lists counts, not what it says of it: reports can come from anywhere.
    counts: {
      ...uniteCounts(reports),
      misses: misses.length,
      exhausted: exhausted.length,
      unused: unused.length,
    },
    misses,
    exhausted,
    unused,
    causes: groupCauses(misses, exhausted),
    scopes: uniteScopes(reports),
    findings: [...new Set(reports.flatMap(({ findings }) => findings))],
    troubles: [...new Set(reports.flatMap(({ troubles }) => troubles))],
  };
}

function uniteCounts(
  reports: readonly RunReport[],
): Omit<RunCounts, "misses" | "exhausted" | "unused"> {
  return {
    hits: sum(reports, ({ counts }) => counts.hits),
    recorded: sum(reports, ({ counts }) => counts.recorded),
    requests: sum(reports, ({ counts }) => counts.requests),
    tokensSaved: {
      input: sum(reports, ({ counts }) => counts.tokensSaved.input),
      output: sum(reports, ({ counts }) => counts.tokensSaved.output),
    },
  };
}

function sum(reports: readonly RunReport[], count: (report: RunReport) => number): number {
  return reports.reduce((total, report) => total + count(report), 0);
}

/** One suite stands for all: the first that failed or was stopped, else the first that ran; the time is all of theirs. */
function uniteSuites(reports: readonly RunReport[]): SuiteResult | null {
  const suites = reports.flatMap(({ suite }) => (suite === null ? [] : [suite]));
  const shown =
    suites.find(({ exitCode, endedBy }) => exitCode !== 0 || endedBy !== "itself") ?? suites[0];
  if (shown === undefined) return null;
  return { ...shown, durationMs: suites.reduce((total, { durationMs }) => total + durationMs, 0) };
}

/** Identical recordings are counted: the union used as many as the shard that used most of them. */
function uniteUnused(reports: readonly RunReport[]): readonly UnusedRecord[] {
  const shards = reports.map(({ unused, scopes }) => ({
    leftOver: groupByName(unused),
    scopes: new Set(scopes.map(({ scope }) => scope)),
  }));
  const scopeOfName = new Map(
    reports.flatMap(({ unused }) => unused.map((record) => [nameOf(record), record.scope])),
  );
  const united: UnusedRecord[] = [];
  for (const [name, scope] of scopeOfName) {
    // Identical recordings are used from the first on: what the fewest left over, all left over. A
    // shard that names a recording without its scope is no shard of ours.
    const [fewest = []] = shards
      .filter(({ scopes }) => scopes.has(scope))
      .map(({ leftOver }) => leftOver.get(name) ?? [])
      .toSorted((a, b) => a.length - b.length);
    for (const record of fewest) united.push(record);
  }
  return united;
}

/** What no shard opened; `undefined` where one of them cannot tell. */
function uniteUnopened(reports: readonly RunReport[]): readonly string[] | undefined {
  const lists = reports.map(({ unopened }) => unopened);
  const counts = new Map<string, number>();
  for (const list of lists) {
    if (list === undefined) return undefined;
    for (const scope of new Set(list)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === lists.length).map(([scope]) => scope);
}

function groupByName(records: readonly UnusedRecord[]): ReadonlyMap<string, UnusedRecord[]> {
  const groups = new Map<string, UnusedRecord[]>();
  for (const record of records) {
    const name = nameOf(record);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  return groups;
}

function nameOf({ scope, lane, key }: UnusedRecord): string {
  return JSON.stringify([scope, lane, key]);
}

function uniteScopes(reports: readonly RunReport[]): readonly ScopeTally[] {
  const scopes = new Map<string, ScopeTally>();
  for (const next of reports.flatMap((report) => report.scopes)) {
    const known = scopes.get(next.scope);
    scopes.set(next.scope, known === undefined ? next : uniteScope(known, next));
  }
  return [...scopes.values()].toSorted((a, b) => (a.scope < b.scope ? -1 : 1));
}

function uniteScope(a: ScopeTally, b: ScopeTally): ScopeTally {
  const hits = a.hits + b.hits;
  const misses = a.misses + b.misses;
  return {
    ...a,
    hits,
    misses,
    recorded: a.recorded + b.recorded,
    verdict: misses === 0 ? (hits > 0 ? "hit" : a.verdict) : hits > 0 ? "partial" : "miss",
  };
}
