import type { ToolCall, ToolResult } from "./tool.ts";

/** Who speaks. */
export type MessageRole = "system" | "user" | "assistant" | "tool";

/**
 * One message of a conversation. `system` and `user` carry `content` and nothing else; `assistant`
 * carries `content`, `toolCalls` or both; `tool` carries `toolResult` and nothing else.
 */
export interface ChatMessage {
  readonly role: MessageRole;
  readonly content?: string | undefined;
  readonly toolCalls?: readonly ToolCall[] | undefined;
  readonly toolResult?: ToolResult | undefined;
}
