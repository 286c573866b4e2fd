import type { z } from "zod";
import type { ChatMessage } from "./chat-message.ts";
import { chatMessageSchema } from "./chat-message-schema.ts";
import type {
  CompletionConfig,
  CompletionRequest,
  CompletionResponse,
  StreamChunk,
  TokenUsage,
} from "./completion.ts";
import {
  completionConfigSchema,
  completionRequestSchema,
  completionResponseSchema,
  streamChunkSchema,
  tokenUsageSchema,
} from "./completion-schema.ts";
import { describeIssues } from "./frozen.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";
import { modelCapabilitiesSchema } from "./model-capabilities-schema.ts";
import type { ToolCall, ToolDefinition, ToolResult } from "./tool.ts";
import { toolCallSchema, toolDefinitionSchema, toolResultSchema } from "./tool-schema.ts";

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toChatMessage(value: unknown): ChatMessage {
  return toValid(chatMessageSchema, "a ChatMessage", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toToolDefinition(value: unknown): ToolDefinition {
  return toValid(toolDefinitionSchema, "a ToolDefinition", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toToolCall(value: unknown): ToolCall {
  return toValid(toolCallSchema, "a ToolCall", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toToolResult(value: unknown): ToolResult {
  return toValid(toolResultSchema, "a ToolResult", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toCompletionConfig(value: unknown): CompletionConfig {
  return toValid(completionConfigSchema, "a CompletionConfig", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toCompletionRequest(value: unknown): CompletionRequest {
  return toValid(completionRequestSchema, "a CompletionRequest", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toCompletionResponse(value: unknown): CompletionResponse {
  return toValid(completionResponseSchema, "a CompletionResponse", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toStreamChunk(value: unknown): StreamChunk {
  return toValid(streamChunkSchema, "a StreamChunk", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toTokenUsage(value: unknown): TokenUsage {
  return toValid(tokenUsageSchema, "a TokenUsage", value);
}

/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export function toModelCapabilities(value: unknown): ModelCapabilities {
  return toValid(modelCapabilitiesSchema, "ModelCapabilities", value);
}

function toValid<T>(schema: z.ZodType<T>, name: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new TypeError(`Cannot make ${name}: ${describeIssues(parsed.error)}`);
}
