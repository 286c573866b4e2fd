import type { Dialect } from "../exchange/dialect.ts";
import { openaiDialect } from "./openai.ts";

/** OpenRouter: OpenAI's wire with comment lines between frames and an error shape of its own. */
export const openrouterDialect: Dialect = {
  ...openaiDialect,
  name: "openrouter",
  failure: (status, message, type) => ({
    headers: [],
    body: { error: { message, code: status, metadata: { type } } },
  }),
};
