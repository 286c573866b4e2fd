import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** One answer of a provider that exists for a test. */
export interface ScriptedAnswer {
  /** @default {200} */
  readonly status?: number;
  /** @default {content-type: application/json} */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** The whole body, sent with its length; or pieces, each a network chunk, with pauses between. */
  readonly body?: string | Uint8Array;
  readonly chunks?: readonly (string | Uint8Array | Pause)[];
  /**
   * `end`: as HTTP says. `reset`: the connection is reset after what was sent, before the status
   * line where nothing was. `hang`: nothing more ever comes.
   *
   * @default {"end"}
   */
  readonly ending?: "end" | "reset" | "hang";
  /** Waits before the status line. */
  readonly delayMs?: number;
}

/** What comes between two chunks: a time, or whatever the test waits for. */
export type Pause = { readonly pauseMs: number } | { readonly until: Promise<unknown> };

/** A request as it reached the provider. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A running provider. */
export interface ScriptedUpstream {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** How many answers are being sent whose client has not gone. */
  openAnswers(): number;
  /** Answers of requests to come, in order; then `fallback` again. */
  push(...answers: readonly ScriptedAnswer[]): void;
  close(): Promise<void>;
}

/** Starts a provider on a free loopback port. `fallback` answers what no pushed answer does. */
export async function startScriptedUpstream(
  fallback: ScriptedAnswer | ((request: ReceivedRequest) => ScriptedAnswer) = { body: "{}" },
): Promise<ScriptedUpstream> {
  const requests: ReceivedRequest[] = [];
  const queue: ScriptedAnswer[] = [];
  let open = 0;
  const server = createServer((message, response) => {
    void readWhole(message).then(async (body) => {
      const request: ReceivedRequest = {
        method: message.method ?? "",
        target: message.url ?? "",
        headers: message.headers,
        body,
      };
      requests.push(request);
      open++;
      response.once("close", () => open--);
      const next = queue.shift();
      await send(response, next ?? (typeof fallback === "function" ? fallback(request) : fallback));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    openAnswers: () => open,
    push: (...answers) => {
      queue.push(...answers);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readWhole(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch {
    // The gateway gave the request up; what came of it is still worth seeing.
  }
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, answer: ScriptedAnswer): Promise<void> {
  response.on("error", () => undefined);
  if (answer.delayMs !== undefined) await sleep(answer.delayMs);
  const { ending = "end", body, chunks = [] } = answer;
  if (ending === "reset" && body === undefined && answer.chunks === undefined) {
    response.socket?.resetAndDestroy();
    return;
  }
  if (ending === "hang" && body === undefined && answer.chunks === undefined) return;
  const headers = Object.entries(answer.headers ?? { "content-type": "application/json" });
  for (const [name, value] of headers) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  response.writeHead(answer.status ?? 200);
  if (body !== undefined && ending === "end") {
    response.end(body);
    return;
  }
  response.flushHeaders();
  if (body !== undefined) response.write(body);
  for (const chunk of chunks) {
    if (response.destroyed) return;
    if (typeof chunk === "object" && "pauseMs" in chunk) await sleep(chunk.pauseMs);
    else if (typeof chunk === "object" && "until" in chunk) await chunk.until;
    else {
      response.write(chunk);
      // Two chunks of one turn of the event loop would travel as one. A timer alone may fire within
      // the turn on a machine that is busy; between two immediates sockets are read for certain.
      await nextTurn();
      await nextTurn();
      await sleep(1);
    }
  }
  if (ending === "end") response.end();
  // A reset throws away what the other side has not read yet: give it a moment.
  if (ending === "reset") {
    await sleep(20);
    response.socket?.resetAndDestroy();
  }
}
