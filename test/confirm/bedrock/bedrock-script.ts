// What Bedrock's runtime answers to a scripted prompt: whole answers, event streams, an exception in
// the middle of one, a connection that breaks, and a limit that is lifted at the second try.
import { eventFrame } from "../../helpers/event-frame.ts";
import type { ReceivedRequest, ScriptedAnswer } from "../../helpers/scripted-upstream.ts";

/** Prompts that the script knows. */
export const PROMPTS = {
  plain: "Say something",
  exception: "Fail in the middle",
  reset: "Break off",
  limited: "Be limited once",
} as const;

/** What it says; characters of one, two, three and four bytes. */
export const SAID = { text: "Schnee ☃ fällt 👋", pieces: ["Schnee ☃ ", "fällt 👋"] } as const;

/** What the exception in the middle of a stream says. */
export const BROKEN = "The model broke ☃";

/** Answers by path and prompt; the limited prompt is limited at its first request. */
export function openBedrockScript(): (request: ReceivedRequest) => ScriptedAnswer {
  let isLimited = false;
  return (request) => {
    const operation = /\/([a-z-]+)$/.exec(request.target)?.[1] ?? "";
    const prompt = request.body.toString("utf8");
    if (prompt.includes(PROMPTS.limited) && !isLimited) {
      isLimited = true;
      return {
        status: 429,
        headers: {
          ...JSON_TYPE,
          "x-amzn-errortype": "ThrottlingException:http://internal.example/",
        },
        body: '{"message":"Too many tokens, please wait before trying again."}',
      };
    }
    if (operation === "converse") return { headers: JSON_TYPE, body: JSON.stringify(CONVERSED) };
    if (operation === "invoke") {
      const counts = { "x-amzn-bedrock-input-token-count": "5" };
      return { headers: { ...JSON_TYPE, ...counts }, body: JSON.stringify(INVOKED) };
    }
    const frames = operation === "converse-stream" ? converseFrames() : invokeFrames();
    const type = { "content-type": "application/vnd.amazon.eventstream", ...REQUEST_ID };
    if (prompt.includes(PROMPTS.exception)) {
      return {
        headers: type,
        chunks: cut(Buffer.concat([...frames.slice(0, 2), exceptionFrame()])),
      };
    }
    if (prompt.includes(PROMPTS.reset)) {
      return { headers: type, chunks: [Buffer.concat(frames.slice(0, 2))], ending: "reset" };
    }
    return { headers: type, chunks: cut(Buffer.concat(frames)) };
  };
}

const REQUEST_ID = { "x-amzn-requestid": "4a1c3a3c-9f2c-4d11-8f0e-6d5f1f0d7a11" };
const JSON_TYPE = { "content-type": "application/json", ...REQUEST_ID };
const USAGE = { inputTokens: 5, outputTokens: 4, totalTokens: 9 };

const CONVERSED = {
  metrics: { latencyMs: 321 },
  output: { message: { content: [{ text: SAID.text }], role: "assistant" } },
  stopReason: "end_turn",
  usage: USAGE,
};

const INVOKED = {
  id: "msg_bdrk_01",
  type: "message",
  role: "assistant",
  content: [{ type: "text", text: SAID.text }],
  stop_reason: "end_turn",
  usage: { input_tokens: 5, output_tokens: 4 },
};

function converseFrames(): readonly Buffer[] {
  return [
    event("messageStart", { p: "abcdef", role: "assistant" }),
    ...SAID.pieces.map((text) =>
      event("contentBlockDelta", { contentBlockIndex: 0, delta: { text }, p: "abcd" }),
    ),
    event("contentBlockStop", { contentBlockIndex: 0, p: "abc" }),
    event("messageStop", { p: "abcdefgh", stopReason: "end_turn" }),
    event("metadata", { metrics: { latencyMs: 321 }, p: "ab", usage: USAGE }),
  ];
}

function invokeFrames(): readonly Buffer[] {
  const parts = [
    ...SAID.pieces.map((text) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text },
    })),
    { type: "message_stop" },
  ];
  return parts.map((part) =>
    event("chunk", { bytes: Buffer.from(JSON.stringify(part)).toString("base64"), p: "abc" }),
  );
}

function event(name: string, payload: object): Buffer {
  return eventFrame(
    { ":event-type": name, ":content-type": "application/json", ":message-type": "event" },
    JSON.stringify(payload),
  );
}

function exceptionFrame(): Buffer {
  return eventFrame(
    {
      ":exception-type": "modelStreamErrorException",
      ":content-type": "application/json",
      ":message-type": "exception",
    },
    JSON.stringify({ message: BROKEN }),
  );
}

/** In pieces that respect neither frames nor characters. */
function cut(bytes: Buffer): readonly Buffer[] {
  const ends = [7, Math.max(8, bytes.indexOf("☃") + 1), bytes.length - 5, bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
