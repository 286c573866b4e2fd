import type { Dialect, TokenCount } from "../exchange/dialect.ts";
import { hasError } from "./frame-json.ts";
import { framingOf } from "./framing.ts";
import { templatePath } from "./path-template.ts";
import { bodyModel, segmentsOf } from "./segments.ts";
import { countTokens, lastNumber } from "./tokens.ts";

/**
 * Google's wire, for Gemini and Vertex: model and verb stand in the path, a stream is server-sent
 * events with CRLF (`alt=sse`) or one JSON array. Also carries Anthropic models on Vertex.
 */
export const geminiDialect: Dialect = {
  name: "gemini",
  describe(call) {
    const model = /\/(?:models|tunedModels)\/([^/:]+)/.exec(call.path)?.[1] ?? bodyModel(call.body);
    return {
      endpoint: `${call.method} ${templatePath(call.path)}`,
      model,
      isStream: /:(?:streamGenerateContent|streamRawPredict|serverStreamingPredict)$/.test(
        call.path,
      ),
      segments: segmentsOf(call.body, model, {
        system: ["systemInstruction", "system_instruction", "system"],
        turns: ["contents", "content", "messages", "input", "requests", "instances"],
        tools: ["tools", "toolConfig", "tool_config"],
      }),
    };
  },
  framing: framingOf,
  isErrorFrame: hasError,
  isTerminalFrame: (frame) =>
    /"finishReason"\s*:\s*"/.test(frame) ||
    /^data: ?\[DONE\]/m.test(frame) ||
    /^event: ?message_stop/m.test(frame),
  // @google/genai looks for a bare `{"error": …}` in each network chunk: merged with the chunk
  // before, the same bytes become a parse failure instead of its ApiError.
  keepsChunks: true,
  usage: geminiUsage,
  failure: (status, message) => ({
    headers: [],
    body: { error: { code: status, message, status: "FAILED_PRECONDITION" } },
  }),
};

/** Thought tokens are billed as output and counted apart. */
function geminiUsage(body: string): TokenCount | undefined {
  const count = countTokens(
    body,
    ["promptTokenCount", "prompt_tokens", "input_tokens", "total_input_tokens"],
    ["candidatesTokenCount", "completion_tokens", "output_tokens", "total_output_tokens"],
  );
  if (count === undefined) return undefined;
  return {
    input: count.input,
    output: count.output + (lastNumber(body, "thoughtsTokenCount") ?? 0),
  };
}
