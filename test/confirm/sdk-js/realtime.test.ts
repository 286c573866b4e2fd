import { GoogleGenAI, Modality } from "@google/genai";
import OpenAI from "openai";
import { ResponsesWS } from "openai/resources/responses/ws";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket as UndiciSocket } from "undici";
import type { WebSocket } from "ws";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { type GatewayRun, startRun } from "../../helpers/gateway-run.ts";
import { type ScriptedSessions, startScriptedSessions } from "../../helpers/scripted-sessions.ts";

/** What a client understood of one session: texts of the model, or why it failed. */
type Talk = (root: string, prompt: string) => Promise<readonly string[]>;

interface RealtimeClient {
  readonly name: string;
  readonly talk: Talk;
  /** What the provider says when it is spoken to. */
  readonly provider: (socket: WebSocket) => void;
  readonly path: RegExp;
}

const CLIENTS: readonly RealtimeClient[] = [
  {
    name: "openai ResponsesWS",
    talk: talkToResponses,
    provider: answerResponses,
    path: /^\/v1\/responses$/,
  },
  {
    name: "@google/genai Live",
    talk: talkToGemini,
    provider: answerGemini,
    path: /^\/ws\/google\.ai\.generativelanguage\.v1beta\.GenerativeService\.BidiGenerateContent\?key=test-key$/,
  },
  {
    name: "undici WebSocket, as browsers have it",
    talk: talkToRealtime,
    provider: answerRealtime,
    path: /^\/v1\/realtime\?model=gpt-realtime$/,
  },
];

describe.each(CLIENTS)("$name", ({ talk, provider, path }) => {
  let upstream: ScriptedSessions;
  let run: GatewayRun;
  const store = openMemoryStore();
  beforeEach(async () => {
    upstream = await startScriptedSessions(provider);
  });
  afterEach(async () => {
    await run.close();
    await upstream.close();
  });

  test("understands a replayed session as it understood the provider's", async () => {
    run = await startRun("record", store, { upstream: upstream.url });
    const said = await talk(run.gateway.url, "Say hello");
    expect(said).toEqual(["You said: ", "Say hello"]);
    expect(upstream.handshakes.map(({ target }) => target)).toEqual([expect.stringMatching(path)]);
    await run.close();
    run = await startRun("replay", store);
    expect(await talk(run.gateway.url, "Say hello")).toEqual(said);
    expect(upstream.handshakes.length).toBe(1);
    expect(run.session.tally()).toMatchObject({ hits: 1, misses: [], unused: [] });
  });

  test("is told of a changed prompt, once", async () => {
    run = await startRun("replay", store);
    const [reason, ...more] = await talk(run.gateway.url, "Say good night");
    expect(more).toEqual([]);
    expect(reason).toMatch(
      /^1008 replay miss: frame \d differs at \$.*: recorded ".*hello", sent ".*good night"$/,
    );
    expect(run.session.tally()).toMatchObject({ hits: 0, exhausted: [], misses: [{}] });
  });
});

async function talkToResponses(root: string, prompt: string): Promise<readonly string[]> {
  const client = new OpenAI({ apiKey: "test-key", baseURL: `${root}/openai/v1` });
  const socket = new ResponsesWS(client, {
    reconnect: { maxRetries: 2, onReconnecting: () => undefined },
  });
  const texts: string[] = [];
  socket.send({ type: "response.create", model: "gpt-5", input: prompt });
  for await (const event of socket.stream()) {
    if (event.type === "close") texts.push(`${event.code} ${event.reason}`);
    if (event.type !== "message") continue;
    if (event.message.type === "response.output_text.delta") texts.push(event.message.delta);
    if (event.message.type === "response.completed") break;
  }
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  if (texts.length > 1) {
    socket.close();
    await closed;
  }
  return texts;
}

function answerResponses(socket: WebSocket): void {
  socket.on("message", (content: Buffer) => {
    const { input } = JSON.parse(content.toString()) as { readonly input: string };
    for (const delta of ["You said: ", input]) {
      socket.send(JSON.stringify({ type: "response.output_text.delta", delta }));
    }
    socket.send(JSON.stringify({ type: "response.completed", response: { id: "resp_1" } }));
  });
}

function talkToGemini(root: string, prompt: string): Promise<readonly string[]> {
  const ai = new GoogleGenAI({
    apiKey: "test-key",
    httpOptions: { baseUrl: `${root}/gemini` },
  });
  return new Promise((resolve, reject) => {
    const texts: string[] = [];
    const connecting = ai.live.connect({
      model: "gemini-live",
      config: { responseModalities: [Modality.TEXT] },
      callbacks: {
        onmessage: ({ serverContent }) => {
          const text = serverContent?.modelTurn?.parts?.[0]?.text;
          if (text !== undefined) texts.push(text);
          if (serverContent?.turnComplete === true) void connecting.then((live) => live.close());
        },
        onclose: ({ code, reason }) => {
          resolve(texts.length > 0 ? texts : [`${code} ${reason}`]);
        },
      },
    });
    connecting.then(
      (live) => live.sendClientContent({ turns: prompt, turnComplete: true }),
      reject,
    );
  });
}

/** Google sends its JSON in binary frames. */
function answerGemini(socket: WebSocket): void {
  const say = (value: object): void =>
    socket.send(Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  socket.on("message", (content: Buffer) => {
    const message = JSON.parse(content.toString()) as {
      readonly setup?: object;
      readonly client_content?: {
        readonly turns: readonly { parts: readonly { text: string }[] }[];
      };
      readonly clientContent?: {
        readonly turns: readonly { parts: readonly { text: string }[] }[];
      };
    };
    if (message.setup !== undefined) {
      say({ setupComplete: {} });
      return;
    }
    const turns = (message.client_content ?? message.clientContent)!.turns;
    for (const text of ["You said: ", turns[0]!.parts[0]!.text]) {
      say({ serverContent: { modelTurn: { parts: [{ text }] } } });
    }
    say({ serverContent: { turnComplete: true }, usageMetadata: { promptTokenCount: 3 } });
  });
}

function talkToRealtime(root: string, prompt: string): Promise<readonly string[]> {
  const url = `${root.replace(/^http/, "ws")}/openai/v1/realtime?model=gpt-realtime`;
  const socket = new UndiciSocket(url, ["realtime", "openai-insecure-api-key.test-key"]);
  return new Promise((resolve) => {
    const texts: string[] = [];
    socket.addEventListener("message", ({ data }) => {
      const event = JSON.parse(data as string) as {
        readonly type: string;
        readonly delta?: string;
      };
      if (event.type === "session.created") {
        const item = {
          type: "message",
          role: "user",
          content: [{ type: "input_text", text: prompt }],
        };
        socket.send(JSON.stringify({ type: "conversation.item.create", item }));
      }
      if (event.delta !== undefined) texts.push(event.delta);
      if (event.type === "response.done") socket.close(1000);
    });
    socket.addEventListener("close", ({ code, reason }) => {
      resolve(texts.length > 0 ? texts : [`${code} ${reason}`]);
    });
  });
}

function answerRealtime(socket: WebSocket): void {
  socket.send('{"type":"session.created","session":{"model":"gpt-realtime"}}');
  socket.on("message", (content: Buffer) => {
    const { item } = JSON.parse(content.toString()) as {
      readonly item: { readonly content: readonly { readonly text: string }[] };
    };
    for (const delta of ["You said: ", item.content[0]!.text]) {
      socket.send(JSON.stringify({ type: "response.output_text.delta", delta }));
    }
    socket.send('{"type":"response.done"}');
  });
}
