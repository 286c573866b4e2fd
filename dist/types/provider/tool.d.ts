import type { JsonObject } from "./json-object.ts";
/** A function that the model may call. */
export interface ToolDefinition {
    readonly name: string;
    readonly description?: string | undefined;
    /** JSON Schema of the arguments. */
    readonly parameters: JsonObject;
}
/** A call that the model wants made. */
export interface ToolCall {
    /** Given by the provider; ties the call to its `ToolResult`. */
    readonly id: string;
    readonly name: string;
    /** Parsed arguments. */
    readonly arguments: JsonObject;
}
/** What a called tool answered. */
export interface ToolResult {
    /** `id` of the `ToolCall` that it answers. */
    readonly toolCallId: string;
    readonly content: string;
    /** The tool failed, and `content` says how. @default {false} */
    readonly isError?: boolean | undefined;
}
