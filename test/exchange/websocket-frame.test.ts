import { describe, expect, test } from "vitest";
import { frameKey } from "../../src/cassette/websocket-frame.ts";
import type { WebSocketFrameType } from "../../src/cassette/values.ts";
import { decodeBody } from "../../src/exchange/stored-body.ts";
import {
  readClientFrame,
  toReceivedFrame,
  toSentFrame,
} from "../../src/exchange/websocket-frame.ts";

const bytes = (content: string | readonly number[]): Buffer =>
  typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);

function keyOf(content: string | readonly number[], type: WebSocketFrameType = "text"): string {
  return frameKey(readClientFrame({ type, bytes: bytes(content) }).identity, []);
}

describe("Two frames of a client are", () => {
  const same: readonly (readonly [string, string])[] = [
    ['{"a":1,"b":[1.0]}', '{ "b": [1], "a": 1e0 }'],
    ['"\\u00fc"', '"ü"'],
  ];
  test.each(same)("the same: %s and %s", (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  const different: readonly (readonly [string, string])[] = [
    ['{"a":1}', '{"a":2}'],
    ['{"a":[1,2]}', '{"a":[2,1]}'],
    ['{"text":"x"}', "x"],
    ['{"id":9007199254740993}', '{"id":9007199254740992}'],
    ["", "null"],
    ["hello", "hello "],
    ['{"type":"x","event_id":"1"}', '{"type":"x","event_id":"2"}'],
  ];
  test.each(different)("different: %s and %s", (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test("different by their type, and by every byte", () => {
    expect(keyOf("{}")).not.toBe(keyOf("{}", "binary"));
    expect(keyOf([0, 1, 2], "binary")).not.toBe(keyOf([0, 1, 3], "binary"));
    expect(keyOf([0, 0], "binary")).not.toBe(keyOf([0, 0, 0], "binary"));
  });
});

describe("A frame that was received", () => {
  const frames: readonly (readonly [
    string,
    WebSocketFrameType,
    string | readonly number[],
    object,
  ])[] = [
    ["JSON", "text", '{"a":[1]}', { json: { a: [1] }, layout: "compact" }],
    ["Python's JSON", "text", '{"a": [1, 2]}', { json: { a: [1, 2] }, layout: "spaced" }],
    ["a number that JSON would write otherwise", "text", '{"a":1.0}', { text: '{"a":1.0}' }],
    ["nothing", "text", "", { text: "" }],
    [
      "Google's",
      "binary",
      '{\n  "a": 1\n}\n',
      { json: { a: 1 }, layout: "indent-2", newline: true },
    ],
    ["silence", "binary", [0, 0, 0, 0], { base64: "AAAAAA==" }],
    ["lines of nothing", "binary", [10, 10, 10], { base64: "CgoK" }],
    ["sound", "binary", [255, 254, 0], { base64: "//4A" }],
    ["a brace and sound", "binary", [0x7b, 255], { base64: "e/8=" }],
  ];
  test.each(frames)("comes back to the byte: %s", (_what, type, content, body) => {
    const frame = toReceivedFrame({ type, bytes: bytes(content) });
    expect(frame).toEqual({ direction: "received", type, body });
    expect(frame.direction === "received" && decodeBody(frame.body)).toEqual(bytes(content));
  });
});

test("Of a frame that was sent, people read what it says, and audio by its length", () => {
  const audio = "A".repeat(4000);
  const append = { type: "input_audio_buffer.append", audio };
  const key = "0".repeat(64);
  const sent = (content: string | readonly number[], type: WebSocketFrameType): unknown =>
    toSentFrame({ type, bytes: bytes(content) }, () => key);
  expect(sent(JSON.stringify(append), "text")).toEqual({
    direction: "sent",
    type: "text",
    key,
    copy: {
      type: "input_audio_buffer.append",
      audio: expect.stringMatching(/^<base64, 4000 characters, sha256 [0-9a-f]{64}>$/) as string,
    },
  });
  expect(sent([0, 0, 0], "binary")).toMatchObject({ copy: { bytes: 3 } });
  expect(sent("hello", "text")).toMatchObject({ copy: "hello" });
});
