import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { requestKey } from "../../src/cassette/request-key.ts";
import type { JsonValue, RequestIdentity } from "../../src/cassette/values.ts";

const BASE: RequestIdentity = {
  provider: "openai",
  method: "POST",
  target: { path: "/v1/chat/completions" },
  body: { model: "gpt-4o", messages: [{ role: "user", content: "hi" }] },
};

describe("requestKey()", () => {
  test("is the SHA-256 of the canonical JSON of body, method, provider and target", () => {
    const text =
      '{"body":{"messages":[{"content":"hi","role":"user"}],"model":"gpt-4o"},"method":"POST","provider":"openai","target":{"path":"/v1/chat/completions"}}';
    expect(requestKey(BASE)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  const different: readonly (readonly [string, RequestIdentity])[] = [
    ["another provider", { ...BASE, provider: "azure" }],
    ["another method", { ...BASE, method: "GET" }],
    ["another path", { ...BASE, target: { path: "/v1/responses" } }],
    ["an explicit default", { ...BASE, body: { ...(BASE.body as object), temperature: 1 } }],
    ["an absent body", { ...BASE, body: null }],
    ["a text instead of a number", { ...BASE, body: { model: "1" } }],
  ];
  for (const [name, identity] of different) {
    test(`differs for ${name}`, () => {
      expect(requestKey(identity)).not.toBe(requestKey(BASE));
    });
  }

  test("does not depend on the order of members", () => {
    const body: JsonValue = { messages: [{ content: "hi", role: "user" }], model: "gpt-4o" };
    expect(requestKey({ ...BASE, body })).toBe(requestKey(BASE));
  });
});

describe("requestKey() with normalisers", () => {
  const cases: readonly (readonly [normaliser: string, one: JsonValue, other: JsonValue])[] = [
    ["uuid", "id 123e4567-e89b-12d3-a456-426614174000", "id 00000000-0000-4000-8000-00000000abCD"],
    ["iso-date", "Today is 2026-11-22.", "Today is 2025-01-02."],
    ["iso-date", "at 2026-11-22T14:13:59Z", "at 2025-01-02 03:04:05.123+02:00"],
    ["epoch", { at: 1_763_820_839 }, { at: 1_663_820_839 }],
    ["epoch", "t=1763820839123", "t=1663820839000"],
    ["temp-path", "read /tmp/pytest-of-me/pytest-12/a.txt now", "read /tmp/tmpab12cd/x.txt now"],
    ["temp-path", "/private/var/folders/ab/c1d2/T/tmpx/y", "/var/folders/zz/z9/T/tmpq/r"],
    ["pydantic-ai-id", `pyd_ai_${"a".repeat(32)}`, `pyd_ai_${"0".repeat(32)}`],
    ["call-id", "call_abcdefghij", "call_0123456789"],
    ["$.metadata.run", { metadata: { run: 1 } }, { metadata: { run: "x" } }],
    [
      "$.messages[*].id",
      { messages: [{ id: 1 }, { id: 2 }] },
      { messages: [{ id: 3 }, { id: 4 }] },
    ],
    ["$..id", { a: [{ id: 1, b: { id: 2 } }] }, { a: [{ id: 3, b: { id: 4 } }] }],
    ['$["run-id"]', { "run-id": 1 }, { "run-id": 2 }],
    ["/run-\\d+/", "run-1", "run-22"],
    ["/RUN-(\\d+)/i => run", ["run-1"], ["RuN-22"]],
    ["$.a /x\\d/ => x", { a: "x1" }, { a: "x2" }],
    [
      "uuid@$.a",
      { a: "123e4567-e89b-12d3-a456-426614174000" },
      { a: "023e4567-e89b-12d3-a456-426614174000" },
    ],
  ];
  for (const [text, one, other] of cases) {
    test(`${text} makes ${JSON.stringify(one)} and ${JSON.stringify(other)} the same`, () => {
      expect(key(one, text)).toBe(key(other, text));
      expect(key(one)).not.toBe(key(other));
    });
  }

  const untouched: readonly (readonly [normaliser: string, one: JsonValue, other: JsonValue])[] = [
    ["epoch", { max: 2048 }, { max: 4096 }],
    ["epoch", "phone 10000000000", "phone 20000000000"],
    ["iso-date", "version 2026-1", "version 2026-2"],
    ["$.a /x\\d/ => x", { b: "x1" }, { b: "x2" }],
    [
      "uuid@$.a",
      { b: "123e4567-e89b-12d3-a456-426614174000" },
      { b: "023e4567-e89b-12d3-a456-426614174000" },
    ],
    [
      "$.messages[0].id",
      { messages: [{ id: 1 }, { id: 2 }] },
      { messages: [{ id: 1 }, { id: 4 }] },
    ],
  ];
  for (const [text, one, other] of untouched) {
    test(`${text} tells ${JSON.stringify(one)} from ${JSON.stringify(other)}`, () => {
      expect(key(one, text)).not.toBe(key(other, text));
    });
  }

  for (const text of ["", "no-preset", "$.", "$..", "$.a[", "/(/", "/x", "$.a x", "uuid@a", "$a"]) {
    test(`"${text}" is refused`, () => {
      expect(() => parseNormaliser(text)).toThrow(SyntaxError);
    });
  }

  test("a name reads back as the same normaliser", () => {
    for (const [text] of cases)
      expect(parseNormaliser(parseNormaliser(text).name)).toEqual(parseNormaliser(text));
  });
});

function key(body: JsonValue, normaliser?: string): string {
  const normalisers = normaliser === undefined ? [] : [parseNormaliser(normaliser)];
  return requestKey({ ...BASE, body }, normalisers);
}
