import * as fc from "fast-check";
import type { Cassette, Interaction, JsonValue, Outcome } from "../../src/cassette/values.ts";

const HEX = "0123456789abcdef".split("");
const text = fc.string({ unit: "binary" });
const json = fc.jsonValue({ depthSize: "medium" }) as fc.Arbitrary<JsonValue>;
const times = fc.array(fc.nat(10_000), { maxLength: 4 });

const body = fc.oneof(
  fc.record({ json, layout: fc.constantFrom("compact", "spaced", "indent-2", "indent-4") }),
  fc.record({ text }),
  fc.record({ events: fc.array(text) }),
  fc.record({ lines: fc.array(text) }),
  fc.record({ base64: fc.base64String() }),
);

const error = fc.record({
  name: text,
  message: text,
  context: fc.dictionary(text, json),
  retryAfter: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
});

const type = fc.constantFrom("text", "binary");
const key = fc.string({ unit: fc.constantFrom(...HEX), minLength: 64, maxLength: 64 });

const frame = fc.oneof(
  fc.record({ direction: fc.constant("received"), type, body }),
  fc.record({ direction: fc.constant("sent"), type, key, copy: json }),
);

const outcome = fc.oneof(
  fc.record({ kind: fc.constant("response"), value: json }),
  fc.record({ kind: fc.constant("lookup"), value: json }),
  fc.record({ kind: fc.constant("error"), error }),
  fc.record({
    kind: fc.constant("stream"),
    chunks: fc.array(json),
    ending: fc.constantFrom("end", "client left"),
  }),
  fc.record({
    kind: fc.constant("stream"),
    chunks: fc.array(json),
    ending: fc.constant("error"),
    error,
  }),
  fc.record(
    {
      kind: fc.constant("http"),
      status: fc.integer({ min: 0, max: 599 }),
      headers: fc.array(fc.tuple(text, text)),
      body,
      ending: fc.constantFrom("end", "error frame", "abort", "client left"),
      chunkLengths: times,
      chunkTimesMs: times,
    },
    { requiredKeys: ["kind", "status", "headers", "body", "ending"] },
  ),
  fc.record(
    {
      kind: fc.constant("websocket"),
      frames: fc.array(frame),
      protocol: text,
      close: fc.option(fc.record({ code: fc.nat(4999), reason: text })),
      ending: fc.constantFrom("end", "abort", "client left"),
    },
    { requiredKeys: ["kind", "frames", "close", "ending"] },
  ),
) as fc.Arbitrary<Outcome>;

/** Any interaction. */
const arbitraryInteraction: fc.Arbitrary<Interaction> = fc.record(
  {
    key,
    lane: fc.nat(5),
    provider: text,
    method: text,
    endpoint: text,
    model: text,
    request: json,
    segments: fc.dictionary(text, text),
    outcome,
    recordedAt: fc.option(text),
    callSite: text,
  },
  {
    requiredKeys: [
      "key",
      "lane",
      "provider",
      "method",
      "endpoint",
      "request",
      "segments",
      "outcome",
      "recordedAt",
    ],
  },
);

/** Any cassette, also with unpaired surrogates, odd names and `-0`. */
export const arbitraryCassette: fc.Arbitrary<Cassette> = fc.record({
  scope: text,
  normalisers: fc.array(text),
  interactions: fc.array(arbitraryInteraction, { maxLength: 4 }),
});
