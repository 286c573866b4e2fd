import { afterEach, describe, expect, test, vi } from "vitest";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import {
  type Cassettes,
  type CassettesOptions,
  openCassettes,
} from "../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { openKeptLog } from "../helpers/kept-log.ts";

const chat = "https://api.openai.com/v1/chat/completions";
const asked = JSON.stringify({ model: "gpt-5", messages: [{ role: "user", content: "Hi" }] });
const answered = JSON.stringify({ id: "c1", choices: [{ message: { content: "Hello" } }] });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a cassette's fetch", () => {
  test("replays what it recorded, byte for byte, and never calls the live fetch", async () => {
    const { store, live } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    expect(live).toHaveBeenCalledTimes(1);
    const tapes = open("replay", store, { fetch: live });
    const response = await tapes.fetch(chat, { method: "POST", body: asked });
    expect(await response.text()).toBe(answered);
    expect(response.url).toBe(chat);
    expect(live).toHaveBeenCalledTimes(1);
    expect(tapes.tally()?.hits).toBe(1);
  });

  test("does not touch the global fetch in replay", async () => {
    const { store } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("a live call"));
    const tapes = open("replay", store);
    expect((await tapes.fetch(chat, { method: "POST", body: asked })).status).toBe(200);
    expect((await tapes.fetch(chat, { method: "POST", body: "{}" })).status).toBe(406);
    expect((await tapes.fetch("https://example.com/")).status).toBe(406);
  });

  test("gives the recording run what replay will give, and no other header", async () => {
    const headers = {
      "content-type": "application/json",
      "x-request-id": "r1",
      "set-cookie": "a=b",
      "cf-ray": "1",
      date: "today",
    };
    const live = fetchOf(() => new Response(answered, { headers }));
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: live });
    const recorded = await tapes.fetch(chat, { method: "POST", body: asked });
    tapes.close();
    const replayed = await open("replay", store).fetch(chat, { method: "POST", body: asked });
    expect([...recorded.headers]).toEqual([...replayed.headers]);
    expect([...recorded.headers.keys()]).toEqual(["content-type", "x-request-id"]);
  });

  test("answers a miss with 406 in the provider's shape, tallies it, and says nothing of the request", async () => {
    const { store } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    const log = openKeptLog();
    const tapes = open("replay", store, { log });
    const secretText = "the quarterly figures";
    const body = asked.replace("Hi", secretText);
    const response = await tapes.fetch(chat, { method: "POST", body });
    expect(response.status).toBe(406);
    expect(response.headers.get("x-should-retry")).toBe("false");
    expect(response.headers.get("x-tapegate")).toBe("miss");
    const { error } = (await response.json()) as { error: { message: string; type: string } };
    expect(error.message).toMatch(/^replay miss: POST \/v1\/chat\/completions key [0-9a-f]{12} /);
    expect(error.message).not.toContain(secretText);
    expect(tapes.tally()?.misses).toHaveLength(1);
    expect(log.lines).toHaveLength(1);
    expect(() => tapes.verify()).toThrow(/1 requests without a recording/);
  });

  test("answers a request made too often as used up", async () => {
    const { store } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    const tapes = open("replay", store);
    await tapes.fetch(chat, { method: "POST", body: asked });
    const again = await tapes.fetch(chat, { method: "POST", body: asked });
    expect(again.status).toBe(406);
    expect(again.headers.get("x-tapegate")).toBe("exhausted");
    expect(tapes.tally()?.exhausted).toHaveLength(1);
  });

  const changes: Readonly<Record<string, RequestInit & { url?: string }>> = {
    prompt: { body: asked.replace("Hi", "Hi!") },
    model: { body: asked.replace("gpt-5", "gpt-5-mini") },
    temperature: { body: JSON.stringify({ ...JSON.parse(asked), temperature: 0 }) },
    tools: { body: JSON.stringify({ ...JSON.parse(asked), tools: [] }) },
    path: { url: "https://api.openai.com/v1/responses", body: asked },
    query: { url: `${chat}?x=1`, body: asked },
    method: { method: "PUT", body: asked },
    provider: { url: "https://api.deepseek.com/v1/chat/completions", body: asked },
  };
  test.each(Object.entries(changes))("refuses a changed %s", async (_, { url, ...init }) => {
    const { store } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    const response = await open("replay", store).fetch(url ?? chat, { method: "POST", ...init });
    expect(response.headers.get("x-tapegate")).toBe("miss");
  });

  const spellings: Readonly<Record<string, () => Parameters<typeof fetch>>> = {
    "other spacing and order": () => [
      chat,
      {
        method: "POST",
        body: '{ "messages": [{"content":"H\\u0069","role":"user"}], "model": "gpt-5" }',
      },
    ],
    "other headers": () => [chat, { method: "post", body: asked, headers: { authorization: "x" } }],
    "bytes instead of text": () => [chat, { method: "POST", body: Buffer.from(asked) }],
    "a Request": () => [new Request(chat, { method: "POST", body: asked })],
    "a URL": () => [new URL(chat), { method: "POST", body: asked }],
    "a blob": () => [chat, { method: "POST", body: new Blob([asked]) }],
    "a stream": () => [chat, { method: "POST", body: new Blob([asked]).stream(), duplex: "half" }],
  };
  test.each(Object.entries(spellings))("finds the same request as %s", async (_, spell) => {
    const { store } = await recordOne(async (fetch) => {
      await fetch(chat, { method: "POST", body: asked });
    });
    expect((await open("replay", store).fetch(...spell())).status).toBe(200);
  });

  test("finds a form whatever its boundary is", async () => {
    const url = "https://api.openai.com/v1/files";
    const form = (content: string): FormData => {
      const form = new FormData();
      form.set("purpose", "batch");
      form.set("file", new Blob([content]), "a.jsonl");
      return form;
    };
    const { store, live } = await recordOne(async (fetch) => {
      await fetch(url, { method: "POST", body: form("{}") });
    });
    const sent = live.mock.calls[0]!;
    expect(await new Request(...sent).text()).toContain('name="purpose"');
    const tapes = open("replay", store);
    expect((await tapes.fetch(url, { method: "POST", body: form("{}") })).status).toBe(200);
    expect((await tapes.fetch(url, { method: "POST", body: form("[]") })).status).toBe(406);
  });

  test("keeps the order of identical requests whatever order they are answered in", async () => {
    let count = 0;
    const live = fetchOf(async () => {
      const number = count++;
      for (let tick = 0; tick < 30 - number * 10; tick++) await Promise.resolve();
      return Response.json({ number });
    });
    const store = openMemoryStore();
    const run = async (tapes: Cassettes): Promise<unknown[]> =>
      Promise.all(
        [asked, new Blob([asked]), asked].map(async (body) => {
          const response = await tapes.fetch(chat, { method: "POST", body });
          return response.json();
        }),
      );
    const recording = open("record", store, { fetch: live });
    const recorded = await run(recording);
    recording.close();
    expect(await run(open("replay", store))).toEqual(recorded);
  });
});

describe("a cassette's fetch on streams", () => {
  const events = ['data: {"a":1}\n\n', 'data: {"a":2}\n\n', "data: [DONE]\n\n"];
  const stream = { method: "POST", body: asked.replace("{", '{"stream":true,') };

  test("forwards each chunk the moment it arrives, and replays the same chunks", async () => {
    const source = openSource();
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: fetchOf(() => source.response) });
    const response = await tapes.fetch(chat, stream);
    const reader = response.body!.getReader();
    for (const event of events) {
      source.push(event);
      expect(toText((await reader.read()).value)).toBe(event);
    }
    expect(tapes.tally()?.recorded).toBe(0);
    source.end();
    expect((await reader.read()).done).toBe(true);
    expect(tapes.tally()?.recorded).toBe(1);
    tapes.close();
    expect(await readChunks(await open("replay", store).fetch(chat, stream))).toEqual(events);
  });

  test("breaks again where the provider broke", async () => {
    const source = openSource();
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: fetchOf(() => source.response) });
    const reader = (await tapes.fetch(chat, stream)).body!.getReader();
    source.push(events[0]!);
    await reader.read();
    source.fail(new TypeError("terminated"));
    await expect(reader.read()).rejects.toThrow("terminated");
    tapes.close();
    expect(store.read("default")?.document).toContain('"abort"');
    const replayed = (await open("replay", store).fetch(chat, stream)).body!.getReader();
    expect(toText((await replayed.read()).value)).toBe(events[0]);
    await expect(replayed.read()).rejects.toThrow("terminated");
  });

  test.each([
    ["before the wire's end", 1, '"client left"'],
    ["after the wire's end", 3, '"end"'],
  ])("a reader that leaves %s is noted", async (_, count, ending) => {
    const source = openSource();
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: fetchOf(() => source.response) });
    const reader = (await tapes.fetch(chat, stream)).body!.getReader();
    for (const event of events.slice(0, count)) {
      source.push(event);
      await reader.read();
    }
    await reader.cancel();
    expect(source.isCancelled()).toBe(true);
    tapes.close();
    expect(store.read("default")?.document).toContain(`"ending": ${ending}`);
    const chunks = (await open("replay", store).fetch(chat, stream)).body!.getReader();
    for (const event of events.slice(0, count)) {
      expect(toText((await chunks.read()).value)).toBe(event);
    }
  });

  test("a reader that stops without a word is noted when the cassettes close", async () => {
    const source = openSource();
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: fetchOf(() => source.response) });
    const reader = (await tapes.fetch(chat, stream)).body!.getReader();
    source.push(events[0]!);
    await reader.read();
    tapes.close();
    expect(store.read("default")?.document).toContain('"ending": "client left"');
  });

  test("a reader that stops at the wire's end has read all there was", async () => {
    const source = openSource();
    const tapes = open("record", openMemoryStore(), { fetch: fetchOf(() => source.response) });
    const reader = (await tapes.fetch(chat, stream)).body!.getReader();
    for (const event of events) {
      source.push(event);
      await reader.read();
    }
    source.end();
    await new Promise((resolve) => setImmediate(resolve));
    expect(tapes.tally()?.recorded).toBe(1);
  });

  test("a connection that broke before the answer breaks again, and the next try finds the next", async () => {
    let count = 0;
    const live = fetchOf(async () => {
      if (count++ > 0) return Response.json({ ok: true });
      const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
      throw new TypeError("fetch failed", { cause });
    });
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: live });
    await expect(tapes.fetch(chat, stream)).rejects.toThrow("fetch failed");
    expect(await (await tapes.fetch(chat, stream)).json()).toEqual({ ok: true });
    tapes.close();
    const replay = open("replay", store);
    await expect(replay.fetch(chat, stream)).rejects.toThrow("fetch failed");
    expect(await (await replay.fetch(chat, stream)).json()).toEqual({ ok: true });
  });

  const codings: readonly (readonly [string, string, string])[] = [
    ["gzip", "Z_DATA_ERROR", "incorrect header check"],
    ["brotli", "ERR__ERROR_FORMAT_PADDING_2", "Decompression failed"],
    ["zstd", "ZSTD_error_prefix_unknown", "Unknown frame descriptor"],
  ];
  test.each(codings)(
    "a body that is not the %s that it says is no answer",
    async (_, code, words) => {
      const cause = Object.assign(new Error(words), { code });
      const failing = (): Response => {
        const source = openSource();
        source.fail(new TypeError("terminated", { cause }));
        return source.response;
      };
      const tapes = open("record", openMemoryStore(), { fetch: fetchOf(failing) });
      const reader = (await tapes.fetch(chat, stream)).body!.getReader();
      await expect(reader.read()).rejects.toThrow("terminated");
      const json = new Response(failing().body, {
        headers: { "content-type": "application/json" },
      });
      const whole = open("record", openMemoryStore(), { fetch: fetchOf(() => json) });
      const refused = await whole.fetch(chat, { method: "POST", body: asked });
      expect([refused.status, refused.headers.get("x-tapegate")]).toEqual([406, "failed"]);
      expect(await refused.text()).toContain(`not what its content-encoding says: ${words}`);
      for (const { tally } of [tapes, whole]) expect(tally()?.recorded).toBe(0);
    },
  );

  test("a provider that cannot be reached is no answer", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const live = fetchOf(() => Promise.reject(new TypeError("fetch failed", { cause })));
    const tapes = open("record", openMemoryStore(), { fetch: live });
    await expect(tapes.fetch(chat, stream)).rejects.toThrow("fetch failed");
    expect(tapes.tally()?.recorded).toBe(0);
  });
});

describe("a cassette's fetch on signals", () => {
  test("does not ask where the signal is aborted already", async () => {
    const live = fetchOf(() => Response.json({}));
    const tapes = open("record", openMemoryStore(), { fetch: live });
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(tapes.fetch(chat, { signal })).rejects.toThrow("too late");
    expect(live).not.toHaveBeenCalled();
  });

  test("a call given up while live is not recorded, and its place goes to the next", async () => {
    let count = 0;
    const live = fetchOf(async (_, init) => {
      if (count++ > 0) return Response.json({ number: count });
      return new Promise<Response>((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
      });
    });
    const store = openMemoryStore();
    const tapes = open("record", store, { fetch: live });
    const controller = new AbortController();
    const given = tapes.fetch(chat, { method: "POST", body: asked, signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(given).rejects.toThrow("enough");
    await tapes.fetch(chat, { method: "POST", body: asked });
    tapes.close();
    const replayed = await open("replay", store).fetch(chat, { method: "POST", body: asked });
    expect(await replayed.json()).toEqual({ number: 2 });
  });
});

describe("a cassette's fetch on addresses of no provider", () => {
  test.each(["replay", "record", "auto"] as const)("refuses in %s", async (mode) => {
    const live = fetchOf(() => Response.json({}));
    const log = openKeptLog();
    const tapes = open(mode, openMemoryStore(), { fetch: live, log });
    const response = await tapes.fetch("https://llm.example:8443/v1/chat", { method: "POST" });
    expect(response.status).toBe(406);
    expect(response.headers.get("x-tapegate")).toBe("refused");
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toContain('no provider has the host "llm.example:8443"');
    expect(error.message).toContain('"upstream": "https://llm.example:8443"');
    expect(live).not.toHaveBeenCalled();
    expect(log.lines).toHaveLength(1);
    expect(() => tapes.verify()).toThrow(/1 requests to no provider/);
  });

  test("passes them on unrecorded where asked, but not in replay", async () => {
    const live = fetchOf(() => Response.json({ live: true }));
    const store = openMemoryStore();
    const options = { fetch: live, unknownHosts: "pass" } as const;
    const tapes = open("record", store, options);
    const init = { method: "POST", body: "x" };
    expect(await (await tapes.fetch("https://llm.example/", init)).json()).toEqual({ live: true });
    expect(tapes.tally()?.recorded).toBe(0);
    expect((await open("replay", store, options).fetch("https://llm.example/")).status).toBe(406);
  });

  test("knows a provider by its configured upstream", async () => {
    const live = fetchOf(() => Response.json({ live: true }));
    const store = openMemoryStore();
    const providers = { mine: { upstream: "https://llm.example/team", dialect: "anthropic" } };
    const url = "https://llm.example/team/v1/messages";
    const tapes = open("record", store, { fetch: live, providers });
    await tapes.fetch(url, { method: "POST", body: asked });
    tapes.close();
    const replay = open("replay", store, { providers });
    expect((await replay.fetch(url, { method: "POST", body: asked })).status).toBe(200);
    const missed = await replay.fetch(url, { method: "POST", body: "{}" });
    expect(await missed.json()).toMatchObject({ type: "error", error: { type: "replay_miss" } });
  });
});

test("an unusable cassette is said once, unretried, in the provider's shape", async () => {
  const store = openMemoryStore();
  const recording = store.openRecording("default");
  recording.commit('{"not": "a cassette"}');
  recording.close();
  const response = await open("replay", store).fetch(chat, { method: "POST", body: asked });
  expect(response.status).toBe(406);
  expect(response.headers.get("x-tapegate")).toBe("failed");
});

test("an answer that holds a secret of the run is not recorded, and says so", async () => {
  const live = fetchOf(() => Response.json({ echo: "hunter2-hunter2" }));
  const store = openMemoryStore();
  const tapes = open("record", store, { fetch: live, secrets: { MY_KEY: "hunter2-hunter2" } });
  const response = await tapes.fetch(chat, { method: "POST", body: asked });
  expect(response.status).toBe(406);
  const text = await response.text();
  expect(text).toContain("MY_KEY");
  expect(text).not.toContain("hunter2");
});

function open(
  mode: "record" | "replay" | "auto",
  store: CassetteStore,
  more: Partial<CassettesOptions> = {},
): Cassettes {
  return openCassettes({ mode, store, log: openKeptLog(), ...more });
}

async function recordOne(
  work: (fetch: typeof globalThis.fetch) => Promise<void>,
): Promise<{ store: CassetteStore; live: ReturnType<typeof fetchOf> }> {
  const store = openMemoryStore();
  const live = fetchOf(
    () => new Response(answered, { headers: { "content-type": "application/json" } }),
  );
  const tapes = open("record", store, { fetch: live });
  await work(tapes.fetch);
  tapes.close();
  return { store, live };
}

function fetchOf(
  answer: (...call: Parameters<typeof fetch>) => Response | Promise<Response>,
): ReturnType<typeof vi.fn<typeof fetch>> {
  return vi.fn<typeof fetch>(async (...call) => answer(...call));
}

/** A streamed answer that a test feeds by hand. */
function openSource(): {
  response: Response;
  push: (text: string) => void;
  end: () => void;
  fail: (error: Error) => void;
  isCancelled: () => boolean;
} {
  let source: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      source = controller;
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  return {
    response: new Response(body, { headers: { "content-type": "text/event-stream" } }),
    push: (text) => source.enqueue(new TextEncoder().encode(text)),
    end: () => source.close(),
    fail: (error) => source.error(error),
    isCancelled: () => isCancelled,
  };
}

async function readChunks(response: Response): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of response.body!) chunks.push(toText(chunk));
  return chunks;
}

function toText(chunk: Uint8Array | undefined): string {
  return new TextDecoder().decode(chunk);
}
