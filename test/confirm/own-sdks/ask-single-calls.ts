// Providers of whose calls one or two kinds were recorded.
import { Cerebras } from "@cerebras/cerebras_cloud_sdk";
import { DeepgramClient } from "@deepgram/sdk";
import { InferenceClient } from "@huggingface/inference";
import Perplexity from "@perplexity-ai/perplexity_ai";
import Groq from "groq-sdk";
import { Ollama } from "ollama";
import Together from "together-ai";
import { VoyageAIClient } from "voyageai";
import Writer from "writer-sdk";
import { type Asked, type Asker, askerOf, variable } from "./asked.ts";
import { camelCase } from "./camel-case.ts";

export const askGroq: Asker = askerOf({
  "POST /openai/v1/chat/completions": (asked) =>
    new Groq(options(asked, "GROQ_BASE_URL")).chat.completions.create(asked.body as never),
});

export const askOllama: Asker = askerOf({
  "POST /api/chat": (asked) => openOllama(asked).chat(asked.body as never),
  "POST /api/generate": (asked) => openOllama(asked).generate(asked.body as never),
});

export const askTogether: Asker = askerOf({
  "POST /v1/chat/completions": (asked) =>
    new Together(options(asked, "TOGETHER_BASE_URL")).chat.completions.create(asked.body as never),
});

export const askCerebras: Asker = askerOf({
  "GET /v1/models": (asked) => {
    const { apiKey, baseURL, maxRetries } = options(asked, "CEREBRAS_BASE_URL");
    // A warm connection would be warmed by a request of its own.
    const client = new Cerebras({ apiKey, baseURL, maxRetries, warmTCPConnection: false });
    return client.models.list();
  },
});

export const askPerplexity: Asker = askerOf({
  "POST /chat/completions": (asked) =>
    new Perplexity(options(asked, "PERPLEXITY_BASE_URL")).chat.completions.create(
      asked.body as never,
    ),
});

export const askWriter: Asker = askerOf({
  "POST /v1/chat": (asked) =>
    new Writer(options(asked, "WRITER_BASE_URL")).chat.chat(asked.body as never),
});

export const askHuggingface: Asker = askerOf({
  "POST */chat/completions": async ({ url, path, body }) => {
    const client = new InferenceClient("hf_x", { endpointUrl: `${url}${path}` });
    return body["stream"] === true
      ? client.chatCompletionStream(body as never)
      : client.chatCompletion(body as never);
  },
});

export const askVoyage: Asker = askerOf({
  "POST /v1/embeddings": ({ url, body }) =>
    new VoyageAIClient({ apiKey: "x", environment: `${url}/v1` }).embed(camelCase(body) as never),
});

export const askDeepgram: Asker = askerOf({
  "POST /v1/listen": ({ url, query, bytes }) =>
    new DeepgramClient({ apiKey: "x", baseUrl: url }).listen.v1.media.transcribeFile(
      bytes,
      Object.fromEntries(query),
    ),
});

function options(
  asked: Asked,
  name: string,
): { apiKey: string; baseURL: string; maxRetries: number } {
  return { apiKey: "x", baseURL: variable(asked, name), maxRetries: 0 };
}

function openOllama(asked: Asked): Ollama {
  return new Ollama({ host: variable(asked, "OLLAMA_HOST") });
}
