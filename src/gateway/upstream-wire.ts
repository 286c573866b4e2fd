import type { Socket } from "node:net";

/**
 * Makes a connection to a provider say plainly what undici takes another way. For a connection that
 * undici does not listen to yet, and that carries one request.
 */
export function sayPlainly(socket: Socket): void {
  tellResets(socket);
  skipInterim(socket);
}

/**
 * Undici takes a reset for the end of an answer whose length nobody stated, as if it had been closed.
 * Under another code it is a failure.
 */
function tellResets(socket: Socket): void {
  socket.prependListener("error", (error: Error & { code?: string }) => {
    if (error.code === "ECONNRESET") error.code = "UND_ERR_SOCKET";
  });
}

/**
 * Takes interim answers away that stand before the answer (RFC 9110, 15.2): undici fails at a
 * `100 Continue` that it did not ask for, which a server may send all the same. Undici reads by
 * `read()` alone, and from the answer's first bytes on it reads the socket itself.
 */
function skipInterim(socket: Socket): void {
  let held: Buffer = Buffer.alloc(0);
  const read = (size?: number): Buffer | null => {
    for (;;) {
      const chunk = socketRead(size);
      if (chunk === null) return null;
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const start = interimEnd(held);
      if (start === undefined) continue;
      // From now on the prototype's.
      Reflect.deleteProperty(socket, "read");
      return held.subarray(start);
    }
  };
  const socketRead = socket.read.bind(socket) as (size?: number) => Buffer | null;
  socket.read = read;
}

/** Longest head of interim answers; what is longer is left to undici to refuse. */
const INTERIM_BYTES_MAX = 64 * 1024;

/** Every interim answer but a change of protocols, which nobody asked for. */
const INTERIM = /^HTTP\/1\.\d 1(?!01)\d\d[ \r]/;

const PROTOCOL = "HTTP/1.";

/** So many bytes tell whether an answer is an interim one. */
const STATUS_BYTES = "HTTP/1.1 100 ".length;

/** Where the answer begins behind interim ones; `undefined` where more must be read to know. */
function interimEnd(bytes: Buffer): number | undefined {
  let position = 0;
  while (bytes.length - position <= INTERIM_BYTES_MAX) {
    const start = bytes.toString("latin1", position, position + STATUS_BYTES);
    if (!start.startsWith(PROTOCOL.slice(0, start.length))) return position;
    if (start.length < STATUS_BYTES) return undefined;
    if (!INTERIM.test(start)) return position;
    const end = bytes.indexOf("\r\n\r\n", position);
    if (end === -1) return undefined;
    position = end + "\r\n\r\n".length;
  }
  return position;
}
