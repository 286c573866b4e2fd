import { describe, expect, test } from "vitest";
import {
  toChatMessage,
  toCompletionConfig,
  toCompletionRequest,
  toCompletionResponse,
  toModelCapabilities,
  toStreamChunk,
  toTokenUsage,
  toToolCall,
  toToolDefinition,
  toToolResult,
} from "../../src/provider/validated-values.ts";

const call = { id: "call_1", name: "weather", arguments: { city: "Bonn", days: [1, 2] } };
const result = { toolCallId: "call_1", content: "rain" };
const usage = { inputTokens: 3, outputTokens: 4 };
const model = {
  model: "m",
  provider: "p",
  contextTokensMax: 1000,
  outputTokensMax: 100,
  supportsTools: true,
  supportsVision: false,
  supportsStreaming: true,
  supportsStreamingToolCalls: true,
  supportsSystemMessages: true,
};

describe("values of the provider seam that are accepted", () => {
  accepts("system message", toChatMessage, { role: "system", content: "Be brief." });
  accepts("empty user message", toChatMessage, { role: "user", content: "" });
  accepts("assistant with content", toChatMessage, { role: "assistant", content: "Hi" });
  accepts("assistant with calls", toChatMessage, { role: "assistant", toolCalls: [call] });
  accepts("assistant with both", toChatMessage, {
    role: "assistant",
    content: "Let me look.",
    toolCalls: [call, { ...call, id: "call_2" }],
  });
  accepts("tool message", toChatMessage, { role: "tool", toolResult: result });
  accepts("tool definition", toToolDefinition, { name: "f", parameters: { type: "object" } });
  accepts("tool call with odd names", toToolCall, {
    ...call,
    arguments: JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}'),
  });
  accepts("failed tool result", toToolResult, { ...result, isError: true });
  accepts("empty config", toCompletionConfig, {});
  accepts("full config", toCompletionConfig, {
    temperature: 0,
    maxTokens: 1,
    topP: 1,
    stopSequences: ["END"],
    timeoutMs: 1000,
  });
  accepts("request", toCompletionRequest, {
    model: "m",
    messages: [{ role: "user", content: "Hi" }],
    tools: [],
    config: {},
  });
  accepts("response", toCompletionResponse, {
    content: "Hello",
    finishReason: "stop",
    usage,
    model: "m",
    requestId: "req_1",
    metadata: { latencyMs: 12.5, retries: 1 },
  });
  accepts("filtered response", toCompletionResponse, {
    finishReason: "content_filter",
    usage,
    model: "m",
  });
  accepts("content chunk", toStreamChunk, { kind: "content_delta", content: "He" });
  accepts("call chunk", toStreamChunk, { kind: "tool_call_delta", toolCall: call });
  accepts("usage chunk", toStreamChunk, { kind: "usage", usage });
  accepts("error chunk", toStreamChunk, { kind: "error", message: "overloaded" });
  accepts("last chunk", toStreamChunk, { kind: "done", finishReason: "stop" });
  accepts("usage with cost", toTokenUsage, { ...usage, cost: 0.01 });
  accepts("capabilities", toModelCapabilities, { ...model, inputCostPer1k: 0 });
});

describe("values of the provider seam that are refused", () => {
  refuses(toChatMessage, { role: "system" }, "content: ");
  refuses(toChatMessage, { role: "user", content: "a", toolCalls: [call] }, "toolCalls: ");
  refuses(toChatMessage, { role: "user", content: "a", toolResult: result }, "toolResult: ");
  refuses(toChatMessage, { role: "assistant" }, "content: ");
  refuses(toChatMessage, { role: "assistant", toolCalls: [] }, "content: ");
  refuses(toChatMessage, { role: "assistant", content: "", toolResult: result }, "toolResult: ");
  refuses(toChatMessage, { role: "assistant", toolCalls: [call, call] }, "toolCalls: the ids");
  refuses(toChatMessage, { role: "tool", content: "rain" }, "toolResult: ");
  refuses(toChatMessage, { role: "tool", content: "a", toolResult: result }, "content: ");
  refuses(toChatMessage, { role: "critic", content: "a" }, "role: ");
  refuses(toChatMessage, { role: "user", content: "a", tone: "warm" }, "tone");
  refuses(toChatMessage, null, "Cannot make a ChatMessage: value: ");
  refuses(toToolDefinition, { name: "", parameters: {} }, "name: ");
  refuses(toToolDefinition, { name: "f", parameters: [] }, "parameters: expected a JSON object");
  refuses(toToolCall, { ...call, arguments: { when: new Date(0) } }, "a Date has no JSON form");
  refuses(toToolCall, { ...call, arguments: { n: Number.NaN } }, "NaN has no JSON form");
  refuses(toToolCall, { ...call, arguments: nest(600) }, "arguments: expected at most 500 levels");
  refuses(toCompletionConfig, { temperature: 2.1 }, "temperature: ");
  refuses(toCompletionConfig, { maxTokens: 0 }, "maxTokens: ");
  refuses(toCompletionConfig, { topP: 0 }, "topP: ");
  refuses(toCompletionConfig, { timeoutMs: Number.POSITIVE_INFINITY }, "timeoutMs: ");
  refuses(toCompletionRequest, { model: "m", messages: [] }, "messages: ");
  refuses(
    toCompletionRequest,
    { model: "m", messages: [{ role: "user" }] },
    "messages[0].content: ",
  );
  refuses(
    toCompletionRequest,
    {
      model: "m",
      messages: [{ role: "user", content: "a" }],
      tools: [
        { name: "f", parameters: {} },
        { name: "f", parameters: {} },
      ],
    },
    "tools: the names of tools must differ",
  );
  refuses(toCompletionResponse, { finishReason: "stop", usage, model: "m" }, "content: ");
  refuses(toTokenUsage, { inputTokens: -1, outputTokens: 0 }, "inputTokens: ");
  refuses(toTokenUsage, { inputTokens: 1.5, outputTokens: 0 }, "inputTokens: ");
  refuses(toStreamChunk, { kind: "content_delta" }, "content");
  refuses(toModelCapabilities, { ...model, outputTokensMax: 2000 }, "outputTokensMax: ");
  refuses(toModelCapabilities, { ...model, supportsTools: false }, "supportsStreamingToolCalls: ");
});

test("a value is a deeply frozen copy, and the caller's own stays as it is", () => {
  const given = {
    role: "assistant",
    toolCalls: [{ ...call, arguments: { a: { b: [1, { c: 2 }] } } }],
  };
  const message = toChatMessage(given);
  expect(isDeeplyFrozen(message)).toBe(true);
  expect(Object.isFrozen(given)).toBe(false);
  given.toolCalls[0]!.arguments.a.b.push(3);
  expect(message.toolCalls?.[0]?.arguments).toEqual({ a: { b: [1, { c: 2 }] } });
});

test("an undefined member is an absent member", () => {
  expect(Object.keys(toCompletionConfig({ temperature: undefined, maxTokens: 5 }))).toEqual([
    "maxTokens",
  ]);
});

type ToValue = (value: unknown) => object;

function accepts(name: string, toValue: ToValue, value: object): void {
  test(`${toValue.name}: ${name}`, () => {
    const made = toValue(value);
    expect(JSON.stringify(made)).toBe(JSON.stringify(value));
    expect(isDeeplyFrozen(made)).toBe(true);
  });
}

function refuses(toValue: ToValue, value: unknown, words: string): void {
  test(`${toValue.name}: ${words} in ${JSON.stringify(value)?.slice(0, 80)}`, () => {
    expect(() => toValue(value)).toThrow(TypeError);
    expect(() => toValue(value)).toThrow(words);
  });
}

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

function nest(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level++) value = { value };
  return value;
}
