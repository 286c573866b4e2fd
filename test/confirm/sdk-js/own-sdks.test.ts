// Real recorded traffic, asked again by each provider's own SDK: Groq's, Ollama's, Google's and
// AWS's build the request from the recorded one's members, send it to the gateway in their way, and
// read the recorded answer. What they make of it is compared with the recorded bytes.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { GoogleGenAI } from "@google/genai";
import Groq from "groq-sdk";
import { Ollama } from "ollama";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { encodeCassette } from "../../../src/cassette/cassette-format.ts";
import { NULL_REDACTOR } from "../../../src/cassette/null-redactor.ts";
import { PROVIDERS } from "../../../src/dialects/providers.ts";
import { importRecording } from "../../../src/import/import-recording.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { type GatewayRun, startRun } from "../../helpers/gateway-run.ts";
import { missing } from "../../helpers/node-runtimes.ts";
import { type ExpectedExchange, readTraffic, TRAFFIC } from "../recorded-traffic.ts";

const skip = missing("the recorded traffic of others", TRAFFIC);

/** Asks as the exchange did; `undefined` where the SDK has no such call. */
type Asker = (
  url: string,
  exchange: ExpectedExchange,
  body: Record<string, unknown>,
) => Promise<unknown> | undefined;

const ASKERS: Readonly<Record<string, Asker>> = {
  groq: (url, exchange, body) => {
    if (!exchange.path.endsWith("/chat/completions")) return undefined;
    const client = new Groq({ apiKey: "x", baseURL: `${url}/groq`, maxRetries: 0 });
    return client.chat.completions.create(body as never);
  },
  ollama: (url, exchange, body) => {
    const client = new Ollama({ host: `${url}/ollama` });
    if (exchange.path === "/api/chat") return client.chat(body as never);
    return exchange.path === "/api/generate" ? client.generate(body as never) : undefined;
  },
  bedrock: askBedrock,
  gemini: askGemini,
};

function askBedrock(
  url: string,
  exchange: ExpectedExchange,
  body: Record<string, unknown>,
): Promise<unknown> | undefined {
  const [, coded = "", operation] = /^\/model\/([^/]+)\/([\w-]+)$/.exec(exchange.path) ?? [];
  const client = new BedrockRuntimeClient({
    region: "us-east-1",
    endpoint: `${url}/bedrock`,
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
    maxAttempts: 1,
  });
  const modelId = decodeURIComponent(coded);
  const converse = { ...withBytes(body), modelId } as ConverseCommandInput;
  const invoke = { modelId, body: exchange.body, contentType: "application/json" };
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    converse: () => client.send(new ConverseCommand(converse)),
    "converse-stream": async () => (await client.send(new ConverseStreamCommand(converse))).stream,
    invoke: async () => {
      const answer = await client.send(new InvokeModelCommand(invoke));
      return JSON.parse(answer.body.transformToString()) as unknown;
    },
    "invoke-with-response-stream": async () =>
      payloads((await client.send(new InvokeModelWithResponseStreamCommand(invoke))).body!),
  };
  const call = calls[operation ?? ""];
  return call?.().finally(() => setTimeout(() => client.destroy(), 1_000).unref());
}

/** The SDK takes attachments as bytes and writes them in base64. */
function withBytes(value: object): object {
  return JSON.parse(JSON.stringify(value), (name, child: unknown) =>
    name === "bytes" && typeof child === "string"
      ? new Uint8Array(Buffer.from(child, "base64"))
      : child,
  ) as object;
}

async function* payloads(
  events: AsyncIterable<{
    readonly chunk?: { readonly bytes?: Uint8Array | undefined } | undefined;
  }>,
): AsyncGenerator {
  for await (const { chunk } of events) {
    yield JSON.parse(Buffer.from(chunk?.bytes ?? []).toString("utf8"));
  }
}

function askGemini(
  url: string,
  exchange: ExpectedExchange,
  body: Record<string, unknown>,
): Promise<unknown> | undefined {
  const call = /^\/(v1\w*)\/models\/([^/:]+):(generateContent|streamGenerateContent)/.exec(
    exchange.path,
  );
  if (call === null) return undefined;
  const [, apiVersion = "", model = "", operation] = call;
  const client = new GoogleGenAI({
    apiKey: "x",
    apiVersion,
    httpOptions: { baseUrl: `${url}/gemini` },
  });
  const { contents, generationConfig = {}, ...config } = body;
  const request = {
    model,
    contents,
    config: { ...(generationConfig as object), ...config },
  } as never;
  return operation === "generateContent"
    ? client.models.generateContent(request)
    : client.models.generateContentStream(request);
}

/**
 * Requests that Google's SDK cannot send: it writes types of parameters in capitals and members in
 * camel case, and asks for streams with `alt=sse`.
 */
const NOT_SENT: ReadonlySet<string> = new Set([
  "gemini/llm-gemini__test_tools.yaml",
  "gemini/llm-gemini__test_tools_with_nested_pydantic_models.yaml",
  "gemini/ruby_llm__uploadedfile_live_uploads_gemini_gemini-2_5-flash_reuses_an_uploaded_file_in_chat.yml",
]);

describe.skipIf(skip !== undefined)("Recorded traffic, by the provider's own SDK", () => {
  const counts = new Map<string, number>();
  const runs: GatewayRun[] = [];
  afterAll(async () => {
    for (const run of runs) await run.close();
  });

  for (const { file, path, exchanges } of readTraffic()) {
    const asker = ASKERS[file.split("/")[0]!];
    if (asker === undefined || NOT_SENT.has(file)) continue;
    test(file, async () => {
      const run = await openImported(readFileSync(path, "utf8"));
      runs.push(run);
      for (const exchange of exchanges) {
        const body = readObject(exchange.body.toString("utf8"));
        if (body === undefined) continue;
        const asked = asker(run.gateway.url, exchange, body);
        if (asked === undefined) continue;
        const heard = await hear(asked);
        expect(run.session.tally()).toMatchObject({ misses: [], exhausted: [] });
        expect(heard).toEqual(wordsOf(exchange));
        const name = file.split("/")[0]!;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    });
  }

  test("is asked again by every one of them", () => {
    expect(Object.fromEntries(counts)).toEqual({ bedrock: 15, gemini: 5, groq: 8, ollama: 2 });
  });
});

async function openImported(text: string): Promise<GatewayRun> {
  const imported = importRecording(text, { mounts: PROVIDERS, redactor: NULL_REDACTOR });
  if (imported.kind !== "imported") throw new Error(`not imported: ${imported.kind}`);
  const store = openMemoryStore();
  const recording = store.openRecording("default");
  const { interactions } = imported;
  recording.commit(encodeCassette({ scope: "default", normalisers: [], interactions }));
  recording.close();
  return startRun("replay", store, { mounts: PROVIDERS });
}

/** What a model said, or how the provider refused. */
interface Words {
  readonly text: string;
  readonly refusal: unknown;
}

async function hear(asked: Promise<unknown>): Promise<Words> {
  try {
    const answer = await asked;
    let text = "";
    if (typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer) {
      for await (const part of answer as AsyncIterable<unknown>) text += textOf(part);
    } else text = textOf(answer);
    return { text, refusal: undefined };
  } catch (error) {
    return { text: "", refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** What is said at the places where these wires say it, in order. */
function textOf(value: unknown, name = ""): string {
  if (typeof value === "string") return SAID_IN.has(name) ? value : "";
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return "";
  return Object.entries(value)
    .map(([key, child]) => textOf(child, Array.isArray(value) ? name : key))
    .join("");
}

const SAID_IN: ReadonlySet<string> = new Set(["text", "content", "response", "thinking"]);

function wordsOf(exchange: ExpectedExchange): Words {
  const { answer, status } = exchange;
  const values = answer.kind === "json" ? [answer.value] : partsOf(answer.bytes);
  const text = values.map((value) => textOf(value)).join("");
  const refusal = values.map(refusalOf).find((words) => words !== undefined);
  if (status < 400 && refusal === undefined) return { text, refusal: undefined };
  if (refusal === undefined) throw new Error(`no words of a refusal with status ${status}`);
  return { text: "", refusal: expect.stringContaining(refusal) };
}

/** `{"error": {"message": …}}`, `{"error": …}` or, with a status, `{"message": …}`. */
function refusalOf(value: unknown): string | undefined {
  const { error, message } = value as { readonly error?: unknown; readonly message?: unknown };
  if (typeof error === "string") return error;
  if (typeof error === "object" && error !== null)
    return refusalOf({ message: (error as Error).message });
  return typeof message === "string" ? message : undefined;
}

/** JSON, lines of JSON, events, or AWS's frames. */
function partsOf(bytes: Buffer): readonly unknown[] {
  const text = bytes.toString("utf8");
  const whole = readJson(text);
  if (whole !== undefined) return [whole].flat();
  if (/^(?:event|data|:)/.test(text)) {
    return [...text.matchAll(/^data: ?(\{.*)$/gm)].map(([, data]) => readJson(data!));
  }
  if (text.startsWith("{")) return text.trim().split("\n").map(readJson);
  const frames: unknown[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const end = at + bytes.readUInt32BE(at) - 4;
    const payload = readObject(bytes.toString("utf8", at + 12 + bytes.readUInt32BE(at + 4), end));
    const inner = payload?.["bytes"];
    frames.push(
      typeof inner === "string" ? readJson(Buffer.from(inner, "base64").toString("utf8")) : payload,
    );
  }
  return frames;
}

function readObject(text: string): Record<string, unknown> | undefined {
  const value = readJson(text);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
