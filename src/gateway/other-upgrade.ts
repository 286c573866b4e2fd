import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/**
 * Lets a server that listens to "upgrade" go on with a request that offers another protocol than
 * WebSocket: Java's HTTP client offers HTTP/2 (`h2c`) with every first request. A server may ignore
 * the offer (RFC 9110, 7.8), but Node hands the bare connection over; so the request is put back
 * without its offer and read again.
 */
export function ignoreUpgrade(
  server: Server,
  { message, socket, head }: { message: IncomingMessage; socket: Duplex; head: Buffer },
): void {
  const lines = [`${message.method} ${message.url} HTTP/${message.httpVersion}`];
  const { rawHeaders } = message;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    const value = withoutOffer(name.toLowerCase(), rawHeaders[index + 1]!);
    if (value !== undefined) lines.push(`${name}: ${value}`);
  }
  const start = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  socket.unshift(Buffer.concat([start, head]));
  server.emit("connection", socket);
}

function withoutOffer(name: string, value: string): string | undefined {
  if (name === "upgrade" || name === "http2-settings") return undefined;
  if (name !== "connection") return value;
  const kept = value
    .split(",")
    .filter((token) => !/^\s*(?:upgrade|http2-settings)\s*$/i.test(token));
  return kept.length === 0 ? undefined : kept.join(",");
}
