import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerHttp2Stream } from "node:http2";
import type { IssuedRequest } from "../cassette/session.ts";
import type { HttpCassetteRequest } from "../exchange/cassette-request.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { HeaderList, HttpRequest } from "../exchange/http-message.ts";
import type { ExchangeEvent, GatewayLife, GatewayOptions } from "./gateway.ts";
import type { HeldAnswers } from "./held-answers.ts";

/** One request's life in the gateway, from the moment its place is reserved. */
export interface Exchange {
  readonly options: GatewayOptions;
  readonly life: GatewayLife;
  readonly held: HeldAnswers;
  readonly mount: ProviderMount;
  readonly request: HttpRequest;
  readonly cassetteRequest: HttpCassetteRequest;
  readonly issued: IssuedRequest;
  readonly response: ServerResponse;
  /** `http://127.0.0.1:43121/s/a/openai`: what a client puts before a path of this provider. */
  readonly localRoot: string;
}

/** Tells the gateway's owner that an exchange ended. */
export function report(
  exchange: Exchange,
  kind: ExchangeEvent["kind"],
  more: Pick<ExchangeEvent, "status" | "fault"> & { readonly tokens?: ExchangeEvent["tokens"] },
): void {
  exchange.options.onExchange?.({
    kind,
    provider: exchange.mount.name,
    scope: exchange.issued.scope,
    status: more.status,
    ...(more.fault === undefined ? {} : { fault: more.fault }),
    ...(more.tokens === undefined ? {} : { tokens: more.tokens }),
  });
}

/** Headers of a request as they arrived, with lower-case names. */
export function headerList(message: IncomingMessage): HeaderList {
  const { rawHeaders } = message;
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!.toLowerCase();
    // HTTP/2 has method and path among its headers.
    if (!name.startsWith(":")) headers.push([name, rawHeaders[index + 1]!]);
  }
  return headers;
}

/** Headers as Node takes them fastest: name, value, name, value. */
export function flatHeaders(headers: HeaderList): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  return flat;
}

/** Sends status and headers at once, before there is a body. */
export function sendHead(response: ServerResponse, status: number, headers: HeaderList): void {
  response.writeHead(status, flatHeaders(headers));
  // Node would flush them as UTF-8; before bytes it writes them as the Latin-1 that they are.
  if (headers.some(([, value]) => BEYOND_ASCII.test(value))) response.write(NO_BYTES);
  else response.flushHeaders();
}

/** Of a header's value: bytes of Latin-1. */
export const BEYOND_ASCII: RegExp = /[\u0080-\uffff]/;

const NO_BYTES: Buffer = Buffer.alloc(0);

/**
 * Breaks an answer so that its reader sees a failure: a TCP connection is closed before the body's
 * end, an HTTP/2 stream is reset with an error (all other ways to end one read as success).
 */
export function breakAnswer(response: ServerResponse, how: "close" | "reset"): void {
  const stream = http2Stream(response);
  if (stream !== undefined) {
    stream.destroy(new Error("connection broke"));
  } else if (how === "reset") {
    response.socket?.resetAndDestroy();
  } else {
    response.destroy();
  }
}

/** Whether nobody reads an answer any more. */
export function isGone(response: ServerResponse): boolean {
  return response.destroyed || http2Stream(response)?.destroyed === true;
}

/**
 * Whether an answer went out whole. Node's compatibility layer says "finish" of every HTTP/2 answer,
 * also of one that was reset; the stream knows: one that is reset before its end was ended for us is
 * aborted, and one whose last bytes were still waiting has not finished. A client that has it all may
 * reset the stream or close the connection as it likes.
 */
export function isDelivered(response: ServerResponse): boolean {
  const stream = http2Stream(response);
  if (stream === undefined) return response.writableFinished;
  return !stream.aborted && stream.writableFinished;
}

/** The host that a client addressed, by either protocol. */
export function hostOf(message: IncomingMessage): string | undefined {
  const authority = message.headers[":authority"];
  return message.headers.host ?? (typeof authority === "string" ? authority : undefined);
}

/** An HTTP/2 request comes through Node's compatibility layer, which hides its stream. */
function http2Stream(response: ServerResponse): ServerHttp2Stream | undefined {
  return "stream" in response ? (response.stream as ServerHttp2Stream) : undefined;
}
