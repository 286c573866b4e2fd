import { CassetteError } from "../cassette/errors.ts";
import type { HttpOutcome } from "../cassette/values.ts";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { toHttpOutcome } from "../exchange/http-outcome.ts";
import type { HttpAnswer } from "../exchange/http-outcome.ts";
import { splitTarget } from "../exchange/request-target.ts";
import { keepResponseHeaders, rewriteResponseHeaders } from "../exchange/response-headers.ts";
import { UndecodableError } from "../exchange/undecodable-error.ts";
import { signedRegion } from "./aws-signature.ts";
import { breakAnswer, flatHeaders, isDelivered, isGone, report, sendHead } from "./exchange.ts";
import type { Exchange } from "./exchange.ts";
import { cutMessage } from "./cut-message.ts";
import type { HeldAnswer } from "./held-answers.ts";
import { BREAK_DELAY_MS } from "./limits.ts";
import { followedNames, localBody, localUrl } from "./local-url.ts";
import { answerRefusal } from "./refusal.ts";
import { turnOfLoop } from "./turn-of-loop.ts";
import type { Upstream, UpstreamAnswer } from "./upstream.ts";

/** Asks the provider, hands its answer on, and stores it before its end is handed on. */
export async function liveAnswer(exchange: Exchange, upstream: Upstream): Promise<void> {
  const root = upstreamRoot(exchange);
  if (root === undefined) {
    fail(
      exchange,
      `no upstream is configured for it. Set providers.${exchange.mount.name}.upstream in tapegate.json`,
    );
    return;
  }
  const departure = new AbortController();
  const onClose = (): void => {
    if (!isDelivered(exchange.response)) departure.abort();
  };
  exchange.response.once("close", onClose);
  const startedAt = performance.now();
  const answer = await upstream.forward(root, upstreamRequest(exchange), departure.signal);
  if (departure.signal.aborted) {
    await storeDeparture(exchange);
  } else if ("status" in answer) {
    const held = exchange.held.open();
    try {
      await passOn({ exchange, answer, departure, startedAt, held });
    } finally {
      // What was given to the response to write is held until it is written.
      if (isGone(exchange.response)) held.release();
      else exchange.response.once("close", () => held.release());
    }
  } else if (answer.kind === "garbled") {
    fail(
      exchange,
      `${originOf(root)} answers what cannot be read (${answer.reason}). Nothing was recorded`,
    );
  } else if (answer.kind === "unsigned") {
    fail(exchange, answer.reason);
  } else if (answer.kind === "unreachable") {
    fail(exchange, `${originOf(root)} cannot be reached (${answer.reason}). ${wayOut(exchange)}`);
  } else {
    if (store(exchange, noAnswer(exchange, "abort"))) breakAnswer(exchange.response, "reset");
  }
  exchange.response.removeListener("close", onClose);
}

/** An answer being handed on. */
interface Passage {
  readonly exchange: Exchange;
  readonly answer: UpstreamAnswer;
  /** Aborted when the client leaves: nobody pays for tokens that nobody reads. */
  readonly departure: AbortController;
  readonly startedAt: number;
  readonly held: HeldAnswer;
}

/** What was read of an answer, and how that ended. */
interface Received {
  body: Buffer;
  readonly chunkLengths: readonly number[];
  readonly chunkTimesMs: readonly number[];
  readonly ending: HttpAnswer["ending"] | Unusable;
}

/** The provider answered, and what it said is of no use to anybody. */
interface Unusable {
  readonly reason: string;
}

function upstreamRoot(exchange: Exchange): string | undefined {
  const { mount, request } = exchange;
  return mount.upstreamOf?.(request.path, signedRegion(request.headers)) ?? mount.upstream;
}

/** What of a provider's root is said aloud: a path may be a credential. */
function originOf(root: string): string {
  return new URL(root).origin;
}

/** The request as it came, but for spellings of `/v1` that only the gateway tolerates. */
function upstreamRequest(exchange: Exchange): Exchange["request"] {
  const { request, mount } = exchange;
  const { path, query } = splitTarget(request.path);
  const normal = mount.normalisePath(path);
  return { ...request, path: query === "" ? normal : `${normal}?${query}` };
}

async function passOn(passage: Passage): Promise<void> {
  const { exchange, answer } = passage;
  const isStreamed = isHandedOnLive(exchange, answer);
  if (isStreamed) writeHead(exchange, answer);
  const received = await receive(passage, isStreamed);
  const { ending } = received;
  if (typeof ending === "object") {
    if (isStreamed) breakAnswer(exchange.response, "close");
    fail(exchange, ending.reason);
    return;
  }
  if (ending === "client left") {
    if (!isStreamed) {
      await storeDeparture(exchange);
      return;
    }
    // The signal that ended the client may be for this program too.
    await turnOfLoop();
  }
  const outcome = outcomeOf(passage, received, { ending, isStreamed });
  if (store(exchange, outcome)) await finish(exchange, answer, { received, isStreamed });
}

function outcomeOf(
  { exchange, answer }: Passage,
  received: Received,
  how: { readonly ending: HttpAnswer["ending"]; readonly isStreamed: boolean },
): HttpOutcome {
  const { body, chunkLengths, chunkTimesMs } = received;
  const { status, headers } = answer;
  // What was handed on already is not held beside its recording: it may be megabytes.
  if (how.isStreamed) received.body = NOTHING;
  const chunks = how.isStreamed ? { chunkLengths, chunkTimesMs } : {};
  const { ending } = how;
  const { credentials } = exchange.cassetteRequest;
  return toHttpOutcome(
    { status, headers, body, ending, credentials, ...chunks },
    exchange.mount.dialect,
  );
}

const NOTHING: Buffer = Buffer.alloc(0);

/**
 * A client that left before any of its answer: its own time limit, most likely, after which it asks again
 * or fails. In replay it must come to the same.
 */
async function storeDeparture(exchange: Exchange): Promise<void> {
  // The signal that ended the client may be for this program too.
  await turnOfLoop();
  store(exchange, noAnswer(exchange, "client left"));
}

function noAnswer({ mount }: Exchange, ending: HttpAnswer["ending"]): HttpOutcome {
  return toHttpOutcome({ status: 0, headers: [], body: NOTHING, ending }, mount.dialect);
}

/** Streams and downloads go through as they come; a JSON answer is short and goes at once, whole. */
function isHandedOnLive(exchange: Exchange, answer: UpstreamAnswer): boolean {
  const contentType = findHeader(answer.headers, "content-type") ?? "";
  if (exchange.mount.dialect.framing(contentType) !== undefined) return true;
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) {
    // Links are led back in a whole body only.
    if (followedNames(exchange).length > 0) return false;
    return answer.status < 300 && exchange.cassetteRequest.description.isStream;
  }
  return findHeader(answer.headers, "content-length") === undefined && answer.status !== 204;
}

async function receive(passage: Passage, isStreamed: boolean): Promise<Received> {
  const { answer, departure, startedAt, exchange, held } = passage;
  const chunks: Buffer[] = [];
  const chunkTimesMs: number[] = [];
  let length = 0;
  let ending: Received["ending"] = "end";
  try {
    for await (const chunk of answer.body) {
      await held.take(chunk.length, departure.signal);
      chunks.push(chunk);
      chunkTimesMs.push(Math.round(performance.now() - startedAt));
      length += chunk.length;
      if (length > BODY_BYTES_MAX) {
        ending = { reason: `the answer is larger than ${BODY_BYTES_MAX / 1024 / 1024} MiB` };
        departure.abort();
        break;
      }
      if (isStreamed) await write(exchange, chunk);
      if (departure.signal.aborted) break;
    }
  } catch (error) {
    // Either side may have gone: the client, which aborts the upstream, or the upstream itself.
    ending =
      error instanceof UndecodableError
        ? { reason: `${error.message}. Nothing was recorded` }
        : "abort";
  }
  if (typeof ending !== "object" && departure.signal.aborted) ending = "client left";
  const chunkLengths = chunks.map((chunk) => chunk.length);
  return { body: Buffer.concat(chunks), chunkLengths, chunkTimesMs, ending };
}

/** Writes one chunk and waits until the client takes more, or is gone. */
function write(exchange: Exchange, chunk: Buffer): Promise<void> | undefined {
  const { response } = exchange;
  if (isGone(response) || response.write(chunk)) return undefined;
  return new Promise((resolve) => {
    const done = (): void => {
      response.removeListener("drain", done);
      response.removeListener("close", done);
      resolve();
    };
    response.once("drain", done);
    response.once("close", done);
  });
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}

/** The recording is on disk when this returns `true`; otherwise the client has been told why not. */
function store(exchange: Exchange, outcome: HttpOutcome): boolean {
  const { issued, life, mount } = exchange;
  const { status, ending } = outcome;
  if (life.isEnding && (ending === "client left" || ending === "abort")) {
    letGo(exchange);
    breakAnswer(exchange.response, "close");
    return false;
  }
  try {
    issued.record(outcome);
  } catch (error) {
    // A failed recording ends its request by itself, and the session has logged it.
    if (!(error instanceof CassetteError)) throw error;
    const { message } = error;
    report(exchange, "failed", { status });
    if (exchange.response.headersSent) breakAnswer(exchange.response, "close");
    answerRefusal(exchange.response, { status: 406, mark: "failed", message }, mount.dialect);
    return false;
  }
  const isFault = ending === "abort" || ending === "error frame";
  // A stream that was left had its answer, as far as anybody wanted it.
  const isUnanswered = ending === "client left" && status === 0;
  report(exchange, "recorded", { status, ...(isFault || isUnanswered ? { fault: ending } : {}) });
  return true;
}

async function finish(
  exchange: Exchange,
  answer: UpstreamAnswer,
  end: { readonly received: Received; readonly isStreamed: boolean },
): Promise<void> {
  const { response } = exchange;
  const { received, isStreamed } = end;
  if (received.ending === "abort") {
    if (!isStreamed) {
      writeHead(exchange, answer);
      await write(exchange, received.body);
    }
    // As in replay: what was written is read before the break.
    await pause(BREAK_DELAY_MS);
    breakAnswer(response, "close");
    return;
  }
  if (isStreamed) {
    response.end();
    return;
  }
  const hasBody =
    exchange.request.method !== "HEAD" && answer.status !== 204 && answer.status !== 304;
  const body = localBody(exchange, received.body);
  const headers = flatHeaders(handedOnHeaders(exchange, answer));
  if (hasBody) headers.push("content-length", String(body.length));
  response.sendDate = false;
  response.writeHead(answer.status, headers);
  response.end(hasBody ? body : undefined);
}

function writeHead(exchange: Exchange, answer: UpstreamAnswer): void {
  const { response } = exchange;
  response.sendDate = false;
  sendHead(response, answer.status, handedOnHeaders(exchange, answer));
}

/** The headers that replay will give: a suite must not come to depend on any other. */
function handedOnHeaders(exchange: Exchange, answer: UpstreamAnswer): HeaderList {
  return rewriteResponseHeaders(keepResponseHeaders(answer.headers), (url) =>
    localUrl(exchange, url),
  );
}

/** Nothing is recorded: nobody was there to take the answer, or to give it to its end. */
function letGo(exchange: Exchange): void {
  const { issued, life, mount, options } = exchange;
  issued.release();
  if (life.isEnding) options.log.warn(cutMessage(mount, issued.request.endpoint));
  report(exchange, "failed", { status: 0 });
}

/** What a person can do about a provider that cannot be reached. */
function wayOut({ mount }: Exchange): string {
  return `Check the network and its proxy, or set providers.${mount.name}.upstream in tapegate.json`;
}

/** Nothing is recorded: this was no answer of the provider. */
function fail(exchange: Exchange, reason: string): void {
  const { issued, mount, options, response } = exchange;
  issued.release();
  const message = `Cannot ask ${mount.name} for ${issued.request.endpoint}: ${reason}`;
  options.log.error(message);
  report(exchange, "failed", { status: 502 });
  answerRefusal(response, { status: 502, mark: "failed", message }, mount.dialect);
}
