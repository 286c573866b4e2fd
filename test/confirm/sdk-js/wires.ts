// What six wires answer to a scripted prompt: in words, with a tool call, in a stream, refused, and
// limited once. Sentences and the tool's arguments hold characters of two, three and four bytes.
import type { ReceivedRequest, ScriptedAnswer } from "../../helpers/scripted-upstream.ts";

/** What every wire says, so that one expectation serves all. */
export const SAID = { text: "Schnee ☃ fällt 👋", pieces: ["Schnee ☃ ", "fällt 👋"] } as const;
export const CALLED = { name: "weather", arguments: { city: "Köln ☂" } };

/** Prompts that the script knows. */
export const PROMPTS = {
  plain: "Say something",
  tool: "Use the tool",
  refused: "Be refused",
  limited: "Be limited once",
} as const;

interface Wire {
  readonly path: RegExp;
  readonly text: unknown;
  readonly tool: unknown;
  readonly stream: ScriptedAnswer;
  readonly failure: (status: number, message: string) => unknown;
}

/** Answers by path and prompt; a limited prompt is limited at its first request of a path. */
export function openScript(): (request: ReceivedRequest) => ScriptedAnswer {
  const limited = new Set<string>();
  return (request) => {
    const wire = WIRES.find(({ path }) => path.test(request.target));
    if (wire === undefined) return { status: 404, body: `{"error":"no wire: ${request.target}"}` };
    const text = request.body.toString("utf8");
    if (text.includes(PROMPTS.refused)) {
      return { status: 400, body: JSON.stringify(wire.failure(400, "No such thing ☃")) };
    }
    if (text.includes(PROMPTS.limited) && !limited.has(request.target)) {
      limited.add(request.target);
      return {
        status: 429,
        // Short enough not to wait for, in both spellings that SDKs read.
        headers: { ...JSON_TYPE, "retry-after-ms": "5", "retry-after": "1" },
        body: JSON.stringify(wire.failure(429, "Slow down")),
      };
    }
    const isStream = /"stream":\s*true/.test(text) || request.target.includes(":stream");
    if (isStream) return wire.stream;
    return { body: JSON.stringify(text.includes(PROMPTS.tool) ? wire.tool : wire.text) };
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** Cuts inside the snowman's three bytes where there is one: readers must not mind. */
function streamed(contentType: string, body: string): ScriptedAnswer {
  const bytes = Buffer.from(body);
  const cut = bytes.indexOf("☃") + 1;
  return {
    headers: { "content-type": contentType },
    chunks: [bytes.subarray(0, cut), bytes.subarray(cut)],
  };
}

function sse(events: readonly unknown[], end = ""): ScriptedAnswer {
  const frames = events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
  return streamed("text/event-stream", `${frames.join("")}${end}`);
}

function namedSse(events: readonly { readonly type: string }[], end = ""): ScriptedAnswer {
  const frames = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  return streamed("text/event-stream; charset=utf-8", `${frames.join("")}${end}`);
}

const USAGE = { prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 };

function chat(message: unknown, finish: string): unknown {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_764_000_000,
    model: "model-1",
    choices: [{ index: 0, message, finish_reason: finish }],
    usage: USAGE,
  };
}

function chatChunk(delta: unknown, finish: string | null = null): unknown {
  return {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_764_000_000,
    model: "model-1",
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

function openaiFailure(_status: number, message: string): unknown {
  return { error: { message, type: "invalid_request_error", param: null, code: null } };
}

function chatWire(path: RegExp): Wire {
  return {
    path,
    text: chat({ role: "assistant", content: SAID.text }, "stop"),
    tool: chat(
      {
        role: "assistant",
        content: null,
        tool_calls: [
          {
            id: "call_001",
            type: "function",
            function: { name: CALLED.name, arguments: JSON.stringify(CALLED.arguments) },
          },
        ],
      },
      "tool_calls",
    ),
    stream: sse(
      [
        chatChunk({ role: "assistant", content: "" }),
        ...SAID.pieces.map((content) => chatChunk({ content })),
        chatChunk({}, "stop"),
      ],
      "data: [DONE]\n\n",
    ),
    failure: openaiFailure,
  };
}

function response(output: readonly unknown[], status = "completed"): Record<string, unknown> {
  return {
    id: "resp_1",
    object: "response",
    created_at: 1_764_000_000,
    status,
    model: "model-1",
    output,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: "auto",
    tools: [],
    top_p: 1,
    usage: {
      input_tokens: 5,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 4,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 9,
    },
  };
}

function messageItem(text: string, status: string): Record<string, unknown> {
  const content = text === "" ? [] : [{ type: "output_text", text, annotations: [] }];
  return { id: "msg_1", type: "message", role: "assistant", status, content };
}

const RESPONSES: Wire = {
  path: /^\/v1\/responses$/,
  text: response([messageItem(SAID.text, "completed")]),
  tool: response([
    {
      type: "function_call",
      id: "fc_1",
      call_id: "call_001",
      name: CALLED.name,
      arguments: JSON.stringify(CALLED.arguments),
      status: "completed",
    },
  ]),
  stream: namedSse(
    [
      { type: "response.created", response: response([], "in_progress") },
      {
        type: "response.output_item.added",
        output_index: 0,
        item: messageItem("", "in_progress"),
      },
      {
        type: "response.content_part.added",
        item_id: "msg_1",
        output_index: 0,
        content_index: 0,
        part: { type: "output_text", text: "", annotations: [] },
      },
      ...SAID.pieces.map((delta) => ({
        type: "response.output_text.delta",
        item_id: "msg_1",
        output_index: 0,
        content_index: 0,
        delta,
        logprobs: [],
      })),
      {
        type: "response.output_item.done",
        output_index: 0,
        item: messageItem(SAID.text, "completed"),
      },
      {
        type: "response.completed",
        response: response([messageItem(SAID.text, "completed")]),
      },
    ].map((event, number) => Object.assign(event, { sequence_number: number })),
  ),
  failure: openaiFailure,
};

function claude(content: readonly unknown[], stop: string | null): Record<string, unknown> {
  return {
    id: "msg_01",
    type: "message",
    role: "assistant",
    model: "model-1",
    content,
    stop_reason: stop,
    stop_sequence: null,
    usage: { input_tokens: 5, output_tokens: 4 },
  };
}

const MESSAGES: Wire = {
  path: /^\/v1\/messages/,
  text: claude([{ type: "text", text: SAID.text }], "end_turn"),
  tool: claude(
    [{ type: "tool_use", id: "toolu_01", name: CALLED.name, input: CALLED.arguments }],
    "tool_use",
  ),
  stream: namedSse([
    { type: "message_start", message: claude([], null) },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
    ...SAID.pieces.map((text) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text },
    })),
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: "end_turn", stop_sequence: null },
      usage: { output_tokens: 4 },
    },
    { type: "message_stop" },
  ] as { type: string }[]),
  failure: (_status, message) => ({
    type: "error",
    error: { type: "invalid_request_error", message },
  }),
};

function gemini(parts: readonly unknown[], finish?: string): unknown {
  return {
    candidates: [
      {
        content: { role: "model", parts },
        index: 0,
        ...(finish === undefined ? {} : { finishReason: finish }),
      },
    ],
    usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 4, totalTokenCount: 9 },
    modelVersion: "model-1",
  };
}

const GEMINI: Wire = {
  path: /^\/v1beta\/models\//,
  text: gemini([{ text: SAID.text }], "STOP"),
  tool: gemini([{ functionCall: { name: CALLED.name, args: CALLED.arguments } }], "STOP"),
  stream: streamed(
    "text/event-stream",
    SAID.pieces
      .map((text, index) => gemini([{ text }], index === 1 ? "STOP" : undefined))
      .map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`)
      .join(""),
  ),
  failure: (status, message) => ({ error: { code: status, message, status: "INVALID_ARGUMENT" } }),
};

const COHERE: Wire = {
  path: /^\/v2\/chat$/,
  text: {
    id: "c-1",
    finish_reason: "COMPLETE",
    message: { role: "assistant", content: [{ type: "text", text: SAID.text }] },
  },
  tool: {
    id: "c-1",
    finish_reason: "TOOL_CALL",
    message: {
      role: "assistant",
      tool_calls: [
        {
          id: "call_001",
          type: "function",
          function: { name: CALLED.name, arguments: JSON.stringify(CALLED.arguments) },
        },
      ],
    },
  },
  stream: namedSse(
    [
      { type: "message-start", id: "c-1", delta: { message: { role: "assistant" } } },
      ...SAID.pieces.map((text) => ({
        type: "content-delta",
        index: 0,
        delta: { message: { content: { text } } },
      })),
      { type: "message-end", delta: { finish_reason: "COMPLETE" } },
    ] as { type: string }[],
    "data: [DONE]\n\n",
  ),
  failure: (_status, message) => ({ message }),
};

const OLLAMA: Wire = {
  path: /^\/api\/chat$/,
  text: {
    model: "model-1",
    created_at: "2025-11-24T00:00:00Z",
    message: { role: "assistant", content: SAID.text },
    done: true,
  },
  tool: {
    model: "model-1",
    created_at: "2025-11-24T00:00:00Z",
    message: {
      role: "assistant",
      content: "",
      tool_calls: [{ function: { name: CALLED.name, arguments: CALLED.arguments } }],
    },
    done: true,
  },
  stream: streamed(
    "application/x-ndjson",
    [...SAID.pieces, ""]
      .map((content, index) => ({
        model: "model-1",
        created_at: "2025-11-24T00:00:00Z",
        message: { role: "assistant", content },
        done: index === 2,
      }))
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  ),
  failure: (_status, message) => ({ error: message }),
};

const WIRES: readonly Wire[] = [
  chatWire(/^(?:\/openai)?\/v1\/chat\/completions$/),
  RESPONSES,
  MESSAGES,
  GEMINI,
  COHERE,
  OLLAMA,
];
