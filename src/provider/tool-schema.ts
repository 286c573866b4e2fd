import { z } from "zod";
import { frozen, jsonObjectSchema } from "./frozen.ts";
import type { ToolCall, ToolDefinition, ToolResult } from "./tool.ts";

export const toolDefinitionSchema: z.ZodType<ToolDefinition> = frozen(
  z.strictObject({
    name: z.string().min(1),
    description: z.string().optional(),
    parameters: jsonObjectSchema,
  }),
);

export const toolCallSchema: z.ZodType<ToolCall> = frozen(
  z.strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    arguments: jsonObjectSchema,
  }),
);

export const toolResultSchema: z.ZodType<ToolResult> = frozen(
  z.strictObject({
    toolCallId: z.string().min(1),
    content: z.string(),
    isError: z.boolean().optional(),
  }),
);
