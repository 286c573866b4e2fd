import type { ChatMessage } from "./chat-message.ts";
import type { CompletionConfig, CompletionRequest, CompletionResponse, StreamChunk, TokenUsage } from "./completion.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";
import type { ToolCall, ToolDefinition, ToolResult } from "./tool.ts";
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toChatMessage(value: unknown): ChatMessage;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toToolDefinition(value: unknown): ToolDefinition;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toToolCall(value: unknown): ToolCall;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toToolResult(value: unknown): ToolResult;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toCompletionConfig(value: unknown): CompletionConfig;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toCompletionRequest(value: unknown): CompletionRequest;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toCompletionResponse(value: unknown): CompletionResponse;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toStreamChunk(value: unknown): StreamChunk;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toTokenUsage(value: unknown): TokenUsage;
/** A checked, deeply frozen copy. @throws {TypeError} naming every broken rule. */
export declare function toModelCapabilities(value: unknown): ModelCapabilities;
