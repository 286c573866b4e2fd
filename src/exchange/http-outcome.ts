import type { Ending, HttpOutcome } from "../cassette/values.ts";
import type { Dialect, StreamFraming } from "./dialect.ts";
import { findHeader } from "./find-header.ts";
import type { HeaderList } from "./http-message.ts";
import { keepResponseHeaders, withoutOwnKeys } from "./response-headers.ts";
import { encodeBody } from "./stored-body.ts";
import { splitFrames } from "./stream-frames.ts";

/** An answer as it arrived. */
export interface HttpAnswer {
  /** `0` where the connection broke before a status line. */
  readonly status: number;
  /** As received, lower-case names; the kept ones are chosen here. */
  readonly headers: HeaderList;
  /** The decoded entity. */
  readonly body: Uint8Array;
  /** How it ended on the wire; whether an `end` holds an error frame is found out here. */
  readonly ending: Exclude<Ending, "error frame">;
  /** Length of each network chunk of a streamed body. */
  readonly chunkLengths?: readonly number[];
  /** Milliseconds from the request to each chunk. */
  readonly chunkTimesMs?: readonly number[];
  /** What the request is known by; links that repeat it go without. @default {none} */
  readonly credentials?: ReadonlyMap<string, string> | undefined;
}

/** Makes the outcome that a cassette keeps of an answer. */
export function toHttpOutcome(answer: HttpAnswer, dialect: Dialect): HttpOutcome {
  const contentType = findHeader(answer.headers, "content-type");
  const framing = contentType === undefined ? undefined : dialect.framing(contentType);
  const hasChunks = answer.chunkLengths !== undefined && answer.chunkLengths.length > 1;
  return {
    kind: "http",
    status: answer.status,
    headers: withoutOwnKeys(keepResponseHeaders(answer.headers), answer.credentials ?? NONE),
    body: encodeBody(answer.body, contentType, framing),
    ending: endingOf(answer, framing, dialect),
    ...(hasChunks && answer.chunkLengths ? { chunkLengths: answer.chunkLengths } : {}),
    ...(hasChunks && answer.chunkTimesMs ? { chunkTimesMs: answer.chunkTimesMs } : {}),
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * A client that closes right after the wire's own end of stream has read all there was (many SDKs
 * do), so that is an end; and an error frame is worth knowing of whatever follows it.
 */
function endingOf(
  answer: HttpAnswer,
  framing: StreamFraming | undefined,
  dialect: Dialect,
): Ending {
  if (framing === undefined || answer.ending === "abort") return answer.ending;
  const frames = splitFrames(answer.body, framing);
  if (answer.ending === "client left" && !frames.some((frame) => dialect.isTerminalFrame(frame))) {
    return "client left";
  }
  return frames.some((frame) => dialect.isErrorFrame(frame)) ? "error frame" : "end";
}
