import type { Transform } from "node:stream";
import {
  brotliCompressSync,
  createBrotliCompress,
  createDeflate,
  createGzip,
  deflateRawSync,
  deflateSync,
  gzipSync,
} from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import { openSession } from "../../src/cassette/open-session.ts";
import { CLIENT_LEFT_HOLD_MS } from "../../src/gateway/limits.ts";
import { startGateway } from "../../src/gateway/start-gateway.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { mountsTo, startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedAnswer, ScriptedUpstream } from "../helpers/scripted-upstream.ts";
import { openSignal, until } from "../helpers/signals.ts";

const PATH = "/openai/v1/chat/completions";
const BODY = '{"model":"m","messages":[{"role":"user","content":"Hi"}]}';
const SSE = { "content-type": "text/event-stream" };

let upstream: ScriptedUpstream;
let store: ReturnType<typeof openMemoryStore>;
let run: GatewayRun;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
  store = openMemoryStore();
  run = await startRun("record", store, { upstream: upstream.url });
});
afterEach(async () => {
  await run.close();
  await upstream.close();
});

describe("A forwarded request", () => {
  test("is the client's, but for host, connection, compression and what is ours", async () => {
    await rawRequest(`${run.gateway.url}/s/a%2Fb${PATH}?beta=true&key=k`, {
      body: BODY,
      headers: {
        authorization: "Bearer sk-live",
        "x-custom": "1",
        "accept-encoding": "gzip, br",
        te: "trailers",
        connection: "x-hop, close",
        "x-hop": "1",
        "x-tapegate-scope": "s",
        "x-tapegate-lane": "3",
        "x-tapegate-call-site": "a.py:1",
      },
    });
    const [request] = upstream.requests;
    expect(request?.method).toBe("POST");
    expect(request?.target).toBe("/v1/chat/completions?beta=true&key=k");
    expect(request?.body.toString()).toBe(BODY);
    expect(request?.headers).toEqual({
      host: new URL(upstream.url).host,
      connection: "close",
      "accept-encoding": "identity",
      "content-type": "application/json",
      "content-length": String(BODY.length),
      authorization: "Bearer sk-live",
      "x-custom": "1",
    });
  });

  test("has its credentials passed on and kept nowhere", async () => {
    const secrets = {
      authorization: "Bearer sk-live-4f9a8b7c6d5e4f3a2b1c",
      "x-api-key": "sk-ant-api03-zzzzyyyyxxxx",
      "api-key": "0123456789abcdef0123456789abcdef",
      "x-goog-api-key": "AIzaSyA-1234567890abcdefghijklmnopqrstu",
      cookie: "session=deadbeef",
    };
    await rawRequest(`${run.gateway.url}${PATH}?key=AIzaQueryKey&api_key=queryKey2`, {
      body: BODY,
      headers: secrets,
    });
    expect(upstream.requests[0]?.headers).toMatchObject(secrets);
    await run.close();
    const document = store.read("default")?.document ?? "";
    expect(document).toContain('"content": "Hi"');
    for (const secret of [...Object.values(secrets), "AIzaQueryKey", "queryKey2"]) {
      expect(document).not.toContain(secret);
    }
  });

  test("tolerates a base URL with too many or too few versions", async () => {
    for (const path of [
      "/openai/chat/completions",
      "/openai/v1/v1/chat/completions",
      "/openai/v1/chat/completions",
    ]) {
      await rawRequest(run.gateway.url + path, { body: BODY });
    }
    expect(upstream.requests.map(({ target }) => target)).toEqual(
      Array(3).fill("/v1/chat/completions"),
    );
    expect(new Set(run.events.map(({ kind }) => kind))).toEqual(new Set(["recorded"]));
  });

  test("is never sent to where a redirect points", async () => {
    const elsewhere = await startScriptedUpstream();
    upstream.push({ status: 307, headers: { location: "https://elsewhere.example/v1" }, body: "" });
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toBe("https://elsewhere.example/v1");
    expect(elsewhere.requests.length).toBe(0);
    await elsewhere.close();
  });
});

describe("A compressed answer is stored and handed on inflated", () => {
  const text = '{"content":"inflate me"}';
  for (const [coding, bytes] of [
    ["gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["br", brotliCompressSync(text)],
  ] as const) {
    test(coding, async () => {
      upstream.push({
        headers: { "content-type": "application/json", "content-encoding": coding },
        body: bytes,
      });
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      expect(answer.body.toString()).toBe(text);
      expect(answer.headers["content-encoding"]).toBeUndefined();
    });
  }

  const lies: readonly (readonly [what: string, coding: string, bytes: string | Buffer])[] = [
    ["raw deflate under deflate", "deflate", deflateRawSync(text)],
    ["gzip twice", "gzip, gzip", gzipSync(gzipSync(text))],
    ["gzip once under gzip twice", "gzip, gzip", gzipSync(text)],
    ["deflate under brotli that is none", "br, deflate", deflateSync(text)],
    ...["gzip", "deflate", "br"].map((coding) => [`plain under ${coding}`, coding, text] as const),
    ...["gzip", "deflate", "br"].map((coding) => [`nothing under ${coding}`, coding, ""] as const),
  ];
  for (const [what, coding, body] of lies) {
    test(`whatever its header says: ${what}`, async () => {
      const headers = { "content-type": "application/json", "content-encoding": coding };
      upstream.push({ headers, body });
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      const expected = body === "" ? "" : text;
      expect([answer.status, answer.body.toString()]).toEqual([200, expected]);
      expect(run.events).toMatchObject([{ kind: "recorded", status: 200 }]);
      expect(run.events[0]?.fault).toBeUndefined();
      await run.close();
      run = await startRun("replay", store);
      const again = await rawRequest(run.gateway.url + PATH, { body: BODY });
      expect(again.body.toString()).toBe(expected);
    });
  }

  const damaged: readonly (readonly [what: string, coding: string, bytes: Buffer])[] = [
    ["gzip cut short", "gzip", gzipSync(text).subarray(0, 20)],
    ["gzip with damage", "gzip", Buffer.concat([gzipSync(text).subarray(0, 15), Buffer.alloc(9)])],
    ["bytes under deflate", "deflate", Buffer.alloc(40, 0xff)],
    ["bytes under brotli", "br", Buffer.alloc(40, 0xff)],
  ];
  for (const [what, coding, body] of damaged) {
    test(`one that nobody can read is a 502 and not recorded: ${what}`, async () => {
      const headers = { "content-type": "application/json", "content-encoding": coding };
      upstream.push({ headers, body });
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      expect(answer.status).toBe(502);
      expect(answer.headers["x-tapegate"]).toBe("failed");
      expect(JSON.parse(answer.body.toString()).error.message).toMatch(
        /^Cannot ask openai .*: its body is not what its content-encoding says: .+\. Nothing was recorded$/,
      );
      expect(run.session.tally().recorded).toBe(0);
      upstream.push({ body: '"another"' });
      const next = await rawRequest(run.gateway.url + PATH, { body: BODY });
      expect(next.body.toString()).toBe('"another"');
    });
  }

  test("one that breaks off is broken, and replays as broken", async () => {
    upstream.push({
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      chunks: [gzipSync(text).subarray(0, 20)],
      ending: "reset",
    });
    expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).failure).toBeDefined();
    await run.close();
    run = await startRun("replay", store);
    expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).failure).toBeDefined();
  });

  for (const coding of ["gzip", "x-gzip", "deflate", "br"]) {
    const compress = { br: createBrotliCompress, deflate: createDeflate }[coding] ?? createGzip;
    test(`a stream frame by frame: ${coding}`, async () => {
      const frames = ["data: the first frame\n\n", "data: [DONE]\n\n"];
      const pieces = await flushed(compress(), frames);
      const headers = { ...SSE, "content-encoding": coding };
      const rest = openSignal();
      upstream.push({ headers, chunks: [pieces[0]!, { until: rest.come }, ...pieces.slice(1)] });
      const response = await fetch(run.gateway.url + PATH, { method: "POST", body: BODY });
      const reader = response.body!.getReader();
      expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(frames[0]);
      rest.give();
      expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(frames[1]);
      expect((await reader.read()).done).toBe(true);
    });
  }

  test("a stream that says gzip and is none goes on frame by frame", async () => {
    const headers = { ...SSE, "content-encoding": "gzip" };
    const rest = openSignal();
    upstream.push({ headers, chunks: ["data: 1\n\n", { until: rest.come }, "data: [DONE]\n\n"] });
    const response = await fetch(run.gateway.url + PATH, { method: "POST", body: BODY });
    const first = await response.body!.getReader().read();
    expect(Buffer.from(first.value ?? []).toString()).toBe("data: 1\n\n");
    rest.give();
  });

  test("a stream that stops to be readable breaks, and is not recorded", async () => {
    const [begun] = await flushed(createGzip(), ["data: 1\n\n"]);
    const headers = { ...SSE, "content-encoding": "gzip" };
    upstream.push({ headers, chunks: [begun!, { pauseMs: 20 }, Buffer.alloc(50, 0xff)] });
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(answer.body.toString()).toBe("data: 1\n\n");
    expect(answer.failure).toBeDefined();
    expect(run.events).toMatchObject([{ kind: "failed", status: 502 }]);
    expect(run.errors).toEqual([expect.stringContaining("is not what its content-encoding says")]);
    await run.close();
    expect(store.read("default")).toBeUndefined();
  });
});

/** What a compressor writes of each text when it is flushed behind it; its end is the last piece. */
async function flushed(
  compressor: Transform & { flush(done: () => void): void },
  texts: readonly string[],
): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  for (const text of texts) {
    compressor.write(text);
    await new Promise<void>((resolve) => compressor.flush(resolve));
    pieces.push(compressor.read() as Buffer);
  }
  compressor.end();
  pieces.push(Buffer.concat(await compressor.toArray()));
  return pieces;
}

describe("A stream is handed on while it comes", () => {
  test("the first frame arrives before the last is sent, and all is stored before the end", async () => {
    const last = openSignal();
    upstream.push({
      headers: SSE,
      chunks: ["data: 1\n\n", { until: last.come }, "data: [DONE]\n\n"],
    });
    const response = await fetch(run.gateway.url + PATH, { method: "POST", body: BODY });
    const reader = response.body!.getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value ?? []).toString()).toBe("data: 1\n\n");
    expect(run.session.tally().recorded).toBe(0);
    last.give();
    while (!(await reader.read()).done);
    expect(run.session.tally().recorded).toBe(1);
  });

  test("a JSON array of Gemini too", async () => {
    const last = openSignal();
    upstream.push({ chunks: ['[{"a":1}', { until: last.come }, ',\n{"a":2}]'] });
    const url = `${run.gateway.url}/gemini/v1beta/models/g:streamGenerateContent`;
    const response = await fetch(url, { method: "POST", body: BODY });
    const first = await response.body!.getReader().read();
    expect(Buffer.from(first.value ?? []).toString()).toBe('[{"a":1}');
    last.give();
  });

  test("a client that leaves ends the provider's work", async () => {
    upstream.push({ headers: SSE, chunks: ["data: 1\n\n"], ending: "hang" });
    await rawRequest(run.gateway.url + PATH, { body: BODY, leavesAfterChunks: 1 });
    await until(() => upstream.openAnswers() === 0);
  });

  describe("a client that leaves before any of its answer is recorded so", () => {
    const cases: readonly (readonly [what: string, late: ScriptedAnswer])[] = [
      ["before a status line", { ending: "hang" }],
      ["within a JSON answer", { chunks: ['{"late":'], ending: "hang" }],
    ];
    /** Asks and gives up, as a client with a time limit does. */
    const giveUp = async (): Promise<string> =>
      fetch(run.gateway.url + PATH, {
        method: "POST",
        body: BODY,
        // Enough for an answer on a busy machine, less than a recording of none is held open.
        signal: AbortSignal.timeout(CLIENT_LEFT_HOLD_MS / 2),
      }).then(
        (response) => response.text(),
        (error: Error) => error.name,
      );
    for (const [what, late] of cases) {
      test(what, async () => {
        upstream.push(late, { body: '"second"' });
        expect(await giveUp()).toBe("TimeoutError");
        await until(() => run.events.length === 1);
        expect(run.events).toMatchObject([{ kind: "recorded", status: 0, fault: "client left" }]);
        await rawRequest(run.gateway.url + PATH, { body: BODY });
        await run.close();
        const { interactions } = JSON.parse(store.read("default")?.document ?? "");
        expect(interactions[0].interaction.outcome).toMatchObject({
          status: 0,
          ending: "client left",
          body: { text: "" },
        });
        run = await startRun("replay", store);
        expect(await giveUp()).toBe("TimeoutError");
        expect(await giveUp()).toBe('"second"');
        expect(run.session.tally()).toMatchObject({ hits: 2, misses: [], unused: [] });
      });
    }

    test("and whoever waits longer in replay is cut off", async () => {
      upstream.push({ ending: "hang" });
      await giveUp();
      await until(() => run.events.length === 1);
      await run.close();
      run = await startRun("replay", store);
      await expect(rawRequest(run.gateway.url + PATH, { body: BODY })).rejects.toThrow(
        "ECONNRESET",
      );
    });
  });
});

describe("When the run is being ended", () => {
  const WHOLE = { headers: SSE, body: "data: whole\n\ndata: [DONE]\n\n" };
  const BEGUN = { headers: SSE, chunks: ["data: half\n\n"] };

  beforeEach(async () => {
    upstream.push(WHOLE);
    await rawRequest(run.gateway.url + PATH, { body: BODY });
    await run.close();
    run = await startRun("record", store, { upstream: upstream.url });
  });

  /** What the cassette holds in the end, its run ended as that of a suite that did not pass. */
  async function kept(): Promise<string> {
    await run.gateway.close();
    run.session.close({ isPassed: false });
    return store.read("default")?.document ?? "";
  }

  test("a stream whose client leaves is not recorded, and the earlier recording stays", async () => {
    upstream.push({ ...BEGUN, ending: "hang" });
    const asked = rawRequest(run.gateway.url + PATH, { body: BODY, leavesAfterChunks: 1 });
    run.gateway.announceEnd();
    await asked;
    await until(() => run.events.length === 1);
    expect(run.events).toMatchObject([{ kind: "failed", status: 0 }]);
    expect(run.said).toEqual([expect.stringContaining("Not recorded: the run was ended while")]);
    expect(run.errors).toEqual([]);
    const document = await kept();
    expect(document).toContain("whole");
    expect(document).not.toContain("half");
  });

  test("a client that leaves before its answer is not recorded either", async () => {
    upstream.push({ ending: "hang" });
    const client = new AbortController();
    const asked = fetch(run.gateway.url + PATH, {
      method: "POST",
      body: BODY,
      signal: client.signal,
    }).catch(() => undefined);
    await until(() => upstream.openAnswers() === 1);
    run.gateway.announceEnd();
    client.abort();
    await asked;
    await until(() => run.events.length === 1);
    expect(run.events).toMatchObject([{ kind: "failed", status: 0 }]);
    expect(await kept()).not.toContain('"status": 0');
  });

  test("a client that left before is recorded as gone", async () => {
    upstream.push({ ...BEGUN, ending: "hang" });
    await rawRequest(run.gateway.url + PATH, { body: BODY, leavesAfterChunks: 1 });
    await until(() => run.events.length === 1);
    run.gateway.announceEnd();
    expect(await kept()).toContain('"client left"');
  });

  test("a stream that its provider breaks off is not recorded, nor a connection that breaks before", async () => {
    run.gateway.announceEnd();
    upstream.push({ ...BEGUN, ending: "reset" });
    const begun = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(begun.failure).toBeDefined();
    upstream.push({ ending: "reset" });
    await expect(rawRequest(run.gateway.url + PATH, { body: BODY })).rejects.toThrow();
    expect(run.events.map(({ kind }) => kind)).toEqual(["failed", "failed"]);
    const document = await kept();
    expect(document).toContain("whole");
    expect(document).not.toContain("half");
    expect(document).not.toContain('"status": 0');
  });

  test("what comes to its end is recorded, also where its client leaves behind the last frame", async () => {
    run.gateway.announceEnd();
    upstream.push({ headers: SSE, chunks: ["data: anew\n\ndata: [DONE]\n\n"], ending: "hang" });
    await rawRequest(run.gateway.url + PATH, { body: BODY, leavesAfterChunks: 1 });
    await until(() => run.events.length === 1);
    expect(run.events).toMatchObject([{ kind: "recorded" }]);
    const document = await kept();
    expect(document).toContain("anew");
    expect(document).not.toContain("data: whole");
  });
});

describe("A provider that cannot be asked", () => {
  test("that refuses connections is a 502 in its own error shape, and nothing is recorded", async () => {
    const { url } = upstream;
    await upstream.close();
    const answer = await rawRequest(`${run.gateway.url}/anthropic/v1/messages`, { body: BODY });
    expect(answer.status).toBe(502);
    expect(answer.headers["x-should-retry"]).toBe("false");
    const body = JSON.parse(answer.body.toString());
    expect(body).toMatchObject({ type: "error", error: { type: "gateway_failed" } });
    expect(body.error.message).toContain(`${url} cannot be reached`);
    expect(body.error.message).toContain("set providers.anthropic.upstream in tapegate.json");
    expect(run.events).toMatchObject([{ kind: "failed", provider: "anthropic", status: 502 }]);
    expect(run.session.tally().recorded).toBe(0);
    upstream = await startScriptedUpstream();
  });

  test("whose name is not known", async () => {
    const lost = await startRun("record", openMemoryStore(), {
      upstream: "http://nowhere.invalid",
    });
    expect((await rawRequest(lost.gateway.url + PATH, { body: BODY })).status).toBe(502);
    await lost.close();
  });

  test("that nobody configured", async () => {
    const answer = await rawRequest(`${run.gateway.url}/snowflake/chat/completions`, {
      body: BODY,
    });
    expect(answer.status).toBe(502);
    expect(answer.body.toString()).toContain("providers.snowflake.upstream");
  });
});

describe("auto", () => {
  test("replays what is recorded and records what is not", async () => {
    upstream.push({ body: '"one"' });
    await rawRequest(run.gateway.url + PATH, { body: BODY });
    await run.close();
    run = await startRun("auto", store, { upstream: upstream.url });
    upstream.push({ body: '"two"' });
    const other = BODY.replace("Hi", "Ho");
    expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).body.toString()).toBe(
      '"one"',
    );
    expect((await rawRequest(run.gateway.url + PATH, { body: other })).body.toString()).toBe(
      '"two"',
    );
    expect(upstream.requests.length).toBe(2);
    expect(run.events.map(({ kind }) => kind)).toEqual(["hit", "recorded"]);
  });
});

describe("Absolute provider URLs lead back", () => {
  test("in upload and polling headers, while recording and in replay", async () => {
    const start = "/gemini/upload/v1beta/files?uploadType=resumable";
    for (const mode of ["record", "replay"] as const) {
      await run.close();
      run = await startRun(mode, store, { upstream: upstream.url });
      upstream.push({
        headers: {
          "content-type": "application/json",
          "x-goog-upload-url":
            "https://generativelanguage.googleapis.com/upload/v1beta/files?upload_id=x1&upload_protocol=resumable",
        },
        body: "",
      });
      const first = await rawRequest(`${run.gateway.url}/s/u${start}`, { body: "{}" });
      const url = String(first.headers["x-goog-upload-url"]);
      expect(url).toBe(
        `${run.gateway.url}/s/u/gemini/upload/v1beta/files?upload_id=x1&upload_protocol=resumable`,
      );
      upstream.push({ body: '{"file":{}}' });
      const second = await rawRequest(url, {
        body: Buffer.from([1, 255]),
        headers: { "content-type": "application/octet-stream" },
      });
      expect(second.body.toString()).toBe('{"file":{}}');
    }
    expect(upstream.requests.map(({ target }) => target)).toEqual([
      "/upload/v1beta/files?uploadType=resumable",
      "/upload/v1beta/files?upload_id=x1&upload_protocol=resumable",
    ]);
  });

  test("without the request's own key, which Google's upload URL repeats", async () => {
    const key = "Zq7Xw2Rt9Lm4Kp8Vn3Hs6Jd1";
    for (const mode of ["record", "replay"] as const) {
      await run.close();
      run = await startRun(mode, store, { upstream: upstream.url });
      upstream.push({
        headers: {
          "x-goog-upload-url": `https://generativelanguage.googleapis.com/upload/v1beta/files?key=${key}&upload_id=x1`,
        },
        body: "",
      });
      const start = `${run.gateway.url}/s/u/gemini/upload/v1beta/files?key=${key}`;
      const first = await rawRequest(start, { body: "{}" });
      expect(first.status).toBe(200);
      const url = String(first.headers["x-goog-upload-url"]);
      const kept = mode === "record" ? `?key=${key}&upload_id=x1` : "?upload_id=x1";
      expect(url).toBe(`${run.gateway.url}/s/u/gemini/upload/v1beta/files${kept}`);
      upstream.push({ body: '{"file":{}}' });
      expect((await rawRequest(url, { body: "bytes" })).body.toString()).toBe('{"file":{}}');
    }
    expect(upstream.requests.map(({ target }) => target)).toEqual([
      `/upload/v1beta/files?key=${key}`,
      `/upload/v1beta/files?key=${key}&upload_id=x1`,
    ]);
  });

  test("in a batch's results URL for the SDKs that follow it; for others the bytes are the recorded ones", async () => {
    const batch =
      '{"id":"msgbatch_01","results_url":"https://api.anthropic.com/v1/messages/batches/msgbatch_01/results","text":"\\"https://api.anthropic.com/x\\""}';
    upstream.push({ body: batch }, { body: batch });
    const path = "/anthropic/v1/messages/batches/msgbatch_01";
    for (const mode of ["record", "replay"] as const) {
      await run.close();
      run = await startRun(mode, store, { upstream: upstream.url });
      const sdk = await rawRequest(run.gateway.url + path, {
        headers: { "user-agent": "Anthropic/JS 1.12.0", "x-stainless-lang": "js" },
      });
      expect(sdk.body.toString()).toBe(
        batch.replace("https://api.anthropic.com/v1", `${run.gateway.url}/anthropic/v1`),
      );
      const raw = await rawRequest(run.gateway.url + path);
      expect(raw.body.toString()).toBe(batch);
    }
  });

  const replicateClients: readonly (readonly [agent: string, followed: readonly string[]])[] = [
    ["replicate-python/0.23.1", ["stream"]],
    ["replicate-javascript/1.4.0", ["stream"]],
    ["ai/5.0.0 ai-sdk/replicate/1.0.1 runtime/node.js/24", ["stream", "get"]],
    ["curl/8.5.0", []],
  ];
  for (const [agent, followed] of replicateClients) {
    test(`in Replicate's answers to ${agent}, of ${followed.join(" and ") || "nothing"}`, async () => {
      const root = "https://api.replicate.com/v1/predictions/p1";
      const answerWith = (rootOf: (name: string) => string): string =>
        `{"logs":"\\"stream\\":\\"${root}\\"","urls":{"get": "${rootOf("get")}","stream":"${rootOf("stream")}","cancel":"${root}"}}`;
      upstream.push({ body: answerWith(() => root) });
      await run.close();
      run = await startRun("record", store, { upstream: upstream.url });
      const answer = await rawRequest(`${run.gateway.url}/replicate/v1/predictions/p1`, {
        headers: { "user-agent": agent },
      });
      const local = `${run.gateway.url}/replicate/v1/predictions/p1`;
      expect(answer.body.toString()).toBe(
        answerWith((name) => (followed.includes(name) ? local : root)),
      );
    });
  }

  test("to an upstream that has a path itself, without that path", async () => {
    await run.close();
    run = await startRun("record", store, { upstream: `${upstream.url}/base` });
    const location = `${upstream.url}/base/v1/batches/1?after=2`;
    upstream.push({ status: 201, headers: { location }, body: "{}" });
    const first = await rawRequest(`${run.gateway.url}/openai/v1/batches`, { body: "{}" });
    expect(first.headers.location).toBe(`${run.gateway.url}/openai/v1/batches/1?after=2`);
    await rawRequest(first.headers.location!);
    expect(upstream.requests.map(({ target }) => target)).toEqual([
      "/base/v1/batches",
      "/base/v1/batches/1?after=2",
    ]);
  });

  test("and relative ones, below it alone", async () => {
    await run.close();
    run = await startRun("record", store, { upstream: `${upstream.url}/base` });
    for (const [location, local] of [
      ["/base/v1/batches/1", `${run.gateway.url}/openai/v1/batches/1`],
      ["1?a=b", `${run.gateway.url}/openai/v1/1?a=b`],
      ["/login", "/login"],
    ] as const) {
      upstream.push({ status: 201, headers: { location }, body: "{}" });
      const answer = await rawRequest(`${run.gateway.url}/openai/v1/batches`, { body: "{}" });
      expect(answer.headers.location).toBe(local);
    }
  });

  test("and this machine by each of its names, but another port in replay alone", async () => {
    const { port } = new URL(upstream.url);
    const links = [`http://localhost:${port}/v1/a`, "http://localhost:19/v1/a"];
    for (const location of links) {
      upstream.push({ status: 302, headers: { location }, body: "" });
    }
    const ask = async (): Promise<string | undefined> =>
      (await rawRequest(run.gateway.url + PATH, { body: BODY })).headers.location;
    expect([await ask(), await ask()]).toEqual([`${run.gateway.url}/openai/v1/a`, links[1]]);
    await run.close();
    run = await startRun("replay", store);
    const local = `${run.gateway.url}/openai/v1/a`;
    expect([await ask(), await ask()]).toEqual([local, local]);
  });

  test("but not those of others", async () => {
    upstream.push({ status: 302, headers: { location: "https://bucket.example/file" }, body: "" });
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(answer.headers.location).toBe("https://bucket.example/file");
  });
});

describe("An answer that must not be stored", () => {
  test("because it holds a known secret is not handed on as if it were", async () => {
    const said: string[] = [];
    const log = {
      warn: (text: string) => void said.push(text),
      error: (text: string) => void said.push(text),
    };
    const session = openSession({
      mode: "record",
      store: openMemoryStore(),
      clock: { now: () => 0 },
      log,
      redactor: createPatternRedactor({
        literals: new Map([["MY_TOKEN", "hunter2-hunter2"]]),
      }),
    });
    const gateway = await startGateway({
      session,
      log,
      mounts: mountsTo(upstream.url),
      report: () => ({}),
    });
    upstream.push({ body: '{"echo":"hunter2-hunter2"}' });
    const answer = await rawRequest(gateway.url + PATH, { body: BODY });
    expect(answer.status).toBe(406);
    expect(answer.headers["x-tapegate"]).toBe("failed");
    expect(answer.body.toString()).toContain("MY_TOKEN");
    expect(answer.body.toString() + said.join()).not.toContain("hunter2");
    upstream.push({ headers: SSE, chunks: ["data: hunter2-hunter2\n\n"] });
    expect((await rawRequest(gateway.url + PATH, { body: BODY })).failure).toBeDefined();
    await gateway.close();
    session.close();
  });
});

describe("An answer that repeats the credential of its own request", () => {
  const KEY = "Zq7Xw2Rt9Lm4Kp8Vn3Hs6Jd1";
  const carriers: readonly (readonly [
    where: string,
    headers: Record<string, string>,
    query: string,
  ])[] = [
    ["authorization header", { authorization: `Bearer ${KEY}` }, ""],
    ["x-api-key header", { "x-api-key": KEY }, ""],
    ["api-key header", { "api-key": KEY }, ""],
    ["x-goog-api-key header", { "x-goog-api-key": KEY }, ""],
    ["query parameter key", {}, `?key=${KEY}`],
  ];
  for (const [where, headers, query] of carriers) {
    test(`is not stored: ${where}`, async () => {
      upstream.push({ body: `{"echo":"Bearer ${KEY}"}` });
      const answer = await rawRequest(run.gateway.url + PATH + query, { body: BODY, headers });
      expect(answer.status).toBe(406);
      expect(answer.headers["x-tapegate"]).toBe("failed");
      expect(answer.body.toString()).toContain(
        `it holds the value of the secret in the request's ${where}.`,
      );
      expect(answer.body.toString() + run.said.join()).not.toContain(KEY);
      expect(run.session.tally().recorded).toBe(0);
      // Another request's key is nothing to this one.
      upstream.push({ body: `{"echo":"${KEY}"}` });
      expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).status).toBe(200);
    });
  }

  test("is not stored where it is split over a stream, and that breaks", async () => {
    const delta = (text: string): string => `data: {"delta":"${text}"}\n\n`;
    upstream.push({ headers: SSE, chunks: [delta(KEY.slice(0, 9)), delta(KEY.slice(9))] });
    const headers = { authorization: `Bearer ${KEY}` };
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY, headers });
    expect(answer.failure).toBeDefined();
    expect(run.errors).toEqual([expect.stringContaining("in the request's authorization header")]);
  });

  test("is stored where it is allowed, and never in the copy of the request", async () => {
    const session = openSession({
      mode: "record",
      store,
      clock: { now: () => 0 },
      log: { warn: () => undefined, error: () => undefined },
      secretsInOutcome: "allow",
    });
    const mounts = mountsTo(upstream.url);
    const log = { warn: () => undefined, error: () => undefined };
    const gateway = await startGateway({ session, log, mounts, report: () => ({}) });
    upstream.push({ body: '{"fine":true}' });
    const headers = { "x-api-key": KEY };
    const body = JSON.stringify({ model: KEY, messages: [{ role: "user", content: `my ${KEY}` }] });
    await rawRequest(`${gateway.url}${PATH}`, { body, headers });
    upstream.push({ body: `{"echo":"${KEY}"}` });
    expect((await rawRequest(gateway.url + PATH, { body: BODY, headers })).status).toBe(200);
    await gateway.close();
    session.close();
    const { document } = store.read("default")!;
    expect(document?.split(KEY).length).toBe(2);
    expect(document).toContain(`"echo": "${KEY}"`);
    expect(document).toContain('"content": "my [redacted]"');
  });

  test("is stored where the credential is a dummy", async () => {
    for (const dummy of ["x", "test", "tapegate-replay", "not-needed", "sk-no-key-required"]) {
      upstream.push({ body: `{"echo":"${dummy}"}` });
      const headers = { authorization: `Bearer ${dummy}`, "x-api-key": dummy };
      const answer = await rawRequest(`${run.gateway.url}${PATH}?key=${dummy}`, {
        body: BODY,
        headers,
      });
      expect(answer.status).toBe(200);
    }
    expect(run.session.tally().recorded).toBe(5);
  });

  test("shows nothing of a key that stands in a missed request", async () => {
    await run.close();
    run = await startRun("replay", store);
    const headers = { authorization: `Bearer ${KEY}` };
    const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: `my ${KEY}` }] });
    const answer = await rawRequest(run.gateway.url + PATH, { body, headers });
    expect(answer.status).toBe(406);
    expect(JSON.stringify([run.session.tally(), run.said])).not.toContain(KEY);
  });
});

describe("Scopes, lanes and call sites", () => {
  test("come from the headers before the URL", async () => {
    const store = openMemoryStore();
    await run.close();
    run = await startRun("record", store, { upstream: upstream.url });
    await rawRequest(`${run.gateway.url}/s/tests%2Ftest_a.py%3A%3Atest_x${PATH}`, { body: BODY });
    const headers = {
      "x-tapegate-scope": Buffer.from("tést").toString("latin1"),
      "x-tapegate-lane": "2",
      "x-tapegate-call-site": "tests/test_a.py:12",
    };
    await rawRequest(`${run.gateway.url}/s/other${PATH}`, { body: BODY, headers });
    await rawRequest(run.gateway.url + PATH, { body: BODY });
    await run.close();
    expect([...store.scopes()]).toEqual(["default", "tests/test_a.py::test_x", "tést"]);
    const document = JSON.parse(store.read("tést")?.document ?? "");
    expect(document.interactions[0].interaction).toMatchObject({
      lane: 2,
      callSite: "tests/test_a.py:12",
    });
  });

  test("a call site beyond the bound is none", async () => {
    const headers = { "x-tapegate-call-site": "x".repeat(1025) };
    await rawRequest(run.gateway.url + PATH, { body: BODY, headers });
    await run.close();
    const document = JSON.parse(store.read("default")?.document ?? "");
    expect(document.interactions[0].interaction).not.toHaveProperty("callSite");
  });

  test("frames and the test's line stand in the miss, bounded, and in no recording", async () => {
    const headers = {
      "x-tapegate-call-site": "tests/lib.py:2",
      "x-tapegate-callers": [
        Buffer.from("tests/tést.py:5").toString("latin1"),
        "x".repeat(1025),
        ...Array.from({ length: 20 }, (_, n) => `a.py:${n}`),
      ].join("|"),
      "x-tapegate-test-site": "tests/test_a.py:4",
    };
    await rawRequest(run.gateway.url + PATH, { body: BODY, headers });
    await run.close();
    const stored = store.read("default")!.document;
    expect(stored).toContain("tests/lib.py:2");
    expect(stored).not.toMatch(/a\.py:4|st\.py/);
    run = await startRun("replay", store);
    await rawRequest(run.gateway.url + PATH, { body: '{"other":1}', headers });
    expect(run.session.tally().misses).toMatchObject([
      {
        callSite: "tests/lib.py:2",
        callers: ["tests/tést.py:5", ...Array.from({ length: 6 }, (_, n) => `a.py:${n}`)],
        testSite: "tests/test_a.py:4",
      },
    ]);
  });

  test("lanes keep identical requests apart", async () => {
    const lanes = ["1", "0", "1", "0"];
    upstream.push(...lanes.map((lane, index) => ({ body: `"${lane}-${index}"` })));
    const ask = async (lane: string): Promise<string> =>
      (
        await rawRequest(run.gateway.url + PATH, {
          body: BODY,
          headers: { "x-tapegate-lane": lane },
        })
      ).body.toString();
    for (const lane of lanes) await ask(lane);
    await run.close();
    run = await startRun("replay", store);
    const replayed: string[] = [];
    for (const lane of ["0", "0", "1", "1"]) replayed.push(await ask(lane));
    expect(replayed).toEqual(['"0-1"', '"0-3"', '"1-0"', '"1-2"']);
  });
});
