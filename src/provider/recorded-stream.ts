import { CassetteFormatError } from "../cassette/errors.ts";
import type { IssuedRequest } from "../cassette/session.ts";
import type { JsonValue, Outcome } from "../cassette/values.ts";
import type { StreamChunk } from "./completion.ts";
import { streamChunkSchema } from "./completion-schema.ts";
import { describeIssues } from "./frozen.ts";
import { ProviderError } from "./provider-error.ts";
import { toProviderError, toRecordedError } from "./recorded-error.ts";

/**
 * Forwards each chunk the moment it arrives and records the stream when it has ended: whole, with
 * the provider's error after its chunks, or cut by a consumer that left.
 */
export function recordStream(
  issued: IssuedRequest,
  open: () => AsyncIterable<StreamChunk>,
): AsyncIterable<StreamChunk> {
  return releaseUnread(issued, recordChunks(issued, open));
}

/** The recorded chunks at their recorded boundaries, then the recorded error where there was one. */
export function replayStream(issued: IssuedRequest, outcome: Outcome): AsyncIterable<StreamChunk> {
  return releaseUnread(issued, replayChunks(issued, outcome));
}

/** A stream whose first chunk is an error. */
export function failStream(error: Error): AsyncIterable<StreamChunk> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        throw error;
      },
    }),
  };
}

async function* recordChunks(
  issued: IssuedRequest,
  open: () => AsyncIterable<StreamChunk>,
): AsyncGenerator<StreamChunk> {
  const chunks: JsonValue[] = [];
  // What holds when the consumer leaves: it returns at a `yield`, and only `finally` runs then.
  let outcome: Outcome | undefined = { kind: "stream", chunks, ending: "client left" };
  try {
    for await (const chunk of open()) {
      const value = parseChunk(
        chunk,
        `Cannot record a chunk of ${issued.request.identity.provider}`,
      );
      chunks.push(value as JsonValue);
      yield value;
    }
    outcome = { kind: "stream", chunks, ending: "end" };
  } catch (error) {
    outcome =
      error instanceof ProviderError
        ? { kind: "stream", chunks, ending: "error", error: toRecordedError(error) }
        : undefined;
    throw error;
  } finally {
    if (outcome === undefined) issued.release();
    else issued.record(outcome);
  }
}

async function* replayChunks(issued: IssuedRequest, outcome: Outcome): AsyncGenerator<StreamChunk> {
  issued.consume();
  if (outcome.kind === "error") throw toProviderError(outcome.error);
  const prefix = `Cannot replay a stream of scope "${issued.scope}"`;
  if (outcome.kind !== "stream") {
    throw new CassetteFormatError(
      `${prefix}: its outcome is of kind "${outcome.kind}". Record the scope again`,
      issued.scope,
    );
  }
  for (const chunk of outcome.chunks) yield parseChunk(chunk, prefix);
  if (outcome.error !== undefined) throw toProviderError(outcome.error);
}

function parseChunk(chunk: unknown, prefix: string): StreamChunk {
  const parsed = streamChunkSchema.safeParse(chunk);
  if (parsed.success) return parsed.data;
  throw new TypeError(`${prefix}: ${describeIssues(parsed.error)}`);
}

/** A generator that is closed before its first step never runs its `finally`. */
function releaseUnread(
  issued: IssuedRequest,
  chunks: AsyncGenerator<StreamChunk>,
): AsyncIterableIterator<StreamChunk> {
  let isRead = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      isRead = true;
      return chunks.next();
    },
    return() {
      if (!isRead) issued.release();
      isRead = true;
      return chunks.return(undefined);
    },
    throw(error) {
      if (!isRead) issued.release();
      isRead = true;
      return chunks.throw(error);
    },
  };
}
