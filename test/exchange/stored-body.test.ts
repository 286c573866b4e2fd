import { fc, test as property } from "./properties.ts";
import { describe, expect, test } from "vitest";
import { decodeBody, encodeBody } from "../../src/exchange/stored-body.ts";
import type { StreamFraming } from "../../src/exchange/dialect.ts";

/** Which form a body is kept in. The exact bytes always come back; this is about what people read. */
const FORMS: readonly (readonly [
  what: string,
  body: string | Uint8Array,
  form: string,
  framing?: StreamFraming,
])[] = [
  ["compact JSON", '{"b":1,"a":[true,null,"é"]}', "json compact"],
  ["JSON as Python spaces it", '{"b": 1, "a": [true, null]}', "json spaced"],
  ["JSON of two spaces a level", '{\n  "b": 1,\n  "a": []\n}', "json indent-2"],
  [
    "JSON of four spaces a level and a line feed",
    '{\n    "b": {\n        "a": {}\n    }\n}\n',
    "json indent-4",
  ],
  ["a number spelled otherwise", '{"temperature":1.0}', "text"],
  ["the same on several lines", '{\n  "temperature": 1.0\n}', "lines"],
  ["an escape that need not be", '{"a":"\\u00e9"}', "text"],
  ["an unpaired surrogate", '{"a":"\\ud800"}', "text"],
  ["a name that stands twice", '{"a":1,"a":2}', "text"],
  ["names that are numbers", '{"2":1,"1":2}', "text"],
  ["minus zero", "[-0]", "text"],
  ["a number beyond double precision", "[12345678901234567890]", "text"],
  ["__proto__", '{"__proto__":{"a":1}}', "json compact"],
  ["nesting beyond the bound", `${"[".repeat(600)}${"]".repeat(600)}`, "text"],
  ["a byte order mark", '\ufeff{"a":1}', "text"],
  ["events", "data: 1\n\ndata: 2\n\n", "events", "sse"],
  ["events with CRLF and no end", "data: 1\r\n\r\ndata: 2", "events", "sse"],
  ["lines of JSON", '{"a":1}\n{"b":2}\n', "lines", "ndjson"],
  ["bytes that are no text", Buffer.from([0x7b, 0xff, 0x7d]), "base64"],
  ["an AWS event stream, even of text", "abc", "base64", "eventstream"],
  ["nothing", "", "text"],
];

describe("A stored body", () => {
  for (const [what, body, form, framing] of FORMS) {
    test(`${what} is kept as ${form}`, () => {
      const bytes = Buffer.from(body as string);
      const stored = encodeBody(bytes, undefined, framing);
      expect(decodeBody(stored)).toEqual(bytes);
      const kind = Object.keys(stored)[0];
      expect("layout" in stored ? `${kind} ${stored.layout}` : kind).toBe(form);
      expect(decodeBody(JSON.parse(JSON.stringify(stored)))).toEqual(bytes);
    });
  }

  // What stands across the first mebibyte, where a long text is looked at in two.
  const LONG: readonly (readonly [what: string, tail: Uint8Array, form: string])[] = [
    ["text with a character across a piece's end", Buffer.from("😀 and on"), "text"],
    ["bytes that are text but for the last", Buffer.from([0x61, 0x62, 0x63, 0xff]), "base64"],
    ["bytes that end within a character", Buffer.from("😀").subarray(0, 3), "base64"],
  ];
  for (const [what, tail, form] of LONG) {
    test(`megabytes of ${what} are kept as ${form}`, () => {
      const bytes = Buffer.concat([Buffer.alloc(1024 * 1024 - 2, "a"), tail]);
      const stored = encodeBody(bytes, undefined, undefined);
      expect(Object.keys(stored)).toEqual([form]);
      expect(decodeBody(stored).equals(bytes)).toBe(true);
    });
  }

  property("gives any bytes back", () => {
    const framings = fc.constantFrom<StreamFraming | undefined>(
      undefined,
      "sse",
      "ndjson",
      "eventstream",
      "json-array",
    );
    const bodies = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(text, "utf8")),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .tuple(fc.jsonValue(), fc.constantFrom(0, 2, 4), fc.constantFrom("", "\n", " "))
        .map(([value, indent, end]) => Buffer.from(JSON.stringify(value, null, indent) + end)),
      fc
        .array(fc.constantFrom("data: a", "\n", "\r", "\r\n", "\n\n", ": x", "é", "😀"), {
          maxLength: 30,
        })
        .map((parts) => Buffer.from(parts.join(""))),
    );
    fc.assert(
      fc.property(bodies, framings, (bytes, framing) => {
        const stored = encodeBody(bytes, undefined, framing);
        expect(decodeBody(JSON.parse(JSON.stringify(stored)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test("16 MiB of JSON-like text cost no more than reading it", () => {
    const bytes = Buffer.from(`[${"1,".repeat(8 * 1024 * 1024)}1]`);
    // Of the processor, not of the clock: other programs run beside this one.
    const start = process.cpuUsage();
    expect(decodeBody(encodeBody(bytes, undefined, undefined)).equals(bytes)).toBe(true);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000);
  });
});
