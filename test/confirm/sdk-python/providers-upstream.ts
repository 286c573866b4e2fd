// What OpenAI, Anthropic, Gemini, Groq and Ollama answer, from one loopback server: whole answers, streams cut in
// the middle of a character, and a count of what arrived.
import { startScriptedUpstream } from "../../helpers/scripted-upstream.ts";

/** A server that stands for these providers. */
export interface ProvidersUpstream {
  readonly url: string;
  /** `POST /v1/messages` of every request so far. */
  readonly arrived: readonly string[];
  /** Credentials that arrived, to look for them in cassettes. */
  readonly credentials: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startProvidersUpstream(): Promise<ProvidersUpstream> {
  const arrived: string[] = [];
  const credentials = new Set<string>();
  const upstream = await startScriptedUpstream((request) => {
    const { pathname } = new URL(request.target, "http://upstream");
    arrived.push(`${request.method} ${pathname}`);
    for (const name of ["authorization", "x-api-key", "x-goog-api-key"]) {
      const value = request.headers[name];
      if (typeof value === "string") credentials.add(value.replace(/^Bearer /, ""));
    }
    const { stream } = JSON.parse(request.body.toString("utf8")) as { readonly stream?: boolean };
    const isStream = stream === true || pathname.endsWith(":streamGenerateContent");
    const route = ROUTES.find((row) => row.path.test(pathname) && row.stream === isStream);
    if (route === undefined) return { status: 404 };
    const bytes = Buffer.from(route.body);
    // Inside the snowman's three bytes where there is one: readers must not mind.
    const cut = bytes.indexOf("☃") === -1 ? bytes.length >> 1 : bytes.indexOf("☃") + 1;
    return {
      headers: {
        "content-type":
          route.type ?? (isStream ? "text/event-stream; charset=utf-8" : "application/json"),
        "x-request-id": `req_${arrived.length}`,
        "set-cookie": "__cf_bm=secret-cookie-of-the-edge; path=/",
      },
      chunks: [bytes.subarray(0, cut), { pauseMs: 1 }, bytes.subarray(cut)],
    };
  });
  return { url: upstream.url, arrived, credentials, close: () => upstream.close() };
}

function sse(events: readonly (readonly [name: string | undefined, value: unknown])[]): string {
  return events
    .map(([name, value]) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return `${name === undefined ? "" : `event: ${name}\n`}data: ${text}\n\n`;
    })
    .join("");
}

const CHAT = { id: "chatcmpl-1", created: 1_764_000_000, model: "gpt-4.1-mini" };

function chatChunk(delta: unknown, finish: string | null): readonly [undefined, unknown] {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return [undefined, { ...CHAT, object: "chat.completion.chunk", choices }];
}

const MESSAGE_ITEM = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text: "Snow ☃", annotations: [] }],
};

const RESPONSE = {
  id: "resp_1",
  object: "response",
  created_at: 1_764_000_000,
  status: "completed",
  model: "gpt-4.1-mini",
  output: [MESSAGE_ITEM],
  parallel_tool_calls: true,
  tool_choice: "auto",
  tools: [],
  usage: {
    input_tokens: 5,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 4,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 9,
  },
};

const CLAUDE = {
  id: "msg_01",
  type: "message",
  role: "assistant",
  model: "claude-sonnet-4-5",
  stop_sequence: null,
};

function gemini(text: string, finish: string | undefined): Record<string, unknown> {
  return {
    candidates: [
      {
        content: { role: "model", parts: [{ text }] },
        index: 0,
        ...(finish === undefined ? {} : { finishReason: finish }),
      },
    ],
    usageMetadata: { promptTokenCount: 4, candidatesTokenCount: 5, totalTokenCount: 9 },
    modelVersion: "gemini-2.5-flash",
  };
}

function ollama(content: string, isDone: boolean): string {
  return JSON.stringify({
    model: "qwen3",
    created_at: "2025-11-24T00:00:00Z",
    message: { role: "assistant", content },
    done: isDone,
    ...(isDone ? { done_reason: "stop", prompt_eval_count: 5, eval_count: 4 } : {}),
  });
}

const ROUTES: readonly {
  readonly path: RegExp;
  readonly stream: boolean;
  /** Where it is neither JSON nor events. */
  readonly type?: string;
  readonly body: string;
}[] = [
  { path: /^\/api\/chat$/, stream: false, body: ollama("Snow ☃", true) },
  {
    path: /^\/api\/chat$/,
    stream: true,
    type: "application/x-ndjson",
    body: [ollama("Snow ", false), ollama("☃", false), ollama("", true)].join("\n"),
  },
  {
    path: /^(?:\/openai)?\/v1\/chat\/completions$/,
    stream: false,
    body: JSON.stringify(
      {
        ...CHAT,
        object: "chat.completion",
        choices: [
          { index: 0, message: { role: "assistant", content: "Snow ☃" }, finish_reason: "stop" },
        ],
        usage: { prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 },
      },
      null,
      2,
    ),
  },
  {
    path: /^(?:\/openai)?\/v1\/chat\/completions$/,
    stream: true,
    body: sse([
      chatChunk({ role: "assistant", content: "" }, null),
      chatChunk({ content: "Snow " }, null),
      chatChunk({ content: "☃" }, null),
      chatChunk({}, "stop"),
      [undefined, "[DONE]"],
    ]),
  },
  { path: /^\/v1\/responses$/, stream: false, body: JSON.stringify(RESPONSE) },
  {
    path: /^\/v1\/responses$/,
    stream: true,
    body: sse([
      [
        "response.created",
        {
          type: "response.created",
          sequence_number: 0,
          response: { ...RESPONSE, status: "in_progress", output: [], usage: null },
        },
      ],
      [
        "response.output_text.delta",
        {
          type: "response.output_text.delta",
          sequence_number: 1,
          item_id: "msg_1",
          output_index: 0,
          content_index: 0,
          delta: "Snow ☃",
          logprobs: [],
        },
      ],
      [
        "response.completed",
        { type: "response.completed", sequence_number: 2, response: RESPONSE },
      ],
    ]),
  },
  {
    path: /^\/v1\/embeddings$/,
    stream: false,
    body: JSON.stringify({
      object: "list",
      model: "text-embedding-3-small",
      data: [
        {
          object: "embedding",
          index: 0,
          embedding: Buffer.from(new Float32Array([0.5, -0.25, 1]).buffer).toString("base64"),
        },
      ],
      usage: { prompt_tokens: 2, total_tokens: 2 },
    }),
  },
  {
    path: /^\/v1\/messages$/,
    stream: false,
    body: JSON.stringify({
      ...CLAUDE,
      content: [{ type: "text", text: "Snow ☃" }],
      stop_reason: "end_turn",
      usage: { input_tokens: 5, output_tokens: 4 },
    }),
  },
  {
    path: /^\/v1\/messages$/,
    stream: true,
    body: sse([
      [
        "message_start",
        {
          type: "message_start",
          message: {
            ...CLAUDE,
            content: [],
            stop_reason: null,
            usage: { input_tokens: 5, output_tokens: 1 },
          },
        },
      ],
      [
        "content_block_start",
        { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      ],
      ["ping", { type: "ping" }],
      [
        "content_block_delta",
        { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Snow ☃" } },
      ],
      ["content_block_stop", { type: "content_block_stop", index: 0 }],
      [
        "message_delta",
        {
          type: "message_delta",
          delta: { stop_reason: "end_turn", stop_sequence: null },
          usage: { output_tokens: 4 },
        },
      ],
      ["message_stop", { type: "message_stop" }],
    ]),
  },
  {
    path: /^\/v1(?:beta)?\/models\/gemini-2\.5-flash:generateContent$/,
    stream: false,
    body: JSON.stringify(gemini("Snow ☃", "STOP")),
  },
  {
    path: /^\/v1(?:beta)?\/models\/gemini-2\.5-flash:streamGenerateContent$/,
    stream: true,
    body: sse([
      [undefined, gemini("Snow ", undefined)],
      [undefined, gemini("☃", "STOP")],
    ]).replaceAll("\n", "\r\n"),
  },
];
