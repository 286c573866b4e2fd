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
      drip("POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\nx-a: 0123456789"),
      /^(?:HTTP\/1\.1 408 |$)/,
    ],
    [
      "in its body",
      [
        "POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99\r\n\r\n",
        ...drip("0123456789".repeat(9)),
      ],
      /^(?:HTTP\/1\.1 408 |$)/,
    ],
  ];
  for (const [what, pieces, expected] of cases) {
    test(what, async () => {
      const start = performance.now();
      const slow = rawBytes(run.gateway.port, pieces, { pauseMs: 20 });
      expect((await rawRequest(`${run.gateway.url}/_tapegate/report`)).status).toBe(200);
      expect(await slow).toMatch(expected);
      expect(performance.now() - start).toBeLessThan(2_000);
    });
  }
});
