import { CohereClient, CohereClientV2 } from "cohere-ai";
import { type Asked, type Asker, askerOf, variable } from "./asked.ts";
import { camelCase } from "./camel-case.ts";

export const askCohere: Asker = askerOf({
  "POST /v2/chat": (asked) => {
    // The SDK writes `stream` itself.
    const { stream, ...call } = camelCase(asked.body) as Record<string, unknown>;
    const client = new CohereClientV2(options(asked));
    return stream === true ? client.chatStream(call as never) : client.chat(call as never);
  },
  "POST /v2/embed": (asked) =>
    new CohereClientV2(options(asked)).embed(camelCase(asked.body) as never),
  "POST /v1/rerank": (asked) =>
    new CohereClient(options(asked)).rerank(camelCase(asked.body) as never),
  "POST /v2/audio/transcriptions": (asked) => {
    const { file, ...fields } = Object.fromEntries(asked.form);
    const { transcriptions } = new CohereClient(options(asked)).audio;
    return transcriptions.create(file as never, fields as never);
  },
});

function options(asked: Asked): { token: string; environment: string; maxRetries: number } {
  return { token: "x", environment: variable(asked, "CO_API_URL"), maxRetries: 0 };
}
