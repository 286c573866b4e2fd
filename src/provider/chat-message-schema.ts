import { z } from "zod";
import type { ChatMessage, MessageRole } from "./chat-message.ts";
import { frozen } from "./frozen.ts";
import { toolCallSchema, toolResultSchema } from "./tool-schema.ts";

type Field = "content" | "toolCalls" | "toolResult";

/** Fields each role must have and may have; every other field is refused. */
const fieldsOfRole: Readonly<
  Record<MessageRole, { must: readonly Field[]; may: readonly Field[] }>
> = {
  system: { must: ["content"], may: [] },
  user: { must: ["content"], may: [] },
  assistant: { must: [], may: ["content", "toolCalls"] },
  tool: { must: ["toolResult"], may: [] },
};

export const chatMessageSchema: z.ZodType<ChatMessage> = frozen(
  z
    .strictObject({
      role: z.enum(["system", "user", "assistant", "tool"]),
      content: z.string().optional(),
      toolCalls: z.array(toolCallSchema).readonly().optional(),
      toolResult: toolResultSchema.optional(),
    })
    .superRefine((message, context) => {
      for (const [path, problem] of findProblems(message)) {
        context.addIssue({ code: "custom", path: [path], message: problem });
      }
    }),
);

function* findProblems(message: ChatMessage): Generator<[Field, string]> {
  const { must, may } = fieldsOfRole[message.role];
  for (const field of ["content", "toolCalls", "toolResult"] as const) {
    const isPresent = message[field] !== undefined;
    if (must.includes(field) && !isPresent) {
      yield [field, `a message of role "${message.role}" needs it`];
    } else if (isPresent && !must.includes(field) && !may.includes(field)) {
      yield [field, `a message of role "${message.role}" cannot have it`];
    }
  }
  if (message.role !== "assistant") return;
  const calls = message.toolCalls ?? [];
  if (message.content === undefined && calls.length === 0) {
    yield ["content", 'a message of role "assistant" needs content or tool calls'];
  }
  if (new Set(calls.map((call) => call.id)).size < calls.length) {
    yield ["toolCalls", "the ids of tool calls must differ"];
  }
}
