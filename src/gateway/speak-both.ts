import type { Server } from "node:http";
import { createServer } from "node:http2";
import type { Http2ServerRequest, Http2ServerResponse, ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { HALF_OPEN_MS, HEADERS_TIMEOUT_MS, HEADER_BYTES_MAX, STREAM_COUNT_MAX } from "./limits.ts";
import { limitTimes } from "./second-limits.ts";

/** The second protocol of a server. */
export interface SecondProtocol {
  /** Ends every connection at once, also those of which it is not known yet what they speak. */
  close(): void;
}

/**
 * Lets an HTTP/1.1 server also take cleartext HTTP/2 with prior knowledge (RFC 9113, 3.3) on its
 * port, which is how AWS's JavaScript SDK speaks to Bedrock. The first bytes tell which it is.
 *
 * @param listener Takes requests of Node's compatibility layer, which look like HTTP/1.1 ones.
 */
export function speakBoth(
  server: Server,
  listener: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
): SecondProtocol {
  const second = createServer(
    {
      maxSendHeaderBlockLength: HEADER_BYTES_MAX,
      settings: { maxConcurrentStreams: STREAM_COUNT_MAX, maxHeaderListSize: HEADER_BYTES_MAX },
    },
    listener,
  );
  second.on("session", (session: ServerHttp2Session) => {
    session.on("error", () => session.destroy());
    limitTimes(session, server.timeout);
  });
  // A damaged session is its client's trouble, and it has been told.
  second.on("sessionError", () => undefined);
  const sockets = new Set<Socket>();
  const speakFirst = server.listeners("connection");
  server.removeAllListeners("connection");
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    sniff(socket, (isSecond, head) => {
      if (isSecond) {
        second.emit("connection", withHead(socket, head));
        return;
      }
      socket.unshift(head);
      for (const speak of speakFirst) Reflect.apply(speak, server, [socket]);
    });
  });
  return {
    close: () => {
      // Not the sessions: one that has ended may have left its client's half of a connection open.
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** What an HTTP/2 client says first goes on, but three letters tell it from every method. */
const PREFACE_START = Buffer.from("PRI", "latin1");

/** Reads until it is clear what is spoken, and gives back what was read. */
function sniff(socket: Socket, found: (isSecond: boolean, head: Buffer) => void): void {
  let head: Buffer = Buffer.alloc(0);
  // From the connection on, however its letters come.
  const timer = setTimeout(() => socket.destroy(), HEADERS_TIMEOUT_MS).unref();
  const giveUp = (): void => {
    socket.destroy();
  };
  const onReadable = (): void => {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) return;
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    const start = head.subarray(0, PREFACE_START.length);
    const isSecond = PREFACE_START.subarray(0, start.length).equals(start);
    if (isSecond && head.length < PREFACE_START.length) return;
    socket.removeListener("readable", onReadable);
    socket.removeListener("error", giveUp);
    socket.removeListener("end", giveUp);
    clearTimeout(timer);
    found(isSecond, head);
  };
  socket.on("readable", onReadable);
  socket.on("error", giveUp);
  socket.on("end", giveUp);
  socket.once("close", () => clearTimeout(timer));
}

/**
 * A socket whose first bytes were read already. Node's HTTP/2 reads sockets below their JavaScript
 * side, where bytes put back with `unshift` are never seen; a stream of another kind it reads above.
 */
function withHead(socket: Socket, head: Buffer): Duplex {
  const duplex = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (chunk: Buffer, _encoding, done) => {
      socket.write(chunk, done);
    },
    final: (done) => {
      socket.end(done);
      // The session is over; a client that keeps its half open has this long to notice.
      socket.setTimeout(HALF_OPEN_MS, () => socket.destroy());
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  duplex.push(head);
  socket.on("data", (chunk: Buffer) => {
    if (!duplex.push(chunk)) socket.pause();
  });
  socket.on("end", () => duplex.push(null));
  socket.on("error", (error) => duplex.destroy(error));
  socket.on("close", () => duplex.destroy());
  return duplex;
}
