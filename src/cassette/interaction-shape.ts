import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import type { Interaction, JsonValue, Outcome } from "./values.ts";

type JsonObject = { readonly [name: string]: JsonValue };

const KEY = /^[0-9a-f]{64}$/;
const LAYOUTS: ReadonlySet<JsonValue> = new Set(["compact", "spaced", "indent-2", "indent-4"]);
const HTTP_ENDINGS: ReadonlySet<JsonValue> = new Set([
  "end",
  "error frame",
  "abort",
  "client left",
]);
const WEBSOCKET_ENDINGS: ReadonlySet<JsonValue> = new Set(["end", "abort", "client left"]);
const STREAM_ENDINGS: ReadonlySet<JsonValue> = new Set(["end", "error", "client left"]);

/**
 * What is wrong with the shape of an interaction, as `outcome.status is no number`; `undefined` where
 * nothing is. Members that this version does not know are no fault.
 */
export function faultOfInteraction(value: JsonValue): string | undefined {
  if (!isObject(value)) return "it is no object";
  if (isDeeperThan(value, INTERACTION_DEPTH_MAX)) {
    return `it is nested deeper than ${INTERACTION_DEPTH_MAX} levels`;
  }
  const { key, lane, request, segments, recordedAt } = value;
  if (typeof key !== "string" || !KEY.test(key)) return "key is no SHA-256 in lower-case hex";
  if (!isCount(lane)) return "lane is no whole number";
  for (const name of ["provider", "method", "endpoint"]) {
    if (typeof value[name] !== "string") return `${name} is no text`;
  }
  for (const name of ["model", "callSite"]) {
    if (value[name] !== undefined && typeof value[name] !== "string") return `${name} is no text`;
  }
  if (request === undefined) return "request is missing";
  if (
    !isObject(segments) ||
    !Object.values(segments).every((digest) => typeof digest === "string")
  ) {
    return "segments is no mapping of digests";
  }
  if (recordedAt !== null && typeof recordedAt !== "string") return "recordedAt is no time";
  return faultOfOutcome(value["outcome"]);
}

/** Reads a value as an interaction; the caller has asked `faultOfInteraction` first. */
export function asInteraction(value: JsonValue): Interaction {
  const { outcome } = value as JsonObject;
  const read = asOutcome(outcome!);
  if ((read as unknown) === outcome) return value as unknown as Interaction;
  return { ...(value as JsonObject), outcome: read } as unknown as Interaction;
}

/** Reads a value as an outcome; the caller has asked `faultOfOutcome` first. */
export function asOutcome(value: JsonValue): Outcome {
  const outcome = value as JsonObject;
  const { error } = outcome;
  // `retryAfter` is always present in memory and left out of the document where there is none.
  if (!isObject(error) || error["retryAfter"] !== undefined) return value as unknown as Outcome;
  return { ...outcome, error: { ...error, retryAfter: undefined } } as unknown as Outcome;
}

/** What is wrong with the shape of an outcome; `undefined` where nothing is. */
export function faultOfOutcome(outcome: JsonValue | undefined): string | undefined {
  if (!isObject(outcome)) return "outcome is no object";
  const { kind } = outcome;
  if (typeof kind !== "string") return "outcome.kind is no text";
  switch (kind) {
    case "response":
    case "lookup":
      return outcome["value"] === undefined ? "outcome.value is missing" : undefined;
    case "error":
      return faultOfError(outcome["error"]);
    case "stream":
      if (!Array.isArray(outcome["chunks"])) return "outcome.chunks is no list";
      if (!STREAM_ENDINGS.has(outcome["ending"] ?? null)) return "outcome.ending is unknown";
      return outcome["ending"] === "error" ? faultOfError(outcome["error"]) : undefined;
    case "http":
      return faultOfHttp(outcome);
    case "websocket":
      return faultOfWebSocket(outcome);
    default:
      return "outcome.kind is unknown";
  }
}

function faultOfError(error: JsonValue | undefined): string | undefined {
  if (!isObject(error)) return "outcome.error is no object";
  if (typeof error["name"] !== "string" || typeof error["message"] !== "string") {
    return "outcome.error has no name or no message";
  }
  if (!isObject(error["context"])) return "outcome.error.context is no mapping";
  const { retryAfter } = error;
  return retryAfter === undefined || typeof retryAfter === "number"
    ? undefined
    : "outcome.error.retryAfter is no number";
}

function faultOfHttp(outcome: JsonObject): string | undefined {
  if (!isCount(outcome["status"])) return "outcome.status is no whole number";
  const { headers, body } = outcome;
  if (!Array.isArray(headers) || !headers.every(isHeader))
    return "outcome.headers is no list of pairs";
  if (!HTTP_ENDINGS.has(outcome["ending"] ?? null)) return "outcome.ending is unknown";
  const { chunkLengths = [], chunkTimesMs = [] } = outcome;
  if (!Array.isArray(chunkLengths) || !chunkLengths.every(isCount)) {
    return "outcome.chunkLengths is no list of whole numbers";
  }
  if (!Array.isArray(chunkTimesMs) || !chunkTimesMs.every(isDuration)) {
    return "outcome.chunkTimesMs is no list of times";
  }
  return isObject(body) && isBody(body) ? undefined : "outcome.body is in no known form";
}

function faultOfWebSocket(outcome: JsonObject): string | undefined {
  const { frames, protocol, close } = outcome;
  if (!Array.isArray(frames) || !(frames as readonly JsonValue[]).every(isFrame)) {
    return "outcome.frames is no list of frames";
  }
  if (protocol !== undefined && typeof protocol !== "string") return "outcome.protocol is no text";
  if (close !== null && !isClose(close)) return "outcome.close has no code or no reason";
  return WEBSOCKET_ENDINGS.has(outcome["ending"] ?? null) ? undefined : "outcome.ending is unknown";
}

function isFrame(frame: JsonValue): boolean {
  if (!isObject(frame) || (frame["type"] !== "text" && frame["type"] !== "binary")) return false;
  const { direction, key, copy, body } = frame;
  if (direction === "sent") {
    return typeof key === "string" && KEY.test(key) && copy !== undefined;
  }
  return direction === "received" && isObject(body) && isBody(body);
}

function isClose(close: JsonValue | undefined): boolean {
  return isObject(close) && isCount(close["code"]) && typeof close["reason"] === "string";
}

function isHeader(header: JsonValue): boolean {
  return (
    Array.isArray(header) &&
    header.length === 2 &&
    typeof header[0] === "string" &&
    typeof header[1] === "string"
  );
}

function isBody(body: JsonObject): boolean {
  if (body["json"] !== undefined) return LAYOUTS.has(body["layout"] ?? null);
  const list = body["events"] ?? body["lines"];
  if (list !== undefined)
    return Array.isArray(list) && list.every((item) => typeof item === "string");
  return typeof (body["text"] ?? body["base64"]) === "string";
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDuration(value: JsonValue): boolean {
  return typeof value === "number" && value >= 0;
}

function isCount(value: JsonValue | undefined): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Whether arrays and objects stand inside each other more than `depthMax` times; goes no deeper itself. */
export function isDeeperThan(value: JsonValue, depthMax: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depthMax < 0) return true;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).some((item) => isDeeperThan(item, depthMax - 1));
  }
  const object = value as JsonObject;
  for (const name in object) if (isDeeperThan(object[name]!, depthMax - 1)) return true;
  return false;
}
