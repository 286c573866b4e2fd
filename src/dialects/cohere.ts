import type { Dialect } from "../exchange/dialect.ts";
import { asObject } from "../exchange/parse-json.ts";
import { readEvent } from "./frame-json.ts";
import { framingOf } from "./framing.ts";
import { templatePath } from "./path-template.ts";
import { bodyModel, segmentsOf } from "./segments.ts";
import { countTokens } from "./tokens.ts";

/** Cohere: named events in v2, lines of JSON in v1. */
export const cohereDialect: Dialect = {
  name: "cohere",
  describe(call) {
    const model = bodyModel(call.body);
    return {
      endpoint: `${call.method} ${templatePath(call.path)}`,
      model,
      isStream: asObject(call.body)?.["stream"] === true,
      segments: segmentsOf(call.body, model, {
        system: ["preamble"],
        turns: ["messages", "message", "texts", "inputs", "query", "prompt"],
        tools: ["tools", "tool_results", "tool_choice"],
      }),
    };
  },
  framing: framingOf,
  isErrorFrame: (frame) => /"finish_reason"\s*:\s*"ERROR/.test(frame),
  isTerminalFrame: (frame) =>
    readEvent(frame).event === "message-end" ||
    /^data: ?\[DONE\]/m.test(frame) ||
    /"is_finished"\s*:\s*true/.test(frame),
  keepsChunks: false,
  usage: (body) => countTokens(body, ["input_tokens"], ["output_tokens"]),
  failure: (_status, message, type) => ({ headers: [], body: { id: type, message } }),
};
