import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeCassette } from "../../src/cassette/cassette-format.ts";
import { indexDocument } from "../../src/cassette/cassette-index.ts";
import { sha256Hex } from "../../src/cassette/digest.ts";
import { CassetteFormatError } from "../../src/cassette/errors.ts";
import { outcomeTextOf } from "../../src/cassette/recording-field.ts";
import type { Cassette, Interaction, JsonValue } from "../../src/cassette/values.ts";
import { arbitraryCassette } from "./arbitrary-cassette.ts";

const PLACE = "cassettes/default.cassette.json";

describe("the outcome of a recording, read alone", () => {
  test("is the outcome of the whole, for every kind of outcome", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryCassette, (cassette) => {
        const index = indexDocument(encodeCassette(cassette), PLACE);
        for (const [position, { text }] of index.recordings.entries()) {
          expect(outcomeTextOf(text)).toBeDefined();
          expect(index.outcome(position)).toStrictEqual(index.interaction(position).outcome);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, JsonValue]>([
    ["a member of the request is called so", { outcome: { kind: "http" }, provider: "x" }],
    ["a text of the request looks like it", '\n        "outcome": {\n        },'],
    ["the request is nested deeply", { a: [[[[{ outcome: { provider: "y" } }]]]] }],
  ])("is found where %s", (_, request) => {
    const index = indexDocument(encodeCassette(cassetteOf(request)), PLACE);
    expect(index.outcome(0)).toStrictEqual(OUTCOME);
  });

  const text = encodeCassette(cassetteOf(null));

  test("is read from a document that another program laid out", () => {
    const index = indexDocument(JSON.stringify(JSON.parse(text)), PLACE);
    expect(index.outcome(0)).toStrictEqual(OUTCOME);
  });

  test.each([
    ["of a wrong shape", '"status": 200', '"status": "200"', /outcome\.status is no whole number/],
    ["no JSON", '"status": 200', '"status": 2O0', /it is no JSON/],
    ["nested beyond the bound", '"text": "hello"', `"json": ${nested(1100)}`, /nested deeper/],
  ])("is refused where it is %s, digest or not", (_, from, to, message) => {
    const index = indexDocument(edited(from, to), PLACE);
    expect(() => index.outcome(0)).toThrow(CassetteFormatError);
    expect(() => index.outcome(0)).toThrow(message);
  });

  test("is the last one where it stands twice, as everywhere in JSON", () => {
    const second = '"outcome": {\n          "kind": "lookup",\n          "value": 1\n        }';
    const index = indexDocument(
      edited('"provider": "openai"', `"provider": "openai",\n        ${second}`),
      PLACE,
    );
    expect(index.outcome(0)).toStrictEqual({ kind: "lookup", value: 1 });
  });

  /** The document with a change and the digest that fits it. */
  function edited(from: string, to: string): string {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const start = changed.indexOf('"interaction": ') + '"interaction": '.length;
    const recording = changed.slice(start, changed.indexOf("\n    },\n", start));
    return changed.replace(/sha256:[0-9a-f]{64}/, `sha256:${sha256Hex(recording)}`);
  }
});

const OUTCOME: Interaction["outcome"] = {
  kind: "http",
  status: 200,
  headers: [["content-type", "text/plain"]],
  body: { text: "hello" },
  ending: "end",
};

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

function cassetteOf(request: JsonValue): Cassette {
  const interaction: Interaction = {
    key: "0".repeat(64),
    lane: 0,
    provider: "openai",
    method: "POST",
    endpoint: "POST /v1/chat/completions",
    request,
    segments: {},
    outcome: OUTCOME,
    recordedAt: null,
  };
  return { scope: "default", normalisers: [], interactions: [interaction] };
}
