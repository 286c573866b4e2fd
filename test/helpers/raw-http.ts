import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";

/** An answer as it came over the wire, codings of the connection undone and nothing else. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** As the parser met them. */
  readonly chunks: readonly Buffer[];
  /** Code of the failure after the status line; `undefined` where the body came whole. */
  readonly failure: string | undefined;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Closes the connection after so many chunks of the answer. */
  readonly leavesAfterChunks?: number;
}

/** Makes one request on a connection of its own. Rejects where no status line came. */
export function rawRequest(url: string, options: RawRequest = {}): Promise<RawAnswer> {
  const { body, leavesAfterChunks } = options;
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: options.method ?? (body === undefined ? "GET" : "POST"),
        headers: {
          ...(body === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
          ...options.headers,
        },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let failure: string | undefined;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          if (chunks.length === leavesAfterChunks) call.destroy();
        });
        response.on("error", (error: Error & { code?: string }) => {
          failure = error.code ?? error.message;
        });
        response.on("close", () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            chunks,
            failure,
          });
        });
      },
    );
    call.on("error", reject);
    // Node writes headers as UTF-8 when it can join them with a text.
    call.end(body === undefined ? undefined : Buffer.from(body));
  });
}

/** Sends bytes as they are and gives what came back until the other side closed. */
export function rawBytes(
  port: number,
  bytes: string | readonly string[],
  options: { readonly pauseMs?: number } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const pieces = typeof bytes === "string" ? [bytes] : [...bytes];
    const socket = connect(port, "127.0.0.1", () => {
      const next = (): void => {
        const piece = pieces.shift();
        if (piece === undefined || socket.destroyed) return;
        socket.write(piece, "latin1");
        setTimeout(next, options.pauseMs ?? 0);
      };
      next();
    });
    const answer: Buffer[] = [];
    socket.on("data", (chunk) => answer.push(chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(answer).toString("latin1")));
  });
}
