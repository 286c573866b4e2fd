// Real recorded answers, imported, read by the real SDKs that asked for such answers once: each SDK
// sends the recorded body again through a cassette's fetch, and what it makes of the answer is
// compared with the recorded bytes, read by other code.
import Anthropic, { APIError as AnthropicError } from "@anthropic-ai/sdk";
import { readFileSync } from "node:fs";
import OpenAI, { APIError as OpenAIError } from "openai";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { encodeCassette } from "../../../src/cassette/cassette-format.ts";
import { NULL_REDACTOR } from "../../../src/cassette/null-redactor.ts";
import { PROVIDERS } from "../../../src/dialects/providers.ts";
import { importRecording } from "../../../src/import/import-recording.ts";
import { type Cassettes, openCassettes } from "../../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { openKeptLog } from "../../helpers/kept-log.ts";
import { missingTraffic } from "../../helpers/node-runtimes.ts";
import { type ExpectedExchange, readTraffic } from "../recorded-traffic.ts";

/** What an SDK made of an answer. */
type Heard =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "events"; readonly events: readonly unknown[] }
  | { readonly kind: "error"; readonly status: unknown; readonly text: string };

/** How an exchange is asked again; `undefined` where no SDK here takes its body as it is. */
function findAsker(
  exchange: ExpectedExchange,
): ((tapes: Cassettes, body: object) => Promise<Heard>) | undefined {
  const [path = "", query = ""] = exchange.path.split("?");
  const endpoint = ["/chat/completions", "/v1/responses", "/v1/messages"].find((end) =>
    path.endsWith(end),
  );
  if (endpoint === undefined) return undefined;
  // Recorders leave placeholders in hosts, which no URL takes.
  const host = exchange.host.replaceAll(/<[^<>]*>/g, "placeholder");
  const root = `https://${host}${path.slice(0, -endpoint.length)}`;
  // The recordings hold every try, so that the SDK must not make tries of its own.
  const shared = { apiKey: "x", maxRetries: 0, timeout: 60_000 };
  const options = { query: Object.fromEntries(new URLSearchParams(query)) };
  return ({ fetch }, body) => {
    if (endpoint === "/v1/messages") {
      const client = new Anthropic({ ...shared, baseURL: root, fetch });
      return hear(client.messages.create(body as Anthropic.MessageCreateParams, options));
    }
    const baseURL = endpoint === "/v1/responses" ? `${root}/v1` : root;
    const client = new OpenAI({ ...shared, baseURL, fetch });
    return endpoint === "/v1/responses"
      ? hear(client.responses.create(body as OpenAI.Responses.ResponseCreateParams, options))
      : hear(client.chat.completions.create(body as OpenAI.ChatCompletionCreateParams, options));
  };
}

const without = missingTraffic();

describe.skipIf(without !== undefined)("real recorded answers", () => {
  const asked = { count: 0, streams: 0, errors: 0 };
  beforeAll(() => {
    // Anthropic's SDK warns of every model that was retired since.
    vi.spyOn(console, "warn").mockReturnValue();
  });

  for (const { file, path, exchanges } of readTraffic()) {
    const askable = exchanges.filter((exchange) => findAsker(exchange) !== undefined);
    if (askable.length === 0) continue;
    test(file, async () => {
      const tapes = openImported(readFileSync(path, "utf8"));
      for (const exchange of askable) {
        const body = readJson(exchange.body.toString("utf8"));
        if (typeof body !== "object" || body === null) continue;
        const heard = await findAsker(exchange)!(tapes, body);
        expect(heard).toEqual(expectedOf(exchange));
        asked.count++;
        if (heard.kind === "events") asked.streams++;
        if (heard.kind === "error") asked.errors++;
      }
      expect(tapes.tally()).toMatchObject({ misses: [], exhausted: [] });
    });
  }

  test("are many, of every kind", () => {
    expect(asked.count).toBeGreaterThan(100);
    expect(asked.streams).toBeGreaterThan(20);
    expect(asked.errors).toBeGreaterThan(5);
  });
});

test.skipIf(without !== undefined)("there are many of them", () => {
  expect(readTraffic().length).toBeGreaterThan(100);
});

function openImported(text: string): Cassettes {
  const imported = importRecording(text, { mounts: PROVIDERS, redactor: NULL_REDACTOR });
  if (imported.kind !== "imported") throw new Error(`not imported: ${imported.kind}`);
  const store = openMemoryStore();
  const recording = store.openRecording("default");
  const { interactions } = imported;
  recording.commit(encodeCassette({ scope: "default", normalisers: [], interactions }));
  recording.close();
  return openCassettes({ mode: "replay", store, log: openKeptLog() });
}

async function hear(answer: PromiseLike<unknown>): Promise<Heard> {
  try {
    const value = await answer;
    if (typeof value !== "object" || value === null || !(Symbol.asyncIterator in value)) {
      return { kind: "value", value: plain(value) };
    }
    const events: unknown[] = [];
    for await (const event of value as AsyncIterable<unknown>) events.push(plain(event));
    return { kind: "events", events };
  } catch (error) {
    if (!(error instanceof OpenAIError) && !(error instanceof AnthropicError)) throw error;
    return { kind: "error", status: error.status, text: JSON.stringify(error.error) };
  }
}

function expectedOf(exchange: ExpectedExchange): Heard {
  const { answer, status } = exchange;
  const text = answer.kind === "bytes" ? answer.bytes.toString("utf8") : "";
  const value = answer.kind === "json" ? answer.value : readJson(text);
  if (status >= 400) {
    // Both SDKs hand out the error: OpenAI's what stands below "error", Anthropic's the whole.
    const error = exchange.path.startsWith("/v1/messages")
      ? value
      : (value as { error?: unknown } | undefined)?.error;
    return { kind: "error", status, text: JSON.stringify(error) };
  }
  if (value !== undefined) return { kind: "value", value: asSdk(value) };
  const events = text
    .split(/\r?\n\r?\n/)
    .map((frame) => /^data: ?(.*)$/m.exec(frame)?.[1])
    .filter((data) => data !== undefined && data !== "[DONE]")
    .map((data) => JSON.parse(data!) as { type?: unknown; error?: unknown })
    .filter((event) => event.type !== "ping");
  // An error in band is raised, with what stands below "error".
  const failed = events.find((event) => "error" in event && event.error !== null);
  return failed === undefined
    ? { kind: "events", events }
    : { kind: "error", status: undefined, text: JSON.stringify(failed.error) };
}

/** What the OpenAI SDK adds to a response for convenience. */
function asSdk(value: unknown): unknown {
  const response = value as { object?: unknown; output?: readonly OutputItem[] };
  if (response.object !== "response" || response.output === undefined) return value;
  const texts = response.output
    .filter(({ type }) => type === "message")
    .flatMap(({ content }) => content ?? [])
    .filter(({ type }) => type === "output_text")
    .map(({ text }) => text);
  return { ...response, output_text: texts.join("") };
}

interface OutputItem {
  readonly type: string;
  readonly content?: readonly { readonly type: string; readonly text?: string }[];
}

/** Own enumerable members only: SDKs hang request ids on their values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
