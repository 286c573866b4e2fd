import { WebSocket, WebSocketServer } from "ws";
import { FRAME_BYTES_MAX } from "./limits.ts";
import type { SessionCall } from "./session-call.ts";

/**
 * The client's side of a session. The library answers a client's close frame by itself and at once;
 * what must be done before (a recording stored, a replay counted) is done here.
 */
export class ClientSocket extends WebSocket {
  /** Called before any close frame goes to the client, with what a close frame of the client said. */
  beforeClose: ((code: number | undefined, reason: string) => void) | undefined;

  override close(code?: number, reason?: string | Buffer): void {
    const before = this.beforeClose;
    this.beforeClose = undefined;
    before?.(code, reason?.toString() ?? "");
    super.close(code, reason);
  }
}

/**
 * Accepts a handshake; `undefined` where its headers make no sense, which the client has been told.
 * Without compression: what is stored is what was said.
 *
 * @param protocol The subprotocol to choose; `undefined` for none.
 */
export function acceptClient(
  { message, socket, head }: SessionCall,
  protocol: string | undefined,
): ClientSocket | undefined {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES_MAX,
    handleProtocols: () => protocol ?? false,
    WebSocket: ClientSocket,
  });
  let accepted: ClientSocket | undefined;
  // Nothing in it waits: it has accepted or refused when it returns.
  server.handleUpgrade(message, socket, head, (client) => {
    // What is wrong with a connection is told by its close as well.
    client.on("error", () => undefined);
    accepted = client;
  });
  return accepted;
}

/** The subprotocols that a client offers, in its order. */
export function offeredProtocols({ message }: SessionCall): readonly string[] {
  const offered = message.headers["sec-websocket-protocol"] ?? "";
  return offered
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Codes that stand for the lack of a close frame, or that no close frame may have (RFC 6455, 7.4). */
const UNSENDABLE: ReadonlySet<number> = new Set([1004, 1005, 1006, 1015]);

/** Closes with what the other side said, as far as a close frame can say it. */
export function closeLike(socket: WebSocket, code: number | undefined, reason: string): void {
  if (code === undefined || UNSENDABLE.has(code) || code < 1000 || code > 4999) socket.close();
  else if (code > 1014 && code < 3000) socket.close();
  else socket.close(code, reason);
}

/** A message's bytes, however the library delivered it. */
export function bytesOf(content: Buffer | ArrayBuffer | readonly Buffer[]): Buffer {
  if (Buffer.isBuffer(content)) return content;
  return content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.concat([...content]);
}
