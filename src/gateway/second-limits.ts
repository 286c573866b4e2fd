import { constants } from "node:http2";
import type { ServerHttp2Session, ServerHttp2Stream } from "node:http2";
import { HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS } from "./limits.ts";

/**
 * Holds an HTTP/2 client to the times that Node holds HTTP/1.1 clients to by itself: for the headers of
 * its first request, for each whole request, and between two requests. Whatever else it sends meanwhile
 * (half a preface, half a header block, pings) gains it no time.
 *
 * @param idleMs How long nothing may move on a connection, or on one of its streams.
 */
export function limitTimes(session: ServerHttp2Session, idleMs: number): void {
  let openCount = 0;
  let ending = setTimeout(() => session.destroy(), HEADERS_TIMEOUT_MS);
  session.setTimeout(idleMs, () => session.destroy());
  session.once("close", () => clearTimeout(ending));
  session.on("stream", (stream: ServerHttp2Stream) => {
    clearTimeout(ending);
    openCount++;
    stream.setTimeout(idleMs, () => stream.close(constants.NGHTTP2_CANCEL));
    limitRequest(stream);
    stream.once("close", () => {
      openCount--;
      if (openCount > 0 || session.destroyed) return;
      // Its client is told, and sends no request that would meet the end.
      ending = setTimeout(() => session.close(), KEEP_ALIVE_MS);
    });
  });
}

function limitRequest(stream: ServerHttp2Stream): void {
  if (stream.endAfterHeaders) return;
  const timer = setTimeout(() => {
    if (stream.headersSent) {
      stream.close(constants.NGHTTP2_CANCEL);
      return;
    }
    stream.respond({ ":status": 408, "x-tapegate": "refused" }, { endStream: true });
    // The answer is whole, and the rest of the request is not wanted (RFC 9113, 8.1).
    stream.close(constants.NGHTTP2_NO_ERROR);
  }, REQUEST_TIMEOUT_MS);
  const done = (): void => clearTimeout(timer);
  stream.once("end", done);
  stream.once("close", done);
}
