import { z } from "zod";
import { chatMessageSchema } from "./chat-message-schema.ts";
import type {
  CompletionConfig,
  CompletionRequest,
  CompletionResponse,
  StreamChunk,
  TokenUsage,
} from "./completion.ts";
import { frozen, jsonObjectSchema } from "./frozen.ts";
import { toolCallSchema, toolDefinitionSchema } from "./tool-schema.ts";

const tokenCountSchema = z.int().nonnegative();
const finishReasonSchema = z.enum(["stop", "max_tokens", "tool_use", "content_filter", "error"]);

export const completionConfigSchema: z.ZodType<CompletionConfig> = frozen(
  z.strictObject({
    temperature: z.number().min(0).max(2).optional(),
    maxTokens: z.int().positive().optional(),
    topP: z.number().positive().max(1).optional(),
    stopSequences: z.array(z.string()).readonly().optional(),
    timeoutMs: z.number().positive().optional(),
  }),
);

export const completionRequestSchema: z.ZodType<CompletionRequest> = frozen(
  z.strictObject({
    model: z.string().min(1),
    messages: z.array(chatMessageSchema).min(1).readonly(),
    tools: z
      .array(toolDefinitionSchema)
      .refine((tools) => new Set(tools.map((tool) => tool.name)).size === tools.length, {
        message: "the names of tools must differ",
      })
      .readonly()
      .optional(),
    config: completionConfigSchema.optional(),
  }),
);

export const tokenUsageSchema: z.ZodType<TokenUsage> = frozen(
  z.strictObject({
    inputTokens: tokenCountSchema,
    outputTokens: tokenCountSchema,
    cost: z.number().nonnegative().optional(),
  }),
);

export const completionResponseSchema: z.ZodType<CompletionResponse> = frozen(
  z
    .strictObject({
      content: z.string().optional(),
      toolCalls: z.array(toolCallSchema).readonly().optional(),
      finishReason: finishReasonSchema,
      usage: tokenUsageSchema,
      model: z.string().min(1),
      requestId: z.string().optional(),
      metadata: jsonObjectSchema.optional(),
    })
    .refine(hasAnswer, {
      path: ["content"],
      message: 'an answer needs content or tool calls, or finishReason "content_filter" or "error"',
    }),
);

export const streamChunkSchema: z.ZodType<StreamChunk> = frozen(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("content_delta"), content: z.string() }),
    z.strictObject({ kind: z.literal("tool_call_delta"), toolCall: toolCallSchema }),
    z.strictObject({ kind: z.literal("usage"), usage: tokenUsageSchema }),
    z.strictObject({ kind: z.literal("error"), message: z.string().min(1) }),
    z.strictObject({ kind: z.literal("done"), finishReason: finishReasonSchema.optional() }),
  ]),
);

function hasAnswer(response: CompletionResponse): boolean {
  return (
    response.content !== undefined ||
    (response.toolCalls ?? []).length > 0 ||
    response.finishReason === "content_filter" ||
    response.finishReason === "error"
  );
}
