import { OpenRouter } from "@openrouter/sdk";
import { type Asked, type Asker, askerOf, variable } from "./asked.ts";
import { camelCase } from "./camel-case.ts";

/**
 * Without what OpenRouter's SDK cannot write as it was recorded: a response without `service_tier` and
 * `store`, a form whose file does not stand first.
 */
export const askOpenrouter: Asker = askerOf({
  "POST /api/v1/chat/completions": (asked) =>
    // Of these it writes the effort and the summary only.
    asked.body["reasoning"] === undefined
      ? open(asked).chat.send({ chatRequest: camelCase(asked.body) } as never)
      : undefined,
  "POST /api/v1/embeddings": (asked) =>
    open(asked).embeddings.generate({ requestBody: camelCase(asked.body) } as never),
  "POST /api/v1/images": (asked) =>
    open(asked).images.generate({ imageGenerationRequest: camelCase(asked.body) } as never),
});

function open(asked: Asked): OpenRouter {
  const serverURL = variable(asked, "OPENROUTER_BASE_URL");
  return new OpenRouter({ apiKey: "x", serverURL, retryConfig: { strategy: "none" } });
}
