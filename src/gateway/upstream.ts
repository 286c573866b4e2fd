import { Agent, buildConnector } from "undici";
import { codingsOf } from "../exchange/decode-content.ts";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList, HttpRequest } from "../exchange/http-message.ts";
import { canDecode, decodedBody } from "./decoded-body.ts";
import { isAwsHost, isSigned, signAgain, type AwsCredentials } from "./aws-signature.ts";
import { flatHeaders } from "./exchange.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import { UPSTREAM_CONNECT_MS, UPSTREAM_WAIT_MS } from "./limits.ts";
import { sayPlainly } from "./upstream-wire.ts";
import { openTunnel, proxyFor, type UpstreamProxy } from "./upstream-proxy.ts";

/** A provider's answer, its body still on the way. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  /** The decoded entity, chunk by chunk. Fails where the connection breaks; with an `UndecodableError` where it cannot be decoded. */
  readonly body: AsyncIterable<Buffer>;
}

/** Why no answer came. `broken`: the connection was there and broke before a status line. */
export type UpstreamFailure =
  | { readonly kind: "broken"; readonly reason: string }
  /** What came is no HTTP answer, or contradicts itself. */
  | { readonly kind: "garbled"; readonly reason: string }
  | { readonly kind: "unreachable"; readonly reason: string }
  /** Nothing was sent: the provider would not have accepted the client's signature. */
  | { readonly kind: "unsigned"; readonly reason: string };

/** The way to the providers. */
export interface Upstream {
  /** Forwards a request to a provider's root. Never follows a redirect. */
  forward(
    root: string,
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer | UpstreamFailure>;
  close(): Promise<void>;
}

/**
 * Opens connections as they are needed.
 *
 * @param proxy What stands in between. @default {nothing}
 * @param credentials What requests that AWS's SDKs signed are signed with again. @default {they go as they came}
 */
export function openUpstream(proxy?: UpstreamProxy, credentials?: AwsCredentials): Upstream {
  const agent = new Agent({
    connect: plainConnector(connector(proxy)),
    headersTimeout: UPSTREAM_WAIT_MS,
    bodyTimeout: UPSTREAM_WAIT_MS,
    // A connection for each request: one that the provider closes while the next request is on its way
    // would be recorded, and replayed for ever, as the provider's failure.
    pipelining: 0,
    maxHeaderSize: 256 * 1024,
  });
  return {
    async forward(root, request, signal) {
      try {
        const { origin, pathname } = new URL(root);
        const path = `${pathname === "/" ? "" : pathname}${request.path}`;
        const headers = headersFor({ ...request, url: new URL(origin + path) }, credentials);
        if (headers === undefined) return { kind: "unsigned", reason: UNKNOWN_IDENTITY };
        const answer = await agent.request({
          origin,
          path,
          method: request.method,
          headers: flatHeaders([["accept-encoding", "identity"], ...headers]),
          body: request.body.length === 0 ? null : request.body,
          signal,
          responseHeaders: "raw",
        });
        const answered = pairs(answer.headers as unknown as readonly (string | Buffer)[]);
        const codings = codingsOf(findHeader(answered, "content-encoding"));
        const unknown = codings.find((coding) => !canDecode(coding));
        if (unknown !== undefined) {
          answer.body.on("error", () => undefined).destroy();
          return { kind: "garbled", reason: `its content-encoding "${unknown}" is not known here` };
        }
        // Some servers compress although they were asked not to; what is stored is never compressed.
        const body = decodedBody(answer.body, codings);
        return { status: answer.statusCode, headers: answered, body };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => agent.destroy(),
  };
}

function plainConnector(connect: buildConnector.connector): buildConnector.connector {
  return (options, done) => {
    connect(options, (error, socket) => {
      // Undici leaves the socket out where there is none.
      if (error !== null || socket === null) {
        done(error ?? new Error("no connection"), null);
        return;
      }
      sayPlainly(socket);
      done(null, socket);
    });
  };
}

const UNKNOWN_IDENTITY =
  "its SDK signed the request for this gateway's host, and AWS accepts a signature for its own host only. To have it signed again, give tapegate itself the keys that the suite signs with: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN (`aws configure export-credentials --format env` prints those of a profile). Nothing was sent or recorded";

/** What goes on to the provider; `undefined` where the provider is AWS and would not believe it. */
function headersFor(
  request: HttpRequest & { readonly url: URL },
  credentials: AwsCredentials | undefined,
): HeaderList | undefined {
  const headers = forwardedHeaders(request.headers);
  if (!isSigned(headers)) return headers;
  const signed =
    credentials === undefined
      ? undefined
      : signAgain({ ...request, headers }, credentials, Date.now());
  if (signed !== undefined) return signed;
  return isAwsHost(request.url.hostname) ? undefined : headers;
}

/** Connects to a provider, through the proxy's tunnel where one stands in between. */
function connector(proxy: UpstreamProxy | undefined): buildConnector.connector {
  const connect = buildConnector({ timeout: UPSTREAM_CONNECT_MS });
  if (proxy === undefined) return connect;
  return (options, done) => {
    const isSecure = options.protocol === "https:";
    const port = options.port === "" ? (isSecure ? 443 : 80) : Number(options.port);
    const target = { isSecure, host: options.hostname, port };
    const named = proxyFor(proxy, target);
    if (named === undefined) {
      connect(options, done);
      return;
    }
    openTunnel(named, target, (error, socket) => {
      if (socket === null) done(error ?? new Error("no tunnel"), null);
      else if (isSecure) connect({ ...options, httpSocket: socket }, done);
      else done(null, socket);
    });
  };
}

function pairs(raw: readonly (string | Buffer)[]): HeaderList {
  const list: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    list.push([latin1(raw[index]!).toLowerCase(), latin1(raw[index + 1]!)]);
  }
  return list;
}

function latin1(value: string | Buffer): string {
  return typeof value === "string" ? value : value.toString("latin1");
}

/** Codes of a connection that stood and then broke; all others never came so far. */
const BROKEN: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);

/** What undici says of an answer that it cannot read. */
const GARBLED =
  /^(?:HPE_|ERR_ASSERTION|UND_ERR_RES_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_SOCKET bad |Response does not match)/;

function failureOf(error: unknown): UpstreamFailure {
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const stated = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const code = typeof stated === "string" ? stated : "";
  const isTls = cause instanceof Error && /TLS|secure/i.test(cause.message);
  const reason = cause instanceof Error ? `${code} ${cause.message}`.trim() : String(cause);
  if (GARBLED.test(reason)) return { kind: "garbled", reason };
  return { kind: BROKEN.has(code) && !isTls ? "broken" : "unreachable", reason };
}
