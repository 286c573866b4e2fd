import type { IncomingMessage } from "node:http";
import type { CallPlaces } from "../cassette/values.ts";
import type { IssuePlace } from "../cassette/session.ts";
import { parseUtf8 } from "../exchange/parse-json.ts";
import { isWorkerName, WORKER_RULE } from "./close-scope.ts";
import { CALL_SITE_LENGTH_MAX, CALLERS_MAX, LANE_MAX, SCOPE_LENGTH_MAX } from "./limits.ts";

/** Scope and lane: a header is nearer to the call than the base URL. A text says what is wrong. */
export function readPlace(
  message: IncomingMessage,
  urlScope: string | undefined,
): IssuePlace | string {
  const named = message.headers["x-tapegate-scope"];
  const scope = typeof named === "string" && named !== "" ? utf8(named) : urlScope;
  if (scope !== undefined && scope.length > SCOPE_LENGTH_MAX) {
    return `x-tapegate-scope is longer than ${SCOPE_LENGTH_MAX} characters`;
  }
  const lane = message.headers["x-tapegate-lane"];
  if (lane !== undefined && !isLane(lane)) {
    return `x-tapegate-lane must be a number from 0 to ${LANE_MAX}`;
  }
  const task = message.headers["x-tapegate-task"];
  if (task !== undefined && !isLane(task)) {
    return `x-tapegate-task must be a number from 0 to ${LANE_MAX}`;
  }
  const worker = message.headers["x-tapegate-worker"];
  if (worker !== undefined && !isWorkerName(worker)) return `x-tapegate-worker ${WORKER_RULE}`;
  const verdict = message.headers["x-tapegate-verdict"];
  if (verdict !== undefined && verdict !== "awaited") return 'x-tapegate-verdict must be "awaited"';
  return {
    ...(verdict === undefined ? {} : { awaitsVerdict: true }),
    ...(scope === undefined ? {} : { scope }),
    ...laneOf(lane, task),
    ...(worker === undefined ? {} : { worker }),
  };
}

/** A lane that somebody gave stands before that of a task, which is numbered as it comes. */
function laneOf(
  lane: string | undefined,
  task: string | undefined,
): Pick<IssuePlace, "lane" | "isLaneAssumed"> {
  if (lane !== undefined) return { lane: Number(lane) };
  return task === undefined ? {} : { lane: Number(task), isLaneAssumed: true };
}

/** Where in the user's code the call comes from, where a plug-in says so; what is beyond the bounds is left out. */
export function readCallPlaces({ headers }: IncomingMessage): CallPlaces {
  const callSite = readSite(headers["x-tapegate-call-site"]);
  const testSite = readSite(headers["x-tapegate-test-site"]);
  const listed = headers["x-tapegate-callers"];
  const callers = (typeof listed === "string" ? listed.split("|", CALLERS_MAX) : []).flatMap(
    (one) => readSite(one) ?? [],
  );
  return {
    ...(callSite === undefined ? {} : { callSite }),
    ...(callers.length === 0 ? {} : { callers }),
    ...(testSite === undefined ? {} : { testSite }),
  };
}

function readSite(header: unknown): string | undefined {
  return typeof header === "string" && header !== "" && header.length <= CALL_SITE_LENGTH_MAX
    ? utf8(header)
    : undefined;
}

function isLane(text: string | string[]): text is string {
  return typeof text === "string" && /^\d{1,7}$/.test(text) && Number(text) <= LANE_MAX;
}

/** Node reads headers as Latin-1; plug-ins write UTF-8. */
function utf8(header: string): string {
  return LATIN_1.test(header) ? (parseUtf8(Buffer.from(header, "latin1")) ?? header) : header;
}

const LATIN_1 = /[\u0080-\u00ff]/;
