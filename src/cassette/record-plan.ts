import { laneKeyOf } from "./recovery.ts";
import type { RequestKey, SessionMode } from "./values.ts";

/** What a recording session asks live. Everything that it does not name replays. */
export interface RecordPlan {
  /** Scopes that are recorded afresh. */
  readonly scopes: ReadonlySet<string>;
  /** Single requests, from which on their lane is recorded. */
  readonly requests: readonly PlannedRequest[];
}

/** A request that an earlier run missed. */
export interface PlannedRequest {
  readonly scope: string;
  readonly lane: number;
  readonly key: RequestKey;
  /** `always`: also where a recording has its key by now. `missing`: only where none is left. */
  readonly when: "always" | "missing";
}

/** A plan as scopes ask it. */
export interface PlanReader {
  /** The mode of one scope. */
  modeOf(scope: string): SessionMode;
  /** Whether a request is named, so that it goes live and its lane after it. */
  namedAs(scope: string, lane: number, key: RequestKey): PlannedRequest["when"] | undefined;
  /** Whether a request without recording may go live although nothing names it. */
  allowsAny(scope: string): boolean;
}

/** Reads a plan; without one, every scope has the session's mode. */
export function readPlan(mode: SessionMode, plan: RecordPlan | undefined): PlanReader {
  if (plan === undefined) {
    return { modeOf: () => mode, namedAs: () => undefined, allowsAny: () => true };
  }
  const named = new Map<string, Map<string, PlannedRequest["when"]>>();
  for (const { scope, lane, key, when } of plan.requests) {
    const requests = named.get(scope) ?? new Map<string, PlannedRequest["when"]>();
    named.set(scope, requests);
    const name = laneKeyOf({ lane, key });
    if (requests.get(name) !== "always") requests.set(name, when);
  }
  return {
    modeOf: (scope) => (plan.scopes.has(scope) ? "record" : named.has(scope) ? "auto" : "replay"),
    namedAs: (scope, lane, key) => named.get(scope)?.get(laneKeyOf({ lane, key })),
    allowsAny: (scope) => plan.scopes.has(scope),
  };
}
