import type { WebSocket } from "ws";
import { CassetteError } from "../cassette/errors.ts";
import type { WebSocketFrame, WebSocketFrameType, WebSocketOutcome } from "../cassette/values.ts";
import { toHttpOutcome } from "../exchange/http-outcome.ts";
import { splitTarget } from "../exchange/request-target.ts";
import { keepResponseHeaders } from "../exchange/response-headers.ts";
import { toReceivedFrame, toSentFrame } from "../exchange/websocket-frame.ts";
import { acceptClient, bytesOf, closeLike, offeredProtocols } from "./client-socket.ts";
import type { ClientSocket } from "./client-socket.ts";
import { closeReason } from "./close-reason.ts";
import { cutMessage } from "./cut-message.ts";
import {
  IDLE_MS,
  PROVIDER_CLOSE_MS,
  SESSION_BYTES_MAX,
  SESSION_FRAMES_MAX,
  UNSENT_BYTES_MAX,
} from "./limits.ts";
import { answerHandshake, logFault, refuseHandshake, reportSession } from "./session-call.ts";
import type { SessionCall } from "./session-call.ts";
import { openUpstreamSocket } from "./upstream-socket.ts";
import type { UpstreamOpening } from "./upstream-socket.ts";

/** "Policy violation": clients do not connect again by themselves after it. */
const FAILURE_CODE = 1008;

/** "Message too big". */
const TOO_LARGE_CODE = 1009;

/** Leads a WebSocket session to its provider and stores it. Resolves when both sides are gone. */
export async function liveSession(call: SessionCall): Promise<void> {
  const { mount, socket } = call;
  const root = mount.upstreamOf?.(call.path) ?? mount.upstream;
  if (root === undefined) {
    const how = `Set providers.${mount.name}.upstream in tapegate.json`;
    failHandshake(call, `no upstream is configured for it. ${how}`);
    return;
  }
  const departure = new AbortController();
  const onGone = (): void => departure.abort();
  socket.once("close", onGone);
  const { path, query } = splitTarget(call.path);
  const normal = mount.normalisePath(path);
  const opening = await openUpstreamSocket({
    root,
    path: query === "" ? normal : `${normal}?${query}`,
    headers: call.headers,
    protocols: offeredProtocols(call),
    signal: departure.signal,
    proxy: call.options.proxy,
  });
  socket.removeListener("close", onGone);
  if (departure.signal.aborted || socket.destroyed) {
    if (opening.kind === "open") opening.socket.terminate();
    letGo(call);
  } else if (opening.kind === "open") {
    await passFrames(call, opening.socket);
  } else if (opening.kind === "refused") {
    recordRefusal(call, opening);
  } else {
    failHandshake(
      call,
      `${root} cannot be reached (${opening.reason}). Check the network and its proxy, or set providers.${call.mount.name}.upstream in tapegate.json`,
    );
  }
}

function recordRefusal(
  call: SessionCall,
  { status, headers, body }: Extract<UpstreamOpening, { kind: "refused" }>,
): void {
  const outcome = toHttpOutcome({ status, headers, body, ending: "end" }, call.mount.dialect);
  try {
    call.issued.record(outcome);
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    reportSession(call, "failed", { status: 406 });
    const refusal = { status: 406, mark: "failed", message: error.message } as const;
    refuseHandshake(call.socket, refusal, call.mount);
    return;
  }
  reportSession(call, "recorded", { status });
  answerHandshake(call.socket, { status, headers: keepResponseHeaders(headers), body });
}

async function passFrames(call: SessionCall, provider: WebSocket): Promise<void> {
  const client = acceptClient(call, provider.protocol === "" ? undefined : provider.protocol);
  if (client === undefined) {
    provider.terminate();
    call.issued.release();
    reportSession(call, "failed", { status: 400 });
    return;
  }
  const closed = [client, provider].map((side) => new Promise((done) => side.once("close", done)));
  createPassage(call, client, provider).start();
  await Promise.all(closed);
}

function createPassage(
  call: SessionCall,
  client: ClientSocket,
  provider: WebSocket,
): { readonly start: () => void } {
  const frames: WebSocketFrame[] = [];
  let bytes = 0;
  let isEnded = false;
  /** `true` the first time, where the recording is stored or let go. */
  const store = (ending: WebSocketOutcome["ending"], close: WebSocketOutcome["close"]): boolean => {
    if (isEnded) return false;
    isEnded = true;
    clearTimeout(idle);
    const protocol = provider.protocol === "" ? {} : { protocol: provider.protocol };
    const fault = record(call, { kind: "websocket", frames, ...protocol, close, ending });
    if (fault === undefined) return true;
    client.close(FAILURE_CODE, closeReason(fault));
    provider.close();
    return false;
  };
  const giveUp = (code: number, reason: string): void => {
    if (isEnded) return;
    isEnded = true;
    clearTimeout(idle);
    call.issued.release();
    call.options.log.error(`Cannot record a session of ${call.mount.name}: ${reason}`);
    reportSession(call, "failed", { status: code });
    client.close(code, closeReason(reason));
    provider.close();
  };
  const pass = (
    from: WebSocket,
    to: WebSocket,
    toFrame: (content: Content) => WebSocketFrame,
  ): void => {
    from.on("message", (message, isBinary) => {
      if (isEnded) return;
      idle.refresh();
      const content: Content = { type: isBinary ? "binary" : "text", bytes: bytesOf(message) };
      bytes += content.bytes.length;
      if (bytes > SESSION_BYTES_MAX || frames.length >= SESSION_FRAMES_MAX) {
        giveUp(TOO_LARGE_CODE, "it is longer than a recording may be");
        return;
      }
      try {
        frames.push(toFrame(content));
      } catch (error) {
        // An exception in a socket's event would end the process.
        logFault(call, error);
        giveUp(FAILURE_CODE, "a frame cannot be stored");
        return;
      }
      forward(from, to, content);
    });
    from.on("ping", () => idle.refresh());
  };
  const idle = setTimeout(() => {
    if (store("client left", null)) client.close(FAILURE_CODE, "nothing was said for too long");
    provider.terminate();
  }, IDLE_MS);
  return {
    start: () => {
      pass(client, provider, (content) =>
        toSentFrame(content, (frame) => call.issued.frameKey(frame)),
      );
      pass(provider, client, toReceivedFrame);
      client.beforeClose = (code, reason) => {
        const close = code === undefined ? null : { code, reason };
        if (store("client left", close)) closeLike(provider, code, reason);
      };
      client.on("close", () => {
        // The signal that ended the client may be for this program too.
        setImmediate(() => {
          endProvider(provider, store("client left", null));
        });
      });
      provider.on("close", (code, reason) => {
        endOfProvider({ client, store, code, reason: reason.toString() });
      });
      provider.resume();
    },
  };
}

function endProvider(provider: WebSocket, isAtOnce: boolean): void {
  if (isAtOnce) provider.terminate();
  // A provider that does not answer a close frame is not waited for.
  else setTimeout(() => provider.terminate(), PROVIDER_CLOSE_MS).unref();
}

/** The provider's end is stored first and handed on then. */
function endOfProvider(end: {
  readonly client: ClientSocket;
  readonly store: (ending: "end" | "abort", close: WebSocketOutcome["close"]) => boolean;
  readonly code: number;
  readonly reason: string;
}): void {
  const { client, store, code, reason } = end;
  // 1005: a close frame without a code. 1006: no close frame.
  if (code === 1006) {
    if (store("abort", null)) client.terminate();
  } else if (store("end", code === 1005 ? null : { code, reason })) {
    closeLike(client, code, reason);
  }
}

interface Content {
  readonly type: WebSocketFrameType;
  readonly bytes: Buffer;
}

/** Hands a frame on, and stops reading while the other side does not keep up. */
function forward(from: WebSocket, to: WebSocket, { type, bytes }: Content): void {
  if (to.readyState !== to.OPEN) return;
  to.send(bytes, { binary: type === "binary" }, () => {
    if (from.isPaused && to.bufferedAmount <= UNSENT_BYTES_MAX) from.resume();
  });
  if (to.bufferedAmount > UNSENT_BYTES_MAX) from.pause();
}

/** Stores a session, or lets it go; says why where it could not be stored. */
function record(call: SessionCall, outcome: WebSocketOutcome): string | undefined {
  if (call.life.isEnding && outcome.ending !== "end") {
    letGo(call);
    return undefined;
  }
  try {
    call.issued.record(outcome);
  } catch (error) {
    // A failed recording ends its request by itself, and the session has logged it.
    if (!(error instanceof CassetteError)) logFault(call, error);
    reportSession(call, "failed", { status: FAILURE_CODE });
    return error instanceof Error ? error.message : String(error);
  }
  const isBroken = outcome.ending === "abort";
  reportSession(call, "recorded", { status: 101, ...(isBroken ? { fault: "abort" } : {}) });
  return undefined;
}

/** Nothing is recorded: somebody broke off who did not mean to. */
function letGo(call: SessionCall): void {
  const { issued, life, mount, options } = call;
  issued.release();
  if (life.isEnding) options.log.warn(cutMessage(mount, issued.request.endpoint));
  reportSession(call, "failed", { status: 0 });
}

/** Nothing is recorded: this was no answer of the provider. */
function failHandshake(call: SessionCall, reason: string): void {
  const { issued, mount, options, path } = call;
  issued.release();
  const message = `Cannot ask ${mount.name} for a session at ${splitTarget(path).path}: ${reason}`;
  options.log.error(message);
  reportSession(call, "failed", { status: 502 });
  refuseHandshake(call.socket, { status: 502, mark: "failed", message }, mount);
}
