import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import { GatewayError } from "./gateway-error.ts";
import type { Gateway, GatewayOptions } from "./gateway.ts";
import {
  CONNECTION_COUNT_MAX,
  HEADERS_TIMEOUT_MS,
  HEADER_BYTES_MAX,
  IDLE_MS,
  KEEP_ALIVE_MS,
  REPLAY_IDLE_MS,
  REQUEST_TIMEOUT_MS,
  TIMEOUT_CHECK_MS,
} from "./limits.ts";
import { ignoreUpgrade } from "./other-upgrade.ts";
import { requestListener } from "./request-listener.ts";
import { speakBoth } from "./speak-both.ts";
import type { SecondProtocol } from "./speak-both.ts";
import { turnOfLoop } from "./turn-of-loop.ts";
import { upgradeListener } from "./upgrade-listener.ts";
import type { UpgradeListener } from "./upgrade-listener.ts";
import type { Upstream } from "./upstream.ts";

/**
 * Starts a loopback server in front of a session. It never connects to anything in replay; in
 * record and auto only to the upstream of the mount that was asked.
 *
 * @throws {GatewayError} `GATEWAY_PORT_IN_USE`, `GATEWAY_CANNOT_LISTEN`, or `GATEWAY_TOKEN` where
 *   the token is not made of URL-safe characters.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const host = options.host ?? "127.0.0.1";
  if (options.token !== undefined && !/^[A-Za-z0-9_-]{8,}$/.test(options.token)) {
    throw new GatewayError(
      "GATEWAY_TOKEN",
      'Cannot use the token: it must be at least 8 letters, digits, "-" or "_"',
    );
  }
  // Loaded where it is needed: replay starts sooner without an HTTP client, and cannot use one.
  const upstream =
    options.session.mode === "replay"
      ? undefined
      : (await import("./upstream.ts")).openUpstream(options.proxy, options.awsCredentials);
  const life = { isEnding: false };
  const { onRequest, settled } = requestListener(options, { life, upstream });
  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
      noDelay: true,
    },
    onRequest,
  );
  server.maxConnections = CONNECTION_COUNT_MAX;
  server.timeout = options.session.mode === "replay" ? REPLAY_IDLE_MS : IDLE_MS;
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    // A body that will be refused is not asked for.
    if (Number(request.headers["content-length"] ?? 0) <= BODY_BYTES_MAX) response.writeContinue();
    onRequest(request, response);
  });
  server.on("clientError", answerGarbage);
  server.on("connect", (_request, socket) => {
    socket.end(
      "HTTP/1.1 406 Not Acceptable\r\nx-tapegate: refused\r\nconnection: close\r\n\r\nThis server is no proxy: use the base URL of a provider's mount.\n",
    );
  });
  const sessions = upgradeListener(options, life);
  server.on("upgrade", (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    const upgrade = { message, socket, head };
    if (message.headers.upgrade?.toLowerCase() === "websocket") sessions.onUpgrade(upgrade);
    else ignoreUpgrade(server, upgrade);
  });
  const second = speakBoth(server, (request, response) => {
    // Node's compatibility layer gives HTTP/2 requests the shape of HTTP/1.1 ones.
    onRequest(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  });
  await listen(server, host, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const authority = host === "::1" ? `[::1]:${port}` : `${host}:${port}`;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${authority}${options.token === undefined ? "" : `/t/${options.token}`}`,
    port,
    announceEnd: () => {
      life.isEnding = true;
    },
    close: () => (closing ??= close({ life, server, second, sessions, upstream, settled })),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port, exclusive: true, backlog: 1024 }, () => {
        server.removeListener("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new GatewayError(
        "GATEWAY_PORT_IN_USE",
        `Cannot listen on ${host}:${port}: another program does. Choose another port, or 0 for a free one`,
        { cause: error },
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new GatewayError("GATEWAY_CANNOT_LISTEN", `Cannot listen on ${host}:${port}: ${reason}`, {
      cause: error,
    });
  }
}

/** Answers what is no HTTP, or too much or too slow of it, as far as the socket still takes words. */
function answerGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = GARBAGE_STATUSES[error.code ?? ""] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nx-tapegate: refused\r\nconnection: close\r\n\r\n`);
}

const GARBAGE_STATUSES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

async function close(parts: {
  readonly life: { isEnding: boolean };
  readonly server: Server;
  readonly second: SecondProtocol;
  readonly sessions: UpgradeListener;
  readonly upstream: Upstream | undefined;
  readonly settled: () => Promise<void>;
}): Promise<void> {
  const { life, server, second, sessions, upstream, settled } = parts;
  // A client that went before, with the suite that has just ended, left by itself.
  await turnOfLoop();
  life.isEnding = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  second.close();
  sessions.close();
  await closed;
  // Every client is gone now, which ends what was asked for it.
  await Promise.all([settled(), sessions.settled()]);
  await upstream?.close();
}
