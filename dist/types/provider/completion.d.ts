import type { ChatMessage } from "./chat-message.ts";
import type { JsonObject } from "./json-object.ts";
import type { ToolCall, ToolDefinition } from "./tool.ts";
/** How the model is to answer. An absent config and one that spells out defaults are different requests. */
export interface CompletionConfig {
    /** 0 to 2. */
    readonly temperature?: number | undefined;
    readonly maxTokens?: number | undefined;
    /** Above 0, up to 1. */
    readonly topP?: number | undefined;
    readonly stopSequences?: readonly string[] | undefined;
    readonly timeoutMs?: number | undefined;
}
/** What `complete` and `stream` are asked. */
export interface CompletionRequest {
    readonly model: string;
    /** At least one. */
    readonly messages: readonly ChatMessage[];
    /** Their names differ. */
    readonly tools?: readonly ToolDefinition[] | undefined;
    readonly config?: CompletionConfig | undefined;
}
/** Tokens of one completion. */
export interface TokenUsage {
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** Price in the currency of the provider's price list, where the driver computes it. */
    readonly cost?: number | undefined;
}
/** Why the model stopped. */
export type FinishReason = "stop" | "max_tokens" | "tool_use" | "content_filter" | "error";
/** A whole answer. Without content or tool calls it must have been filtered or have failed. */
export interface CompletionResponse {
    readonly content?: string | undefined;
    readonly toolCalls?: readonly ToolCall[] | undefined;
    readonly finishReason: FinishReason;
    readonly usage: TokenUsage;
    /** The model that answered, as the provider names it. */
    readonly model: string;
    /** The provider's own id of the request. */
    readonly requestId?: string | undefined;
    /** What the driver noted beside the answer (latency, retries); stored and replayed verbatim. */
    readonly metadata?: JsonObject | undefined;
}
/** One piece of a streamed answer. */
export type StreamChunk = {
    readonly kind: "content_delta";
    readonly content: string;
} | {
    readonly kind: "tool_call_delta";
    readonly toolCall: ToolCall;
} | {
    readonly kind: "usage";
    readonly usage: TokenUsage;
} | {
    readonly kind: "error";
    readonly message: string;
} | {
    readonly kind: "done";
    readonly finishReason?: FinishReason | undefined;
};
