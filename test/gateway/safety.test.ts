import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Agent, request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { GatewayError } from "../../src/gateway/gateway-error.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawBytes, rawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedUpstream } from "../helpers/scripted-upstream.ts";
import { until } from "../helpers/signals.ts";

/** What a close that waits for its clients would take: the shortest of the times that they have. */
const WAITING_MS = 20_000;

vi.mock("../../src/gateway/limits.ts", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  HALF_OPEN_MS: 20_000,
}));

const PATH = "/openai/v1/chat/completions";
const BODY = '{"model":"m","messages":[]}';

let upstream: ScriptedUpstream;
let run: GatewayRun;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
  run = await startRun("record", openMemoryStore(), { upstream: upstream.url });
});
afterEach(async () => {
  await run.close();
  await upstream.close();
});

describe("A request that no SDK of the suite sent is refused, and reaches no provider", () => {
  const cases: readonly (readonly [
    what: string,
    headers: Record<string, string>,
    status: number,
  ])[] = [
    ["a foreign Host", { host: "evil.example" }, 403],
    ["a Host that begins like ours", { host: "127.0.0.1.evil.example" }, 403],
    ["a web page's Origin", { origin: "https://evil.example" }, 403],
    ["an opaque Origin", { origin: "null" }, 403],
    ["a page of this machine", { origin: "http://localhost:3000" }, 403],
    ["a page of this machine at another of its names", { origin: "http://127.0.0.1:3000" }, 403],
    ["another port's fetch", { "sec-fetch-site": "same-site" }, 403],
    ["another site's fetch", { "sec-fetch-site": "cross-site" }, 403],
    ["gRPC", { "content-type": "application/grpc" }, 406],
    ["a lane that is no number", { "x-tapegate-lane": "-1" }, 406],
    ["a lane beyond the bound", { "x-tapegate-lane": "1000001" }, 406],
    ["a scope beyond the bound", { "x-tapegate-scope": "x".repeat(4097) }, 406],
  ];
  for (const [what, headers, status] of cases) {
    test(what, async () => {
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY, headers });
      expect(answer.status).toBe(status);
      expect(answer.headers["x-tapegate"]).toBe("refused");
      expect(answer.headers["x-should-retry"]).toBe("false");
      expect(JSON.parse(answer.body.toString()).error.message).toMatch(/^Cannot serve POST /);
      expect(upstream.requests.length).toBe(0);
      expect(run.events.map(({ kind }) => kind)).toEqual(["refused"]);
    });
  }

  for (const path of ["/_tapegate/report", "/_tapegate/close-scope"]) {
    test(`a page of this machine at ${path}`, async () => {
      const headers = { origin: "http://localhost:3000" };
      const answer = await rawRequest(run.gateway.url + path, { body: "{}", headers });
      expect(answer.status).toBe(403);
    });
  }

  test("but a client that gives the gateway itself as its origin is let in", async () => {
    const headers = { origin: run.gateway.url, "sec-fetch-site": "same-origin" };
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY, headers });
    expect(answer.status).toBe(200);
  });

  const targets: readonly (readonly [
    what: string,
    target: string,
    status: number,
    words: RegExp,
  ])[] = [
    [
      "a path without a mount",
      "/v1/chat/completions",
      404,
      /no provider is mounted at "\/v1".*\/openai.*\/anthropic/,
    ],
    ["the root", "/", 404, /no provider is mounted/],
    ["a scope that is no UTF-8", "/s/%ff/openai/v1/models", 406, /percent-encoded/],
    ["an empty scope", "/s//openai/v1/models", 406, /percent-encoded/],
    ["a page of its own that it does not have", "/_tapegate/reports", 404, /"\/_tapegate"/],
    ["a mount that only begins like one", "/openai2/v1/models", 404, /"\/openai2"/],
  ];
  for (const [what, target, status, words] of targets) {
    test(what, async () => {
      const answer = await rawRequest(run.gateway.url + target);
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.body.toString()).error.message).toMatch(words);
      expect(upstream.requests.length).toBe(0);
    });
  }

  test("a WebSocket that does not ask for it, with words that say so", async () => {
    const answer = await rawBytes(
      run.gateway.port,
      `GET /openai/v1/realtime HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\nupgrade: websocket\r\nsec-websocket-key: x\r\nsec-websocket-version: 13\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 406 /);
    expect(answer).toContain("WebSocket");
  });

  test("a proxy's request for another host", async () => {
    const absolute = await rawBytes(
      run.gateway.port,
      "GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n",
    );
    expect(absolute).toMatch(/^HTTP\/1\.1 403 /);
    const own = await rawBytes(
      run.gateway.port,
      "GET http://127.0.0.1/t/token-of-a-run/openai/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n",
    );
    expect(own).toMatch(/^HTTP\/1\.1 406 /);
    expect(own).toContain(
      "Cannot serve GET http://127.0.0.1/openai/v1/models: it asks for a whole URL",
    );
    const tunnel = await rawBytes(
      run.gateway.port,
      "CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n",
    );
    expect(tunnel).toMatch(/^HTTP\/1\.1 406 /);
    expect(tunnel).toContain("no proxy");
    expect(upstream.requests.length).toBe(0);
  });
});

describe("Bytes that are no good HTTP", () => {
  const cases: readonly (readonly [what: string, bytes: string, answer: RegExp])[] = [
    ["garbage", "\u0016\u0003\u0001garbage\r\n\r\n", /^HTTP\/1\.1 400 /],
    ["headers without end", `GET / HTTP/1.1\r\nx: ${"a".repeat(70_000)}`, /^HTTP\/1\.1 431 /],
    [
      "two lengths",
      "POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
      /^HTTP\/1\.1 400 /,
    ],
    [
      "a length and chunks",
      "POST /openai/v1/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
      /^HTTP\/1\.1 400 /,
    ],
    ["half an HTTP/2 preface", "PRI * HTT nonsense", /^/],
  ];
  for (const [what, bytes, answer] of cases) {
    test(`${what} ends the connection, and the next one is served`, async () => {
      expect(await rawBytes(run.gateway.port, bytes)).toMatch(answer);
      expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).status).toBe(200);
      expect(upstream.requests.length).toBe(1);
    });
  }

  test("a client that leaves in the middle of its request has asked nothing", async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(run.gateway.port, "127.0.0.1", () => {
        socket.write(
          `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{"a"`,
          () => {
            setTimeout(() => {
              socket.resetAndDestroy();
              resolve();
            }, 20);
          },
        );
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(upstream.requests.length).toBe(0);
    expect(run.events).toEqual([]);
  });

  test("pieces of a few bytes are put together", async () => {
    const text = `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`;
    const answer = await rawBytes(run.gateway.port, text.match(/[^]{1,9}/g) ?? [], { pauseMs: 1 });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(upstream.requests[0]?.body.toString()).toBe(BODY);
  });
});

describe("Many and large", () => {
  test("pipelined requests are answered in order", async () => {
    upstream.push({ body: '"first"', delayMs: 30 }, { body: '"second"' }, { body: '"third"' });
    const one = (close: string): string =>
      `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\n${close}content-length: ${BODY.length}\r\n\r\n${BODY}`;
    const answer = await rawBytes(
      run.gateway.port,
      one("") + one("") + one("connection: close\r\n"),
    );
    expect(answer.match(/"(?:first|second|third)"/g)).toEqual(['"first"', '"second"', '"third"']);
  });

  test("200 connections at once are all served, and replayed each with its own", async () => {
    await run.close();
    const store = openMemoryStore();
    run = await startRun("record", store, { upstream: upstream.url });
    await upstream.close();
    upstream = await startScriptedUpstream((request) => ({ body: request.body, delayMs: 20 }));
    await run.close();
    run = await startRun("record", store, { upstream: upstream.url });
    const bodies = Array.from({ length: 200 }, (_, index) => JSON.stringify({ index }));
    const ask = async (body: string): Promise<string> =>
      (await rawRequest(run.gateway.url + PATH, { body })).body.toString();
    expect(await Promise.all(bodies.map(ask))).toEqual(bodies);
    await run.close();
    run = await startRun("replay", store);
    expect(await Promise.all(bodies.map(ask))).toEqual(bodies);
  }, 30_000);

  test("a body of 64 MiB passes, one more byte does not", async () => {
    const bytes = Buffer.alloc(64 * 1024 * 1024, 0x41);
    const passed = await rawRequest(run.gateway.url + PATH, {
      body: bytes,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(passed.status).toBe(200);
    expect(upstream.requests[0]?.body.length).toBe(bytes.length);
    const refused = await rawRequest(run.gateway.url + PATH, {
      body: Buffer.concat([bytes, Buffer.from("A")]),
    });
    expect(refused.status).toBe(413);
    expect(upstream.requests.length).toBe(1);
  }, 30_000);

  test("an answer beyond 64 MiB is broken off and not recorded", async () => {
    upstream.push({
      headers: { "content-type": "audio/wav" },
      chunks: Array.from({ length: 9 }, () => Buffer.alloc(8 * 1024 * 1024)),
    });
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(answer.failure).toBeDefined();
    expect(run.session.tally().recorded).toBe(0);
    expect(run.said.join()).toContain("larger than 64 MiB");
  }, 30_000);

  test("Expect: 100-continue is answered before the body is sent", async () => {
    const answer = await rawBytes(
      run.gateway.port,
      [
        `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: ${BODY.length}\r\n\r\n`,
        BODY,
      ],
      { pauseMs: 30 },
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    expect(upstream.requests[0]?.headers.expect).toBeUndefined();
  });

  test("Expect: 100-continue with a body beyond the bound is refused before it is sent", async () => {
    const answer = await rawBytes(
      run.gateway.port,
      `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 99999999\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain("larger than 64 MiB");
  });

  test("an idle connection is kept for longer than an SDK's pause", async () => {
    const agent = new Agent({ keepAlive: true });
    const header = await new Promise<string | undefined>((resolve, reject) => {
      httpRequest(`${run.gateway.url}/_tapegate/report`, { agent }, (response) => {
        response.resume();
        response.on("end", () => resolve(String(response.headers["keep-alive"])));
      })
        .on("error", reject)
        .end();
    });
    agent.destroy();
    expect(header).toBe("timeout=75");
  });
});

describe("A refusal fails the run", () => {
  const cases: readonly (readonly [
    what: string,
    target: string,
    headers: Record<string, string>,
    isFailure: boolean,
  ])[] = [
    ["of a mistyped mount", "/opnai/v1/models", {}, true],
    ["of gRPC", PATH, { "content-type": "application/grpc" }, true],
    ["of a lane that is no number", PATH, { "x-tapegate-lane": "-1" }, true],
    ["of a scope that is no UTF-8", "/s/%ff/openai/v1/models", {}, true],
    ["but not of a look at the root", "/", {}, false],
    ["but not of a browser's look for an icon", "/favicon.ico", {}, false],
    ["but not of a foreign Host", PATH, { host: "evil.example" }, false],
    ["but not of a web page", PATH, { origin: "https://evil.example" }, false],
  ];
  for (const [what, target, headers, isFailure] of cases) {
    test(what, async () => {
      await rawRequest(run.gateway.url + target, { body: BODY, headers });
      expect(run.said).toHaveLength(1);
      expect(run.errors).toEqual(isFailure ? run.said : []);
    });
  }
});

describe("The run's token", () => {
  test("must stand in the URL of a recording gateway", async () => {
    const guarded = await startRun("record", openMemoryStore(), {
      upstream: upstream.url,
      token: "abc_DEF-123",
    });
    const { url, port } = guarded.gateway;
    expect(url).toBe(`http://127.0.0.1:${port}/t/abc_DEF-123`);
    const root = `http://127.0.0.1:${port}`;
    for (const wrong of [root, `${root}/t/abc_DEF-124`, `${root}/t/abc`, `${root}/t/`]) {
      expect((await rawRequest(wrong + PATH, { body: BODY })).status).toBe(403);
      expect((await rawRequest(`${wrong}/_tapegate/report`)).status).toBe(403);
    }
    expect(upstream.requests.length).toBe(0);
    expect((await rawRequest(`${url}/s/a/openai/v1/chat/completions`, { body: BODY })).status).toBe(
      200,
    );
    expect((await rawRequest(`${url}/_tapegate/report`)).status).toBe(200);
    await guarded.close();
  });

  test("is never in what is said or stored", async () => {
    const store = openMemoryStore();
    const guarded = await startRun("record", store, {
      upstream: upstream.url,
      token: "abc_DEF-123",
    });
    await rawRequest(`${guarded.gateway.url}/openai/v1/chat/completions`, { body: BODY });
    await rawRequest(`${guarded.gateway.url}/nowhere`);
    const { said } = guarded;
    await guarded.close();
    expect(said.join()).not.toContain("abc_DEF-123");
    expect(store.read("default")?.document).not.toContain("abc_DEF-123");
  });
});

describe("Starting and stopping", () => {
  test("a port in use is said", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const failure = await startRun("replay", openMemoryStore(), { port }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(GatewayError);
    expect(failure).toMatchObject({ code: "GATEWAY_PORT_IN_USE" });
    await new Promise((resolve) => taken.close(resolve));
  });

  test("closing ends open streams and may be done twice", async () => {
    upstream.push({
      headers: { "content-type": "text/event-stream" },
      chunks: ["data: 1\n\n"],
      ending: "hang",
    });
    const answer = rawRequest(run.gateway.url + PATH, { body: BODY });
    await until(() => upstream.openAnswers() === 1);
    await run.gateway.close();
    await run.gateway.close();
    expect((await answer).failure).toBeDefined();
  });

  const halfOpen: readonly (readonly [what: string, bytes: string])[] = [
    ["said nothing yet", ""],
    ["said the first letters of either protocol", "P"],
    [
      "sent half a request",
      `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{`,
    ],
    ["began an HTTP/2 session", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"],
    // A frame of an unknown size ends the session; its client never closes its half.
    [
      "broke its HTTP/2 session off",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u00ff\u00ff\u00ff\u0004\0\0\0\0\0",
    ],
  ];
  for (const [what, bytes] of halfOpen) {
    test(`closing does not wait for a client that ${what}`, async () => {
      const socket = connect({ port: run.gateway.port, host: "127.0.0.1", allowHalfOpen: true });
      socket.on("error", () => undefined);
      socket.resume();
      await new Promise<void>((resolve) => socket.write(bytes, "latin1", () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, 50));
      const gone = new Promise((resolve) => socket.once("close", resolve));
      const start = performance.now();
      await run.gateway.close();
      expect(performance.now() - start).toBeLessThan(WAITING_MS / 2);
      socket.end();
      await gone;
    });
  }

  test("closing in the middle of a stream records what was whole, and nothing of the stream", async () => {
    await run.close();
    const store = openMemoryStore();
    run = await startRun("record", store, { upstream: upstream.url });
    upstream.push({
      headers: { "content-type": "text/event-stream" },
      chunks: ["data: 1\n\n"],
      ending: "hang",
    });
    const answer = await fetch(run.gateway.url + PATH, { method: "POST", body: BODY });
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("data: 1\n\n");
    await rawRequest(run.gateway.url + PATH, { body: '{"other":1}' });
    await run.close();
    await expect(reader.read()).rejects.toThrow();
    const { interactions } = JSON.parse(store.read("default")?.document ?? "");
    const outcomes = interactions.flatMap((entry: { interaction: { outcome: object } } | null) =>
      entry === null ? [] : [entry.interaction.outcome],
    );
    expect(outcomes).toMatchObject([{ ending: "end" }]);
    expect(run.said).toEqual([
      "Not recorded: the run was ended while openai answered POST /v1/chat/completions. What was recorded of it before stays",
    ]);
  });

  test("the report is the owner's", async () => {
    await rawRequest(run.gateway.url + PATH, { body: BODY });
    const answer = await rawRequest(`${run.gateway.url}/_tapegate/report`);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ mode: "record", recorded: 1 });
  });
});
