import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerHttp2Stream } from "node:http2";
import type { IssuedRequest } from "../cassette/session.ts";
import type { HttpCassetteRequest } from "../exchange/cassette-request.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { HeaderList, HttpRequest } from "../exchange/http-message.ts";
import { matchesHost } from "../exchange/match-host.ts";
import type { ExchangeEvent, GatewayOptions } from "./gateway.ts";

/** One request's life in the gateway, from the moment its place is reserved. */
export interface Exchange {
  readonly options: GatewayOptions;
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

/** The local URL of a provider's URL or path; `undefined` where it is nobody's that is mounted. */
export function localUrl(exchange: Exchange, text: string): string | undefined {
  const { mount, options, localRoot } = exchange;
  // A client would take it for a path of the gateway.
  if (/^\/(?!\/)/u.test(text)) return localRoot + text;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const root = localRoot.slice(0, -mount.mount.length);
  const owner = isOf(mount, url)
    ? mount
    : options.mounts.find(({ hosts }) => hosts.some((pattern) => matchesHost(url.host, pattern)));
  return owner === undefined ? undefined : `${root}${owner.mount}${url.pathname}${url.search}`;
}

function isOf(mount: ProviderMount, url: URL): boolean {
  return (
    mount.hosts.some((pattern) => matchesHost(url.host, pattern)) ||
    (mount.upstream !== undefined && url.origin === new URL(mount.upstream).origin) ||
    // What was recorded from a stand-in on this machine leads back from any port.
    /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname)
  );
}

/** Members of a JSON body whose URLs its client follows by itself. */
export function followedNames({ mount, request }: Exchange): readonly string[] {
  return mount.dialect.followedUrls?.(request.path, request.headers) ?? [];
}

/**
 * Leads absolute provider URLs in a JSON body back to the gateway, for clients that follow them by
 * themselves; everybody else's body stays as it is.
 */
export function localBody<T extends Buffer | string>(exchange: Exchange, body: T): T | Buffer {
  const names = followedNames(exchange);
  if (names.length === 0) return body;
  const text = body.toString();
  const followed = new RegExp(`("(?:${names.join("|")})"\\s*:\\s*)"(https?://[^"\\\\\\s]+)"`, "g");
  const local = text.replaceAll(followed, (whole, name: string, url: string) => {
    const rewritten = localUrl(exchange, url);
    return rewritten === undefined ? whole : name + JSON.stringify(rewritten);
  });
  return local === text ? body : Buffer.from(local, "utf8");
}

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
 * also of one that was reset; the stream knows.
 */
export function isDelivered(response: ServerResponse): boolean {
  const stream = http2Stream(response);
  if (stream === undefined) return response.writableFinished;
  return !stream.aborted && (stream.rstCode ?? 0) === 0;
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
