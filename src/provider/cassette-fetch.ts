import { CassetteError } from "../cassette/errors.ts";
import type { Clock } from "../cassette/ports.ts";
import type { IssuedRequest, Session } from "../cassette/session.ts";
import { type HttpCassetteRequest, toCassetteRequest } from "../exchange/cassette-request.ts";
import type { ProviderAddress } from "../exchange/find-provider.ts";
import { missMessage } from "../exchange/miss-message.ts";
import { UndecodableError } from "../exchange/undecodable-error.ts";
import { type FetchCall, readFetchCall, toHttpRequest } from "./fetch-call.ts";
import { type OpenStream, recordResponse } from "./fetch-record.ts";
import { followRedirect } from "./follow-redirect.ts";
import { toRefusal } from "./fetch-refusal.ts";
import { replayResponse } from "./fetch-replay.ts";

/** What a cassette's `fetch` is made of. */
export interface CassetteFetchOptions {
  readonly session: Session;
  /** Tells the provider of an address and the path below its root; `undefined` for another host. */
  readonly findProvider: (url: URL) => ProviderAddress | undefined;
  readonly clock: Clock;
  /** Asks live. Never called in replay. */
  readonly fetch: typeof globalThis.fetch;
  /** Scope of a request, asked at each one; `undefined` means the session's default. */
  readonly scope?: () => string | undefined;
  /** Replays `retry-after` as recorded instead of as 0. @default {false} */
  readonly keepsRetryAfter?: boolean;
  /** What becomes of addresses of no provider while recording. In replay they are always refused. @default {"refuse"} */
  readonly unknownHosts?: "refuse" | "pass";
  /** Holds the streams that are being recorded; what is left of them at the end is to be left. */
  readonly openStreams: Set<OpenStream>;
  /** Told of each request to an address of no provider that was refused. */
  readonly onRefused?: (message: string) => void;
}

/**
 * A `fetch` in front of a cassette, for SDKs that take one. Keys are those of the gateway, so that
 * one cassette serves both.
 *
 * What the cassette cannot answer becomes status 406 with `x-should-retry: false` in the provider's
 * own error shape, as at the gateway: an exception thrown here would be retried by most SDKs as a
 * lost connection, and its message hidden.
 */
export function toCassetteFetch(options: CassetteFetchOptions): typeof globalThis.fetch {
  let turn: Promise<unknown> = Promise.resolve();
  const findProvider = remembering(options.findProvider);

  const ask = async (call: FetchCall): Promise<Response> => {
    call.signal?.throwIfAborted();
    const address = findProvider(call.url);
    if (address === undefined) return answerUnknownHost(call, options);
    if (call.body instanceof Uint8Array) return answer({ call, address, body: call.body, options });

    // Requests whose bodies have to be read first take their places in the order of their calls.
    const before = call.isBodyFinite ? turn : undefined;
    const reading = call.body;
    if (before !== undefined) turn = Promise.allSettled([before, reading]).then(() => undefined);
    const [body] = await Promise.all([reading, before]);
    return answer({ call, address, body, options });
  };

  return async (input, init) => {
    let call = readFetchCall(input, init);
    let response = await ask(call);
    for (let count = 0; ; count++) {
      const next = followRedirect(call, response, count);
      if (next === undefined) return response;
      await response.body?.cancel();
      call = next;
      response = withRedirect(await ask(call));
    }
  };
}

/** What a client reads of an answer to which another led. */
function withRedirect(response: Response): Response {
  return Object.defineProperty(response, "redirected", { value: true, configurable: true });
}

/** Looks through the providers once for each address that is read once. */
function remembering(find: CassetteFetchOptions["findProvider"]): typeof find {
  const found = new WeakMap<URL, ProviderAddress | undefined>();
  return (url) => {
    const known = found.get(url);
    if (known !== undefined || found.has(url)) return known;
    const address = find(url);
    found.set(url, address);
    return address;
  };
}

interface Asked {
  readonly call: FetchCall;
  readonly address: ProviderAddress;
  readonly body: Uint8Array;
  readonly options: CassetteFetchOptions;
}

/** Runs to its first await at once: the request takes its place before anything is awaited. */
async function answer(asked: Asked): Promise<Response> {
  const { call, address, body, options } = asked;
  const { dialect } = address.mount;
  try {
    const request = toCassetteRequest(toHttpRequest(call, address.path, body), address.mount);
    const scope = options.scope?.();
    const issued = options.session.issue(request, scope === undefined ? {} : { scope });
    const { lookup } = issued;
    switch (lookup.kind) {
      case "hit":
        return replay(issued, asked);
      case "live":
        return await record(issued, request, asked);
      case "miss":
      case "exhausted":
        issued.consume();
        return toRefusal(lookup.kind, missMessage(issued, lookup), dialect);
    }
  } catch (error) {
    if (error instanceof CassetteError) return toRefusal("failed", error.message, dialect);
    if (error instanceof UndecodableError) {
      const message = `Cannot record ${call.method} ${call.url.host}${call.url.pathname}: ${error.message}`;
      return toRefusal("failed", message, dialect);
    }
    throw error;
  }
}

function replay(issued: IssuedRequest, { call, address, options }: Asked): Response {
  if (issued.lookup.kind !== "hit") throw new TypeError("Cannot replay a request without a hit");
  const { outcome } = issued.lookup.interaction;
  issued.consume();
  if (outcome.kind !== "http") {
    const message = `Cannot replay ${issued.request.endpoint}: its recording is of kind "${outcome.kind}". Record the scope again`;
    return toRefusal("failed", message, address.mount.dialect);
  }
  return replayResponse(outcome, {
    url: call.url.href,
    method: call.method,
    signal: call.signal,
    keepsRetryAfter: options.keepsRetryAfter ?? false,
  });
}

function record(
  issued: IssuedRequest,
  request: HttpCassetteRequest,
  { call, address, body, options }: Asked,
): Promise<Response> {
  return recordResponse({
    issued,
    request,
    dialect: address.mount.dialect,
    clock: options.clock,
    method: call.method,
    signal: call.signal,
    ask: () => call.live({ fetch: options.fetch, body, redirect: "manual" }),
    openStreams: options.openStreams,
  });
}

async function answerUnknownHost(
  call: FetchCall,
  options: CassetteFetchOptions,
): Promise<Response> {
  const { mode } = options.session;
  if (mode !== "replay" && options.unknownHosts === "pass") {
    return call.live({ fetch: options.fetch, body: await call.body, redirect: call.redirect });
  }
  const verb = mode === "replay" ? "replay" : "record";
  const message =
    `Cannot ${verb} ${call.method} ${call.url.origin}${call.url.pathname}: no provider has the host "${call.url.host}". ` +
    `Name it: providers: { "mine": { "upstream": "${call.url.origin}", "dialect": "openai" } }`;
  options.onRefused?.(message);
  return toRefusal("refused", message);
}
