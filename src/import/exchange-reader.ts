import { isMasked, readHeaders } from "./message-headers.ts";
import { type ExchangeReading, skipped } from "./recorded-exchange.ts";
import { type BodyReading, isMapping, type Mapping, readBody, toInteger } from "./recorded-body.ts";

/** The two halves of a recorded interaction, as their file holds them. */
export interface RecordedPair {
  /** Position in its file, from 0. */
  readonly index: number;
  readonly request: unknown;
  readonly response: unknown;
  /** When the recorder says it was recorded; absent where it does not. */
  readonly recordedAt?: unknown;
}

/** Statuses whose answers have no body, so that a recording without one is whole. */
const BODILESS_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** Reads one recorded interaction of VCR.py, pytest-recording, Ruby VCR or LangChain. */
export function readExchange(pair: RecordedPair): ExchangeReading {
  const { request, response } = pair;
  if (!isMapping(request)) return skipped("it has no request");
  const method = textOf(request["method"]).toUpperCase();
  const url = textOf(request["uri"]) || textOf(request["url"]);
  if (url === "" || isMasked(url)) return skipped("its URL is missing or redacted");
  if (/^wss?:/i.test(url)) return skipped("it is a WebSocket session");
  if (!/^[A-Z][A-Z-]*$/.test(method)) return skipped("its method is missing or redacted");
  if (!isMapping(response)) return skipped("it has no response");
  const status = statusOf(response);
  if (status === undefined) return skipped("its response has no status");
  if (status === 101) return skipped("it is a WebSocket session (status 101)");
  if (status < 200 || status > 599) return skipped(`its status is ${status}, which ends no answer`);
  const requestHeaders = readHeaders(request["headers"]);
  const responseHeaders = readHeaders(response["headers"]);
  if ([...requestHeaders, ...responseHeaders].some(isGrpcHeader)) {
    return skipped("it is a gRPC call");
  }
  const requestBody = orEmpty(readBody(request));
  if (requestBody.kind !== "bytes") return skipped(`of its request, ${reasonOf(requestBody)}`);
  const answer = readBody(response);
  const responseBody = hasNoBody(method, status, response) ? orEmpty(answer) : answer;
  if (responseBody.kind !== "bytes") return skipped(`of its response, ${reasonOf(responseBody)}`);
  if (isMaskedBody(responseBody.bytes)) return skipped("its response body is redacted");
  return {
    kind: "exchange",
    exchange: {
      index: pair.index,
      method,
      url,
      requestHeaders,
      requestBody: requestBody.bytes,
      status,
      responseHeaders,
      responseBody: responseBody.bytes,
      recordedAt: toUtcSeconds(pair.recordedAt ?? dateOf(responseHeaders)),
    },
  };
}

/** Why something that is no request with a response was not imported. */
export function skipForeignShape(item: unknown): ExchangeReading {
  if (!isMapping(item)) return skipped("it is no interaction");
  const names = Object.keys(item);
  if (item["kind"] === "message" || item["kind"] === "websocket") {
    return skipped("it is a frame of a WebSocket session");
  }
  if (names.some((name) => /^(?:request|response)s?_(?:sample|raw|json|proto|bytes)/.test(name))) {
    return skipped("it is a gRPC call");
  }
  return skipped(`it has no request and response (its members: ${names.slice(0, 8).join(", ")})`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** `{code}`, a bare number, or `status_code` of vcrpy's old httpx recordings. */
function statusOf(response: Mapping): number | undefined {
  const status = response["status"] ?? response["status_code"];
  return toInteger(isMapping(status) ? status["code"] : status);
}

function isGrpcHeader([name, value]: readonly [string, string]): boolean {
  return name === "content-type" && /^application\/grpc/i.test(value);
}

function orEmpty(body: BodyReading): BodyReading {
  return body.kind === "absent" ? { kind: "bytes", bytes: new Uint8Array() } : body;
}

function reasonOf(body: Exclude<BodyReading, { readonly kind: "bytes" }>): string {
  return body.kind === "absent" ? "the body is missing" : body.reason;
}

function hasNoBody(method: string, status: number, response: Mapping): boolean {
  if (method === "HEAD" || BODILESS_STATUSES.has(status)) return true;
  const headers = readHeaders(response["headers"]);
  return headers.some(([name, value]) => name === "content-length" && value.trim() === "0");
}

/** A mask is short; longer bodies are not even decoded. */
const MASK_BYTES_MAX = 64;

function isMaskedBody(bytes: Uint8Array): boolean {
  return bytes.length <= MASK_BYTES_MAX && isMasked(Buffer.from(bytes).toString("latin1"));
}

function dateOf(headers: readonly (readonly [string, string])[]): string | undefined {
  return headers.find(([name]) => name === "date")?.[1];
}

function toUtcSeconds(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
