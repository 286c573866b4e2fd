import type { CallDescription, Dialect, DialectCall, TokenCount } from "../exchange/dialect.ts";
import { asObject } from "../exchange/parse-json.ts";
import { frameObject, hasError, readEvent } from "./frame-json.ts";
import { framingOf } from "./framing.ts";
import { templatePath } from "./path-template.ts";
import { bodyModel, segmentsOf } from "./segments.ts";
import type { BodyShape } from "./segments.ts";
import { countTokens } from "./tokens.ts";

/**
 * OpenAI's wire and everybody's who speaks it: chat completions, responses, completions,
 * embeddings, files, batches, audio, images, assistants.
 */
export const openaiDialect: Dialect = {
  name: "openai",
  describe: describeOpenai,
  framing: framingOf,
  isErrorFrame: (frame) =>
    readEvent(frame).event === "error" || hasError(frame) || FAILED.has(typeOf(frame)),
  isTerminalFrame: isTerminal,
  keepsChunks: false,
  usage: openaiUsage,
  failure: (_status, message, type) => ({
    headers: [],
    body: { error: { message, type, param: null, code: type } },
  }),
};

/** What every OpenAI-like call says of itself. */
export function describeOpenai(call: DialectCall): CallDescription {
  const model = bodyModel(call.body) ?? deploymentOf(call.path);
  return {
    endpoint: `${call.method} ${templatePath(call.path)}`,
    model,
    isStream: asObject(call.body)?.["stream"] === true,
    segments: segmentsOf(call.body, model, SHAPE),
  };
}

/** Tokens of an OpenAI-like answer: chat counts prompt and completion, responses input and output. */
export function openaiUsage(body: string): TokenCount | undefined {
  return countTokens(
    body,
    ["prompt_tokens", "input_tokens"],
    ["completion_tokens", "output_tokens"],
  );
}

const SHAPE: BodyShape = {
  system: ["instructions", "system"],
  turns: ["messages", "input", "prompt", "inputs", "text", "query"],
  tools: ["tools", "functions", "tool_choice", "function_call", "parallel_tool_calls"],
};

const FAILED: ReadonlySet<string> = new Set(["error", "response.failed"]);

/** Assistants end with the event `done`, responses with one of three, everything else with `[DONE]`. */
const LAST_TYPES: ReadonlySet<string> = new Set([
  "response.completed",
  "response.incomplete",
  "response.failed",
  "transcript.text.done",
  "speech.audio.done",
  "image_generation.completed",
]);

function isTerminal(frame: string): boolean {
  const { event, data } = readEvent(frame);
  if (data.trim() === "[DONE]" || event === "done") return true;
  return LAST_TYPES.has(event ?? "") || LAST_TYPES.has(typeOf(frame));
}

function typeOf(frame: string): string {
  const type = frame.includes('"type"') ? frameObject(frame)?.["type"] : undefined;
  return typeof type === "string" ? type : "";
}

/** Azure has the model in the path. */
function deploymentOf(path: string): string | undefined {
  return /\/deployments\/([^/]+)/.exec(path)?.[1];
}
