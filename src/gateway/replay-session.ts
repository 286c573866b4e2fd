import type { JsonValue, WebSocketFrame, WebSocketOutcome } from "../cassette/values.ts";
import type { TokenCount } from "../exchange/dialect.ts";
import { harmlessText } from "../exchange/miss-message.ts";
import { decodeBody, decodeText } from "../exchange/stored-body.ts";
import { readClientFrame } from "../exchange/websocket-frame.ts";
import { acceptClient, bytesOf, closeLike, offeredProtocols } from "./client-socket.ts";
import type { ClientSocket } from "./client-socket.ts";
import { closeReason } from "./close-reason.ts";
import { BREAK_DELAY_MS, REPLAY_IDLE_MS } from "./limits.ts";
import { logFault, reportSession } from "./session-call.ts";
import type { SessionCall } from "./session-call.ts";

/** "Policy violation": the code after which no client that was tried connects again by itself. */
const MISMATCH_CODE = 1008;

/** Replays a recorded WebSocket session. Resolves when the client is gone. */
export function replaySession(call: SessionCall, outcome: WebSocketOutcome): Promise<void> {
  return new Promise((resolve) => {
    const client = acceptClient(call, protocolFor(call, outcome));
    if (client === undefined) {
      call.issued.release();
      resolve();
      return;
    }
    client.once("close", resolve);
    createReplay(call, outcome, client).start();
  });
}

/** The recorded subprotocol; where none is known, the first offered one that carries no key. */
function protocolFor(call: SessionCall, { protocol }: WebSocketOutcome): string | undefined {
  const offered = offeredProtocols(call);
  if (protocol !== undefined && offered.includes(protocol)) return protocol;
  return offered.find((name) => !/key|token|bearer/i.test(name));
}

function createReplay(
  call: SessionCall,
  outcome: WebSocketOutcome,
  client: ClientSocket,
): { readonly start: () => void } {
  const { frames } = outcome;
  let position = 0;
  let isSettled = false;
  const settle = (how: "delivered" | "lost"): void => {
    if (isSettled) return;
    isSettled = true;
    if (how === "lost") {
      call.issued.release();
      return;
    }
    call.issued.consume();
    const tokens = tokensOf(call, frames);
    reportSession(call, "hit", { status: 101, tokens });
  };
  /** Sends what the server said up to the next frame of the client. */
  const advance = (): void => {
    for (; frames[position]?.direction === "received"; position++)
      sendFrame(client, frames[position]!);
    if (position === frames.length) end();
  };
  const end = (): void => {
    if (outcome.ending === "client left") return;
    settle("delivered");
    if (outcome.ending === "abort") setTimeout(() => client.terminate(), BREAK_DELAY_MS);
    else closeLike(client, outcome.close?.code, outcome.close?.reason ?? "");
  };
  const onMessage = (content: Parameters<typeof bytesOf>[0], isBinary: boolean): void => {
    // What was on its way when the server had ended is heard by nobody.
    if (isSettled) return;
    idle.refresh();
    const frame = frames[position];
    const recorded = frame?.direction === "sent" ? frame : undefined;
    const type = isBinary ? "binary" : "text";
    try {
      const { identity, copy } = readClientFrame({ type, bytes: bytesOf(content) });
      if (recorded?.key === call.issued.frameKey(identity)) {
        position++;
        advance();
        return;
      }
      isSettled = true;
      refuse(call, client, { frameNumber: position + 1, recorded: recorded?.copy, asked: copy });
    } catch (error) {
      // An exception in a socket's event would end the process.
      logFault(call, error);
      settle("lost");
      client.close(MISMATCH_CODE, "this frame cannot be compared");
    }
  };
  const idle = setTimeout(() => {
    const frame = frames[position];
    const recorded = frame?.direction === "sent" ? frame.copy : undefined;
    if (recorded === undefined || isSettled) client.close();
    else {
      isSettled = true;
      refuse(call, client, { frameNumber: position + 1, recorded, asked: undefined });
    }
  }, REPLAY_IDLE_MS);
  return {
    start: () => {
      client.on("message", onMessage);
      client.on("ping", () => idle.refresh());
      client.beforeClose = () => settle("delivered");
      client.on("close", () => {
        clearTimeout(idle);
        settle(position === frames.length ? "delivered" : "lost");
      });
      advance();
    },
  };
}

function refuse(
  call: SessionCall,
  client: ClientSocket,
  difference: {
    readonly frameNumber: number;
    readonly recorded: JsonValue | undefined;
    /** `undefined` where none came. */
    readonly asked: JsonValue | undefined;
  },
): void {
  const { explanation } = call.issued.mismatch({ ...difference, asked: difference.asked ?? null });
  reportSession(call, "miss", { status: MISMATCH_CODE });
  client.close(
    MISMATCH_CODE,
    mismatchReason(difference, explanation.nearest[0]?.differences ?? []),
  );
}

/** Names the difference in the bytes that a close frame has. */
function mismatchReason(
  { frameNumber, recorded, asked }: Parameters<typeof refuse>[2],
  differences: readonly {
    readonly path: string;
    readonly before?: unknown;
    readonly after?: unknown;
  }[],
): string {
  const start = `replay miss: frame ${frameNumber}`;
  if (recorded === undefined)
    return `${start} of the session is not recorded; the recording ends before`;
  if (asked === undefined) return `${start} was waited for, and the client did not send it`;
  const [first] = differences;
  if (first === undefined) return `${start} differs from the recording`;
  const { path, before, after } = first;
  const shown = (value: unknown): string =>
    value === undefined ? "nothing" : JSON.stringify(value);
  const wordings = [
    `${start} differs at ${path}: recorded ${shown(before)}, sent ${shown(after)}`,
    `${start} differs at ${path}`,
  ];
  const harmless = wordings.find((wording) => harmlessText(wording) !== undefined);
  return closeReason(harmless ?? `${start} differs from the recording`);
}

function sendFrame(client: ClientSocket, frame: WebSocketFrame): void {
  if (frame.direction !== "received" || client.readyState !== client.OPEN) return;
  const { body, type } = frame;
  const content = "base64" in body || type === "binary" ? decodeBody(body) : decodeText(body);
  client.send(content, { binary: type === "binary" });
}

/** Tokens that the frames of the server report: each finished answer of the session has its own. */
function tokensOf(call: SessionCall, frames: readonly WebSocketFrame[]): TokenCount | undefined {
  if (call.options.onExchange === undefined) return undefined;
  let sum: TokenCount | undefined;
  for (const frame of frames) {
    if (frame.direction !== "received" || "base64" in frame.body) continue;
    const text = decodeText(frame.body);
    const tokens = text.includes('"usage') ? call.mount.dialect.usage(text) : undefined;
    if (tokens === undefined) continue;
    sum = { input: (sum?.input ?? 0) + tokens.input, output: (sum?.output ?? 0) + tokens.output };
  }
  return sum;
}
