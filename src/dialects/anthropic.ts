import type { Dialect } from "../exchange/dialect.ts";
import { findHeader } from "../exchange/find-header.ts";
import { asObject } from "../exchange/parse-json.ts";
import { frameObject, readEvent } from "./frame-json.ts";
import { framingOf } from "./framing.ts";
import { templatePath } from "./path-template.ts";
import { bodyModel, segmentsOf } from "./segments.ts";
import { countTokens } from "./tokens.ts";

/** Anthropic's messages wire: named events from `message_start` to `message_stop`. */
export const anthropicDialect: Dialect = {
  name: "anthropic",
  describe(call) {
    const model = bodyModel(call.body);
    return {
      endpoint: `${call.method} ${templatePath(call.path)}`,
      model,
      isStream: asObject(call.body)?.["stream"] === true,
      segments: segmentsOf(call.body, model, {
        system: ["system"],
        turns: ["messages", "prompt", "requests"],
        tools: ["tools", "tool_choice", "mcp_servers"],
      }),
    };
  },
  framing: framingOf,
  isErrorFrame: (frame) => readEvent(frame).event === "error",
  isTerminalFrame: (frame) =>
    readEvent(frame).event === "message_stop" ||
    // The legacy completion stream has one kind of event; its last says why it stopped.
    (frame.includes('"stop_reason":"') && frameObject(frame)?.["type"] === "completion"),
  keepsChunks: false,
  // The SDKs fetch a batch's results from the absolute `results_url` that the batch names.
  followedUrls: (path, headers) =>
    path.startsWith("/v1/messages/batches") &&
    (findHeader(headers, "x-stainless-lang") !== undefined ||
      /anthropic/i.test(findHeader(headers, "user-agent") ?? ""))
      ? ["results_url"]
      : [],
  usage: (body) => countTokens(body, ["input_tokens"], ["output_tokens"]),
  failure: (_status, message, type) => ({
    headers: [["request-id", `req_${type}`]],
    body: { type: "error", error: { type, message }, request_id: `req_${type}` },
  }),
};
