import type { IncomingMessage, ServerResponse } from "node:http";
import { CassetteError } from "../cassette/errors.ts";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import { toCassetteRequest } from "../exchange/cassette-request.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { HttpRequest } from "../exchange/http-message.ts";
import { missMessage } from "../exchange/miss-message.ts";
import { readCallPlaces, readPlace } from "./call-place.ts";
import { closeScope } from "./close-scope.ts";
import { notePassedBy } from "./passed-by.ts";
import { breakAnswer, headerList, hostOf, report } from "./exchange.ts";
import type { Exchange } from "./exchange.ts";
import type { GatewayLife, GatewayOptions } from "./gateway.ts";
import { createHeldAnswers, type HeldAnswers } from "./held-answers.ts";
import {
  HELD_ANSWER_BYTES_MAX,
  HELD_FREE_BYTES_MAX,
  HELD_WAIT_MS,
  LARGE_LENGTH_MIN,
} from "./limits.ts";
import { liveAnswer } from "./live-answer.ts";
import { bodyReader, TOO_LARGE } from "./read-body.ts";
import { answerRefusal } from "./refusal.ts";
import { replayAnswer, replayInTurn } from "./replay-answer.ts";
import { objectionTo } from "./request-guard.ts";
import type { Objection } from "./request-guard.ts";
import { routeReader } from "./route.ts";
import type { Route } from "./route.ts";
import type { Upstream } from "./upstream.ts";
import { publicPath, wrongWay } from "./wrong-way.ts";

/** What answers the requests of a gateway. */
export interface RequestListener {
  readonly onRequest: (message: IncomingMessage, response: ServerResponse) => void;
  /** Resolves when no answer of a provider is under way any more: each is stored, or given up. */
  readonly settled: () => Promise<void>;
}

/** What the listener needs beside the gateway's options. */
export interface ListenerParts {
  readonly life: GatewayLife;
  /** The way to the providers; `undefined` in replay, which has none. */
  readonly upstream: Upstream | undefined;
}

/** Makes what answers every request of a gateway. */
export function requestListener(options: GatewayOptions, parts: ListenerParts): RequestListener {
  const readRoute = routeReader(options.mounts, options.token);
  const readBody = bodyReader();
  const live = new Set<Promise<void>>();
  const held = createHeldAnswers({
    bytesMax: HELD_ANSWER_BYTES_MAX,
    freeBytesMax: HELD_FREE_BYTES_MAX,
    waitMsMax: HELD_WAIT_MS,
  });
  const onRequest: RequestListener["onRequest"] = (message, response) => {
    // A client that is gone is no news: its answer's "close" says so.
    response.on("error", () => undefined);
    message.on("error", () => undefined);
    const target = message.url ?? "/";
    const objection = objectionTo(message);
    const route = readRoute(target);
    const refuse = refuser(options, { message, response, route });
    if (objection !== undefined) {
      refuse(objection);
      return;
    }
    if (route.kind === "report") {
      answerReport(options, message, response);
      return;
    }
    if (route.kind === "close scope") {
      readBody(message, (reading) => {
        // A stream that its reader left on the way here is stored before its scope is closed.
        setImmediate(() => closeScope(options, { message, response, reading }));
      });
      return;
    }
    if (route.kind === "passed by") {
      readBody(message, (reading) => notePassedBy(options, { message, response, reading }));
      return;
    }
    if (route.kind !== "exchange") {
      refuse(wrongWay(options.mounts, route));
      return;
    }
    if (isWaitingInVain(message)) {
      response.shouldKeepAlive = false;
      refuse({ status: 413, reason: TOO_LARGE, from: "suite" });
      return;
    }
    readBody(message, (reading) => {
      if (reading.kind === "gone") return;
      if (reading.kind === "too large") {
        refuse({ status: 413, reason: reading.reason, from: "suite" });
        return;
      }
      try {
        answer({ options, ...parts, live, held, message, response, route }, reading.bytes);
      } catch (error) {
        answerFault({ options, response, mount: route.mount }, error);
      }
    });
  };
  return {
    onRequest,
    settled: async () => {
      while (live.size > 0) await Promise.all(live);
    },
  };
}

/** A client that waits for leave to send a body which will not be taken would wait for ever. */
function isWaitingInVain({ headers }: IncomingMessage): boolean {
  return headers.expect !== undefined && Number(headers["content-length"] ?? 0) > BODY_BYTES_MAX;
}

/** A request that has a way and a body. */
interface Arrival extends ListenerParts {
  readonly options: GatewayOptions;
  readonly live: Set<Promise<void>>;
  readonly held: HeldAnswers;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Extract<Route, { kind: "exchange" }>;
}

function answer(arrival: Arrival, body: Buffer): void {
  const { options, life, held, upstream, message, response, route } = arrival;
  const { mount } = route;
  const place = readPlace(message, route.scope);
  if (typeof place === "string") {
    refuser(options, { message, response, route })({ status: 406, reason: place, from: "suite" });
    return;
  }
  const request: HttpRequest = {
    method: message.method ?? "GET",
    path: route.path,
    headers: headerList(message),
    body,
  };
  const cassetteRequest = toCassetteRequest(request, mount, readCallPlaces(message));
  const issued = options.session.issue(cassetteRequest, place);
  const localRoot = `http://${hostOf(message) ?? "127.0.0.1"}${route.prefix}`;
  const exchange: Exchange = {
    options,
    life,
    held,
    mount,
    request,
    cassetteRequest,
    issued,
    response,
    localRoot,
  };
  const { lookup } = issued;
  switch (lookup.kind) {
    case "hit":
      if (lookup.interaction.length <= LARGE_LENGTH_MIN) replayAnswer(exchange, lookup.interaction);
      else track(arrival.live, exchange, replayInTurn(exchange, lookup.interaction));
      return;
    case "live":
      if (upstream === undefined) throw new TypeError("a replaying session asked for a live call");
      track(arrival.live, exchange, liveAnswer(exchange, upstream));
      return;
    case "miss":
    case "exhausted":
      issued.consume();
      report(exchange, lookup.kind, { status: 406 });
      answerRefusal(
        response,
        { status: 406, mark: lookup.kind, message: missMessage(issued, lookup) },
        mount.dialect,
      );
  }
}

/** Keeps a live answer in sight until it has ended, one way or the other. */
function track(live: Set<Promise<void>>, exchange: Exchange, answering: Promise<void>): void {
  const ended = answering
    .catch((error: unknown) => {
      exchange.issued.release();
      answerFault(exchange, error);
    })
    .finally(() => live.delete(ended));
  live.add(ended);
}

function refuser(
  options: GatewayOptions,
  call: {
    readonly message: IncomingMessage;
    readonly response: ServerResponse;
    readonly route: Route;
  },
): (objection: Objection) => void {
  const { message, response, route } = call;
  return ({ status, reason, from }) => {
    const mount = route.kind === "exchange" ? route.mount : undefined;
    const path = route.kind === "exchange" ? route.path : publicPath(message.url ?? "/");
    const text = `Cannot serve ${message.method} ${path.split("?", 1)[0]?.slice(0, 200)}: ${reason}`;
    // A suite may hide its failure; the run must not look as if everything had been answered.
    options.log[from === "suite" ? "error" : "warn"](text);
    options.onExchange?.({
      kind: "refused",
      provider: mount?.name ?? "",
      scope: (route.kind === "exchange" ? route.scope : undefined) ?? "",
      status,
    });
    answerRefusal(response, { status, mark: "refused", message: text }, mount?.dialect);
    // What is left of a body that nobody wants is read away, so that the answer can be seen.
    message.resume();
  };
}

function answerReport(
  options: GatewayOptions,
  message: IncomingMessage,
  response: ServerResponse,
): void {
  message.resume();
  const body = Buffer.from(`${JSON.stringify(options.report(), null, 2)}\n`, "utf8");
  response.writeHead(200, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "content-length": body.length,
  });
  response.end(message.method === "HEAD" ? undefined : body);
}

/** A cassette that cannot be used is told to the client and the log; anything else is our fault, and so is said. */
function answerFault(
  fault: {
    readonly options: GatewayOptions;
    readonly response: ServerResponse;
    readonly mount: ProviderMount;
  },
  error: unknown,
): void {
  const { options, response, mount } = fault;
  // The session has logged its own errors.
  const isKnown = error instanceof CassetteError;
  const message = error instanceof Error ? error.message : String(error);
  if (!isKnown) {
    options.log.error(`Cannot answer: ${error instanceof Error ? error.stack : message}`);
  }
  options.onExchange?.({ kind: "failed", provider: mount.name, scope: "", status: 406 });
  if (response.headersSent) {
    breakAnswer(response, "close");
    return;
  }
  answerRefusal(
    response,
    { status: 406, mark: "failed", message: isKnown ? message : `Cannot answer: ${message}` },
    mount.dialect,
  );
}
