import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import { openCassettes } from "../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { openKeptLog } from "../helpers/kept-log.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import {
  type ScriptedAnswer,
  type ScriptedUpstream,
  startScriptedUpstream,
} from "../helpers/scripted-upstream.ts";

/** One request as any client makes it. */
interface Call {
  readonly provider: string;
  readonly path: string;
  readonly method?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a client gets of it, as far as both ways can tell. */
interface Got {
  readonly status: number | "no answer";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBroken: boolean;
}

interface Case {
  readonly name: string;
  readonly calls: readonly (Call & { readonly answer: ScriptedAnswer })[];
}

const chat = { provider: "openai", path: "/v1/chat/completions", body: '{"model":"m","n":1}' };
const sse = { "content-type": "text/event-stream; charset=utf-8", "x-request-id": "r1" };
const json = { "content-type": "application/json" };

const cases: readonly Case[] = [
  {
    name: "JSON with spaces, escapes and a line feed",
    calls: [{ ...chat, answer: { body: '{"a": "\\u00e9é\\ud83d", "b": [1.0, 2]}\n' } }],
  },
  {
    name: "headers that are kept and headers that are not",
    calls: [
      {
        ...chat,
        answer: {
          headers: {
            ...json,
            "x-request-id": "r1",
            "openai-processing-ms": "12",
            "x-ratelimit-remaining-requests": "9",
            "set-cookie": "a=b",
            "cf-ray": "1",
          },
          body: "{}",
        },
      },
    ],
  },
  {
    name: "429 with retry-after, then 200",
    calls: [
      {
        ...chat,
        answer: {
          status: 429,
          headers: { ...json, "retry-after": "7" },
          body: '{"error":{"message":"slow down"}}',
        },
      },
      { ...chat, answer: { body: '{"ok":true}' } },
    ],
  },
  {
    name: "500 in plain text",
    calls: [
      {
        ...chat,
        answer: { status: 500, headers: { "content-type": "text/plain" }, body: "oh no\n" },
      },
    ],
  },
  {
    name: "a stream",
    calls: [
      {
        ...chat,
        body: '{"stream":true}',
        answer: { headers: sse, chunks: ["data: {}\n\nda", "ta: {}\n", "\ndata: [DONE]\n\n"] },
      },
    ],
  },
  {
    name: "a stream with an error frame",
    calls: [
      {
        ...chat,
        body: '{"stream":true}',
        answer: { headers: sse, chunks: ["data: {}\n\n", 'data: {"error":{"message":"x"}}\n\n'] },
      },
    ],
  },
  {
    name: "a stream that upstream broke",
    calls: [
      {
        ...chat,
        body: '{"stream":true}',
        answer: { headers: sse, chunks: ["data: {}\n\n", { pauseMs: 20 }], ending: "reset" },
      },
    ],
  },
  {
    name: "a connection that broke before the answer, then 200",
    calls: [
      { ...chat, answer: { ending: "reset" } },
      { ...chat, answer: { body: '{"ok":true}' } },
    ],
  },
  {
    name: "204 without a body",
    calls: [
      { provider: "openai", method: "DELETE", path: "/v1/files/f-1", answer: { status: 204 } },
    ],
  },
  {
    name: "polling that moves on",
    calls: ["queued", "running", "completed"].map((status) => ({
      provider: "openai",
      path: "/v1/batches/b-1?after=x",
      answer: { body: JSON.stringify({ status }) },
    })),
  },
  {
    name: "bytes that are no text",
    calls: [
      {
        ...chat,
        path: "/v1/audio/speech",
        answer: {
          headers: { "content-type": "audio/mpeg" },
          body: Uint8Array.from({ length: 300 }, (_, index) => index % 256),
        },
      },
    ],
  },
  {
    name: "a multipart upload",
    calls: [
      {
        provider: "openai",
        path: "/v1/files",
        headers: { "content-type": "multipart/form-data; boundary=xyz" },
        body: '--xyz\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nbatch\r\n--xyz--\r\n',
        answer: { body: '{"id":"f-1"}' },
      },
    ],
  },
  {
    name: "Anthropic's stream",
    calls: [
      {
        provider: "anthropic",
        path: "/v1/messages?beta=true",
        body: '{"model":"claude","stream":true}',
        answer: {
          headers: sse,
          chunks: [
            'event: message_start\ndata: {"type":"message_start"}\n\n',
            'event: message_stop\ndata: {"type":"message_stop"}\n\n',
          ],
        },
      },
    ],
  },
  {
    name: "Gemini's stream and its array",
    calls: [
      {
        provider: "gemini",
        path: "/v1beta/models/g:streamGenerateContent?alt=sse&key=secret",
        body: '{"contents":[]}',
        answer: { headers: sse, chunks: ["data: {}\r\n\r\n", "data: {}\r\n\r\n"] },
      },
      {
        provider: "gemini",
        path: "/v1beta/models/g:streamGenerateContent",
        body: '{"contents":[]}',
        answer: { headers: json, chunks: ["[{}", ",\n{}", "]"] },
      },
    ],
  },
  {
    name: "Ollama's lines",
    calls: [
      {
        provider: "ollama",
        path: "/api/chat",
        body: '{"model":"llama"}',
        answer: {
          headers: { "content-type": "application/x-ndjson" },
          chunks: ['{"done":false}\n', '{"done":true}\n'],
        },
      },
    ],
  },
];

describe("one cassette serves both chokepoints alike", () => {
  let upstream: ScriptedUpstream;
  beforeAll(async () => {
    upstream = await startScriptedUpstream();
  });
  afterAll(() => upstream.close());

  const ways = {
    gateway: throughGateway,
    "in process": inProcess,
  } as const;
  for (const [recorder, recordThrough] of Object.entries(ways)) {
    test.each(cases)(`recorded ${recorder}: $name`, async ({ calls }) => {
      const store = openMemoryStore();
      upstream.push(...calls.map(({ answer }) => answer));
      const live = await recordThrough({ mode: "record", store, upstream, calls });
      const served = await throughGateway({ mode: "replay", store, upstream, calls });
      const inside = await inProcess({ mode: "replay", store, upstream, calls });
      const withoutDelay = live.map(zeroRetryAfter);
      expect(inside).toEqual(withoutDelay);
      expect(served).toEqual(withoutDelay);
    });
  }

  test("a miss is answered with the same words", async () => {
    const store = openMemoryStore();
    upstream.push({ body: "{}" });
    await throughGateway({
      mode: "record",
      store,
      upstream,
      calls: [{ ...chat, body: '{"model":"m","messages":["Be kind, brief."]}' }],
    });
    const calls = [
      { ...chat, body: '{"model":"m","messages":["Be kind and brief."]}' },
      { ...chat, provider: "anthropic", path: "/v1/messages" },
      { ...chat, provider: "gemini", path: "/v1beta/models/g:generateContent" },
      { ...chat, provider: "cohere", path: "/v2/chat" },
    ];
    const served = await throughGateway({ mode: "replay", store, upstream, calls });
    const inside = await inProcess({ mode: "replay", store, upstream, calls });
    expect(inside).toEqual(served);
    expect(inside.map(({ status }) => status)).toEqual([406, 406, 406, 406]);
    expect(inside.every(({ body }) => body.includes("replay miss: "))).toBe(true);
  });
});

interface Conversation {
  readonly mode: "record" | "replay";
  readonly store: CassetteStore;
  readonly upstream: ScriptedUpstream;
  readonly calls: readonly Call[];
}

async function throughGateway({ mode, store, upstream, calls }: Conversation): Promise<Got[]> {
  const run = await startRun(mode, store, { upstream: upstream.url });
  const got: Got[] = [];
  for (const call of calls) {
    try {
      const answer = await rawRequest(`${run.gateway.url}/${call.provider}${call.path}`, {
        method: call.method ?? (call.body === undefined ? "GET" : "POST"),
        ...(call.headers === undefined ? {} : { headers: call.headers }),
        ...(call.body === undefined ? {} : { body: call.body }),
      });
      got.push({
        status: answer.status,
        headers: kept(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
        body: answer.body.toString("latin1"),
        isBroken: answer.failure !== undefined,
      });
    } catch {
      got.push({ status: "no answer", headers: {}, body: "", isBroken: true });
    }
  }
  await run.close();
  return got;
}

async function inProcess({ mode, store, upstream, calls }: Conversation): Promise<Got[]> {
  const got: Got[] = [];
  for (const [provider, own] of byProvider(calls)) {
    const tapes = openCassettes({
      mode: mode === "record" ? "auto" : mode,
      store,
      log: openKeptLog(),
      providers: { [provider]: { upstream: upstream.url } },
    });
    for (const call of own) got.push(await fetchOne(tapes.fetch, upstream.url, call));
    tapes.close();
  }
  return got;
}

async function fetchOne(fetch: typeof globalThis.fetch, root: string, call: Call): Promise<Got> {
  let response: Response;
  try {
    response = await fetch(`${root}${call.path}`, {
      method: call.method ?? (call.body === undefined ? "GET" : "POST"),
      headers: { ...(call.body === undefined ? {} : json), ...call.headers },
      ...(call.body === undefined ? {} : { body: Buffer.from(call.body) }),
    });
  } catch {
    return { status: "no answer", headers: {}, body: "", isBroken: true };
  }
  const bytes: Uint8Array[] = [];
  let isBroken = false;
  try {
    for await (const chunk of response.body ?? []) bytes.push(chunk);
  } catch {
    isBroken = true;
  }
  return {
    status: response.status,
    headers: kept([...response.headers]),
    body: Buffer.concat(bytes).toString("latin1"),
    isBroken,
  };
}

/** One provider after the other: all of them have the same upstream here. */
function byProvider(calls: readonly Call[]): Map<string, Call[]> {
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    groups.set(call.provider, [...(groups.get(call.provider) ?? []), call]);
  }
  return groups;
}

/** Headers of one connection say nothing of the answer. */
function kept(headers: readonly (readonly [string, string])[]): Got["headers"] {
  const ofConnection = ["connection", "keep-alive", "transfer-encoding", "content-length", "date"];
  return Object.fromEntries(
    headers.filter(([name]) => !ofConnection.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function zeroRetryAfter(got: Got): Got {
  return got.headers["retry-after"] === undefined
    ? got
    : { ...got, headers: { ...got.headers, "retry-after": "0" } };
}
