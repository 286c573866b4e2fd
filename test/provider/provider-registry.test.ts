import { describe, expect, test } from "vitest";
import { openCassettes } from "../../src/library/open-cassettes.ts";
import { CassetteCompletionProvider } from "../../src/provider/cassette-completion-provider.ts";
import { ProviderRegistryError } from "../../src/provider/provider-error.ts";
import { type ProviderFactory, ProviderRegistry } from "../../src/provider/provider-registry.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { openKeptLog } from "../helpers/kept-log.ts";
import { ask, say, ScriptedProvider } from "../helpers/scripted-provider.ts";

const configs = {
  fast: { driver: "scripted", model: "m-1", retries: 2 },
  smart: { driver: "scripted", model: "m-2" },
};

describe("ProviderRegistry.fromConfig()", () => {
  test("calls each factory once with its label and configuration", async () => {
    const { factories, built } = openFactories();
    const registry = await ProviderRegistry.fromConfig(configs, { factories });
    expect(built).toEqual([
      ["fast", configs.fast],
      ["smart", configs.smart],
    ]);
    expect(registry.labels).toEqual(["fast", "smart"]);
    expect(registry.has("fast")).toBe(true);
    expect(registry.has("slow")).toBe(false);
  });

  test.each([["absent"], ["off"]])("wraps nothing where the mode is %s", async (mode) => {
    const { factories, providers } = openFactories();
    const registry = await ProviderRegistry.fromConfig(configs, {
      factories,
      ...(mode === "off" ? { cassette: openCassettes({ mode: "off" }) } : {}),
    });
    expect(registry.get("fast")).toBe(providers[0]);
  });

  test("shares one session among its providers, and replays without calling a factory", async () => {
    const store = openMemoryStore();
    const recording = openCassettes({ mode: "record", store, log: openKeptLog() });
    const { factories } = openFactories();
    const live = await ProviderRegistry.fromConfig(configs, { factories, cassette: recording });
    expect(live.get("fast")).toBeInstanceOf(CassetteCompletionProvider);
    await live.get("fast").complete(ask("a"));
    await live.get("smart").complete(ask("a"));
    expect(recording.tally()?.recorded).toBe(2);
    recording.close();

    const replaying = openCassettes({ mode: "replay", store, log: openKeptLog() });
    const registry = await ProviderRegistry.fromConfig(configs, {
      factories: {
        scripted: () => {
          throw new Error("a factory was called");
        },
      },
      cassette: replaying,
    });
    expect((await registry.get("smart").complete(ask("a"))).content).toBe("from smart");
    expect((await registry.get("fast").complete(ask("a"))).content).toBe("from fast");
    expect(replaying.tally()?.hits).toBe(2);
  });

  test("replays without any factory for the driver", async () => {
    const cassette = openCassettes({
      mode: "replay",
      store: openMemoryStore(),
      log: openKeptLog(),
    });
    const registry = await ProviderRegistry.fromConfig(configs, { factories: {}, cassette });
    expect(registry.labels).toEqual(["fast", "smart"]);
  });

  test("waits for factories that import their SDK", async () => {
    const registry = await ProviderRegistry.fromConfig(
      { fast: { driver: "lazy" } },
      { factories: { lazy: async (label) => new ScriptedProvider({}, label) } },
    );
    expect(registry.get("fast").label).toBe("fast");
  });

  test("uses the scope of the cassettes it is given", async () => {
    const store = openMemoryStore();
    const tapes = openCassettes({ mode: "record", store, log: openKeptLog() });
    const { factories } = openFactories();
    const options = { factories, cassette: tapes.scope("tests/one") };
    const registry = await ProviderRegistry.fromConfig(configs, options);
    await registry.get("fast").complete(ask("a"));
    const ambient = await ProviderRegistry.fromConfig(configs, { factories, cassette: tapes });
    await tapes.inScope("tests/two", () => ambient.get("fast").complete(ask("a")));
    tapes.close();
    expect([...store.scopes()]).toEqual(["tests/one", "tests/two"]);
  });
});

describe("ProviderRegistry refuses", () => {
  const refusals: readonly (readonly [string, unknown, string, string])[] = [
    ["no driver", { a: {} }, "PROVIDER_CONFIG", "driver"],
    ["no object", { a: "openai" }, "PROVIDER_CONFIG", '"a"'],
    ["an empty label", { "": { driver: "scripted" } }, "PROVIDER_CONFIG", "label is empty"],
    ["an unknown driver", { a: { driver: "opneai" } }, "PROVIDER_FACTORY_MISSING", '"scripted"'],
    [
      "a driver named like a member of Object",
      { a: { driver: "constructor" } },
      "PROVIDER_FACTORY_MISSING",
      '"constructor"',
    ],
  ];
  test.each(refusals)("%s", async (_, config, code, words) => {
    const { factories } = openFactories();
    const made = ProviderRegistry.fromConfig(config as never, { factories });
    await expect(made).rejects.toThrow(ProviderRegistryError);
    await expect(made).rejects.toMatchObject({ code });
    await expect(made).rejects.toThrow(words);
  });

  const noCassettes: readonly (readonly [string, unknown])[] = [
    ["the options of cassettes", { mode: "replay", path: "cassettes" }],
    ["a mode", "replay"],
    ["nothing", null],
    ["a session of no mode", { session: { mode: "Replay" } }],
    ["a session of mode off", { session: { mode: "off" } }],
  ];
  test.each(noCassettes)("%s as cassettes, before a factory is called", async (_, cassette) => {
    const { factories, built } = openFactories();
    const options = { factories, cassette: cassette as never };
    await expect(ProviderRegistry.fromConfig(configs, options)).rejects.toThrow(TypeError);
    expect(built).toEqual([]);
  });

  test("a label that is not configured", async () => {
    const { factories } = openFactories();
    const registry = await ProviderRegistry.fromConfig(configs, { factories });
    expect(() => registry.get("slow")).toThrow(
      'Cannot get provider "slow": configured are "fast", "smart"',
    );
    const empty = await ProviderRegistry.fromConfig({}, { factories });
    expect(() => empty.get("slow")).toThrow("none is configured");
  });
});

function openFactories(): {
  factories: Record<string, ProviderFactory>;
  built: unknown[];
  providers: ScriptedProvider[];
} {
  const built: unknown[] = [];
  const providers: ScriptedProvider[] = [];
  const scripted: ProviderFactory = (label, config) => {
    built.push([label, config]);
    const provider = new ScriptedProvider({ complete: async () => say(`from ${label}`) }, label);
    providers.push(provider);
    return provider;
  };
  return { factories: { scripted }, built, providers };
}
