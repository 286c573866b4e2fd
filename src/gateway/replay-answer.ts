import type { ServerResponse } from "node:http";
import type { RecordedAnswer } from "../cassette/session.ts";
import type { HttpOutcome } from "../cassette/values.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { rewriteResponseHeaders, withoutRetryDelay } from "../exchange/response-headers.ts";
import { decodeBody, decodeText } from "../exchange/stored-body.ts";
import {
  BEYOND_ASCII,
  breakAnswer,
  flatHeaders,
  isDelivered,
  isGone,
  report,
  sendHead,
} from "./exchange.ts";
import type { Exchange } from "./exchange.ts";
import { BREAK_DELAY_MS, CHUNK_GAP_MS, CLIENT_LEFT_HOLD_MS, LARGE_LENGTH_MIN } from "./limits.ts";
import { localBody, localUrl } from "./local-url.ts";

/** Writes a recorded answer. Its recording is used up once the answer has been handed to the system. */
export function replayAnswer(exchange: Exchange, recorded: RecordedAnswer): void {
  const { response } = exchange;
  const { outcome, body } = readOutcome(recorded);
  const settle = settler(exchange, outcome, body);
  response.once("finish", () => settle(isDelivered(response) ? "delivered" : "lost"));
  // Whoever leaves what was left does as the recorded client did, wherever it is by then.
  const isLeft = outcome.ending === "client left";
  response.once("close", () => settle(isLeft ? "delivered" : "lost"));
  response.sendDate = false;
  if (outcome.status === 0) {
    settle("delivered");
    // Whoever left did so by a time limit of its own, which is to strike again.
    const holdMs = isLeft ? CLIENT_LEFT_HOLD_MS : 0;
    void pause(exchange, holdMs).then(() => breakAnswer(response, "reset"));
    return;
  }
  if (outcome.ending === "abort" || isLeft) {
    const end = { body, delivered: () => settle("delivered") };
    writeBroken(exchange, outcome, end).catch(() => breakAnswer(response, "close"));
    return;
  }
  try {
    writeWhole(exchange, outcome, body);
  } catch (error) {
    settle("lost");
    throw error;
  }
}

/** What a body is written with. */
type AnswerHead = Omit<HttpOutcome, "body">;

/**
 * The same for one of megabytes, which is read when its turn comes: several at once would stand in memory
 * together until their clients had read them.
 */
export async function replayInTurn(exchange: Exchange, recorded: RecordedAnswer): Promise<void> {
  const { response, issued } = exchange;
  const turn = exchange.held.open();
  try {
    await turn.take(recorded.length);
    // Its "close" is over, and would be waited for in vain.
    if (isGone(response)) issued.release();
    else replayAnswer(exchange, recorded);
  } finally {
    if (isGone(response)) turn.release();
    else response.once("close", () => turn.release());
  }
}

/** An answer with its body as it is written. */
function readOutcome({ outcome, length }: RecordedAnswer): {
  readonly outcome: AnswerHead;
  readonly body: Buffer | string;
} {
  if (outcome.kind !== "http") {
    throw new TypeError(`a key of the gateway found an outcome of kind "${outcome.kind}"`);
  }
  // A text goes out in one piece with its headers, bytes would be a second one.
  const body = "base64" in outcome.body ? decodeBody(outcome.body) : decodeText(outcome.body);
  if (length <= LARGE_LENGTH_MIN) return { outcome, body };
  // The stored form is not held beside it until a client has read all of it.
  const { body: _stored, ...head } = outcome;
  return { outcome: head, body };
}

/** Ends the exchange once, whichever of its events comes first. */
function settler(
  exchange: Exchange,
  outcome: AnswerHead,
  body: Buffer | string,
): (how: "delivered" | "lost") => void {
  let isSettled = false;
  return (how) => {
    if (isSettled) return;
    isSettled = true;
    if (how === "lost") {
      exchange.issued.release();
      return;
    }
    exchange.issued.consume();
    if (exchange.options.onExchange === undefined) return;
    const isAnswer = outcome.status >= 200 && outcome.status < 300;
    const tokens = isAnswer ? exchange.mount.dialect.usage(textOf(body)) : undefined;
    report(exchange, "hit", { status: outcome.status, tokens });
  };
}

/** Member names of binary frames are ASCII, and one byte a character is the quickest reading. */
function textOf(body: Buffer | string): string {
  return typeof body === "string" ? body : body.toString("latin1");
}

function writeWhole(exchange: Exchange, outcome: AnswerHead, recorded: Buffer | string): void {
  const { response } = exchange;
  const headers = flatHeaders(replayedHeaders(exchange, outcome));
  if (hasNoBody(exchange, outcome.status)) {
    response.writeHead(outcome.status, headers);
    response.end();
    return;
  }
  const body = localBody(exchange, recorded);
  const chunks = body === recorded ? chunksToKeep(exchange, outcome, body) : undefined;
  if (chunks === undefined) {
    const length = Buffer.byteLength(body);
    headers.push("content-length", String(length));
    response.writeHead(outcome.status, headers);
    endWith(response, body, { length, headers });
    return;
  }
  response.writeHead(outcome.status, headers);
  writeChunks(exchange, outcome, chunks).then(
    (isOpen) => {
      if (isOpen) response.end();
    },
    () => breakAnswer(response, "close"),
  );
}

/**
 * Node writes headers and a text in one piece, in the text's coding. A text of nothing but ASCII has
 * the same bytes in Latin-1, which is copied where UTF-8 has to be counted and coded.
 */
function endWith(
  response: ServerResponse,
  body: Buffer | string,
  head: { readonly length: number; readonly headers: readonly string[] },
): void {
  if (typeof body !== "string") response.end(body);
  else if (body.length === head.length) response.end(body, "latin1");
  // Headers beyond ASCII are bytes of Latin-1, and would be written as UTF-8.
  else if (head.headers.some((header) => BEYOND_ASCII.test(header))) response.end(bytesOf(body));
  else response.end(body, "utf8");
}

/** Writes what there was, then breaks off as the recording did. */
async function writeBroken(
  exchange: Exchange,
  outcome: AnswerHead,
  end: { readonly body: Buffer | string; readonly delivered: () => void },
): Promise<void> {
  const { response } = exchange;
  sendHead(response, outcome.status, replayedHeaders(exchange, outcome));
  const chunks = chunksToKeep(exchange, outcome, end.body) ?? [bytesOf(end.body)];
  if (!(await writeChunks(exchange, outcome, chunks))) return;
  const holdMs = outcome.ending === "client left" ? CLIENT_LEFT_HOLD_MS : BREAK_DELAY_MS;
  // Nothing is in the way of the bytes: the recording has been delivered, as far as it goes.
  end.delivered();
  await pause(exchange, holdMs);
  // HTTP/1.0 has no other way to tell a broken body from a whole one.
  breakAnswer(response, response.req.httpVersion === "1.0" ? "reset" : "close");
}

/** Writes chunks, at their recorded times where asked. `false` where the client went away. */
async function writeChunks(
  exchange: Exchange,
  outcome: AnswerHead,
  chunks: readonly Buffer[],
): Promise<boolean> {
  const { response, options } = exchange;
  const times = options.stream === "real-time" ? outcome.chunkTimesMs : undefined;
  const start = performance.now();
  for (const [index, chunk] of chunks.entries()) {
    const due = times?.[index];
    if (due !== undefined) await pause(exchange, due - (performance.now() - start));
    if (isGone(response)) return false;
    if (chunk.length === 0) continue;
    response.write(chunk);
    // Most clients hand on what one read of their socket gives them, not the coding's chunks.
    if (index < chunks.length - 1) await untilRead(exchange);
  }
  return !isGone(response);
}

/** Gives a client the time to read what was written as a piece of its own. */
async function untilRead(exchange: Exchange): Promise<void> {
  await pause(exchange, CHUNK_GAP_MS);
  // A client in this process reads after the timers have run.
  await new Promise((resolve) => setImmediate(resolve));
}

/** Waits, but not longer than the client does. */
function pause(exchange: Exchange, durationMs: number): Promise<void> {
  const { response } = exchange;
  if (durationMs <= 0 || isGone(response)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.removeListener("close", done);
      resolve();
    };
    const timer = setTimeout(done, durationMs);
    response.once("close", done);
  });
}

/** The recorded network chunks where they matter to the dialect or the user wants them. */
function chunksToKeep(
  exchange: Exchange,
  outcome: AnswerHead,
  body: Buffer | string,
): readonly Buffer[] | undefined {
  const { chunkLengths } = outcome;
  const isWanted =
    exchange.mount.dialect.keepsChunks || (exchange.options.stream ?? "coalesced") !== "coalesced";
  if (chunkLengths === undefined || !isWanted) return undefined;
  const bytes = bytesOf(body);
  const chunks: Buffer[] = [];
  let position = 0;
  for (const length of chunkLengths) {
    chunks.push(bytes.subarray(position, position + length));
    position += length;
  }
  if (position < bytes.length) chunks.push(bytes.subarray(position));
  return chunks;
}

function replayedHeaders(exchange: Exchange, outcome: AnswerHead): HeaderList {
  const headers = rewriteResponseHeaders(outcome.headers, (url) => localUrl(exchange, url));
  return exchange.options.keepsRetryAfter === true ? headers : withoutRetryDelay(headers);
}

/** RFC 9110, 6.4.1. */
function hasNoBody(exchange: Exchange, status: number): boolean {
  return exchange.request.method === "HEAD" || status === 204 || status === 304;
}

function bytesOf(body: Buffer | string): Buffer {
  return typeof body === "string" ? Buffer.from(body, "utf8") : body;
}
