// Wires that recorded suites hold little of, from a scripted provider through the gateway and back.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configureProviders } from "../../src/dialects/configuration.ts";
import type { Interaction } from "../../src/cassette/values.ts";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { type GatewayRun, startRun } from "../helpers/gateway-run.ts";
import { rawRequest, type RawRequest } from "../helpers/raw-http.ts";
import {
  type ScriptedAnswer,
  type ScriptedUpstream,
  startScriptedUpstream,
} from "../helpers/scripted-upstream.ts";

let upstream: ScriptedUpstream;
let store: ReturnType<typeof openMemoryStore>;
let run: GatewayRun;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
  store = openMemoryStore();
  run = await open("record");
});
afterEach(async () => {
  await run.close();
  await upstream.close();
});

interface WireCase {
  readonly what: string;
  readonly path: string;
  readonly body: string;
  readonly answer: ScriptedAnswer;
  readonly ending: string;
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
const NDJSON = { "content-type": "application/x-ndjson" };
const COHERE = { "content-type": "application/stream+json" };
const SSE = { "content-type": "text/event-stream" };
const GEMINI = "/gemini/v1beta/models/gemini-2.5-flash:streamGenerateContent";

const COHERE_LINES = [
  json({ is_finished: false, event_type: "stream-start", generation_id: "g" }),
  json({ is_finished: false, event_type: "text-generation", text: "Schnee ☃" }),
  json({ is_finished: true, event_type: "stream-end", finish_reason: "COMPLETE" }),
];
const GEMINI_ARRAY = [
  '[{"candidates": [{"content": {"parts": [{"text": "Schnee "}]}}]}\n',
  ',\r\n{"candidates": [{"content": {"parts": [{"text": "☃"}]},"finishReason": "STOP"}]}\n',
  "]",
];

const WIRES: readonly WireCase[] = [
  {
    what: "Cohere v1's lines of JSON",
    path: "/cohere/v1/chat",
    body: '{"message":"Hi","stream":true}',
    answer: { headers: COHERE, chunks: COHERE_LINES },
    ending: "end",
  },
  {
    what: "Cohere v1's lines that end in an error",
    path: "/cohere/v1/chat",
    body: '{"message":"Hi","stream":true}',
    answer: {
      headers: COHERE,
      chunks: [
        COHERE_LINES[0]!,
        json({ is_finished: true, event_type: "stream-end", finish_reason: "ERROR" }),
      ],
    },
    ending: "error frame",
  },
  {
    what: "Cohere v1's lines, broken off",
    path: "/cohere/v1/chat",
    body: '{"message":"Hi","stream":true}',
    answer: { headers: COHERE, chunks: COHERE_LINES.slice(0, 2), ending: "reset" },
    ending: "abort",
  },
  {
    what: "Gemini's array that comes piece by piece",
    path: GEMINI,
    body: '{"contents":[]}',
    answer: { chunks: GEMINI_ARRAY },
    ending: "end",
  },
  {
    what: "Gemini's array, broken off",
    path: GEMINI,
    body: '{"contents":[]}',
    answer: { chunks: GEMINI_ARRAY.slice(0, 2), ending: "reset" },
    ending: "abort",
  },
  {
    what: "Gemini's events with a failure",
    path: `${GEMINI}?alt=sse`,
    body: '{"contents":[]}',
    answer: {
      headers: SSE,
      chunks: [
        'data: {"candidates": []}\r\n\r\n',
        'data: {"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}}\r\n\r\n',
      ],
    },
    ending: "error frame",
  },
  {
    what: "Ollama's lines with a failure",
    path: "/ollama/api/chat",
    body: '{"model":"m","messages":[]}',
    answer: { headers: NDJSON, chunks: [json({ done: false }), json({ error: "stopped" })] },
    ending: "error frame",
  },
  {
    what: "watsonx's numbered events",
    path: "/watsonx/ml/v1/text/chat_stream?version=2025-02-11",
    body: '{"model_id":"m","messages":[]}',
    answer: { headers: SSE, chunks: ['id: 1\nevent: message\ndata: {"choices":[]}\n\n'] },
    ending: "end",
  },
  {
    what: "OpenAI's speech",
    path: "/openai/v1/audio/speech",
    body: '{"model":"tts-1","input":"Hi","voice":"alloy"}',
    answer: {
      headers: { "content-type": "audio/mpeg" },
      chunks: [Buffer.from([255, 243, 0, 1]), Buffer.from([128, 200])],
    },
    ending: "end",
  },
  {
    what: "a run of OpenAI's assistants",
    path: "/openai/v1/threads/thread_abc123/runs",
    body: '{"assistant_id":"asst_1","stream":true}',
    answer: {
      headers: SSE,
      chunks: [
        'event: thread.run.created\ndata: {"id":"run_1"}\n\n',
        "event: done\ndata: [DONE]\n\n",
      ],
    },
    ending: "end",
  },
  {
    what: "an image",
    path: "/openai/v1/images/generations",
    body: '{"model":"gpt-image-1","prompt":"snow"}',
    answer: { body: JSON.stringify({ data: [{ b64_json: "A".repeat(200_000) }] }) },
    ending: "end",
  },
  {
    what: "the results of a batch",
    path: "/openai/v1/files/file-abc123/content",
    body: "",
    answer: {
      headers: { "content-type": "application/octet-stream" },
      body: json({ custom_id: "1" }) + json({ custom_id: "2" }),
    },
    ending: "end",
  },
];

describe("What a wire says is recorded and comes back", () => {
  test.each(WIRES.map((wire) => [wire.what, wire] as const))("%s", async (_what, wire) => {
    upstream.push(wire.answer);
    const request: RawRequest = wire.body === "" ? {} : { body: wire.body };
    const recorded = await rawRequest(run.gateway.url + wire.path, request);
    await reopen();
    const replayed = await rawRequest(run.gateway.url + wire.path, request);
    const { body, chunks = [body ?? ""] } = wire.answer;
    const sent = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string)));
    // As texts: comparing Buffers of this size takes seconds.
    expect(recorded.body.toString("latin1")).toBe(sent.toString("latin1"));
    expect(replayed.body.toString("latin1")).toBe(sent.toString("latin1"));
    expect(replayed.headers["content-type"]).toBe(recorded.headers["content-type"]);
    for (const { failure } of [recorded, replayed]) {
      expect(failure === undefined).toBe(wire.ending !== "abort");
    }
    expect(interactions()).toMatchObject([{ outcome: { ending: wire.ending } }]);
    expect(upstream.requests.length).toBe(1);
  });
});

describe("A configured provider", () => {
  const cases: readonly (readonly [name: string, sent: string, upstream: string])[] = [
    ["xai", "/v1/chat/completions", "/v1/chat/completions"],
    ["deepseek", "/v1/chat/completions", "/chat/completions"],
    ["perplexity", "/chat/completions", "/chat/completions"],
    ["cerebras", "/v1/chat/completions", "/v1/chat/completions"],
    ["huggingface", "/novita/v3/openai/chat/completions", "/novita/v3/openai/chat/completions"],
    ["snowflake", "/chat/completions", "/api/v2/cortex/v1/chat/completions"],
    ["zai", "/chat/completions", "/api/paas/v4/chat/completions"],
    ["writer", "/v1/chat", "/v1/chat"],
    ["replicate", "/v1/predictions", "/v1/predictions"],
    ["voyage", "/v1/embeddings", "/v1/embeddings"],
    ["deepgram", "/v1/listen?model=nova-3", "/v1/listen?model=nova-3"],
    ["watsonx", "/ml/v1/text/chat?version=2025-02-11", "/ml/v1/text/chat?version=2025-02-11"],
    ["bedrock-mantle", "/v1/responses", "/v1/responses"],
    ["mine", "/v1/chat/completions", "/v1/chat/completions"],
  ];
  test.each(cases)("%s is asked, recorded and replayed", async (name, sent, target) => {
    upstream.push({ body: '{"usage":{"prompt_tokens":1,"completion_tokens":2}}' });
    const request = { body: `{"model":"m","of":"${name}"}` };
    const recorded = await rawRequest(`${run.gateway.url}/${name}${sent}`, request);
    expect(upstream.requests[0]?.target).toBe(target);
    await reopen();
    const replayed = await rawRequest(`${run.gateway.url}/${name}${sent}`, request);
    expect([replayed.status, replayed.body]).toEqual([200, recorded.body]);
    const missed = await rawRequest(`${run.gateway.url}/${name}${sent}`, { body: '{"model":"n"}' });
    expect(missed.status).toBe(406);
    expect(missed.body.toString()).toContain("replay miss: ");
    expect(upstream.requests.length).toBe(1);
  });

  test("is another provider's neighbour: the same request is not the same", async () => {
    upstream.push({ body: '"of xai"' }, { body: '"of groq"' });
    const path = "/v1/chat/completions";
    await rawRequest(`${run.gateway.url}/xai${path}`, { body: "{}" });
    await rawRequest(`${run.gateway.url}/mine${path}`, { body: "{}" });
    await reopen();
    const second = await rawRequest(`${run.gateway.url}/mine${path}`, { body: "{}" });
    expect(second.body.toString()).toBe('"of groq"');
  });
});

test.each(["end", "reset"] as const)(
  "A header beyond ASCII keeps its bytes, also before a stream that ends with %s",
  async (ending) => {
    const named = 'attachment; filename="caf\u00e9.txt"';
    upstream.push({
      headers: { ...SSE, "content-disposition": named },
      chunks: [Buffer.from("data: 1\n\n")],
      ending,
    });
    const recorded = await rawRequest(`${run.gateway.url}/openai/v1/x`, { body: "{}" });
    await reopen();
    const replayed = await rawRequest(`${run.gateway.url}/openai/v1/x`, { body: "{}" });
    for (const { headers, body } of [recorded, replayed]) {
      // As Latin-1 reads what Node flushed as UTF-8.
      const flushed = Buffer.from(named, "utf8").toString("latin1");
      expect(headers["content-disposition"]).toBe(flushed);
      expect(body.toString()).toBe("data: 1\n\n");
    }
  },
);

test("An upload is the same request whatever its boundary, and another with another byte", async () => {
  const upload = (boundary: string, content: string): RawRequest => ({
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: [
      `--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nbatch`,
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jsonl"\r\ncontent-type: application/${boundary}\r\n\r\n${content}`,
      `--${boundary}--\r\n`,
    ].join("\r\n"),
  });
  upstream.push({ body: '{"id":"file-1"}' });
  await rawRequest(`${run.gateway.url}/openai/v1/files`, upload("one", "{}"));
  await reopen();
  const url = `${run.gateway.url}/openai/v1/files`;
  expect((await rawRequest(url, upload("other", "{ }"))).status).toBe(406);
  expect((await rawRequest(url, upload("other", "{}"))).body.toString()).toBe('{"id":"file-1"}');
});

test("Polling gets its states in their order", async () => {
  const states = ["validating", "in_progress", "in_progress", "completed"];
  upstream.push(...states.map((status) => ({ body: JSON.stringify({ status }) })));
  const poll = async (): Promise<unknown> => {
    const { body } = await rawRequest(`${run.gateway.url}/openai/v1/batches/batch_1`);
    return JSON.parse(body.toString()).status;
  };
  for (const state of states) expect(await poll()).toBe(state);
  await reopen();
  for (const state of states) expect(await poll()).toBe(state);
});

describe("Links of a provider lead back", () => {
  test.each([
    ["location", "openai", "https://api.openai.com/v1/files/f?x=1", "/openai/v1/files/f?x=1"],
    ["operation-location", "azure", "https://r.openai.azure.com/openai/o", "/azure/openai/o"],
    [
      "x-goog-upload-url",
      "gemini",
      "https://generativelanguage.googleapis.com/upload/v1beta/files?upload_id=1",
      "/gemini/upload/v1beta/files?upload_id=1",
    ],
  ])("%s of %s", async (header, name, url, path) => {
    upstream.push({ status: 202, headers: { [header]: url }, body: "" });
    for (const mode of ["record", "replay"]) {
      if (mode === "replay") await reopen();
      const answer = await rawRequest(`${run.gateway.url}/s/a%20b/${name}/v1/x`, { body: "{}" });
      expect(answer.headers[header]).toBe(`${run.gateway.url}/s/a%20b${path}`);
    }
  });

  test.each([
    ["from the root", "/v1/files/f?x=1", "/v1/files/f?x=1"],
    ["from the folder", "f?x=1", "/v1/batches/f?x=1"],
    ["from the path", "?after=2", "/v1/batches/b?after=2"],
    ["from the scheme", "//api.openai.com/v1/files/f", "/v1/files/f"],
  ])("relative ones too: %s", async (_, link, path) => {
    upstream.push({ status: 307, headers: { location: link }, body: "" }, { body: '{"ok":1}' });
    for (const mode of ["record", "replay"]) {
      if (mode === "replay") await reopen();
      const root = `${run.gateway.url}/s/a%20b/openai`;
      const answer = await rawRequest(`${root}/v1/batches/b`, { body: "{}" });
      expect(answer.headers.location).toBe(root + path);
      const followed = await rawRequest(answer.headers.location!, { body: "{}" });
      expect(followed.body.toString()).toBe('{"ok":1}');
    }
    expect(upstream.requests[1]?.target).toBe(path);
  });

  test("a prediction's stream is at another host of Replicate, and is recorded from there", async () => {
    const stream = "https://stream.replicate.com/v1/files/abc123";
    const agent = { "user-agent": "replicate-javascript/1.4.0" };
    upstream.push(
      { status: 201, body: JSON.stringify({ id: "p1", urls: { stream } }) },
      { headers: SSE, chunks: ["event: output\ndata: Schnee\n\n", "event: done\ndata: {}\n\n"] },
    );
    for (const mode of ["record", "replay"]) {
      if (mode === "replay") await reopen();
      const asked = { body: '{"version":"v","stream":true}', headers: agent };
      const created = await rawRequest(`${run.gateway.url}/replicate/v1/predictions`, asked);
      const { urls } = JSON.parse(created.body.toString());
      expect(urls.stream).toBe(`${run.gateway.url}/replicate-stream/v1/files/abc123`);
      const answer = await rawRequest(urls.stream, { headers: { accept: "text/event-stream" } });
      expect(answer.body.toString()).toBe(
        "event: output\ndata: Schnee\n\nevent: done\ndata: {}\n\n",
      );
    }
    expect(interactions().map(({ outcome }) => outcome)).toMatchObject([
      { ending: "end" },
      { ending: "end" },
    ]);
    expect(upstream.requests.map(({ target }) => target)).toEqual([
      "/v1/predictions",
      "/v1/files/abc123",
    ]);
  });
});

const NAMES =
  "openai azure gemini cohere ollama xai deepseek perplexity cerebras huggingface snowflake zai writer replicate replicate-stream voyage deepgram watsonx bedrock-mantle mine";

function open(mode: "record" | "replay"): Promise<GatewayRun> {
  const configured = configureProviders(
    Object.fromEntries(NAMES.split(" ").map((name) => [name, { upstream: upstream.url }])),
  );
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  return startRun(mode, store, { mounts: configured.mounts });
}

async function reopen(): Promise<void> {
  await run.close();
  run = await open("replay");
}

function interactions(): readonly Interaction[] {
  return decodeCassette(store.read("default")?.document ?? "", "default").interactions;
}
