import type { Dialect } from "../exchange/dialect.ts";
import { findHeader } from "../exchange/find-header.ts";
import { openaiDialect } from "./openai.ts";

/** Replicate: predictions that are polled or streamed at the absolute URLs that they name. */
export const replicateDialect: Dialect = {
  ...openaiDialect,
  name: "replicate",
  describe(call) {
    const model = /^\/v1\/models\/([^/]+\/[^/]+)/.exec(call.path)?.[1];
    const description = openaiDialect.describe(call);
    return { ...description, model: description.model ?? model };
  },
  isTerminalFrame: (frame) => /^event: ?done/m.test(frame),
  followedUrls: (_path, headers) => {
    const agent = findHeader(headers, "user-agent") ?? "";
    // The AI SDK polls at `urls.get`; Replicate's own clients poll by the prediction's id.
    if (/\bai-sdk\/replicate/i.test(agent)) return [...FOLLOWED, "get"];
    return /replicate/i.test(agent) ? FOLLOWED : [];
  },
  usage: () => undefined,
  failure: (status, message, type) => ({
    headers: [],
    body: { title: type, detail: message, status },
  }),
};

/** A prediction's stream, and the pages before and behind in a list. */
const FOLLOWED: readonly string[] = ["stream", "next", "previous"];
