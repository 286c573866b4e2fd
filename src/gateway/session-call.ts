import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { IssuedRequest } from "../cassette/session.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import type { Refusal } from "../exchange/refusal.ts";
import { toRefusalAnswer } from "../exchange/refusal.ts";
import type { ExchangeEvent, GatewayLife, GatewayOptions } from "./gateway.ts";

/** A WebSocket handshake that has a place in the session of cassettes. */
export interface SessionCall {
  readonly options: GatewayOptions;
  readonly life: GatewayLife;
  readonly mount: ProviderMount;
  readonly issued: IssuedRequest;
  readonly message: IncomingMessage;
  readonly socket: Duplex;
  /** What the client sent right behind its handshake. */
  readonly head: Buffer;
  /** Path below the mount, with query. */
  readonly path: string;
  readonly headers: HeaderList;
}

/** Tells the gateway's owner how a WebSocket session ended. */
export function reportSession(
  { options, mount, issued }: SessionCall,
  kind: ExchangeEvent["kind"],
  more: Pick<ExchangeEvent, "status" | "fault"> & {
    readonly tokens?: ExchangeEvent["tokens"] | undefined;
  },
): void {
  const { status, fault, tokens } = more;
  options.onExchange?.({
    kind,
    provider: mount.name,
    scope: issued.scope,
    status,
    ...(fault === undefined ? {} : { fault }),
    ...(tokens === undefined ? {} : { tokens }),
  });
}

/** An HTTP answer to a handshake. */
export interface HandshakeAnswer {
  readonly status: number;
  /** Without length. */
  readonly headers: HeaderList;
  readonly body: Uint8Array | string;
}

/** Answers a handshake with HTTP instead of a WebSocket, and ends the connection. */
export function answerHandshake(socket: Duplex, answer: HandshakeAnswer): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = typeof answer.body === "string" ? Buffer.from(answer.body, "utf8") : answer.body;
  const lines = [
    `HTTP/1.1 ${answer.status} `,
    ...answer.headers.map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, " ")}`),
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.write(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
  socket.end(body);
}

/** Refuses a handshake in the error shape of its provider. */
export function refuseHandshake(
  socket: Duplex,
  refusal: Refusal,
  mount: ProviderMount | undefined,
): void {
  const { headers, body } = toRefusalAnswer(refusal, mount?.dialect);
  answerHandshake(socket, { status: refusal.status, headers, body });
}

/** Something that no session should come to: a defect of ours, for whoever reads the log. */
export function logFault({ options }: SessionCall, error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  options.log.error(`Cannot go on with a WebSocket session: ${fault}`);
}
