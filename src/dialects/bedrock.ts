import type { Dialect } from "../exchange/dialect.ts";
import { framingOf } from "./framing.ts";
import { templatePath } from "./path-template.ts";
import { segmentsOf } from "./segments.ts";
import { countTokens } from "./tokens.ts";

/** AWS Bedrock's runtime: the model stands in the path, streams are AWS event-stream frames. */
export const bedrockDialect: Dialect = {
  name: "bedrock",
  describe(call) {
    const coded = /^\/model\/([^/]+)/.exec(call.path)?.[1];
    const model = coded?.replaceAll("%2F", "/");
    return {
      endpoint: `${call.method} ${templatePath(call.path)}`,
      model,
      isStream: /\/(?:converse-stream|invoke-with-response-stream)$/.test(call.path),
      segments: segmentsOf(call.body, model, {
        system: ["system"],
        turns: ["messages", "prompt", "inputText", "texts", "input", "content"],
        tools: ["toolConfig", "tools", "tool_choice"],
      }),
    };
  },
  framing: framingOf,
  isErrorFrame: (frame) => frame.includes(":exception-type") || frame.includes(":error-code"),
  isTerminalFrame: (frame) =>
    // A header's value follows its name after one byte of type and two of length.
    frame.includes(":event-type\u0007\0\u0008metadata") || frame.includes('"usage":{"inputTokens"'),
  keepsChunks: false,
  usage: (body) =>
    countTokens(
      body,
      ["inputTokens", "input_tokens", "inputTokenCount", "inputTextTokenCount", "prompt_tokens"],
      ["outputTokens", "output_tokens", "outputTokenCount", "tokenCount", "completion_tokens"],
    ),
  failure: (_status, message, type) => ({
    headers: [
      ["x-amzn-errortype", exceptionName(type)],
      ["x-amzn-requestid", "00000000-0000-4000-8000-000000000000"],
    ],
    body: { message },
  }),
};

/** `replay_miss` → `ReplayMissException`, as AWS names its failures. */
function exceptionName(type: string): string {
  const words = type.split("_").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join("")}Exception`;
}
