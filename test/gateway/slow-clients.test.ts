import { connect } from "node:http2";
import type { ClientHttp2Session, ClientHttp2Stream } from "node:http2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawBytes, rawRequest } from "../helpers/raw-http.ts";

vi.mock("../../src/gateway/limits.ts", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  HEADERS_TIMEOUT_MS: 150,
  REQUEST_TIMEOUT_MS: 300,
  TIMEOUT_CHECK_MS: 50,
}));

/** Every slow client below goes on for longer than this, or forever, unless it is cut off. */
const CUT_MS_MAX = 8_000;

const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const SETTINGS = "\0\0\0\x04\0\0\0\0\0";
const PING = "\0\0\x08\x06\0\0\0\0\0pingpong";
/** Frames that a server sends before anything is asked; no letters of an answer. */
const SETTINGS_ONLY = /^[^a-zA-Z]*$/;

let run: GatewayRun;
beforeEach(async () => {
  run = await startRun("replay", openMemoryStore());
});
afterEach(async () => {
  await run.close();
});

describe("A client that is too slow is cut off, and others are served meanwhile", () => {
  const drip = (text: string): string[] => text.split("");
  const cases: readonly (readonly [what: string, pieces: readonly string[], answer: RegExp])[] = [
    ["saying nothing", [], /^$/],
    ["with two letters of a method", ["PR"], /^$/],
    [
      "letter by letter in its headers",
      drip(`POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\nx-a: ${"0123456789".repeat(60)}`),
      /^(?:HTTP\/1\.1 408 |$)/,
    ],
    [
      "in its body",
      [
        "POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 999\r\n\r\n",
        ...drip("0123456789".repeat(60)),
      ],
      /^(?:HTTP\/1\.1 408 |$)/,
    ],
    ["with half an HTTP/2 preface", ["PRI * HT"], SETTINGS_ONLY],
    ["with an HTTP/2 preface and nothing behind it", [PREFACE], SETTINGS_ONLY],
    // HEADERS of stream 1 without END_HEADERS.
    [
      "with HTTP/2 headers that do not end",
      [PREFACE, SETTINGS, "\0\0\x01\x01\0\0\0\0\x01\x82"],
      SETTINGS_ONLY,
    ],
    ["with HTTP/2 pings", [PREFACE, SETTINGS, ...Array<string>(600).fill(PING)], /^/],
  ];
  for (const [what, pieces, expected] of cases) {
    test(what, async () => {
      const start = performance.now();
      const slow = rawBytes(run.gateway.port, pieces, { pauseMs: 20 });
      expect((await rawRequest(`${run.gateway.url}/_tapegate/report`)).status).toBe(200);
      expect(await slow).toMatch(expected);
      expect(performance.now() - start).toBeLessThan(CUT_MS_MAX);
    });
  }
});

describe("An HTTP/2 client", () => {
  let session: ClientHttp2Session;
  beforeEach(() => {
    session = connect(run.gateway.url);
    session.on("error", () => undefined);
  });
  afterEach(() => session.destroy());

  test("that is too slow in a body is told, and its other requests are served", async () => {
    const slow = session.request({ ":method": "POST", ":path": "/openai/v1/x" });
    const drip = setInterval(() => slow.write("a"), 20);
    const slowStatus = statusOf(slow);
    expect(await statusOf(session.request({ ":path": "/_tapegate/report" }))).toBe(200);
    expect(await slowStatus).toBe(408);
    clearInterval(drip);
    expect(await statusOf(session.request({ ":path": "/_tapegate/report" }))).toBe(200);
  });

  test("keeps its connection between two requests", async () => {
    for (const pauseMs of [0, 500]) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      expect(await statusOf(session.request({ ":path": "/_tapegate/report" }))).toBe(200);
    }
  });
});

function statusOf(stream: ClientHttp2Stream): Promise<number | undefined> {
  return new Promise((resolve) => {
    let status: number | undefined;
    stream.on("response", (headers) => {
      status = headers[":status"];
    });
    stream.on("error", () => undefined);
    stream.on("close", () => resolve(status));
    stream.resume();
  });
}
