import { describe, expect, test } from "vitest";
import type { MissExplanation } from "../../src/cassette/explain.ts";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import type { CassetteRequest, JsonValue } from "../../src/cassette/values.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { recordOne, replayOne, sessionsOver } from "./session-fixture.ts";

describe("a miss's explanation", () => {
  const prose =
    "You are a careful assistant who answers in full sentences, cites sources, and never guesses.";
  const cases: readonly (readonly [
    name: string,
    before: JsonValue,
    after: JsonValue,
    differences: unknown,
  ])[] = [
    [
      "a comma less in a long text",
      { system: prose },
      { system: prose.replace("sources,", "sources") },
      [
        {
          path: "$.system",
          before: "…in full sentences, cites sources, and never guesses.",
          after: "…in full sentences, cites sources and never guesses.",
        },
      ],
    ],
    [
      "a changed number",
      { temperature: 0 },
      { temperature: 0.5 },
      [{ path: "$.temperature", before: 0, after: 0.5 }],
    ],
    ["a new member", {}, { top_p: 1 }, [{ path: "$.top_p", after: 1 }]],
    ["a member that is gone", { top_p: 1 }, {}, [{ path: "$.top_p", before: 1 }]],
    [
      "one more message in the middle",
      { messages: ["a", "b", "c"] },
      { messages: ["a", "x", "b", "c"] },
      [{ path: "$.messages[1]", after: "x" }],
    ],
    [
      "one message less at the start",
      { messages: [{ c: "a" }, { c: "b" }] },
      { messages: [{ c: "b" }] },
      [{ path: "$.messages[0]", before: { c: "a" } }],
    ],
    ["an odd name", { "a b": 1 }, { "a b": 2 }, [{ path: '$["a b"]', before: 1, after: 2 }]],
    [
      "another type",
      { content: "hi" },
      { content: [{ type: "text", text: "hi" }] },
      [{ path: "$.content", before: "hi", after: [{ type: "text", text: "hi" }] }],
    ],
  ];
  for (const [name, before, after, differences] of cases) {
    test(`shows ${name}`, () => {
      const { nearest } = explain([requestOf(before)], requestOf(after));
      expect(nearest).toMatchObject([{ scope: "default", position: 1, isUsed: false }]);
      expect(nearest[0]!.differences).toEqual(differences);
    });
  }

  test("shortens a change inside one huge word", () => {
    const blob = "x".repeat(100_000);
    const { nearest } = explain(
      [requestOf({ a: `${blob}1${blob}` })],
      requestOf({ a: `${blob}2${blob}` }),
    );
    const [difference] = nearest[0]!.differences;
    expect(difference!.before).toMatch(/^….*1x*…$/);
    expect(difference!.after).toMatch(/^….*2x*…$/);
    expect(JSON.stringify(difference).length).toBeLessThan(500);
  });

  test("keeps the changed lines of a long text, bounded, of the nearest recording alone", () => {
    const lines = (first: string, last: string): string =>
      [first, ...Array.from({ length: 300 }, (_, n) => `Line ${n}.`), last].join("\n");
    const { nearest } = explain(
      [requestOf({ a: lines("one", "two") }), requestOf({ a: lines("one", "three") })],
      requestOf({ a: lines("eins", "x".repeat(10_000)) }),
    );
    const [changed, ...others] = nearest.map(({ differences }) => differences[0]!.changed);
    expect(changed!.before).toEqual(["one\n", "two"]);
    expect(changed!.after).toEqual(["eins\n", "x".repeat(3995)]);
    expect(others).toEqual([undefined]);
  });

  test("lists of every member one difference, however many another one has", () => {
    const many = (text: string): JsonValue =>
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`p${n}`, `${text} ${n}`]));
    const { nearest } = explain(
      [requestOf({ a: many("one"), model: "old" })],
      requestOf({ a: many("two"), model: "new" }),
    );
    const paths = nearest[0]!.differences.map(({ path }) => path);
    expect(paths).toHaveLength(8);
    expect(paths).toContain("$.model");
    expect(paths).toContain("$.a.p0");
  });

  test("tells what differs beside the body, and not what headers do", () => {
    const one = requestOf({}, { path: "/v1/a", query: "x=1", headers: { date: "1" } });
    const other = requestOf({}, { path: "/v1/a", query: "x=2", headers: { date: "2" } });
    expect(explain([one], other).nearest[0]!.differences).toEqual([
      { path: "request.query", before: "x=1", after: "x=2" },
    ]);
  });

  test("names the changed segments even where redaction hides their text", () => {
    const withKey = (key: string): CassetteRequest => ({
      ...requestOf({ system: `key ${key}` }),
      segments: [
        { name: "model", value: "m" },
        { name: "system", value: `key ${key}` },
      ],
    });
    const { nearest, normaliser } = explain(
      [withKey(`sk-${"a".repeat(30)}`)],
      withKey(`sk-${"b".repeat(30)}`),
    );
    expect(nearest[0]).toMatchObject({ changedSegments: ["system"], differences: [] });
    expect(normaliser).toBeNull();
  });

  test("is redacted on both sides", () => {
    const store = openMemoryStore();
    const unaware = sessionsOver(store).open("record");
    recordOne(unaware, requestOf({ a: "code hunter2-hunter2 x" }), answer("1"));
    unaware.close();
    const redactor = createPatternRedactor({ literals: new Map([["MY", "hunter2-hunter2"]]) });
    const session = sessionsOver(store, { redactor }).open("replay");
    session.issue(requestOf({ a: "code hunter2-hunter2 y" }));
    const told = JSON.stringify(session.tally());
    expect(told).not.toContain("hunter2");
    expect(told).toContain("code [redacted] x");
  });

  test("prefers the same model, then unused recordings, then the fewest changed segments", () => {
    const store = openMemoryStore();
    const { open } = sessionsOver(store);
    const recording = open("record");
    const other = { ...chatRequest("question one"), model: "other-model" };
    const identity = { ...other.identity, provider: "mistral" };
    for (const request of [
      { ...other, identity },
      chatRequest("question one"),
      chatRequest("question two"),
      chatRequest("three", { temperature: 1 }),
    ]) {
      recordOne(recording, request, answer("x"));
    }
    recording.close();
    const session = open("replay");
    replayOne(session, chatRequest("question one"));
    const { lookup } = session.issue(chatRequest("question 2"));
    if (lookup.kind !== "miss") throw new Error("expected a miss");
    expect(lookup.explanation.nearest.map(({ position, isUsed }) => [position, isUsed])).toEqual([
      [3, false],
      [4, false],
      [2, true],
    ]);
  });

  test("names recordings of other scopes where the asked one has none of the endpoint", () => {
    const { nearest, isScopeEmpty } = explain([chatRequest("one")], chatRequest("two"), "renamed");
    expect(isScopeEmpty).toBe(true);
    expect(nearest).toMatchObject([{ scope: "default", position: 1 }]);
  });

  const volatile: readonly (readonly [preset: string, before: JsonValue, after: JsonValue])[] = [
    [
      "uuid",
      { id: "123e4567-e89b-12d3-a456-426614174000" },
      { id: "923e4567-e89b-12d3-a456-426614174000" },
    ],
    ["iso-date", { system: "Today is 2025-01-01" }, { system: "Today is 2026-11-22" }],
    ["epoch", { at: 1_700_000_000 }, { at: 1_800_000_000 }],
    [
      "iso-date,temp-path",
      { system: "2025-01-01 in /tmp/tmpabcdef/x" },
      { system: "2026-11-22 in /tmp/tmpqwerty/x" },
    ],
  ];
  for (const [preset, before, after] of volatile) {
    test(`names the normaliser ${preset} where it would make a hit`, () => {
      const explanation = explain([requestOf(before)], requestOf(after));
      expect(explanation.normaliser).toBe(preset);
      const normalisers = preset.split(",").map(parseNormaliser);
      const { open } = sessionsOver(openMemoryStore(), { normalisers });
      const recording = open("record");
      recordOne(recording, requestOf(before), answer("1"));
      recording.close();
      expect(replayOne(open("replay"), requestOf(after))).toEqual(answer("1"));
    });
  }

  test("names no normaliser where something else changed too", () => {
    const [, before, after] = volatile[0]!;
    const { normaliser } = explain(
      [requestOf({ ...(before as object), n: 1 })],
      requestOf({ ...(after as object), n: 2 }),
    );
    expect(normaliser).toBeNull();
  });

  test("costs less than reading a large scope once more", { timeout: 30_000 }, () => {
    const store = openMemoryStore();
    const { open } = sessionsOver(store);
    const session = open("record");
    const filler = "word ".repeat(400);
    for (let n = 0; n < 1000; n++) recordOne(session, chatRequest(`${filler}${n}`), answer("x"));
    session.close();
    const replay = open("replay");
    const [first, ...later] = Array.from({ length: 10 }, (_, n) => {
      const start = performance.now();
      expect(replayOne(replay, chatRequest(`${filler}x${n}`))).toBe("miss");
      return performance.now() - start;
    });
    // The first miss opens the scope and reads every recording's summary; the others read but a few.
    expect(Math.min(...later)).toBeLessThan(first!);
  });
});

/** The explanation of a request, asked of a library that holds others in its default scope. */
function explain(
  recorded: readonly CassetteRequest[],
  asked: CassetteRequest,
  scope = "default",
): MissExplanation {
  const { open } = sessionsOver(openMemoryStore());
  const recording = open("record");
  for (const request of recorded) recordOne(recording, request, answer("x"));
  recording.close();
  const { lookup } = open("replay").issue(asked, { scope });
  if (lookup.kind !== "miss") throw new Error(`expected a miss, got ${lookup.kind}`);
  return lookup.explanation;
}

function requestOf(
  body: JsonValue,
  beside: { readonly [name: string]: JsonValue } = { path: "/v1/x" },
): CassetteRequest {
  const { headers: _headers, ...target } = beside;
  return {
    identity: { provider: "openai", method: "POST", target, body },
    endpoint: "POST /v1/x",
    model: undefined,
    segments: [{ name: "parameters", value: body }],
    copy: { ...beside, body },
  };
}
