import type { CassetteRequest, JsonValue, Segment } from "../cassette/values.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { CompletionRequest } from "./completion.ts";

/** The methods of a provider that go through a cassette; part of the keys. */
export type CompletionMethod = "complete" | "stream";

/** A completion as a session takes it. The request has been validated: it holds JSON only. */
export function toCompletionCassetteRequest(
  provider: string,
  method: CompletionMethod,
  request: CompletionRequest,
): CassetteRequest {
  const { model, ...asked } = request;
  return {
    identity: { provider, method, target: { model }, body: toJson(asked) },
    endpoint: method,
    model,
    segments: toSegments(request),
    copy: toJson(request),
  };
}

/** A lookup of a model's capabilities as a session takes it. */
export function toLookupCassetteRequest(provider: string, model: string): CassetteRequest {
  return {
    identity: { provider, method: "getModelCapabilities", target: { model }, body: null },
    endpoint: "getModelCapabilities",
    model,
    segments: [{ name: "model", value: model }],
    copy: { model },
  };
}

function toSegments(request: CompletionRequest): Segment[] {
  const segments: Segment[] = [{ name: "model", value: request.model }];
  for (const [index, message] of request.messages.entries()) {
    segments.push({ name: nameMessage(message, index), value: toJson(message) });
  }
  if (request.tools !== undefined) segments.push({ name: "tools", value: toJson(request.tools) });
  if (request.config !== undefined) {
    segments.push({ name: "parameters", value: toJson(request.config) });
  }
  return segments;
}

function nameMessage(message: ChatMessage, index: number): string {
  return index === 0 && message.role === "system" ? "system" : `messages[${index}]`;
}

/** Validated values hold JSON only, which their interfaces (optional members) cannot say to the compiler. */
function toJson(value: object): JsonValue {
  return value as JsonValue;
}
