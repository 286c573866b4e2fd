import type { HttpOutcome, StoredBody } from "../cassette/values.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { withoutRetryDelay } from "../exchange/response-headers.ts";
import { decodeBody, decodeText } from "../exchange/stored-body.ts";
import { toRecordedResponse } from "./recorded-response.ts";

/** How a recorded answer is given back. */
export interface ReplayOptions {
  /** Address that was fetched; becomes the response's `url`. */
  readonly url: string;
  readonly method: string;
  readonly signal: AbortSignal | undefined;
  /** Replays `retry-after` as recorded instead of as 0. */
  readonly keepsRetryAfter: boolean;
}

/**
 * The recorded answer as `fetch` gives it: status, kept headers, the recorded entity at its recorded
 * boundaries, and a connection that broke breaks again.
 *
 * @throws {TypeError} "fetch failed", where the recorded connection broke before a status line.
 */
export function replayResponse(outcome: HttpOutcome, options: ReplayOptions): Response {
  if (outcome.status === 0) throw new TypeError("fetch failed", { cause: toBrokenConnection() });
  const recorded = options.keepsRetryAfter ? outcome.headers : withoutRetryDelay(outcome.headers);
  const head = { status: outcome.status, headers: toHeaders(recorded) };
  if (!hasBody(outcome.status, options.method)) {
    return withUrl(new Response(null, head), options.url);
  }
  if (!isBroken(outcome) && outcome.chunkLengths === undefined) {
    return toRecordedResponse(toContent(outcome.body), { ...head, url: options.url });
  }
  const bytes = decodeBody(outcome.body);
  return withUrl(new Response(streamChunks(bytes, outcome, options.signal), head), options.url);
}

/** `Response` has no way to be made with an address; some SDKs show it. */
export function withUrl(response: Response, url: string): Response {
  return Object.defineProperty(response, "url", { value: url, configurable: true });
}

/** Statuses and methods whose answers have no body; `Response` refuses one. */
export function hasBody(status: number, method: string): boolean {
  return method !== "HEAD" && status !== 204 && status !== 205 && status !== 304;
}

/** What `fetch` says of a connection that the other side closed too early. */
function toBrokenConnection(): Error {
  return Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
}

/** Header values are bytes on the wire; `Headers` takes them one a character. */
function toHeaders(headers: HeaderList): [string, string][] {
  return headers.map(([name, value]) => [
    name,
    /[^\0-\xff]/.test(value) ? Buffer.from(value, "utf8").toString("latin1") : value,
  ]);
}

function toContent(body: StoredBody): string | Uint8Array<ArrayBuffer> {
  return "base64" in body ? Buffer.from(body.base64, "base64") : decodeText(body);
}

/** A reader that goes on where the recorded one left would take what there was for the whole. */
function isBroken({ ending }: HttpOutcome): boolean {
  return ending === "abort" || ending === "client left";
}

function streamChunks(
  bytes: Uint8Array,
  outcome: HttpOutcome,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const chunks = cutChunks(bytes, outcome.chunkLengths ?? []);
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (signal?.aborted === true) {
          controller.error(signal.reason);
          return;
        }
        const { done, value } = chunks.next();
        if (done !== true) {
          controller.enqueue(value);
        } else if (isBroken(outcome)) {
          controller.error(new TypeError("terminated", { cause: toBrokenConnection() }));
        } else {
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
}

/** Copies (which a Buffer's slice is not): a reader may transfer the memory it was given. */
function* cutChunks(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  let position = 0;
  for (const length of lengths) {
    if (length > 0) yield new Uint8Array(bytes.subarray(position, position + length));
    position += length;
  }
  if (position < bytes.length) yield new Uint8Array(bytes.subarray(position));
}
