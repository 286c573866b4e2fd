import type { Clock } from "../cassette/ports.ts";
import type { IssuedRequest } from "../cassette/session.ts";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import type { HttpCassetteRequest } from "../exchange/cassette-request.ts";
import type { Dialect } from "../exchange/dialect.ts";
import { type HttpAnswer, toHttpOutcome } from "../exchange/http-outcome.ts";
import { keepResponseHeaders } from "../exchange/response-headers.ts";
import { UndecodableError } from "../exchange/undecodable-error.ts";
import { hasBody, withUrl } from "./fetch-replay.ts";

/** Streams that are being recorded. A reader may stop without a word: somebody else must end those. */
export interface OpenStream {
  readonly scope: string;
  /** Records what there was as left by its reader. */
  leave(): void;
}

/** A live call that is to be recorded. */
export interface Recording {
  readonly issued: IssuedRequest;
  readonly request: HttpCassetteRequest;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly method: string;
  readonly signal: AbortSignal | undefined;
  readonly ask: () => Promise<Response>;
  /** Where a stream stands while it is read. */
  readonly openStreams: Set<OpenStream>;
}

/**
 * Asks live and records: a whole answer before it is returned, a stream chunk by chunk as it is
 * forwarded and its ending before the reader learns of it.
 */
export async function recordResponse(recording: Recording): Promise<Response> {
  const startedAtMs = recording.clock.now();
  const response = await askLive(recording);
  const note = new AnswerNote(recording, response, startedAtMs);
  if (response.body === null || !hasBody(response.status, recording.method)) {
    note.record("end");
    const bare = { status: response.status, statusText: response.statusText };
    return withUrl(
      new Response(null, { ...bare, headers: toHandedOnHeaders(response.headers) }),
      response.url,
    );
  }
  const body = isStreamed(recording, response)
    ? forward(response.body, note, recording)
    : await readWhole(response.body, note, recording.signal);
  return withUrl(
    new Response(body, {
      status: response.status,
      statusText: response.statusText,
      headers: toHandedOnHeaders(response.headers),
    }),
    response.url,
  );
}

async function askLive(recording: Recording): Promise<Response> {
  try {
    return await recording.ask();
  } catch (error) {
    // A connection that opened and broke is the provider's doing and comes back in replay; one that
    // never opened, or that the caller gave up, is no answer.
    if (isReset(error) && recording.signal?.aborted !== true) {
      const broken: HttpAnswer = {
        status: 0,
        headers: [],
        body: new Uint8Array(0),
        ending: "abort",
      };
      recording.issued.record(toHttpOutcome(broken, recording.dialect));
    } else {
      recording.issued.release();
    }
    throw error;
  }
}

function isReset(error: unknown): boolean {
  const code = codeOfCause(error);
  return code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET";
}

/** What `fetch` says of a body that came and is not of its content coding: codes of zlib, brotli and zstd. */
function isUndecodable(error: unknown): boolean {
  return /^(?:Z_|ZSTD_|ERR__ERROR_)/.test(codeOfCause(error));
}

function codeOfCause(error: unknown): string {
  const cause = error instanceof TypeError ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/** Streams are handed on as they come; every other answer is short or is waited for whole. */
function isStreamed({ dialect, request }: Recording, response: Response): boolean {
  const contentType = response.headers.get("content-type") ?? "";
  if (dialect.framing(contentType) !== undefined) return true;
  return response.ok && request.description.isStream;
}

/** What has arrived of an answer. */
class AnswerNote {
  readonly #recording: Recording;
  readonly #response: Response;
  readonly #startedAtMs: number;
  readonly #chunks: Uint8Array[] = [];
  readonly #timesMs: number[] = [];
  #bytes = 0;
  #isEnded = false;
  #isReleased = false;

  constructor(recording: Recording, response: Response, startedAtMs: number) {
    this.#recording = recording;
    this.#response = response;
    this.#startedAtMs = startedAtMs;
  }

  /** @throws {RangeError} where the answer is larger than what can be recorded. */
  add(chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > BODY_BYTES_MAX) {
      this.release();
      throw new RangeError(
        `Cannot record the answer of ${this.#recording.request.endpoint}: it is larger than ${BODY_BYTES_MAX} bytes`,
      );
    }
    // Copied: the reader that the chunk is forwarded to may transfer its memory.
    this.#chunks.push(new Uint8Array(chunk));
    this.#timesMs.push(Math.round(this.#recording.clock.now() - this.#startedAtMs));
  }

  record(ending: HttpAnswer["ending"], isStream = false): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    const answer: HttpAnswer = {
      status: this.#response.status,
      headers: [...this.#response.headers],
      body: this.whole(),
      ending,
      credentials: this.#recording.request.credentials,
      ...(isStream
        ? {
            chunkLengths: this.#chunks.map((chunk) => chunk.byteLength),
            chunkTimesMs: this.#timesMs,
          }
        : {}),
    };
    this.#recording.issued.record(toHttpOutcome(answer, this.#recording.dialect));
  }

  /** Whether the answer was given up instead of recorded. */
  get isReleased(): boolean {
    return this.#isReleased;
  }

  release(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#isReleased = true;
    this.#recording.issued.release();
  }

  whole(): Uint8Array<ArrayBuffer> {
    return Buffer.concat(this.#chunks);
  }
}

async function readWhole(
  body: ReadableStream<Uint8Array>,
  note: AnswerNote,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>> {
  try {
    for await (const chunk of body) note.add(chunk);
  } catch (error) {
    if (signal?.aborted === true) note.release();
    if (isUndecodable(error)) {
      note.release();
      throw new UndecodableError((error as { cause: Error }).cause.message, { cause: error });
    }
    if (note.isReleased) throw error;
    note.record("abort");
    return breakAfter(note.whole(), error);
  }
  note.record("end");
  return note.whole();
}

/** As replay gives it back: the answer begins, and its body breaks where it broke. */
function breakAfter(bytes: Uint8Array, error: unknown): ReadableStream<Uint8Array> {
  let isGiven = bytes.byteLength === 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isGiven) controller.error(error);
        else controller.enqueue(bytes);
        isGiven = true;
      },
    },
    { highWaterMark: 0 },
  );
}

function forward(
  body: ReadableStream<Uint8Array>,
  note: AnswerNote,
  { issued, signal, openStreams }: Recording,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const end = (ending: HttpAnswer["ending"]): void => {
    openStreams.delete(open);
    note.record(ending, true);
  };
  const open: OpenStream = { scope: issued.scope, leave: () => end("client left") };
  openStreams.add(open);
  // Reads one chunk ahead: some SDKs stop at the wire's own end and never ask for the body's.
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await reader.read().catch((error: unknown) => {
        if (isUndecodable(error)) note.release();
        end(signal?.aborted === true ? "client left" : "abort");
        throw error;
      });
      if (step.value === undefined) {
        end("end");
        controller.close();
      } else {
        note.add(step.value);
        controller.enqueue(step.value);
      }
    },
    async cancel(reason) {
      end("client left");
      await reader.cancel(reason);
    },
  });
}

/** The headers that replay will give: a suite must not come to depend on any other. */
function toHandedOnHeaders(headers: Headers): [string, string][] {
  return keepResponseHeaders([...headers]).map(([name, value]) => [name, value]);
}
