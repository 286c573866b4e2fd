// AWS's own SDK for JavaScript, which speaks cleartext HTTP/2 with prior knowledge to an http
// endpoint, against a scripted Bedrock: recorded, then replayed with the provider gone.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { type GatewayRun, startRun } from "../../helpers/gateway-run.ts";
import { rawRequest } from "../../helpers/raw-http.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../../helpers/scripted-upstream.ts";
import { BROKEN, openBedrockScript, PROMPTS, SAID } from "./bedrock-script.ts";

/** What is heard of a call: what it gave, and how it failed where it did. */
interface Heard {
  readonly parts: readonly unknown[];
  readonly failure?: { readonly name: string; readonly message: string };
}

const MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
const DELTAS = SAID.pieces.map((text) => ({ contentBlockIndex: 0, delta: { text } }));

/** Known from the script, not taken from a first run. */
const EXPECTED: Readonly<Record<string, Heard>> = {
  converse: { parts: [SAID.text, { inputTokens: 5, outputTokens: 4, totalTokens: 9 }] },
  "converse-stream": {
    parts: [
      { messageStart: { role: "assistant" } },
      ...DELTAS.map((contentBlockDelta) => ({ contentBlockDelta })),
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: "end_turn" } },
      {
        metadata: {
          metrics: { latencyMs: 321 },
          usage: { inputTokens: 5, outputTokens: 4, totalTokens: 9 },
        },
      },
    ],
  },
  "converse-stream with an exception": {
    parts: [{ messageStart: { role: "assistant" } }, { contentBlockDelta: DELTAS[0] }],
    failure: { name: "ModelStreamErrorException", message: BROKEN },
  },
  "converse-stream that breaks off": {
    parts: [{ messageStart: { role: "assistant" } }, { contentBlockDelta: DELTAS[0] }],
    failure: { name: "Error", message: "Stream closed with error code NGHTTP2_INTERNAL_ERROR" },
  },
  invoke: { parts: [SAID.text, { input_tokens: 5, output_tokens: 4 }] },
  "invoke-with-response-stream": { parts: [...SAID.pieces, undefined] },
  "invoke-with-response-stream with an exception": {
    parts: SAID.pieces,
    failure: { name: "ModelStreamErrorException", message: BROKEN },
  },
  "converse, limited once": {
    parts: [SAID.text, { inputTokens: 5, outputTokens: 4, totalTokens: 9 }],
  },
};

describe("@aws-sdk/client-bedrock-runtime over HTTP/2", () => {
  const store = openMemoryStore();
  let upstream: ScriptedUpstream;
  let whileRecording: Readonly<Record<string, Heard>>;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(openBedrockScript());
    const run = await startRun("record", store, { upstream: upstream.url });
    whileRecording = await interview(run);
    expect(run.session.tally()).toMatchObject({ recorded: 9 });
    await run.close();
  });
  afterAll(() => upstream.close());

  test("hears the provider while it is recorded", () => {
    expect(whileRecording).toEqual(EXPECTED);
    expect(new Set(upstream.requests.map(({ target }) => target))).toEqual(
      new Set(
        ["converse", "converse-stream", "invoke", "invoke-with-response-stream"].map(
          (operation) => `/model/${encodeURIComponent(MODEL)}/${operation}`,
        ),
      ),
    );
  });

  test("hears the same in replay; the provider is not asked, all is used, nothing is missed", async () => {
    const before = upstream.requests.length;
    const run = await startRun("replay", store);
    expect(await interview(run)).toEqual(EXPECTED);
    await run.close();
    expect(run.session.tally()).toMatchObject({
      hits: 9,
      misses: [],
      exhausted: [],
      unused: [],
    });
    expect(upstream.requests.length).toBe(before);
  });

  test("gets the provider's bytes, to the byte, by HTTP/1.1 too", async () => {
    const script = openBedrockScript();
    const run = await startRun("replay", store);
    for (const request of upstream.requests) {
      const answer = await rawRequest(`${run.gateway.url}/bedrock${request.target}`, {
        body: request.body,
      });
      const scripted = script(request);
      const { body = "", chunks = [body] } = scripted;
      expect(answer.status).toBe(scripted.status ?? 200);
      expect(answer.body).toEqual(
        Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string))),
      );
      expect(answer.failure === undefined).toBe(scripted.ending !== "reset");
      expect(answer.headers["x-amzn-requestid"]).toBe(scripted.headers?.["x-amzn-requestid"]);
    }
    await run.close();
    expect(run.session.tally()).toMatchObject({ hits: 9, misses: [], unused: [] });
  });

  test("raises a miss once, in our words, of AWS's kind", async () => {
    const run = await startRun("replay", store);
    const client = connect(run);
    for (const command of [
      new ConverseCommand(converseInput("Say something else")),
      new ConverseStreamCommand(converseInput("Say something else")),
    ]) {
      const failure = await hear(async () => client.send(command as ConverseCommand));
      expect(failure.failure?.name).toBe("ReplayMissException");
      expect(failure.failure?.message).toMatch(
        /^replay miss: POST \/model\/\{model\}\/converse.* differs at \$\.messages\[0\]/,
      );
    }
    client.destroy();
    await run.close();
    expect(run.session.tally().misses).toHaveLength(2);
  });
});

function connect(run: GatewayRun): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    region: "eu-central-1",
    endpoint: `${run.gateway.url}/bedrock`,
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
}

function converseInput(prompt: string): ConstructorParameters<typeof ConverseCommand>[0] {
  return { modelId: MODEL, messages: [{ role: "user", content: [{ text: prompt }] }] };
}

function invokeInput(prompt: string): ConstructorParameters<typeof InvokeModelCommand>[0] {
  const messages = [{ role: "user", content: prompt }];
  const body = JSON.stringify({ anthropic_version: "bedrock-2023-05-31", max_tokens: 9, messages });
  return { modelId: MODEL, contentType: "application/json", body };
}

/** Every call, one after the other. */
async function interview(run: GatewayRun): Promise<Readonly<Record<string, Heard>>> {
  const client = connect(run);
  expect(client.config.requestHandler.metadata?.handlerProtocol).toBe("h2");
  const converse = async (prompt: string): Promise<readonly unknown[]> => {
    const { output, usage } = await client.send(new ConverseCommand(converseInput(prompt)));
    return [output?.message?.content?.[0]?.text, usage];
  };
  const converseStream = async (prompt: string): Promise<AsyncIterable<unknown>> => {
    const { stream } = await client.send(new ConverseStreamCommand(converseInput(prompt)));
    return stream!;
  };
  const invokeStream = async (prompt: string): Promise<AsyncIterable<unknown>> => {
    const command = new InvokeModelWithResponseStreamCommand(invokeInput(prompt));
    const { body } = await client.send(command);
    return texts(body!);
  };
  const heard = {
    converse: await hear(() => converse(PROMPTS.plain)),
    "converse-stream": await hear(() => converseStream(PROMPTS.plain)),
    "converse-stream with an exception": await hear(() => converseStream(PROMPTS.exception)),
    "converse-stream that breaks off": await hear(() => converseStream(PROMPTS.reset)),
    invoke: await hear(async () => {
      const { body } = await client.send(new InvokeModelCommand(invokeInput(PROMPTS.plain)));
      const { content, usage } = JSON.parse(body.transformToString());
      return [content[0].text, usage];
    }),
    "invoke-with-response-stream": await hear(() => invokeStream(PROMPTS.plain)),
    "invoke-with-response-stream with an exception": await hear(() =>
      invokeStream(PROMPTS.exception),
    ),
    "converse, limited once": await hear(() => converse(PROMPTS.limited)),
  };
  client.destroy();
  return heard;
}

async function* texts(
  events: AsyncIterable<{
    readonly chunk?: { readonly bytes?: Uint8Array | undefined } | undefined;
  }>,
): AsyncGenerator {
  for await (const { chunk } of events) {
    yield JSON.parse(Buffer.from(chunk?.bytes ?? []).toString("utf8")).delta?.text;
  }
}

async function hear(
  call: () => Promise<readonly unknown[] | AsyncIterable<unknown> | object>,
): Promise<Heard> {
  const parts: unknown[] = [];
  try {
    const answer = await call();
    if (Symbol.asyncIterator in answer) for await (const part of answer) parts.push(part);
    else if (Symbol.iterator in answer) parts.push(...answer);
    return { parts };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { parts, failure: { name: error.name, message: error.message } };
  }
}
