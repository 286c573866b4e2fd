import { Mistral } from "@mistralai/mistralai";
import { type Asked, type Asker, askerOf } from "./asked.ts";
import { camelCase } from "./camel-case.ts";

export const askMistral: Asker = askerOf({
  "POST /v1/chat/completions": (asked) => {
    const call = camelCase(asked.body) as never;
    const { chat } = open(asked);
    return asked.body["stream"] === true ? chat.stream(call).then(data) : chat.complete(call);
  },
  "GET /v1/batch/jobs/{}": (asked, jobId) => {
    const isInline = asked.query.get("inline") === "true";
    return open(asked).batch.jobs.get({ jobId: jobId, ...(isInline ? { inline: true } : {}) });
  },
});

function open({ url }: Asked): Mistral {
  return new Mistral({ apiKey: "x", serverURL: url });
}

async function* data(events: AsyncIterable<{ readonly data: unknown }>): AsyncGenerator {
  for await (const event of events) yield event.data;
}
