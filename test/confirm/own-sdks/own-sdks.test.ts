// Real recorded traffic, asked again by each provider's own SDK: it builds the request from the
// recorded one's members, sends it to the gateway in its way, and reads the recorded answer. What it
// makes of it is compared with the recorded bytes. Every exchange is accounted for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { encodeCassette } from "../../../src/cassette/cassette-format.ts";
import { NULL_REDACTOR } from "../../../src/cassette/null-redactor.ts";
import { PROVIDERS } from "../../../src/dialects/providers.ts";
import { findProvider } from "../../../src/exchange/find-provider.ts";
import { importRecording } from "../../../src/import/import-recording.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { type GatewayRun, startRun } from "../../helpers/gateway-run.ts";
import { missing, missingTraffic } from "../../helpers/node-runtimes.ts";
import { type ExpectedExchange, readTraffic, type TrafficFile } from "../recorded-traffic.ts";
import { PYTHON } from "./ask-python.ts";
import { type Asked, readAsked, WITH_NEXT } from "./asked.ts";
import { LEFT_OUT } from "./left-out.ts";
import type { Sdk } from "./sdks.ts";
import { expectTold, hear } from "./told.ts";

const skip =
  missingTraffic() ??
  missing("the providers' SDKs", join(import.meta.dirname, "node_modules")) ??
  missing("the providers' Python SDKs", PYTHON);

const sdks: Readonly<Record<string, readonly Sdk[]>> =
  skip === undefined ? (await import("./sdks.ts")).SDKS : {};

/** How many recorded exchanges each SDK of each provider is answered: these and the next are all. */
const ANSWERED: Readonly<Record<string, number>> = {
  "anthropic by @anthropic-ai/sdk": 37,
  "azure by openai": 13,
  "bedrock by @aws-sdk/client-bedrock-runtime": 18,
  "bedrock-mantle by openai": 1,
  "cerebras by @cerebras/cerebras_cloud_sdk": 1,
  "cohere by cohere-ai": 5,
  "crusoe by openai": 2,
  "deepgram by @deepgram/sdk": 1,
  "deepseek by openai": 7,
  "gemini by @google/genai": 15,
  "gemini by google-genai (Python)": 2,
  "groq by groq-sdk": 8,
  "huggingface by @huggingface/inference": 2,
  "mistral by @mistralai/mistralai": 6,
  "ollama by ollama": 2,
  "ollama by openai": 5,
  "openai by openai": 96,
  "openai-compatible-local by openai": 1,
  "openrouter by @openrouter/sdk": 5,
  "openrouter by openai": 4,
  "perplexity by @perplexity-ai/perplexity_ai": 2,
  "replicate by replicate": 6,
  "snowflake by openai": 2,
  "together by together-ai": 2,
  "vertex by @google/genai": 3,
  "vertex by google-genai (Python)": 1,
  "voyage by voyageai": 1,
  "writer by writer-sdk": 1,
  "xai by openai": 10,
  "zai by zai-sdk (Python)": 1,
};

/** The rest: what left-out.ts names, and what went to no provider (images, tokens, telemetry). */
const NOT_ASKED = { leftOut: 28, ofNoProvider: 8 };

describe.skipIf(skip !== undefined)("Recorded traffic, by the provider's own SDK", () => {
  const answered = new Map<string, number>();
  const notAsked = { leftOut: 0, ofNoProvider: 0 };
  const reasonsUsed = new Set<string>();
  const runs: GatewayRun[] = [];
  afterAll(async () => {
    for (const run of runs) await run.close();
  });

  for (const traffic of readTraffic()) {
    test(traffic.file, async () => {
      const run = await openImported(traffic);
      runs.push(run);
      let hits = 0;
      for (const exchange of traffic.exchanges) {
        const mount = findProvider({ host: exchange.host, path: "/" }, PROVIDERS)?.mount;
        const reason = findReason(traffic, exchange);
        if (mount === undefined) notAsked.ofNoProvider++;
        else if (reason !== undefined) {
          notAsked.leftOut++;
          reasonsUsed.add(reason);
        } else {
          const { exchanges } = traffic;
          const place = { mount, gatewayUrl: run.gateway.url, exchanges };
          const sdk = await ask(mount.name, exchange, await readAsked(exchange, place));
          const name = `${mount.name} by ${sdk}`;
          answered.set(name, (answered.get(name) ?? 0) + 1);
          hits++;
        }
      }
      expect(run.session.tally()).toMatchObject({ hits, misses: [], exhausted: [] });
    });
  }

  test("is answered to each of them, as often as it was recorded", () => {
    expect(Object.fromEntries(answered)).toEqual(ANSWERED);
    expect(notAsked).toEqual(NOT_ASKED);
    expect([...reasonsUsed].sort()).toEqual(Object.values(LEFT_OUT).flat().sort());
  });
});

/** Asks by the first SDK that can, and tells its name. */
async function ask(provider: string, exchange: ExpectedExchange, asked: Asked): Promise<string> {
  for (const sdk of sdks[provider] ?? []) {
    const asking = sdk.ask(asked);
    if (asking === undefined) continue;
    if (asking !== WITH_NEXT) {
      const told = await hear(asking, sdk);
      // Addresses that the SDK follows lead to the gateway.
      const text = JSON.stringify(told).replaceAll(asked.url, `https://${exchange.host}`);
      expect(JSON.parse(text)).toEqual(expectTold(exchange, sdk));
    }
    return sdk.name;
  }
  throw new Error(`no SDK of ${provider} asks ${asked.method} ${asked.path}`);
}

function findReason({ file }: TrafficFile, exchange: ExpectedExchange): string | undefined {
  const { index, method, host, path } = exchange;
  const line = `${file} #${index} ${method} ${host}${path}`;
  return Object.values(LEFT_OUT)
    .flat()
    .find((part) => line.includes(part));
}

async function openImported({ path }: TrafficFile): Promise<GatewayRun> {
  const text = readFileSync(path, "utf8");
  const imported = importRecording(text, { mounts: PROVIDERS, redactor: NULL_REDACTOR });
  if (imported.kind !== "imported") throw new Error(`not imported: ${imported.kind}`);
  const store = openMemoryStore();
  const recording = store.openRecording("default");
  const { interactions } = imported;
  recording.commit(encodeCassette({ scope: "default", normalisers: [], interactions }));
  recording.close();
  return startRun("replay", store, { mounts: PROVIDERS });
}
