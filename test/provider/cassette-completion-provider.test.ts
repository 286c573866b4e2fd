import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import {
  CassetteReplayExhaustedError,
  CassetteReplayMissError,
} from "../../src/cassette/errors.ts";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import type { SessionMode } from "../../src/cassette/values.ts";
import { type Cassettes, openCassettes } from "../../src/library/open-cassettes.ts";
import { CassetteCompletionProvider } from "../../src/provider/cassette-completion-provider.ts";
import type { StreamChunk } from "../../src/provider/completion.ts";
import type { CompletionProvider } from "../../src/provider/completion-provider.ts";
import type { ModelCapabilities } from "../../src/provider/model-capabilities.ts";
import {
  ProviderError,
  ProviderInvalidRequestError,
  ProviderModelNotFoundError,
  ProviderRateLimitError,
  ProviderServerError,
} from "../../src/provider/provider-error.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { openKeptLog } from "../helpers/kept-log.ts";
import { ask, say, type Script, ScriptedProvider } from "../helpers/scripted-provider.ts";

const chunks: readonly StreamChunk[] = [
  { kind: "content_delta", content: "He" },
  { kind: "content_delta", content: "llo" },
  { kind: "tool_call_delta", toolCall: { id: "c1", name: "f", arguments: { a: [1] } } },
  { kind: "usage", usage: { inputTokens: 1, outputTokens: 2, cost: 0.5 } },
  { kind: "done", finishReason: "stop" },
];

describe("complete()", () => {
  test("replays what was recorded, in order, without an inner provider", async () => {
    const tape = await record({ complete: async (_, call) => say(`answer ${call}`) }, async (p) => [
      await p.complete(ask("a")),
      await p.complete(ask("a")),
      await p.complete(ask("b")),
    ]);
    const replayed = await tape.replay(async (p) => [
      await p.complete(ask("b")),
      await p.complete(ask("a")),
      await p.complete(ask("a")),
    ]);
    expect(replayed).toEqual([tape.value[2], tape.value[0], tape.value[1]]);
    expect(replayed[1]?.content).toBe("answer 0");
  });

  test("replays what the inner provider noted after the call, verbatim", async () => {
    const metadata = { latencyMs: 12.25, retries: 2, nested: { list: [null, "é", 1e21] } };
    const tape = await record({ complete: async () => say("x", { metadata }) }, (p) =>
      p.complete(ask("a")),
    );
    const replayed = await tape.replay((p) => p.complete(ask("a")));
    expect(replayed.metadata).toEqual(metadata);
    expect(Object.isFrozen(replayed.metadata?.["nested"])).toBe(true);
  });

  const changes = {
    "the text": ask("b"),
    "the model": ask("a", { model: "m-2" }),
    "an explicit empty config": ask("a", { config: {} }),
    "an explicit temperature": ask("a", { config: { temperature: 1 } }),
    "an empty tool list": ask("a", { tools: [] }),
    "a tool": ask("a", { tools: [{ name: "f", parameters: { type: "object" } }] }),
    "a system message": {
      ...ask("a"),
      messages: [{ role: "system" as const, content: "Be brief." }, ...ask("a").messages],
    },
  };
  test.each(Object.entries(changes))("misses where %s differs", async (_, changed) => {
    const tape = await record({ complete: async () => say("x") }, (p) => p.complete(ask("a")));
    await expect(tape.replay((p) => p.complete(changed))).rejects.toThrow(CassetteReplayMissError);
  });

  test("finds the same request however its members are ordered or spelled", async () => {
    const tool = { name: "f", parameters: { a: 1, b: { c: 1e2, d: 2 } } };
    const tape = await record({ complete: async () => say("x") }, (p) =>
      p.complete(ask("a", { tools: [tool], config: { temperature: 1, topP: 0.5 } })),
    );
    const replayed = await tape.replay((p) =>
      p.complete({
        config: { topP: 0.5, temperature: 1.0, maxTokens: undefined },
        tools: [{ parameters: { b: { d: 2, c: 100 }, a: 1 }, name: "f" }],
        messages: [{ content: "a", role: "user" }],
        model: "m-1",
      }),
    );
    expect(replayed.content).toBe("x");
  });

  test("says which of two recordings was nearest and what differs", async () => {
    const tape = await record({ complete: async () => say("x") }, (p) =>
      p.complete(ask("Be kind, and brief.")),
    );
    const error = await tape
      .replay((p) => p.complete(ask("Be kind and brief.")))
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(CassetteReplayMissError);
    const { explanation } = error as CassetteReplayMissError;
    expect(explanation.nearest[0]?.changedSegments).toEqual(["messages[0]"]);
    expect(explanation.nearest[0]?.differences[0]?.path).toBe("$.messages[0].content");
  });

  test("is exhausted where it is asked more often than recorded", async () => {
    const tape = await record({ complete: async () => say("x") }, (p) => p.complete(ask("a")));
    const again = tape.replay(async (p) => {
      await p.complete(ask("a"));
      return p.complete(ask("a"));
    });
    await expect(again).rejects.toThrow(CassetteReplayExhaustedError);
  });

  test("refuses a request that is none, and asks nobody", async () => {
    const run = openRun("record", openMemoryStore(), { complete: async () => say("x") });
    const asked = run.provider.complete({ model: "m", messages: [{ role: "user" }] });
    await expect(asked).rejects.toThrow(ProviderInvalidRequestError);
    await expect(asked).rejects.toThrow(/messages\[0\]\.content/);
    expect(run.inner.calls).toBe(0);
  });

  test("refuses to record an answer that is none", async () => {
    const run = openRun("record", openMemoryStore(), {
      complete: async () => ({ ...say("x"), usage: { inputTokens: -1, outputTokens: 0 } }),
    });
    await expect(run.provider.complete(ask("a"))).rejects.toThrow(
      /Cannot record what provider "scripted" returned from complete: usage\.inputTokens/,
    );
    expect(run.tapes.tally()?.recorded).toBe(0);
  });
});

describe("a provider's errors", () => {
  test("come back by class, with message, context and retryAfter, in order", async () => {
    const script: Script = {
      complete: async (_, call) => {
        if (call === 0) {
          throw new ProviderRateLimitError("Slow down", {
            context: { provider: "openai", model: "m-1", status: 429 },
            retryAfter: 2.5,
          });
        }
        return say("now");
      },
    };
    const twice = async (p: CompletionProvider): Promise<unknown[]> => [
      await p.complete(ask("a")).catch((error: unknown) => error),
      await p.complete(ask("a")),
    ];
    const tape = await record(script, twice);
    const [error, answer] = await tape.replay(twice);
    expect(error).toBeInstanceOf(ProviderRateLimitError);
    expect(error).toMatchObject({
      message: "Slow down",
      retryAfter: 2.5,
      isRetryable: true,
      context: { provider: "openai", model: "m-1", status: 429 },
    });
    expect(answer).toEqual(say("now"));
  });

  test("keep the keys of a context whose values are redacted", async () => {
    const script: Script = {
      complete: async () => {
        throw new ProviderError("no", { context: { key: "hunter2-hunter2", status: 401 } });
      },
    };
    const failed = (p: CompletionProvider): Promise<unknown> =>
      p.complete(ask("a")).catch((error: unknown) => error);
    const tape = await record(script, failed, { secrets: { MY_KEY: "hunter2-hunter2" } });
    const error = (await tape.replay(failed)) as ProviderError;
    expect(Object.keys(error.context)).toEqual(["key", "status"]);
    expect(JSON.stringify(error.context)).not.toContain("hunter2");
  });

  test("that are no provider's pass through unrecorded, and give their place back", async () => {
    const run = openRun("record", openMemoryStore(), {
      complete: async (_, call) => {
        if (call === 0) throw new RangeError("a bug");
        return say("x");
      },
    });
    await expect(run.provider.complete(ask("a"))).rejects.toThrow(RangeError);
    await run.provider.complete(ask("a"));
    run.tapes.close();
    const replay = openRun("replay", run.store);
    expect((await replay.provider.complete(ask("a"))).content).toBe("x");
  });
});

describe("stream()", () => {
  test("replays the same chunks", async () => {
    const tape = await record({ stream: () => streamOf(chunks) }, (p) =>
      collect(p.stream(ask("a"))),
    );
    expect(tape.value).toEqual(chunks);
    expect(await tape.replay((p) => collect(p.stream(ask("a"))))).toEqual(chunks);
  });

  test("forwards each chunk the moment it arrives", async () => {
    const given: string[] = [];
    async function* slow(): AsyncGenerator<StreamChunk> {
      for (const chunk of chunks) {
        given.push("provider");
        yield chunk;
      }
    }
    const run = openRun("record", openMemoryStore(), { stream: slow });
    for await (const _ of run.provider.stream(ask("a"))) given.push("reader");
    expect(given).toEqual(chunks.flatMap(() => ["provider", "reader"]));
  });

  test("raises an error after the chunks before it, live and in replay", async () => {
    const script: Script = {
      stream: () => streamOf(chunks.slice(0, 2), new ProviderServerError("overloaded")),
    };
    const tape = await record(script, (p) => collect(p.stream(ask("a"))));
    const replayed = await tape.replay((p) => collect(p.stream(ask("a"))));
    for (const read of [tape.value, replayed]) {
      expect(read.slice(0, 2)).toEqual(chunks.slice(0, 2));
      expect(read[2]).toBeInstanceOf(ProviderServerError);
      expect(read).toHaveLength(3);
    }
  });

  test("notes that the reader left, and replays what there was", async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<StreamChunk> {
      try {
        for (;;) yield { kind: "content_delta", content: "more " };
      } finally {
        isClosed = true;
      }
    }
    const store = openMemoryStore();
    const run = openRun("record", store, { stream: endless });
    let count = 0;
    for await (const _ of run.provider.stream(ask("a"))) if (++count === 3) break;
    expect(isClosed).toBe(true);
    run.tapes.close();
    expect(store.read("default")?.document).toContain('"client left"');
    const replay = openRun("replay", store);
    expect(await collect(replay.provider.stream(ask("a")))).toHaveLength(3);
  });

  test("takes its place when it is called, not when it is read", async () => {
    const script: Script = {
      stream: (_, call) => streamOf([{ kind: "content_delta", content: `stream ${call}` }]),
    };
    const backwards = async (p: CompletionProvider): Promise<unknown[]> => {
      const first = p.stream(ask("a"));
      const second = p.stream(ask("a"));
      const later = await collect(second);
      return [await collect(first), later];
    };
    const tape = await record(script, backwards);
    const forwards = await tape.replay(async (p) => [
      await collect(p.stream(ask("a"))),
      await collect(p.stream(ask("a"))),
    ]);
    expect(forwards).toEqual(tape.value);
  });

  test("closed before it was read, gives its place back", async () => {
    const tape = await record({ stream: () => streamOf(chunks) }, async (p) => {
      await p.stream(ask("a"))[Symbol.asyncIterator]().return?.();
      return collect(p.stream(ask("a")));
    });
    expect(await tape.replay((p) => collect(p.stream(ask("a"))))).toEqual(chunks);
  });

  test("surfaces a miss at its first chunk", async () => {
    const replay = openRun("replay", openMemoryStore());
    const stream = replay.provider.stream(ask("a"));
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow(CassetteReplayMissError);
  });

  test("and complete() are different requests", async () => {
    const tape = await record({ stream: () => streamOf(chunks) }, (p) =>
      collect(p.stream(ask("a"))),
    );
    await expect(tape.replay((p) => p.complete(ask("a")))).rejects.toThrow(CassetteReplayMissError);
  });
});

describe("batchGetCapabilities()", () => {
  const script: Script = {
    capabilities: async (model) => {
      if (model === "gone") throw new ProviderModelNotFoundError("no such model");
      return capabilitiesOf(model);
    },
  };

  test("asks one by one and in order, with null where the provider fails", async () => {
    const asked = ["m-2", "gone", "m-1", "m-2"];
    const tape = await record(script, (p) => p.batchGetCapabilities(asked));
    expect([...tape.value]).toEqual([
      ["m-2", capabilitiesOf("m-2")],
      ["gone", null],
      ["m-1", capabilitiesOf("m-1")],
    ]);
    const replayed = await tape.replay((p) => p.batchGetCapabilities(asked));
    expect([...replayed]).toEqual([...tape.value]);
  });

  test("surfaces a miss instead of answering null", async () => {
    const tape = await record(script, (p) => p.batchGetCapabilities(["m-1"]));
    await expect(tape.replay((p) => p.batchGetCapabilities(["m-1", "m-9"]))).rejects.toThrow(
      CassetteReplayMissError,
    );
  });

  test("surfaces a driver's bug instead of answering null", async () => {
    const run = openRun("record", openMemoryStore(), {
      capabilities: async () => {
        throw new RangeError("a bug");
      },
    });
    await expect(run.provider.batchGetCapabilities(["m"])).rejects.toThrow(RangeError);
  });
});

describe("fan-out", () => {
  test("replays identically whatever order answers come in", async () => {
    const shuffle = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(shuffle, shuffle, async (live, replayed) => {
        const count = Math.min(live.length, replayed.length);
        const script: Script = {
          complete: async (_, call) => {
            await ticks(live[call] ?? 0);
            return say(`answer ${call}`);
          },
        };
        const fanOut =
          (delays: readonly number[]) =>
          (p: CompletionProvider, tapes: Cassettes): Promise<(string | undefined)[]> =>
            Promise.all(
              Array.from({ length: count }, async (_, index) => {
                const work = async (): Promise<string | undefined> => {
                  const { content } = await p.complete(ask("same"));
                  await ticks(delays[index] ?? 0);
                  const second = await p.complete(ask("same"));
                  return `${content} then ${second.content}`;
                };
                return tapes.task(work);
              }),
            );
        const tape = await record(script, fanOut(live));
        expect(await tape.replay(fanOut(replayed))).toEqual(tape.value);
      }),
      { numRuns: 60 },
    );
  });

  test("identical requests of one lane keep the order of their calls", async () => {
    const script: Script = {
      complete: async (_, call) => {
        await ticks(5 - call);
        return say(`answer ${call}`);
      },
    };
    const fanOut = (p: CompletionProvider): Promise<(string | undefined)[]> =>
      Promise.all(Array.from({ length: 5 }, async () => (await p.complete(ask("a"))).content));
    const tape = await record(script, fanOut);
    expect(tape.value).toEqual([0, 1, 2, 3, 4].map((call) => `answer ${call}`));
    expect(await tape.replay(fanOut)).toEqual(tape.value);
  });
});

test("auto replays what is recorded and records what is not", async () => {
  const store = openMemoryStore();
  const script: Script = { complete: async ({ messages }) => say(`to ${messages[0]?.content}`) };
  const first = openRun("auto", store, script);
  await first.provider.complete(ask("a"));
  first.tapes.close();
  const second = openRun("auto", store, script);
  await second.provider.complete(ask("a"));
  await second.provider.complete(ask("b"));
  second.tapes.close();
  expect(second.inner.calls).toBe(1);
  const replay = openRun("replay", store);
  expect((await replay.provider.complete(ask("b"))).content).toBe("to b");
  expect((await replay.provider.complete(ask("a"))).content).toBe("to a");
});

test("a provider that may ask live needs someone to ask", () => {
  const tapes = openCassettes({ mode: "record", store: openMemoryStore() });
  expect(
    () => new CassetteCompletionProvider({ session: tapes.session!, label: "openai" }),
  ).toThrow('Cannot record provider "openai": no inner provider is given');
});

interface Run {
  readonly tapes: Cassettes;
  readonly provider: CompletionProvider;
  readonly inner: ScriptedProvider;
  readonly store: CassetteStore;
}

/** The only place that knows how a run is put together. */
function openRun(
  mode: SessionMode,
  store: CassetteStore,
  script: Script = {},
  more: { secrets?: Record<string, string> } = {},
): Run {
  const tapes = openCassettes({ mode, store, log: openKeptLog(), ...more });
  const inner = new ScriptedProvider(script);
  const provider = new CassetteCompletionProvider({
    session: tapes.session!,
    label: inner.label,
    scope: tapes.currentScope,
    ...(mode === "replay" ? {} : { inner }),
  });
  return { tapes, provider, inner, store };
}

type Work<T> = (provider: CompletionProvider, tapes: Cassettes) => Promise<T>;

async function record<T>(
  script: Script,
  work: Work<T>,
  more: { secrets?: Record<string, string> } = {},
): Promise<{ value: T; replay: <U>(work: Work<U>) => Promise<U> }> {
  const store = openMemoryStore();
  const run = openRun("record", store, script, more);
  const value = await work(run.provider, run.tapes);
  run.tapes.close();
  return {
    value,
    replay: (again) => {
      const replay = openRun("replay", store, {}, more);
      return again(replay.provider, replay.tapes);
    },
  };
}

async function collect(stream: AsyncIterable<StreamChunk>): Promise<unknown[]> {
  const read: unknown[] = [];
  try {
    for await (const chunk of stream) read.push(chunk);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    read.push(error);
  }
  return read;
}

async function* streamOf(
  chunks: readonly StreamChunk[],
  error?: Error,
): AsyncGenerator<StreamChunk> {
  for (const chunk of chunks) {
    await ticks(1);
    yield chunk;
  }
  if (error !== undefined) throw error;
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick++) await Promise.resolve();
}

function capabilitiesOf(model: string): ModelCapabilities {
  return {
    model,
    provider: "scripted",
    contextTokensMax: 1000,
    outputTokensMax: 100,
    supportsTools: true,
    supportsVision: false,
    supportsStreaming: true,
    supportsStreamingToolCalls: false,
    supportsSystemMessages: true,
  };
}
