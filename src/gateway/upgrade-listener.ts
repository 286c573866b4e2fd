import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { CassetteError } from "../cassette/errors.ts";
import type { RecordedAnswer } from "../cassette/session.ts";
import { missMessage } from "../exchange/miss-message.ts";
import { decodeBody } from "../exchange/stored-body.ts";
import { toWebSocketRequest } from "../exchange/websocket-request.ts";
import { readCallPlaces, readPlace } from "./call-place.ts";
import { headerList } from "./exchange.ts";
import type { GatewayLife, GatewayOptions } from "./gateway.ts";
import { objectionTo } from "./request-guard.ts";
import type { Objection } from "./request-guard.ts";
import { routeReader } from "./route.ts";
import type { Route } from "./route.ts";
import { answerHandshake, refuseHandshake, reportSession } from "./session-call.ts";
import type { SessionCall } from "./session-call.ts";
import { publicPath, wrongWay } from "./wrong-way.ts";

/** A request to speak WebSocket. */
export interface Upgrade {
  readonly message: IncomingMessage;
  readonly socket: Duplex;
  /** What the client sent right behind its handshake. */
  readonly head: Buffer;
}

/** What answers the WebSocket handshakes of a gateway. */
export interface UpgradeListener {
  readonly onUpgrade: (upgrade: Upgrade) => void;
  /** Breaks every session off. */
  readonly close: () => void;
  /** Resolves when no session is under way any more: each is stored, or given up. */
  readonly settled: () => Promise<void>;
}

/** Makes what answers every WebSocket handshake of a gateway, with the guards of any request. */
export function upgradeListener(options: GatewayOptions, life: GatewayLife): UpgradeListener {
  const readRoute = routeReader(options.mounts, options.token);
  const sockets = new Set<Duplex>();
  const sessions = new Set<Promise<void>>();
  const onUpgrade = (upgrade: Upgrade): void => {
    const { message, socket } = upgrade;
    socket.on("error", () => socket.destroy());
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    const route = readRoute(message.url ?? "/");
    const objection =
      objectionTo(message) ?? faultOfHandshake(message) ?? faultOfRoute(options, route);
    if (objection !== undefined || route.kind !== "exchange") {
      refuse({ options, life, upgrade, route }, objection ?? NO_SESSION);
      return;
    }
    const session = openCall({ options, life, upgrade, route })
      .catch((error: unknown) => answerFault({ options, life, upgrade, route }, error))
      .finally(() => sessions.delete(session));
    sessions.add(session);
  };
  return {
    onUpgrade,
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
    settled: async () => {
      while (sessions.size > 0) await Promise.all(sessions);
    },
  };
}

interface Arrival<R extends Route = Route> {
  readonly options: GatewayOptions;
  readonly life: GatewayLife;
  readonly upgrade: Upgrade;
  readonly route: R;
}

type Exchange = Extract<Route, { kind: "exchange" }>;

const NO_SESSION: Objection = { status: 406, reason: "no WebSocket is spoken here", from: "suite" };

async function openCall(arrival: Arrival<Exchange>): Promise<void> {
  const { options, life, upgrade, route } = arrival;
  const { message } = upgrade;
  const { mount, path } = route;
  const place = readPlace(message, route.scope);
  if (typeof place === "string") {
    refuse(arrival, { status: 406, reason: place, from: "suite" });
    return;
  }
  const headers = headerList(message);
  const request = toWebSocketRequest({ path, headers }, mount, readCallPlaces(message));
  const issued = options.session.issue(request, place);
  const call: SessionCall = { options, life, mount, issued, path, headers, ...upgrade };
  const { lookup } = issued;
  switch (lookup.kind) {
    case "hit":
      await replay(call, lookup.interaction);
      return;
    case "live":
      // Loaded where it is needed: a suite without realtime calls pays nothing.
      await (await import("./live-session.ts")).liveSession(call);
      return;
    case "miss":
    case "exhausted": {
      issued.consume();
      reportSession(call, lookup.kind, { status: 406 });
      const refusal = {
        status: 406,
        mark: lookup.kind,
        message: missMessage(issued, lookup),
      } as const;
      refuseHandshake(upgrade.socket, refusal, mount);
    }
  }
}

async function replay(call: SessionCall, { outcome }: RecordedAnswer): Promise<void> {
  if (outcome.kind === "websocket") {
    await (await import("./replay-session.ts")).replaySession(call, outcome);
  } else if (outcome.kind === "http") {
    const { status, headers, body } = outcome;
    answerHandshake(call.socket, { status, headers, body: decodeBody(body) });
    call.issued.consume();
    reportSession(call, "hit", { status });
  } else {
    throw new TypeError(`a WebSocket's key found an outcome of kind "${outcome.kind}"`);
  }
}

function faultOfRoute({ mounts }: GatewayOptions, route: Route): Objection | undefined {
  switch (route.kind) {
    case "exchange":
      return undefined;
    case "report":
    case "close scope":
    case "passed by":
      return NO_SESSION;
    case "forbidden":
    case "malformed":
    case "unknown":
      return wrongWay(mounts, route);
  }
}

/** RFC 6455, 4.2.1. */
function faultOfHandshake({ method, headers }: IncomingMessage): Objection | undefined {
  const key = headers["sec-websocket-key"] ?? "";
  if (method !== "GET" || !/^[A-Za-z0-9+/]{22}==$/.test(key)) {
    return { status: 400, reason: "it is no WebSocket handshake", from: "suite" };
  }
  return headers["sec-websocket-version"] === "13"
    ? undefined
    : { status: 400, reason: "it asks for another version of WebSocket than 13", from: "suite" };
}

function refuse({ options, upgrade, route }: Arrival, objection: Objection): void {
  const { status, reason, from } = objection;
  const { message, socket } = upgrade;
  const found = route.kind === "exchange" ? route : undefined;
  const path = found?.path ?? publicPath(message.url ?? "/");
  const text = `Cannot serve a WebSocket at ${path.split("?", 1)[0]?.slice(0, 200)}: ${reason}`;
  options.log[from === "suite" ? "error" : "warn"](text);
  options.onExchange?.({
    kind: "refused",
    provider: found?.mount.name ?? "",
    scope: found?.scope ?? "",
    status,
  });
  refuseHandshake(socket, { status, mark: "refused", message: text }, found?.mount);
}

/** A cassette that cannot be used is told to the client and the log; anything else is our fault, and so is said. */
function answerFault({ options, upgrade, route }: Arrival<Exchange>, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isKnown = error instanceof CassetteError;
  if (!isKnown) {
    options.log.error(`Cannot answer: ${error instanceof Error ? error.stack : message}`);
  }
  options.onExchange?.({ kind: "failed", provider: route.mount.name, scope: "", status: 406 });
  const refusal = { status: 406, mark: "failed", message } as const;
  if (isUnanswered(upgrade)) refuseHandshake(upgrade.socket, refusal, route.mount);
  else upgrade.socket.destroy();
}

/** Nothing was written yet. */
function isUnanswered({ socket }: Upgrade): boolean {
  return !socket.destroyed && "bytesWritten" in socket && socket.bytesWritten === 0;
}
