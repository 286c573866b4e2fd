import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";

/** What a provider of a test does with a session. */
export type SessionScript = (socket: WebSocket) => void;

/** A running provider that speaks WebSocket. */
export interface ScriptedSessions {
  readonly url: string;
  readonly handshakes: readonly {
    readonly target: string;
    readonly headers: IncomingHttpHeaders;
  }[];
  /** The next handshakes are answered with HTTP. */
  refuseWith(status: number, body: string): void;
  close(): Promise<void>;
}

/** Starts a provider on a free loopback port. It chooses the first subprotocol that is offered. */
export async function startScriptedSessions(script: SessionScript): Promise<ScriptedSessions> {
  const handshakes: { readonly target: string; readonly headers: IncomingHttpHeaders }[] = [];
  const http = createServer();
  const server = new WebSocketServer({ noServer: true });
  let refusal: { readonly status: number; readonly body: string } | undefined;
  http.on("upgrade", (message, socket, head) => {
    handshakes.push({ target: message.url ?? "", headers: message.headers });
    if (refusal !== undefined) {
      socket.end(
        `HTTP/1.1 ${refusal.status} No\r\ncontent-type: application/json\r\nset-cookie: a=b\r\ncontent-length: ${refusal.body.length}\r\nconnection: close\r\n\r\n${refusal.body}`,
      );
      return;
    }
    server.handleUpgrade(message, socket, head, script);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    handshakes,
    refuseWith: (status, body) => {
      refusal = { status, body };
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** A client of a test: what it received, and how its session ended. */
export interface SessionClient {
  readonly socket: WebSocket;
  readonly received: readonly (string | Buffer)[];
  /** Resolves when so many messages have arrived, or the session has ended. */
  until(count: number): Promise<void>;
  /** Code and reason of the end; 1006 where no close frame came. */
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Opens a session; rejects with the status where HTTP answers. */
export function openSession(
  url: string,
  options: {
    readonly protocols?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<SessionClient> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), [...(options.protocols ?? [])], {
    headers: { ...options.headers },
  });
  const received: (string | Buffer)[] = [];
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  socket.on("message", (content: Buffer, isBinary) => {
    received.push(isBinary ? content : content.toString("utf8"));
    wake();
  });
  const ended = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on("close", (code, reason) => {
      resolve({ code, reason: reason.toString("utf8") });
      wake();
    });
  });
  const client: SessionClient = {
    socket,
    received,
    ended,
    until: async (count) => {
      while (received.length < count && socket.readyState <= WebSocket.OPEN) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
  return new Promise((resolve, reject) => {
    socket.once("open", () => resolve(client));
    socket.on("error", reject);
    socket.once("unexpected-response", (_request, response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => (body += text));
      response.on("end", () =>
        reject(new RefusedHandshake(response.statusCode ?? 0, response.headers, body)),
      );
    });
  });
}

/** A handshake that was answered with HTTP. */
export class RefusedHandshake extends Error {
  override readonly name = "RefusedHandshake";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;

  constructor(status: number, headers: IncomingHttpHeaders, body: string) {
    super(`${status} ${body}`);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}
