import type { Dialect } from "../exchange/dialect.ts";
import { asObject } from "../exchange/parse-json.ts";
import { hasError } from "./frame-json.ts";
import { framingOf } from "./framing.ts";
import { describeOpenai, openaiDialect, openaiUsage } from "./openai.ts";
import { countTokens } from "./tokens.ts";

/** Ollama: lines of JSON under `/api`, OpenAI's wire under `/v1`. */
export const ollamaDialect: Dialect = {
  name: "ollama",
  describe(call) {
    const description = describeOpenai(call);
    if (!/^\/api\/(?:chat|generate)$/.test(call.path)) return description;
    // Under `/api` a request that says nothing is streamed.
    return { ...description, isStream: asObject(call.body)?.["stream"] !== false };
  },
  framing: framingOf,
  isErrorFrame: hasError,
  isTerminalFrame: (frame) =>
    /"done"\s*:\s*true/.test(frame) || openaiDialect.isTerminalFrame(frame),
  keepsChunks: false,
  usage: (body) => countTokens(body, ["prompt_eval_count"], ["eval_count"]) ?? openaiUsage(body),
  // Its own clients read a text here, OpenAI's read the object that holds the text.
  failure: (_status, message) => ({ headers: [], body: { error: message } }),
};
