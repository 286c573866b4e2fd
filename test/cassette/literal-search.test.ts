import { expect, test } from "vitest";
import { findLiteralIn } from "../../src/cassette/literal-search.ts";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";

const redactor = createPatternRedactor({ literals: new Map([["DOOR", "open-sesame-4711"]]) });

test("Lists are searched however long they are", () => {
  const lines = Array.from({ length: 300_000 }, () => "");
  expect(findLiteralIn({ lines }, redactor)).toBeUndefined();
  expect(findLiteralIn({ lines: [...lines, "open-sesame-4711"] }, redactor)).toBe("DOOR");
  expect(findLiteralIn({ lines: ["open-ses", ...lines, "ame-4711"] }, redactor)).toBe("DOOR");
});

const piece = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;

/** One message of AWS's event stream without headers; nobody here looks at checksums. */
function eventStreamMessage(payload: string): Buffer {
  const bytes = Buffer.alloc(16 + Buffer.byteLength(payload));
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write(payload, 12);
  return bytes;
}

const secret = "open-sesame";
const halves = [secret.slice(0, 6), secret.slice(6)] as const;
/** Bytes that are no text, with one at a place: windows of them end at each 768 KiB, and 192 KiB further. */
function bytesWith(text: string, at: number): string {
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 100, 0xff);
  bytes.write(text, at);
  return bytes.toString("base64");
}
const wrapped = (text: string): string => Buffer.from(JSON.stringify({ text })).toString("base64");

test.each([
  ["deltas of server-sent events", { events: halves.map(piece) }],
  ["lines of JSON", { lines: halves.map((response) => JSON.stringify({ response })) }],
  ["a list that is one body", { json: halves.map((text) => ({ parts: [{ text }] })) }],
  ["chunks of a stream in process", { chunks: halves.map((text) => ({ text })) }],
  [
    "frames of a WebSocket session",
    { frames: halves.map((delta) => ({ direction: "received", body: { json: { delta } } })) },
  ],
  ["base64", { text: `Basic ${Buffer.from(`user:${secret}`).toString("base64")}` }],
  ["hex digits", { text: `digest ${Buffer.from(secret).toString("hex")}.` }],
  ["hex digits in capitals", { text: Buffer.from(secret).toString("hex").toUpperCase() }],
  [
    "an AWS event stream",
    {
      base64: Buffer.concat(
        halves.map((text) => eventStreamMessage(JSON.stringify({ bytes: wrapped(text) }))),
      ).toString("base64"),
    },
  ],
])("A secret is found in %s", (_, value) => {
  const searched = createPatternRedactor({ literals: new Map([["DOOR", secret]]) });
  expect(findLiteralIn(value, searched)).toBe("DOOR");
  const other = createPatternRedactor({ literals: new Map([["DOOR", "shut-sesame"]]) });
  expect(findLiteralIn(value, other)).toBeUndefined();
});

test.each([0, 768 * 1024 - 5, 960 * 1024 - 5, 3 * 1024 * 1024])(
  "A secret is found in megabytes of bytes, at %i",
  (at) => {
    const searched = createPatternRedactor({ literals: new Map([["DOOR", secret]]) });
    expect(findLiteralIn({ base64: bytesWith(secret, at) }, searched)).toBe("DOOR");
  },
);
