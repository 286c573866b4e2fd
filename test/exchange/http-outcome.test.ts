import { describe, expect, test } from "vitest";
import { openaiDialect } from "../../src/dialects/openai.ts";
import { inferContentType } from "../../src/exchange/infer-content-type.ts";
import { toHttpOutcome } from "../../src/exchange/http-outcome.ts";
import { keepResponseHeaders, withoutOwnKeys } from "../../src/exchange/response-headers.ts";
import { splitEvents, splitFrames } from "../../src/exchange/stream-frames.ts";
import { fc, test as property } from "./properties.ts";

const SSE = [["content-type", "text/event-stream"]] as const;

describe("An outcome's ending", () => {
  const cases: readonly (readonly [
    what: string,
    body: string,
    how: "end" | "abort" | "client left",
    ending: string,
  ])[] = [
    ["a whole stream", "data: {}\n\ndata: [DONE]\n\n", "end", "end"],
    ["a stream without its sentinel", "data: {}\n\n", "end", "end"],
    ["an error frame", 'data: {"error":{"message":"no"}}\n\n', "end", "error frame"],
    [
      "a failed response",
      'event: response.failed\ndata: {"type":"response.failed"}\n\n',
      "end",
      "error frame",
    ],
    ["an error that is null", 'data: {"error":null}\n\n', "end", "end"],
    ["a break", "data: {}\n\ndata: [DONE]\n\n", "abort", "abort"],
    ["a client that left", "data: {}\n\n", "client left", "client left"],
    ["a client that left after the sentinel", "data: {}\n\ndata: [DONE]\n\n", "client left", "end"],
    [
      "a client that left after the last response event",
      'event: response.completed\ndata: {"type":"response.completed"}\n\n',
      "client left",
      "end",
    ],
  ];
  for (const [what, body, how, ending] of cases) {
    test(`of ${what} is "${ending}"`, () => {
      const answer = { status: 200, headers: SSE, body: Buffer.from(body), ending: how };
      expect(toHttpOutcome(answer, openaiDialect).ending).toBe(ending);
    });
  }

  test("network chunks are kept where there are several", () => {
    const answer = { status: 200, headers: SSE, body: Buffer.from("ab"), ending: "end" as const };
    expect(
      toHttpOutcome({ ...answer, chunkLengths: [2], chunkTimesMs: [5] }, openaiDialect),
    ).not.toHaveProperty("chunkLengths");
    expect(
      toHttpOutcome({ ...answer, chunkLengths: [1, 1], chunkTimesMs: [5, 9] }, openaiDialect),
    ).toMatchObject({ chunkLengths: [1, 1], chunkTimesMs: [5, 9] });
  });
});

describe("Frames", () => {
  const cases: readonly (readonly [text: string, frames: readonly string[]])[] = [
    ["data: a\n\ndata: b\n\n", ["data: a\n\n", "data: b\n\n"]],
    ["data: a\r\n\r\n: ping\r\n\r\n", ["data: a\r\n\r\n", ": ping\r\n\r\n"]],
    ["data: a\r\rdata: b", ["data: a\r\r", "data: b"]],
    ["", []],
  ];
  for (const [text, frames] of cases)
    test(JSON.stringify(text), () => expect(splitEvents(text)).toEqual(frames));

  property("joined again are the body", () => {
    const bytes = fc
      .array(fc.constantFrom(0, 0, 0, 13, 10, 16, 20, 65, 255))
      .map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(bytes, (body) => {
        expect(Buffer.from(splitFrames(body, "eventstream").join(""), "latin1")).toEqual(
          Buffer.from(body),
        );
        const text = Buffer.from(body).toString("utf8");
        expect(splitEvents(text).join("")).toBe(text);
      }),
    );
  });

  test("megabytes of one frame, or of nothing but line ends, are read in one go", () => {
    // Of the processor, not of the clock: other programs run beside this one.
    const start = process.cpuUsage();
    for (const text of [
      "x".repeat(8_000_000),
      "\n".repeat(2_000_000),
      "\r\n".repeat(1_000_000),
      "a\r".repeat(2_000_000),
    ]) {
      expect(splitEvents(text).join("")).toBe(text);
    }
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000);
  });
});

describe("A lost content type is inferred", () => {
  const cases: readonly (readonly [
    body: string | Uint8Array,
    path: string,
    type: string | undefined,
  ])[] = [
    ["", "/", undefined],
    ['{"a":1}', "/v1/chat/completions", "application/json"],
    ['[{"a":1}\n,\n{"a":2}]', "/v1beta/models/x:streamGenerateContent", "application/json"],
    ['{\n  "a": 1\n}', "/v1/chat/completions", "application/json"],
    ["data: {}\n\n", "/", "text/event-stream"],
    [": OPENROUTER PROCESSING\n\ndata: {}\n\n", "/", "text/event-stream"],
    ["event: message_start\ndata: {}\n\n", "/", "text/event-stream"],
    ['{"a":1}\n{"done":true}\n', "/api/chat", "application/x-ndjson"],
    ['{"event_type":"x"}\n{"is_finished":true}\n', "/v1/chat", "application/stream+json"],
    ["<html>", "/", "text/plain; charset=utf-8"],
    [eventStreamFrame(), "/model/x/converse-stream", "application/vnd.amazon.eventstream"],
    [Buffer.from("89504e470d0a1a0aff", "hex"), "/", "image/png"],
    [Buffer.from("RIFF\xff\xff\xff\xffWAVEfmt ", "latin1"), "/", "audio/wav"],
    [Buffer.from([255, 254, 253]), "/", "application/octet-stream"],
  ];
  for (const [body, path, type] of cases) {
    test(`${String(type)} of ${JSON.stringify(Buffer.from(body as string).toString("latin1")).slice(0, 40)}`, () => {
      expect(inferContentType(Buffer.from(body as string), path)).toBe(type);
    });
  }
});

describe("Response headers", () => {
  const kept = [
    "content-type",
    "x-request-id",
    "request-id",
    "apim-request-id",
    "x-amzn-requestid",
    "x-amzn-errortype",
    "x-amzn-bedrock-input-token-count",
    "retry-after",
    "retry-after-ms",
    "x-should-retry",
    "anthropic-ratelimit-requests-remaining",
    "x-ratelimit-limit-tokens",
    "openai-processing-ms",
    "x-goog-upload-url",
    "location",
    "mistral-correlation-id",
  ];
  const dropped = [
    "set-cookie",
    "date",
    "content-length",
    "content-encoding",
    "transfer-encoding",
    "connection",
    "keep-alive",
    "alt-svc",
    "cf-ray",
    "server",
    "openai-organization",
    "openai-project",
    "anthropic-organization-id",
    "strict-transport-security",
    "via",
    "vary",
  ];
  for (const name of kept)
    test(`${name} is kept`, () =>
      expect(keepResponseHeaders([[name, "1"]])).toEqual([[name, "1"]]));
  for (const name of dropped)
    test(`${name} is not`, () => expect(keepResponseHeaders([[name, "1"]])).toEqual([]));

  const values: readonly (readonly [what: string, recorded: string, kept: string])[] = [
    [
      "beyond Latin-1 is the bytes of its UTF-8",
      'name="\u65e5\u00e9"',
      'name="\u00e6\u0097\u00a5\u00c3\u00a9"',
    ],
    ["of Latin-1 stays", 'name="\u00e9"', 'name="\u00e9"'],
    ["in folded lines is one", "a\r\n\tb\nc: d\u0000e\n", "a b c: d e"],
  ];
  for (const [what, recorded, kept] of values) {
    test(`a value ${what}`, () =>
      expect(keepResponseHeaders([["location", recorded]])).toEqual([["location", kept]]));
  }
});

describe("withoutOwnKeys()", () => {
  const credentials = new Map([["in the request's query parameter key", "Zq7Xw2Rt9/Lm4+Kp8"]]);
  const links: readonly (readonly [link: string, kept: string])[] = [
    [
      "https://g.example/u?key=Zq7Xw2Rt9%2FLm4%2BKp8&upload_id=a%2Fb#c",
      "https://g.example/u?upload_id=a%2Fb#c",
    ],
    ["/u?a=1&key=Zq7Xw2Rt9/Lm4%2BKp8", "/u?a=1"],
    ["/u?key=Zq7Xw2Rt9/Lm4%2BKp8", "/u"],
    ["/u?key=files/another&b", "/u?key=files/another&b"],
    ["/u", "/u"],
  ];
  test.each(links)("makes of %s %s", (link, kept) => {
    expect(withoutOwnKeys([["x-goog-upload-url", link]], credentials)).toEqual([
      ["x-goog-upload-url", kept],
    ]);
  });
  test("leaves other headers alone", () => {
    const headers = [["x-request-id", "/u?key=Zq7Xw2Rt9/Lm4%2BKp8"]] as const;
    expect(withoutOwnKeys(headers, credentials)).toEqual(headers);
  });
});

/** A whole frame without headers: length 16, header length 0, their CRC, the frame's CRC. */
function eventStreamFrame(): Buffer {
  return Buffer.from("000000100000000005c248eb7d98c8ff", "hex");
}
