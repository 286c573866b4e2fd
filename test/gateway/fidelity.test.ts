// The fidelity table of docs/gateway.md, row by row, over the gateway and in process: a provider
// that streams 12 frames and `[DONE]`, 5 ms apart, that limits, fails in band and breaks off.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configureProviders } from "../../src/dialects/configuration.ts";
import { openCassettes } from "../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { openKeptLog } from "../helpers/kept-log.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../helpers/scripted-upstream.ts";

type Store = ReturnType<typeof openMemoryStore>;

/** One run behind a chokepoint. */
interface Run {
  readonly ask: (body: string) => Promise<Response>;
  readonly tally: () => { readonly hits: number; readonly misses: readonly unknown[] };
  readonly close: () => Promise<void>;
}

/** What a client saw of an answer. */
interface Seen {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
  readonly reads: number;
  readonly isBroken: boolean;
}

const SSE = { "content-type": "text/event-stream; charset=utf-8" };
const KEY = "sk-proj-4f9a8b7c6d5e4f3a2b1c_4f9a8b7c6d5e4f3a2b1c";

const FRAMES = [
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `data: {"id":"chatcmpl-1","system_fingerprint":"fp_1","obfuscation":"x${index}","choices":[{"index":0,"delta":{"content":"é☃ ${index}"},"logprobs":null}]}\n\n`,
  ),
  "data: [DONE]\n\n",
];
const ERROR_FRAME =
  'event: error\ndata: {"error":{"message":"overloaded","type":"server_error"}}\n\n';
const LIMITED =
  '{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"}}';

const spaced = (frames: readonly string[]): readonly (string | { readonly pauseMs: number })[] =>
  frames.flatMap((frame) => [frame, { pauseMs: 5 }]);

const chat = (content: string, more: object = {}): string =>
  JSON.stringify({
    model: "gpt-4o",
    temperature: 0,
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content },
    ],
    ...more,
  });

/** The requests of the recorded run, in order, and what the provider answers. */
const SCRIPT = [
  { body: chat("twice"), answer: { body: '{"choices":[{"message":{"content":"first"}}]}' } },
  { body: chat("twice"), answer: { body: '{"choices":[{"message":{"content":"second"}}]}' } },
  {
    body: chat("stream", { stream: true }),
    answer: { headers: SSE, chunks: spaced(FRAMES) },
  },
  {
    body: chat("error frame", { stream: true }),
    answer: { headers: SSE, chunks: spaced([...FRAMES.slice(0, 5), ERROR_FRAME]) },
  },
  {
    body: chat("abort", { stream: true }),
    answer: { headers: SSE, chunks: spaced(FRAMES.slice(0, 5)), ending: "reset" as const },
  },
  {
    body: chat("limited"),
    answer: {
      status: 429,
      headers: { "content-type": "application/json", "retry-after": "17" },
      body: LIMITED,
    },
  },
] as const;

/** A probe each: none may be answered from the recording of `stream`. */
const PROBES: Readonly<Record<string, string>> = {
  "system prompt": chat("stream", {
    stream: true,
    messages: [
      { role: "system", content: "Be long." },
      { role: "user", content: "stream" },
    ],
  }),
  temperature: chat("stream", { stream: true, temperature: 0.5 }),
  tools: chat("stream", {
    stream: true,
    tools: [{ type: "function", function: { name: "weather", parameters: {} } }],
  }),
  "longer user text": chat("stream, and then some", { stream: true }),
};

/** What a row must show: what was seen while recording, what in replay, and what is stored. */
interface Evidence {
  readonly recorded: readonly Seen[];
  readonly replayed: readonly Seen[];
  readonly documents: string;
  readonly probes: readonly Seen[];
  readonly liveCallsInReplay: number;
  /** A second replay, in which nothing asks for a shorter wait. */
  readonly insisting: readonly Seen[];
}

/** The table: its rows' names are those of the page. */
const ROWS: Readonly<Record<string, (evidence: Evidence) => void>> = {
  "Two identical calls, two answers: both, in order": ({ recorded, replayed }) => {
    expect([replayed[0]?.body, replayed[1]?.body]).toEqual([
      SCRIPT[0].answer.body,
      SCRIPT[1].answer.body,
    ]);
    expect(replayed.slice(0, 2)).toEqual(recorded.slice(0, 2));
  },
  "A stream's bytes are equal": ({ recorded, replayed }) => {
    expect(recorded[2]?.body).toBe(FRAMES.join(""));
    expect(replayed[2]?.body).toBe(FRAMES.join(""));
  },
  "The client reads it in as many pieces as live": ({ recorded, replayed }) => {
    expect(recorded[2]?.reads).toBe(FRAMES.length);
    expect(replayed[2]?.reads).toBe(FRAMES.length);
  },
  "An error frame in mid-stream is kept": ({ recorded, replayed, documents }) => {
    const body = FRAMES.slice(0, 5).join("") + ERROR_FRAME;
    for (const seen of [recorded[3], replayed[3]]) {
      expect(seen).toMatchObject({ body, isBroken: false });
    }
    expect(documents).toContain('"ending": "error frame"');
  },
  "A connection that broke off breaks off, after the same bytes": ({
    recorded,
    replayed,
    documents,
  }) => {
    for (const seen of [recorded[4], replayed[4]]) {
      expect(seen).toMatchObject({ body: FRAMES.slice(0, 5).join(""), isBroken: true });
    }
    expect(documents).toContain('"ending": "abort"');
  },
  "A 429 keeps its status and its retry-after": ({ recorded, replayed, insisting }) => {
    for (const seen of [recorded[5], replayed[5], insisting[5]]) {
      expect(seen).toMatchObject({ status: 429, body: LIMITED });
    }
    expect(recorded[5]?.retryAfter).toBe("17");
    expect(insisting[5]?.retryAfter).toBe("17");
    // Tests should not wait for 17 s, unless they are about that.
    expect(replayed[5]?.retryAfter).toBe("0");
  },
  "No key is on disk": ({ documents }) => {
    expect(documents.length).toBeGreaterThan(1000);
    expect(documents).not.toContain(KEY);
    expect(documents.toLowerCase()).not.toContain("authorization");
  },
  "A changed request is refused: system prompt, temperature, tools, longer text": ({ probes }) => {
    expect(probes.map(({ status }) => status)).toEqual([406, 406, 406, 406]);
    for (const { body } of probes) expect(body).toContain("replay miss: ");
  },
  "Nothing is asked live in replay": ({ liveCallsInReplay }) => {
    expect(liveCallsInReplay).toBe(0);
  },
};

type Open = (
  mode: "record" | "replay",
  store: Store,
  more: { url: string; keeps?: boolean },
) => Promise<Run>;

const WAYS: Readonly<Record<string, Open>> = {
  "over the gateway": openGateway,
  "in process": openInProcess,
};

describe.each(Object.entries(WAYS))("Fidelity %s", (_way, open) => {
  let upstream: ScriptedUpstream;
  let evidence: Evidence;
  beforeAll(async () => {
    upstream = await startScriptedUpstream();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      evidence = await collect(open, upstream);
      if ([evidence.recorded, evidence.replayed].every((seen) => seen[2]?.reads === FRAMES.length))
        break;
    }
  });
  afterAll(() => upstream.close());

  test.each(Object.entries(ROWS))("%s", (_row, holds) => {
    holds(evidence);
  });
});

/** A busy machine may hand two pieces on at once, live too: then everything is asked anew. */
const ATTEMPTS_MAX = 5;

async function collect(open: Open, upstream: ScriptedUpstream): Promise<Evidence> {
  const asked = upstream.requests.length;
  upstream.push(...SCRIPT.map(({ answer }) => answer));
  const store = openMemoryStore();
  const recorded = await play(await open("record", store, upstream), SCRIPT);
  const before = upstream.requests.length;
  expect(before - asked).toBe(SCRIPT.length);
  // Asked first and in a run of their own: a used-up recording would flatter.
  const probing = Object.values(PROBES).map((body) => ({ body }));
  const probes = await play(await open("replay", store, upstream), probing);
  const replayed = await play(await open("replay", store, upstream), SCRIPT);
  const insisting = await play(
    await open("replay", store, { url: upstream.url, keeps: true }),
    SCRIPT,
  );
  return {
    recorded,
    replayed,
    probes,
    insisting,
    documents: store.read("default")?.document ?? "",
    liveCallsInReplay: upstream.requests.length - before,
  };
}

test("docs/gateway.md has this table, and every row says yes", () => {
  const page = readFileSync(join(ROOT, "docs/gateway.md"), "utf8");
  const rows = [...page.matchAll(/^\| (.+?) \| yes \|$/gm)].map((match) => match[1]);
  expect(rows).toEqual(Object.keys(ROWS));
});

async function play(run: Run, requests: readonly { readonly body: string }[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const { body } of requests) seen.push(await read(await run.ask(body)));
  await run.close();
  return seen;
}

async function read(response: Response): Promise<Seen> {
  const pieces: Uint8Array[] = [];
  let isBroken = false;
  try {
    for await (const piece of response.body!) pieces.push(piece);
  } catch {
    // Undici says "terminated" of any connection that closed too early.
    isBroken = true;
  }
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: Buffer.concat(pieces).toString("utf8"),
    reads: pieces.length,
    isBroken,
  };
}

function request(body: string): RequestInit {
  const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
  return { method: "POST", headers, body };
}

async function openGateway(
  mode: "record" | "replay",
  store: Store,
  { url, keeps = false }: { readonly url: string; readonly keeps?: boolean },
): Promise<Run> {
  const configured = configureProviders({ openai: { upstream: url } });
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  const { mounts } = configured;
  const run = await startRun(mode, store, { mounts, stream: "frames", keepsRetryAfter: keeps });
  return {
    ask: (body) => fetch(`${run.gateway.url}/openai/v1/chat/completions`, request(body)),
    tally: () => run.session.tally(),
    close: () => run.close(),
  };
}

async function openInProcess(
  mode: "record" | "replay",
  store: Store,
  { url, keeps = false }: { readonly url: string; readonly keeps?: boolean },
): Promise<Run> {
  const providers = { openai: { upstream: url } };
  const log = openKeptLog();
  const tapes = openCassettes({ mode, store, providers, log, keepsRetryAfter: keeps });
  return {
    ask: (body) => tapes.fetch(`${url}/v1/chat/completions`, request(body)),
    tally: () => tapes.tally()!,
    close: async () => tapes.close(),
  };
}
