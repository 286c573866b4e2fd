import Anthropic from "@anthropic-ai/sdk";
import { type Asked, type Asker, askerOf, variable, WITH_NEXT } from "./asked.ts";

export const askAnthropic: Asker = askerOf({
  "POST /v1/messages": (asked) => open(asked).messages.create(asked.body as never, options(asked)),
  "POST /v1/messages/count_tokens": (asked) =>
    open(asked).messages.countTokens(asked.body as never, options(asked)),
  "POST /v1/messages/batches": (asked) => open(asked).messages.batches.create(asked.body as never),
  // The SDK reads the batch again for where its results are.
  "GET /v1/messages/batches/{}": (asked, id) =>
    asked.after?.path.endsWith("/results") === true
      ? WITH_NEXT
      : open(asked).messages.batches.retrieve(id),
  "GET /v1/messages/batches/{}/results": (asked, id) => open(asked).messages.batches.results(id),
  "POST /v1/files": (asked) =>
    open(asked).files.upload(Object.fromEntries(asked.form) as never, options(asked)),
  "DELETE /v1/files/{}": (asked, id) => open(asked).files.delete(id, {}, options(asked)),
});

/** Earlier versions of the SDK wrote `beta=true` themselves. */
function options({ query }: Asked): { query: Record<string, string> } {
  return { query: Object.fromEntries(query) };
}

function open(asked: Asked): Anthropic {
  const baseURL = variable(asked, "ANTHROPIC_BASE_URL");
  return new Anthropic({ apiKey: "x", baseURL, maxRetries: 0, timeout: 60_000 });
}
