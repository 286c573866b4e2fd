import type { HeaderList, HttpRequest } from "../exchange/http-message.ts";

/** The arguments of one `fetch`, read as far as they can be without waiting. */
export interface FetchCall {
  readonly url: URL;
  /** Upper case. */
  readonly method: string;
  readonly headers: HeaderList;
  readonly signal: AbortSignal | undefined;
  /** A promise where the body is a form, a blob or a stream. */
  readonly body: Uint8Array | Promise<Uint8Array>;
  /** Whether reading the body ends by itself soon: a stream's reading may wait for anything. */
  readonly isBodyFinite: boolean;
  /** What becomes of an answer that leads elsewhere. */
  readonly redirect: Redirecting;
  /** Makes the call as it was meant, but for redirects. */
  live(how: LiveCall): Promise<Response>;
  /** The call to which an answer of this one leads. */
  to(next: NextCall): FetchCall;
}

/** `follow`, `manual` or `error`. */
type Redirecting = NonNullable<RequestInit["redirect"]>;

/** How a call is made. */
export interface LiveCall {
  readonly fetch: typeof globalThis.fetch;
  readonly body: Uint8Array;
  readonly redirect: Redirecting;
}

/** What differs in a call that follows another. */
export interface NextCall {
  readonly url: URL;
  readonly headers: HeaderList;
  /** Whether it becomes a GET without body. */
  readonly dropsBody: boolean;
}

/**
 * Reads what `fetch` was given. The common case (an address and a text) is read without making a
 * `Request`, which costs more than everything else a replay does.
 *
 * @throws {TypeError} as `fetch` does, for what is no request.
 */
export function readFetchCall(input: string | URL | Request, init: RequestInit = {}): FetchCall {
  const plain = typeof input === "object" && "method" in input ? undefined : readPlainBody(init);
  return plain === undefined
    ? readRequest(new Request(input, init), init)
    : readPlainCall(input as string | URL, init, plain);
}

/** The request as keys and cassettes see it. */
export function toHttpRequest(call: FetchCall, path: string, body: Uint8Array): HttpRequest {
  return { method: call.method, path, headers: call.headers, body };
}

interface PlainBody {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

const emptyBody: Uint8Array = new Uint8Array(0);

function readPlainBody(init: RequestInit): PlainBody | undefined {
  const { body } = init;
  if (body === undefined || body === null) return { bytes: emptyBody, contentType: undefined };
  if (typeof body === "string") {
    return { bytes: Buffer.from(body), contentType: "text/plain;charset=UTF-8" };
  }
  if (body instanceof Uint8Array) return { bytes: body, contentType: undefined };
  if (body instanceof ArrayBuffer) {
    return { bytes: new Uint8Array(body), contentType: undefined };
  }
  return undefined;
}

function readPlainCall(input: string | URL, init: RequestInit, body: PlainBody): FetchCall {
  const headers = readHeaders(init.headers);
  if (body.contentType !== undefined && !headers.some(([name]) => name === "content-type")) {
    headers.push(["content-type", body.contentType]);
  }
  return {
    url: toUrl(input),
    method: toMethod(init.method),
    headers,
    signal: init.signal ?? undefined,
    body: body.bytes,
    isBodyFinite: true,
    redirect: init.redirect ?? "follow",
    live: ({ fetch, redirect }) => fetch(input, { ...init, redirect }),
    to(next) {
      return nextCall(this, next, init);
    },
  };
}

function nextCall(before: FetchCall, next: NextCall, init: RequestInit): FetchCall {
  const { url, headers, dropsBody } = next;
  const method = dropsBody ? "GET" : before.method;
  const body = dropsBody ? emptyBody : before.body;
  const { signal, redirect } = before;
  return {
    url,
    method,
    headers,
    signal,
    redirect,
    body,
    isBodyFinite: true,
    live: (how) =>
      how.fetch(url.href, {
        ...init,
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        redirect: how.redirect,
        signal: signal ?? null,
        body: how.body.byteLength === 0 ? null : (how.body as Uint8Array<ArrayBuffer>),
      }),
    to(following) {
      return nextCall(this, following, init);
    },
  };
}

function readRequest(request: Request, init: RequestInit): FetchCall {
  return {
    url: new URL(request.url),
    method: request.method,
    headers: [...request.headers],
    signal: request.signal,
    body: request.body === null ? emptyBody : readBytes(request),
    isBodyFinite: !(init.body instanceof ReadableStream),
    redirect: request.redirect,
    live: ({ fetch, body, redirect }) =>
      fetch(request.url, {
        ...init,
        method: request.method,
        headers: request.headers,
        redirect,
        signal: request.signal,
        // Already read, so that it could be keyed; sent as the bytes it was.
        ...(request.body === null ? {} : { body: body as Uint8Array<ArrayBuffer> }),
      }),
    to(next) {
      return nextCall(this, next, init);
    },
  };
}

/** A suite asks a handful of addresses; ids in paths must not make this grow. */
const KNOWN_URLS_MAX = 200;
const knownUrls = new Map<string, URL>();

/** The same object for the same text: nobody changes it, and parsing one costs what a key does. */
function toUrl(input: string | URL): URL {
  if (typeof input !== "string") return new URL(input);
  const known = knownUrls.get(input);
  if (known !== undefined) return known;
  const url = new URL(input);
  if (knownUrls.size < KNOWN_URLS_MAX) knownUrls.set(input, url);
  return url;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  return new Uint8Array(await request.arrayBuffer());
}

function readHeaders(init: RequestInit["headers"]): [string, string][] {
  if (init === undefined) return [];
  if (init instanceof Headers) return [...init];
  const pairs = Symbol.iterator in init ? [...init] : Object.entries(init);
  return pairs.map(([name = "", value = ""]) => [name.toLowerCase(), String(value)]);
}

/** Fetch spells these in upper case whatever the caller wrote, and leaves others as they are. */
function toMethod(method: string | undefined): string {
  if (method === undefined) return "GET";
  const upper = method.toUpperCase();
  return ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"].includes(upper) ? upper : method;
}
