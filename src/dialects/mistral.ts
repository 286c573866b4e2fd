import type { Dialect } from "../exchange/dialect.ts";
import { openaiDialect } from "./openai.ts";

/** Mistral: OpenAI's chat wire with an error object that has no `error` around it. */
export const mistralDialect: Dialect = {
  ...openaiDialect,
  name: "mistral",
  isErrorFrame: (frame) => openaiDialect.isErrorFrame(frame) || frame.includes('"object":"error"'),
  failure: (_status, message, type) => ({
    headers: [],
    body: { object: "error", message, type, param: null, code: type },
  }),
};
