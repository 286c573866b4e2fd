import type { ClientRequestArgs, IncomingMessage } from "node:http";
import { isIP, Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { WebSocket } from "ws";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import { decodeContent } from "../exchange/decode-content.ts";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { headerList } from "./exchange.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import { FRAME_BYTES_MAX, UPSTREAM_CONNECT_MS } from "./limits.ts";
import { openTunnel, proxyFor, type UpstreamProxy } from "./upstream-proxy.ts";

/** A handshake with a provider. */
export interface UpstreamHandshake {
  /** Root of the provider: `https://api.openai.com`. */
  readonly root: string;
  /** Path with query. */
  readonly path: string;
  /** Headers of the client; those of its connection are left out. */
  readonly headers: HeaderList;
  readonly protocols: readonly string[];
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
  readonly proxy: UpstreamProxy | undefined;
}

/** What became of a handshake. */
export type UpstreamOpening =
  /** Open, and paused until `resume()`: nothing is lost before somebody listens. */
  | { readonly kind: "open"; readonly socket: WebSocket }
  /** An HTTP answer of the provider. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: Uint8Array;
    }
  | { readonly kind: "unreachable"; readonly reason: string };

/** Opens a WebSocket to a provider. Follows no redirect. */
export function openUpstreamSocket(handshake: UpstreamHandshake): Promise<UpstreamOpening> {
  const { root, path, headers, protocols, signal } = handshake;
  const socket = new WebSocket(`${root.replace(/^http/, "ws")}${path}`, [...protocols], {
    headers: groupHeaders(forwardedHeaders(headers)),
    perMessageDeflate: false,
    maxPayload: FRAME_BYTES_MAX,
    handshakeTimeout: UPSTREAM_CONNECT_MS,
    followRedirects: false,
    ...tunnelled(handshake),
  });
  return new Promise((resolve) => {
    const abort = (): void => socket.terminate();
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    const settle = (opening: UpstreamOpening): void => {
      signal.removeEventListener("abort", abort);
      resolve(opening);
    };
    socket.on("error", (error) => settle({ kind: "unreachable", reason: error.message }));
    socket.once("open", () => {
      socket.pause();
      settle({ kind: "open", socket });
    });
    socket.once("unexpected-response", (_request, response) => {
      void readRefusal(response).then(settle);
    });
  });
}

/** What leads the handshake through a proxy's tunnel; nothing where it goes directly. */
function tunnelled(handshake: UpstreamHandshake): Pick<ClientRequestArgs, "createConnection"> {
  const { protocol, hostname, port } = new URL(handshake.root);
  const isSecure = protocol === "https:";
  const target = {
    isSecure,
    host: hostname,
    port: port === "" ? (isSecure ? 443 : 80) : Number(port),
  };
  const named = proxyFor(handshake.proxy, target);
  if (named === undefined) return {};
  const servername = isIP(hostname) === 0 ? hostname : "";
  return {
    createConnection: (_options, done) => {
      openTunnel(named, target, (error, socket) => {
        // After an error no connection is looked at.
        if (socket === null) done(error, new Socket());
        else done(null, isSecure ? connectTls({ socket, servername }) : socket);
      });
      return undefined;
    },
  };
}

/** WebSocket's own headers are made anew for this connection. */
function groupHeaders(headers: HeaderList): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const [name, value] of headers) {
    if (!name.startsWith("sec-websocket-")) (grouped[name] ??= []).push(value);
  }
  return grouped;
}

async function readRefusal(response: IncomingMessage): Promise<UpstreamOpening> {
  const status = response.statusCode ?? 502;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > BODY_BYTES_MAX) {
        return { kind: "unreachable", reason: "it answers with more than can be read" };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreachable", reason: `its answer broke off (${reason})` };
  }
  const headers = headerList(response);
  const bytes = Buffer.concat(chunks);
  const content = decodeContent(bytes, findHeader(headers, "content-encoding") ?? "");
  return {
    kind: "refused",
    status,
    headers,
    body: content.kind === "decoded" ? content.bytes : bytes,
  };
}
