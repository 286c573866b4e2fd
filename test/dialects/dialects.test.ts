import { anthropicDialect } from "../../src/dialects/anthropic.ts";
import { bedrockDialect } from "../../src/dialects/bedrock.ts";
import { cohereDialect } from "../../src/dialects/cohere.ts";
import { geminiDialect } from "../../src/dialects/gemini.ts";
import { mistralDialect } from "../../src/dialects/mistral.ts";
import { ollamaDialect } from "../../src/dialects/ollama.ts";
import { openaiDialect } from "../../src/dialects/openai.ts";
import { openrouterDialect } from "../../src/dialects/openrouter.ts";
import { replicateDialect } from "../../src/dialects/replicate.ts";
import { describeDialectContract } from "../contracts/dialect-contract.ts";
import { eventFrame } from "../helpers/event-frame.ts";

const CHAT = {
  model: "m",
  messages: [
    { role: "system", content: "s" },
    { role: "user", content: "u" },
  ],
  tools: [{ type: "function" }],
  temperature: 0,
};
const CHAT_CALL = { method: "POST", path: "/v1/chat/completions", body: CHAT };
const CHAT_SEGMENTS = ["model", "system", "messages[1]", "tools", "parameters"];
const CHAT_STREAM = `data: {"choices":[{"delta":{"content":"a"},"finish_reason":null}],"usage":null}\n\ndata: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}\n\ndata: [DONE]\n\n`;
const CHAT_ANSWER =
  '{"choices":[{"message":{"content":"\\"prompt_tokens\\": 99"}}],"usage":{"prompt_tokens": 7,"completion_tokens": 3}}';
const OPENAI_LIKE = {
  call: CHAT_CALL,
  streamed: { ...CHAT_CALL, body: { ...CHAT, stream: true } },
  endpoint: "POST /v1/chat/completions",
  model: "m",
  segments: CHAT_SEGMENTS,
  contentType: "text/event-stream",
  stream: CHAT_STREAM,
  streamTokens: { input: 7, output: 3 },
  answer: CHAT_ANSWER,
  tokens: { input: 7, output: 3 },
  errorFrame: 'data: {"error":{"message":"no","type":"server_error"}}\n\n',
};

describeDialectContract({
  ...OPENAI_LIKE,
  dialect: openaiDialect,
  messageAt: ["error", "message"],
});

describeDialectContract({
  ...OPENAI_LIKE,
  dialect: openrouterDialect,
  stream: `: OPENROUTER PROCESSING\n\n${CHAT_STREAM}`,
  messageAt: ["error", "message"],
});

describeDialectContract({
  ...OPENAI_LIKE,
  dialect: mistralDialect,
  errorFrame: 'data: {"object":"error","message":"no","type":"invalid_request"}\n\n',
  messageAt: ["message"],
});

describeDialectContract({
  dialect: anthropicDialect,
  call: {
    method: "POST",
    path: "/v1/messages",
    body: {
      model: "m",
      max_tokens: 5,
      system: "s",
      messages: [{ role: "user", content: "u" }],
      tools: [],
    },
  },
  streamed: { method: "POST", path: "/v1/messages", body: { model: "m", stream: true } },
  endpoint: "POST /v1/messages",
  model: "m",
  segments: ["model", "system", "messages[0]", "tools", "parameters"],
  contentType: "text/event-stream; charset=utf-8",
  stream: [
    'event: message_start\ndata: {"type":"message_start","message":{"usage":{"input_tokens":11,"output_tokens":1}}}\n\n',
    'event: ping\ndata: {"type":"ping"}\n\n',
    'event: message_delta\ndata: {"type":"message_delta","usage":{"output_tokens":5}}\n\n',
    'event: message_stop\ndata: {"type":"message_stop"}\n\n',
  ].join(""),
  streamTokens: { input: 11, output: 5 },
  answer:
    '{"content":[],"usage":{"input_tokens":11,"cache_read_input_tokens":0,"output_tokens":5}}',
  tokens: { input: 11, output: 5 },
  errorFrame:
    'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
  messageAt: ["error", "message"],
});

describeDialectContract({
  dialect: geminiDialect,
  call: {
    method: "POST",
    path: "/v1beta/models/gemini-2.0-flash:generateContent",
    body: {
      contents: [{ role: "user", parts: [] }],
      systemInstruction: { parts: [] },
      generationConfig: {},
      tools: [],
    },
  },
  streamed: {
    method: "POST",
    path: "/v1beta/models/gemini-2.0-flash:streamGenerateContent",
    body: {},
  },
  endpoint: "POST /v1beta/models/{model}:generateContent",
  model: "gemini-2.0-flash",
  segments: ["model", "system", "messages[0]", "tools", "parameters"],
  contentType: "text/event-stream",
  stream:
    'data: {"candidates":[{"content":{}}],"usageMetadata":{"promptTokenCount":4}}\r\n\r\ndata: {"candidates":[{"finishReason": "STOP"}],"usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":6,"thoughtsTokenCount":2}}\r\n\r\n',
  streamTokens: { input: 4, output: 8 },
  answer:
    '{"candidates":[],"usageMetadata":{"promptTokenCount": 4,"candidatesTokenCount": 6,"totalTokenCount": 10}}',
  tokens: { input: 4, output: 6 },
  errorFrame: 'data: {"error":{"code":503,"message":"no","status":"UNAVAILABLE"}}\r\n\r\n',
  messageAt: ["error", "message"],
});

describeDialectContract({
  dialect: bedrockDialect,
  call: {
    method: "POST",
    path: "/model/anthropic.claude-v2:1/converse",
    body: { messages: [{ role: "user" }], system: [], toolConfig: {}, inferenceConfig: {} },
  },
  streamed: { method: "POST", path: "/model/anthropic.claude-v2:1/converse-stream", body: {} },
  endpoint: "POST /model/{model}/converse",
  model: "anthropic.claude-v2:1",
  segments: ["model", "system", "messages[0]", "tools", "parameters"],
  contentType: "application/vnd.amazon.eventstream",
  stream: Buffer.concat([
    eventFrame(
      { ":event-type": "contentBlockDelta", ":message-type": "event" },
      '{"delta":{"text":"a"}}',
    ),
    eventFrame(
      { ":event-type": "messageStop", ":message-type": "event" },
      '{"stopReason":"end_turn"}',
    ),
    eventFrame(
      { ":event-type": "metadata", ":message-type": "event" },
      '{"usage":{"inputTokens":9,"outputTokens":2}}',
    ),
  ]),
  streamTokens: { input: 9, output: 2 },
  answer: '{"output":{},"usage":{"inputTokens":9,"outputTokens":2,"totalTokens":11}}',
  tokens: { input: 9, output: 2 },
  errorFrame: eventFrame(
    { ":exception-type": "modelStreamErrorException", ":message-type": "exception" },
    '{"message":"no"}',
  ).toString("latin1"),
  messageAt: ["message"],
});

describeDialectContract({
  dialect: cohereDialect,
  call: { method: "POST", path: "/v2/chat", body: CHAT },
  streamed: { method: "POST", path: "/v2/chat", body: { ...CHAT, stream: true } },
  endpoint: "POST /v2/chat",
  model: "m",
  segments: CHAT_SEGMENTS,
  contentType: "text/event-stream",
  stream:
    'event: message-start\ndata: {"type":"message-start"}\n\nevent: message-end\ndata: {"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":8,"output_tokens":1}}}}\n\ndata: [DONE]\n\n',
  streamTokens: { input: 8, output: 1 },
  answer:
    '{"usage":{"billed_units":{"input_tokens":5,"output_tokens":1},"tokens":{"input_tokens":8,"output_tokens":1}}}',
  tokens: { input: 8, output: 1 },
  errorFrame:
    'event: message-end\ndata: {"type":"message-end","delta":{"finish_reason":"ERROR"}}\n\n',
  messageAt: ["message"],
});

describeDialectContract({
  dialect: ollamaDialect,
  call: { method: "POST", path: "/api/chat", body: { ...CHAT, stream: false } },
  streamed: { method: "POST", path: "/api/chat", body: CHAT },
  endpoint: "POST /api/chat",
  model: "m",
  segments: CHAT_SEGMENTS,
  contentType: "application/x-ndjson",
  stream:
    '{"message":{"content":"a"},"done":false}\n{"done":true,"prompt_eval_count":12,"eval_count":4}\n',
  streamTokens: { input: 12, output: 4 },
  answer: '{"message":{},"done":true,"prompt_eval_count":12,"eval_count":4}',
  tokens: { input: 12, output: 4 },
  errorFrame: '{"error":"model runner stopped"}\n',
  messageAt: ["error"],
});

describeDialectContract({
  dialect: replicateDialect,
  call: {
    method: "POST",
    path: "/v1/models/meta/llama-3/predictions",
    body: { input: { prompt: "u" }, stream: false },
  },
  streamed: {
    method: "POST",
    path: "/v1/predictions",
    body: { version: "m", input: {}, stream: true },
  },
  endpoint: "POST /v1/models/{model}/llama-3/predictions",
  model: "meta/llama-3",
  segments: ["messages[0]", "parameters"],
  contentType: "text/event-stream",
  stream: "event: output\ndata: a\n\nevent: done\ndata: {}\n\n",
  streamTokens: undefined,
  answer: '{"id":"x","status":"succeeded","output":["a"]}',
  tokens: undefined,
  errorFrame: "event: error\ndata: {}\n\n",
  messageAt: ["detail"],
});
