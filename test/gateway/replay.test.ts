import { afterEach, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import type { RawAnswer, RawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedAnswer, ScriptedUpstream } from "../helpers/scripted-upstream.ts";
import { until } from "../helpers/signals.ts";

const SSE = { "content-type": "text/event-stream; charset=utf-8" };
const CHAT = JSON.stringify({ model: "gpt-4o", messages: [{ role: "user", content: "Hi" }] });
const STREAM = JSON.stringify({ ...JSON.parse(CHAT), stream: true });

/** What a provider does, and what a client gets in replay: all of it is what it got while recording. */
const ANSWERS: readonly (readonly [title: string, answer: ScriptedAnswer])[] = [
  ["a JSON answer", { body: '{"a": 1.0,\n "b": "é\\u00e9"}' }],
  ["an answer without a body", { status: 204, headers: {} }],
  [
    "a binary download",
    { headers: { "content-type": "audio/mpeg" }, body: Buffer.from([255, 0, 128, 10]) },
  ],
  ["an empty JSON answer", { body: "" }],
  [
    "a stream",
    { headers: SSE, chunks: ["data: 1\n\n", { pauseMs: 2 }, "data: 2\n\ndata: [DONE]\n\n"] },
  ],
  [
    "a stream with CRLF and comments",
    { headers: SSE, chunks: [": ping\r\n\r\n", 'data: {"a":1}\r\n\r\n'] },
  ],
  [
    "a stream cut inside a character",
    {
      headers: SSE,
      chunks: [Buffer.from("data: é\n\n").subarray(0, 7), Buffer.from("data: é\n\n").subarray(7)],
    },
  ],
  [
    "a stream with an error frame",
    { headers: SSE, chunks: ["data: 1\n\n", 'data: {"error":{"message":"no"}}\n\n'] },
  ],
  ["a server error", { status: 503, body: '{"error":{"message":"busy"}}' }],
  [
    "an error in plain text",
    { status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad</h1>\n" },
  ],
  ["a redirect", { status: 302, headers: { location: "https://elsewhere.example/x" }, body: "" }],
  [
    "lines of JSON",
    {
      headers: { "content-type": "application/x-ndjson" },
      chunks: ['{"a":1}\n', '{"done":true}\n'],
    },
  ],
];

const runs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const run of runs.splice(0).reverse()) await run.close();
});

describe("A replayed answer is the recorded one", () => {
  for (const [title, answer] of ANSWERS) {
    test(title, async () => {
      const { recorded, replayed } = await recordAndReplay([answer], [{ body: CHAT }]);
      expect(replayed[0]?.status).toBe(recorded[0]?.status);
      expect(replayed[0]?.body).toEqual(recorded[0]?.body);
      expect(kept(replayed[0])).toEqual(kept(recorded[0]));
    });
  }

  test("with the headers that SDKs read, and none that belong to the connection or the account", async () => {
    const headers = {
      "content-type": "application/json",
      "x-request-id": "req_1",
      "x-ratelimit-remaining-tokens": "5",
      "openai-organization": "org-secret",
      "set-cookie": "__cf_bm=secret",
      date: "Sat, 01 Jan 2022 00:00:00 GMT",
      "alt-svc": "h3",
    };
    const { recorded, replayed } = await recordAndReplay(
      [{ headers, body: "{}" }],
      [{ body: CHAT }],
    );
    for (const answer of [recorded[0], replayed[0]]) {
      expect(kept(answer)).toEqual({
        "content-type": "application/json",
        "x-request-id": "req_1",
        "x-ratelimit-remaining-tokens": "5",
      });
    }
  });

  test("repeated requests get their answers in recorded order, then one refusal", async () => {
    const answers = ["queued", "running", "done"].map((state) => ({
      body: `{"status":"${state}"}`,
    }));
    const { recorded, replayed, run } = await recordAndReplay(answers, [
      { body: CHAT },
      { body: CHAT },
      { body: CHAT },
    ]);
    expect(replayed.map((answer) => answer.body.toString())).toEqual(
      recorded.map((answer) => answer.body.toString()),
    );
    const fourth = await ask(run, { body: CHAT });
    expect(fourth.status).toBe(406);
    expect(fourth.headers["x-tapegate"]).toBe("exhausted");
    expect(fourth.headers["x-should-retry"]).toBe("false");
    expect(fourth.body.toString()).toContain("recorded 3 times");
  });

  test("a delay before the next try is dropped, unless it is asked for", async () => {
    const limited = {
      status: 429,
      headers: {
        "content-type": "application/json",
        "retry-after": "17",
        "retry-after-ms": "17000",
      },
      body: '{"error":{}}',
    };
    const { recorded, replayed, store } = await recordAndReplay([limited], [{ body: CHAT }]);
    expect(recorded[0]?.headers["retry-after"]).toBe("17");
    expect(replayed[0]?.headers["retry-after"]).toBe("0");
    expect(replayed[0]?.headers["retry-after-ms"]).toBe("0");
    const insisting = await startRun("replay", store, { keepsRetryAfter: true });
    runs.push(insisting);
    expect((await ask(insisting, { body: CHAT })).headers["retry-after"]).toBe("17");
  });

  test("HEAD has the headers and no body", async () => {
    const { replayed } = await recordAndReplay([{ body: "{}" }], [{ method: "HEAD" }]);
    expect(replayed[0]?.status).toBe(200);
    expect(replayed[0]?.body.length).toBe(0);
  });
});

describe("A broken answer replays as broken", () => {
  test("a reset in the middle of a stream, after the same bytes", async () => {
    const answer: ScriptedAnswer = {
      headers: SSE,
      chunks: ["data: 1\n\n", "data: 2\n\n"],
      ending: "reset",
    };
    const { recorded, replayed, run } = await recordAndReplay([answer], [{ body: STREAM }]);
    expect(recorded[0]?.failure).toBeDefined();
    expect(replayed[0]?.body.toString()).toBe("data: 1\n\ndata: 2\n\n");
    expect(replayed[0]?.failure).toBeDefined();
    expect(run.session.tally().hits).toBe(1);
  });

  test("a JSON body that stops short", async () => {
    const answer: ScriptedAnswer = { chunks: ['{"a":'], ending: "reset" };
    const { recorded, replayed } = await recordAndReplay([answer], [{ body: CHAT }]);
    expect(recorded[0]?.failure).toBeDefined();
    expect(replayed[0]?.failure).toBeDefined();
    expect(replayed[0]?.body.toString()).toBe('{"a":');
  });

  test("a reset before the status line, then the recorded second try", async () => {
    const { run } = await recordAndReplay(
      [{ ending: "reset" }, { body: '{"try":2}' }],
      [{ body: CHAT }, { body: CHAT }],
    );
    expect(run.session.tally().hits).toBe(2);
  });

  test("a stream that its client left is marked, and never ends as if it were whole", async () => {
    const upstream = await scripted();
    upstream.push({
      headers: SSE,
      chunks: ["data: 1\n\n", { pauseMs: 5 }, "data: 2\n\n"],
      ending: "hang",
    });
    const store = openMemoryStore();
    const recording = await startRun("record", store, { upstream: upstream.url });
    runs.push(recording);
    await ask(recording, { body: STREAM, leavesAfterChunks: 1 });
    await until(() => recording.events.length === 1);
    await until(() => upstream.openAnswers() === 0);
    await recording.close();
    expect(store.read("default")?.document).toContain('"client left"');
    const replaying = await startRun("replay", store);
    runs.push(replaying);
    const staying = await ask(replaying, { body: STREAM });
    expect(staying.body.toString()).toMatch(/^data: 1\n\n/);
    expect(staying.failure).toBeDefined();
  });

  test("a stream that its client left is used up by a client that leaves earlier", async () => {
    const upstream = await scripted();
    const left = ["data: 1\n\n", { pauseMs: 5 }, "data: 2\n\n", { pauseMs: 5 }, "data: 3\n\n"];
    upstream.push(
      { headers: SSE, chunks: left, ending: "hang" },
      { headers: SSE, chunks: ["data: next\n\n"] },
    );
    const store = openMemoryStore();
    const recording = await startRun("record", store, { upstream: upstream.url });
    runs.push(recording);
    await ask(recording, { body: STREAM, leavesAfterChunks: 3 });
    await until(() => recording.events.length === 1);
    await ask(recording, { body: STREAM });
    await recording.close();
    const replaying = await startRun("replay", store, { stream: "real-time" });
    runs.push(replaying);
    await ask(replaying, { body: STREAM, leavesAfterChunks: 1 });
    await until(() => replaying.events.length === 1);
    const next = await ask(replaying, { body: STREAM });
    expect(next.body.toString()).toBe("data: next\n\n");
  });

  test("a client that closes after the wire's own end of stream has read it all", async () => {
    const upstream = await scripted();
    upstream.push({
      headers: SSE,
      chunks: ["data: 1\n\n", { pauseMs: 5 }, "data: [DONE]\n\n"],
      ending: "hang",
    });
    const store = openMemoryStore();
    const recording = await startRun("record", store, { upstream: upstream.url });
    runs.push(recording);
    await ask(recording, { body: STREAM, leavesAfterChunks: 2 });
    await until(() => recording.events.length === 1);
    await recording.close();
    expect(store.read("default")?.document).toContain('"ending": "end"');
  });

  test("an error frame is told apart", async () => {
    const frame = 'data: {"error":{"message":"no"}}\n\n';
    const { store } = await recordAndReplay(
      [{ headers: SSE, chunks: [frame] }],
      [{ body: STREAM }],
    );
    expect(store.read("default")?.document).toContain('"error frame"');
  });
});

describe("A recording is used up when its answer has been written", () => {
  test("a client that vanishes before it gets the answer leaves it to its next try", async () => {
    const { store } = await recordAndReplay(
      [{ headers: SSE, chunks: ["data: 1\n\n", { pauseMs: 300 }, "data: 2\n\n"] }],
      [{ body: STREAM }],
    );
    const run = await startRun("replay", store, { stream: "real-time" });
    runs.push(run);
    await ask(run, { body: STREAM, leavesAfterChunks: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(run.session.tally().hits).toBe(0);
    const again = await ask(run, { body: STREAM });
    expect(again.body.toString()).toBe("data: 1\n\ndata: 2\n\n");
    expect(run.session.tally().hits).toBe(1);
  });
});

describe("Network chunks", () => {
  const answer: ScriptedAnswer = {
    headers: SSE,
    chunks: ["data: 1\n\n", { pauseMs: 30 }, "data: 2\n\n", { pauseMs: 30 }, "data: 3\n\n"],
  };

  test("are joined by default", async () => {
    const { replayed } = await recordAndReplay([answer], [{ body: STREAM }]);
    expect(replayed[0]?.chunks.length).toBe(1);
  });

  test("are kept on request", async () => {
    const { replayed } = await recordAndReplay([answer], [{ body: STREAM }], { stream: "frames" });
    expect(replayed[0]?.chunks.map(String)).toEqual(["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"]);
  });

  test("come at their recorded times on request", async () => {
    const { store } = await recordAndReplay([answer], [{ body: STREAM }]);
    const run = await startRun("replay", store, { stream: "real-time" });
    runs.push(run);
    const { interactions } = JSON.parse(store.read("default")!.document!);
    const lastMs: number = interactions[0].interaction.outcome.chunkTimesMs.at(-1);
    expect(lastMs).toBeGreaterThan(0);
    const start = performance.now();
    await ask(run, { body: STREAM });
    // A timer may fire one millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(lastMs - 1);
  });

  test("are kept where the dialect says they matter", async () => {
    const path = "/gemini/v1beta/models/gemini-2.0-flash:streamGenerateContent?alt=sse";
    const { replayed } = await recordAndReplay([answer], [{ body: CHAT }], {}, path);
    expect(replayed[0]?.chunks.map(String)).toEqual(["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"]);
  });
});

describe("A request that differs is refused", () => {
  const base = {
    model: "gpt-4o",
    temperature: 0,
    messages: [
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hi" },
    ],
    tools: [{ name: "a" }],
  };
  const changes: readonly (readonly [string, object])[] = [
    ["the system prompt", { messages: [{ role: "system", content: "Be kind" }, base.messages[1]] }],
    ["the user's text", { messages: [base.messages[0], { role: "user", content: "Hi!" }] }],
    ["the temperature", { temperature: 0.1 }],
    ["the tools", { tools: [{ name: "b" }] }],
    ["the model", { model: "gpt-4o-mini" }],
    ["streaming", { stream: true }],
  ];
  for (const [what, change] of changes) {
    test(what, async () => {
      const { run } = await recordAndReplay([{ body: "{}" }], [{ body: JSON.stringify(base) }]);
      const answer = await ask(run, { body: JSON.stringify({ ...base, ...change }) });
      expect(answer.status).toBe(406);
      expect(answer.headers["x-tapegate"]).toBe("miss");
      expect(answer.headers["x-should-retry"]).toBe("false");
      const error = JSON.parse(answer.body.toString()).error as { message: string; type: string };
      expect(error.type).toBe("replay_miss");
      expect(error.message).toMatch(
        /^replay miss: POST \/v1\/chat\/completions key [0-9a-f]{12} is not in cassette "default" \(nearest: #1 differs at \$\./,
      );
      expect(error.message).not.toContain("\n");
      expect(error.message).not.toContain("kind");
    });
  }

  test("spacing, member order and number spelling are no difference", async () => {
    const { store } = await recordAndReplay(
      [{ body: "{}" }],
      [{ body: '{"a": 1.0, "b": "\\u00e9"}' }],
    );
    const run = await startRun("replay", store);
    runs.push(run);
    expect((await ask(run, { body: '{"b":"é","a":1}' })).status).toBe(200);
  });
});

interface Recorded {
  readonly recorded: readonly RawAnswer[];
  readonly replayed: readonly RawAnswer[];
  /** The replaying run, still open. */
  readonly run: GatewayRun;
  readonly store: ReturnType<typeof openMemoryStore>;
}

async function recordAndReplay(
  answers: readonly ScriptedAnswer[],
  requests: readonly RawRequest[],
  options: Parameters<typeof startRun>[2] = {},
  path?: string,
): Promise<Recorded> {
  const upstream = await scripted();
  upstream.push(...answers);
  const store = openMemoryStore();
  const recording = await startRun("record", store, { upstream: upstream.url });
  const recorded = await askAll(recording, requests, path);
  await recording.close();
  expect(upstream.requests.length).toBe(requests.length);
  const run = await startRun("replay", store, options);
  runs.push(run);
  const replayed = await askAll(run, requests, path);
  expect(upstream.requests.length).toBe(requests.length);
  return { recorded, replayed, run, store };
}

async function scripted(): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream();
  runs.push(upstream);
  return upstream;
}

/** In sequence; one that broke before its status line is left out. */
async function askAll(
  run: GatewayRun,
  requests: readonly RawRequest[],
  path?: string,
): Promise<RawAnswer[]> {
  const answers: RawAnswer[] = [];
  for (const request of requests) {
    try {
      answers.push(await ask(run, request, path));
    } catch (error) {
      expect(error).toMatchObject({ code: "ECONNRESET" });
    }
  }
  return answers;
}

function ask(
  run: GatewayRun,
  request: RawRequest,
  path = "/openai/v1/chat/completions",
): Promise<RawAnswer> {
  return rawRequest(`${run.gateway.url}${path}`, request);
}

function kept(answer: RawAnswer | undefined): Record<string, unknown> {
  const {
    connection: _c,
    "transfer-encoding": _t,
    "content-length": _l,
    ...rest
  } = answer?.headers ?? {};
  return rest;
}
