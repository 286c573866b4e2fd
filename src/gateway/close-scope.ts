import type { IncomingMessage, ServerResponse } from "node:http";
import { CassetteError } from "../cassette/errors.ts";
import { asObject, parseJson } from "../exchange/parse-json.ts";
import type { GatewayOptions } from "./gateway.ts";
import { SCOPE_LENGTH_MAX } from "./limits.ts";
import type { BodyReading } from "./read-body.ts";

/** A request to close a scope, read. */
export interface ClosingCall {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly reading: BodyReading;
}

/**
 * `POST /_tapegate/close-scope` with `{"scope", "keep", "worker"?, "again"?}`: a test runner's plug-in says that a
 * test has ended, and whether what it recorded is worth keeping. A later request opens the scope anew,
 * from its first recording on, which is what a rerun wants; `again` says that one follows.
 */
export function closeScope(options: GatewayOptions, call: ClosingCall): void {
  const { message, response, reading } = call;
  if (reading.kind === "gone") return;
  const asked = message.method === "POST" && reading.kind === "body" ? read(reading) : undefined;
  if (asked === undefined) {
    answer(response, 400, USAGE);
    return;
  }
  try {
    const { scope, ...how } = asked;
    options.session.closeScope(scope, how);
    answer(response, 200, undefined);
  } catch (error) {
    // The session has logged it; the tests go on, and the run ends with trouble.
    if (!(error instanceof CassetteError)) throw error;
    answer(response, 409, error.message);
  }
}

/** What names of workers are: `gw3`. */
export const WORKER_RULE = "must be 1 to 64 letters, digits, hyphens and underscores";

const USAGE = `send POST with {"scope": "…", "keep": true or false}; "again" (true or false) and "worker" are optional, and "worker" ${WORKER_RULE}`;

/** Whether a value keeps `WORKER_RULE`. */
export function isWorkerName(name: unknown): name is string {
  return typeof name === "string" && /^[\w-]{1,64}$/.test(name);
}

interface Closing {
  readonly scope: string;
  readonly keep: boolean;
  readonly worker?: string;
  readonly again: boolean;
}

function read(reading: Extract<BodyReading, { kind: "body" }>): Closing | undefined {
  const body = asObject(parseJson(reading.bytes.toString("utf8"))?.value) ?? {};
  const { scope, keep, worker, again = false } = body;
  if (typeof scope !== "string" || typeof keep !== "boolean") return undefined;
  if (typeof again !== "boolean") return undefined;
  if (scope.length === 0 || scope.length > SCOPE_LENGTH_MAX) return undefined;
  if (worker === undefined) return { scope, keep, again };
  return isWorkerName(worker) ? { scope, keep, again, worker } : undefined;
}

function answer(response: ServerResponse, status: number, error: string | undefined): void {
  const body = Buffer.from(JSON.stringify(error === undefined ? {} : { error }), "utf8");
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": body.length,
    "cache-control": "no-store",
  });
  response.end(body);
}
