import { expect, test } from "vitest";
import type { Interaction, JsonValue, WebSocketFrame } from "../../../src/cassette/values.ts";
import { toConversation } from "../../../src/report/conversation/conversation.ts";

const received = (json: JsonValue): WebSocketFrame => ({
  direction: "received",
  type: "text",
  body: { json, layout: "compact" },
});

function sessionOf(
  frames: readonly WebSocketFrame[],
  close: { readonly code: number; readonly reason: string } | null = null,
): Interaction {
  return {
    key: "0".repeat(64),
    lane: 0,
    provider: "openai",
    method: "WEBSOCKET",
    endpoint: "WEBSOCKET /v1/realtime",
    request: { path: "/v1/realtime", body: null },
    segments: {},
    outcome: { kind: "websocket", frames, close, ending: "client left" },
    recordedAt: null,
  };
}

test("A session reads as turns, the deltas of one answer joined", () => {
  const { asked, answered, status } = toConversation(
    sessionOf(
      [
        received({ type: "session.created" }),
        {
          direction: "sent",
          type: "text",
          key: "1".repeat(64),
          copy: { type: "response.create" },
        },
        received({ type: "response.output_text.delta", delta: "Hel" }),
        received({ type: "response.output_text.delta", delta: "lo" }),
        received({ type: "response.output_audio.delta", delta: "AAAA" }),
        received({ type: "response.output_text.delta", delta: "again" }),
        { direction: "received", type: "text", body: { text: "plain" } },
        { direction: "received", type: "binary", body: { base64: "AAAA" } },
      ],
      { code: 1000, reason: "" },
    ),
  );
  // Without a body, the request shows where it went.
  expect(asked.map(({ text }) => text)).toEqual([expect.stringContaining("/v1/realtime")]);
  expect(status).toBe("session, closed with 1000");
  expect(
    answered.map(({ role, kind, text }) => [role, kind, text.replaceAll(/\s+/g, " ")]),
  ).toEqual([
    ["assistant", "raw", '{ "type": "session.created" }'],
    ["user", "raw", '{ "type": "response.create" }'],
    ["assistant", "text", "Hello"],
    ["assistant", "media", "♪"],
    ["assistant", "text", "again"],
    ["assistant", "raw", "plain"],
    ["assistant", "media", "3 bytes"],
  ]);
});

test("A long frame is cut", () => {
  const { answered } = toConversation(
    sessionOf([{ direction: "received", type: "text", body: { text: "x".repeat(100_000) } }]),
  );
  expect(answered[0]!.text.length).toBeLessThan(3000);
});
