import { resolve } from "node:path";
import type { PlannedRequest, RecordPlan } from "../cassette/record-plan.ts";
import type { RunReport } from "../report/run-report.ts";
import { oneLine } from "../report/text.ts";
import { openDirectoryStore } from "../stores/directory-store.ts";
import type { CommandLine } from "./command-line.ts";
import { meantHint, nearestScopes } from "./nearest-scopes.ts";
import { readReportFile } from "./read-report-file.ts";
import { UsageError } from "./usage-error.ts";

/** What `--only` and `--from-report` name. */
export type NamedPlan =
  /** Neither was given: everything is recorded. */
  | { readonly kind: "everything" }
  | { readonly kind: "plan"; readonly plan: RecordPlan }
  /** The report misses nothing. */
  | { readonly kind: "nothing"; readonly report: string };

/** Where `--only miss-3` looks when no report is named: where `--report json` writes. */
const DEFAULT_REPORT = "tapegate-report.json";

/** How misses and causes are numbered in reports. */
const REPORT_ID = /^(?:miss|cause)-\d+$/u;

/**
 * Reads which part of a library to record again.
 *
 * @throws {UsageError} where a name is neither a scope of the library nor something of the report.
 */
export function readRecordPlan(
  line: CommandLine,
  place: { readonly cwd: string; readonly cassettes: string },
): NamedPlan {
  const names = line.values("only");
  const file = line.value("from-report");
  if (names.length === 0 && file === undefined) return { kind: "everything" };
  const asksIds = names.some((name) => REPORT_ID.test(name));
  const reportFile = file ?? (asksIds ? DEFAULT_REPORT : undefined);
  const report =
    reportFile === undefined ? undefined : readReport(reportFile, place.cwd, file !== undefined);
  if (names.length === 0) {
    const requests = [...missesOf(report!, () => true), ...exhaustedOf(report!)];
    return requests.length === 0
      ? { kind: "nothing", report: reportFile! }
      : { kind: "plan", plan: { scopes: new Set(), requests } };
  }
  const scopes = [...openDirectoryStore(resolve(place.cwd, place.cassettes)).scopes()];
  return { kind: "plan", plan: planOf(names, { report, scopes, ...place }) };
}

interface Known {
  readonly report: RunReport | undefined;
  /** Of the library. */
  readonly scopes: readonly string[];
  readonly cassettes: string;
}

function planOf(names: readonly string[], known: Known): RecordPlan {
  const recorded = new Set(known.scopes);
  const reported = new Set((known.report?.scopes ?? []).map(({ scope }) => scope));
  const scopes = new Set<string>();
  const requests: PlannedRequest[] = [];
  for (const name of names) {
    if (recorded.has(name) || reported.has(name)) scopes.add(name);
    else if (known.report !== undefined && REPORT_ID.test(name)) {
      requests.push(...requestsOf(name, known.report));
    } else throw unknownName(name, [...new Set([...recorded, ...reported])], known.cassettes);
  }
  return { scopes, requests };
}

function unknownName(name: string, scopes: readonly string[], cassettes: string): UsageError {
  const shown = oneLine(name);
  const hint = meantHint(nearestScopes(name, scopes).map(oneLine));
  const empty = scopes.length === 0 ? ", which holds no cassette at all" : "";
  return new UsageError(
    `Cannot record only "${shown}": no scope of "${cassettes}" has this name${empty}${hint}${hint === "" ? "." : ""} A test without a cassette is recorded by: tapegate auto`,
    "record",
  );
}

function requestsOf(id: string, report: RunReport): readonly PlannedRequest[] {
  const cause = report.causes.find((one) => one.id === id);
  const ids = new Set(cause === undefined ? [id] : cause.missIds);
  const requests = missesOf(report, ({ id: one }) => ids.has(one));
  if (requests.length > 0) return requests;
  const offered = id.startsWith("cause")
    ? report.causes.filter(({ missIds }) => missIds.length > 0)
    : report.misses;
  const first = offered[0]?.id;
  const range =
    first === undefined
      ? "it has none"
      : offered.length === 1
        ? `it has ${first}`
        : `it has ${first} to ${offered.at(-1)!.id}`;
  throw new UsageError(
    `Cannot record only "${id}": the report does not hold it, ${range}`,
    "record",
  );
}

function missesOf(
  report: RunReport,
  isWanted: (miss: RunReport["misses"][number]) => boolean,
): readonly PlannedRequest[] {
  return report.misses
    .filter(isWanted)
    .map(({ scope, lane, key }) => ({ scope, lane, key, when: "always" }));
}

function exhaustedOf(report: RunReport): readonly PlannedRequest[] {
  return report.exhausted.map(({ scope, lane, key }) => ({ scope, lane, key, when: "missing" }));
}

function readReport(file: string, cwd: string, isNamed: boolean): RunReport {
  const refuse = (why: string): never => {
    const wayOut = isNamed
      ? "Write one with: tapegate replay --report json -- COMMAND"
      : "Name the report that numbers it: --from-report FILE";
    throw new UsageError(
      `Cannot read the report "${oneLine(file)}": ${oneLine(why)}. ${wayOut}`,
      "record",
    );
  };
  const read = readReportFile(file, cwd);
  return read.kind === "report" ? read.report : refuse(read.why);
}
