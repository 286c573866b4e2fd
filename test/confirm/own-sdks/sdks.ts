import { askAnthropic } from "./ask-anthropic.ts";
import { askBedrock } from "./ask-bedrock.ts";
import { askCohere } from "./ask-cohere.ts";
import {
  askCerebras,
  askDeepgram,
  askGroq,
  askHuggingface,
  askOllama,
  askPerplexity,
  askTogether,
  askVoyage,
  askWriter,
} from "./ask-single-calls.ts";
import { askGooglePython } from "./ask-google-python.ts";
import { askGemini, askVertex } from "./ask-google.ts";
import { askMistral } from "./ask-mistral.ts";
import { askAzure, askOpenai } from "./ask-openai.ts";
import { askOpenrouter } from "./ask-openrouter.ts";
import { askReplicate } from "./ask-replicate.ts";
import { askZai } from "./ask-zai.ts";
import type { Asker } from "./asked.ts";
import type { Manner } from "./told.ts";

/** A provider's SDK: how it is asked, and how it tells. */
export interface Sdk extends Manner {
  /** As on its registry. */
  readonly name: string;
  readonly ask: Asker;
}

const OPENAI: Sdk = {
  name: "openai",
  ask: askOpenai,
  apart: ["output_text"],
  // A page of a list is its items.
  handsOut: (values, { method, path }) =>
    method === "GET" && path.includes("/messages")
      ? values.map((value) => ({ data: (value as { data: unknown }).data }))
      : values,
};

const GOOGLE: Omit<Sdk, "ask"> = {
  name: "@google/genai",
  apart: [
    "sdkHttpResponse",
    // Of models.
    "supportedActions",
    "supportedGenerationMethods",
    "tunedModelInfo",
    // Of the operation that an upload answers with.
    "@type",
    "mimeType",
    "sizeBytes",
  ],
};

const GOOGLE_PYTHON: Sdk = { ...GOOGLE, name: "google-genai (Python)", ask: askGooglePython };

/**
 * The SDKs of each provider of the recorded traffic; the first that has a call makes it.
 *
 * These have none of their own that speaks what was recorded, and hand out OpenAI's: Crusoe,
 * DeepSeek, Bedrock's OpenAI-compatible endpoint, local servers, Snowflake (whose libraries for
 * Python ask another path, in a session of its warehouse), xAI (whose own speaks gRPC). OpenAI's is
 * also Azure's, and one of OpenRouter's and Ollama's ways. Of watsonx nothing was recorded.
 */
export const SDKS: Readonly<Record<string, readonly Sdk[]>> = {
  anthropic: [
    {
      name: "@anthropic-ai/sdk",
      ask: askAnthropic,
      handsOut: (values) => values.filter((value) => (value as { type?: string }).type !== "ping"),
    },
  ],
  azure: [{ ...OPENAI, ask: askAzure }],
  bedrock: [
    {
      name: "@aws-sdk/client-bedrock-runtime",
      ask: askBedrock,
      apart: [
        "$metadata",
        // Padding of a stream's frames.
        "p",
        "cacheReadInputTokenCount",
        "cacheWriteInputTokenCount",
        "serverToolUsage",
        // Of a guardrail's answer.
        "blockedResponse",
        "output",
      ],
    },
  ],
  "bedrock-mantle": [OPENAI],
  cerebras: [{ name: "@cerebras/cerebras_cloud_sdk", ask: askCerebras }],
  cohere: [{ name: "cohere-ai", ask: askCohere }],
  crusoe: [OPENAI],
  deepgram: [{ name: "@deepgram/sdk", ask: askDeepgram }],
  deepseek: [OPENAI],
  gemini: [{ ...GOOGLE, ask: askGemini }, GOOGLE_PYTHON],
  groq: [{ name: "groq-sdk", ask: askGroq }],
  huggingface: [{ name: "@huggingface/inference", ask: askHuggingface }],
  mistral: [
    {
      name: "@mistralai/mistralai",
      ask: askMistral,
      apart: [
        // Padding of a stream's events.
        "p",
        // Of a tool call.
        "index",
        "type",
      ],
    },
  ],
  ollama: [{ name: "ollama", ask: askOllama }, OPENAI],
  openai: [OPENAI],
  "openai-compatible-local": [OPENAI],
  openrouter: [{ name: "@openrouter/sdk", ask: askOpenrouter, apart: ["provider"] }, OPENAI],
  perplexity: [{ name: "@perplexity-ai/perplexity_ai", ask: askPerplexity }],
  replicate: [{ name: "replicate", ask: askReplicate }],
  snowflake: [OPENAI],
  together: [{ name: "together-ai", ask: askTogether }],
  vertex: [{ ...GOOGLE, ask: askVertex }, GOOGLE_PYTHON],
  voyage: [{ name: "voyageai", ask: askVoyage }],
  writer: [{ name: "writer-sdk", ask: askWriter }],
  xai: [OPENAI],
  zai: [{ name: "zai-sdk (Python)", ask: askZai }],
};
