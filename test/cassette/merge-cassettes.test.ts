import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCassette, encodeCassette } from "../../src/cassette/cassette-format.ts";
import { indexDocument } from "../../src/cassette/cassette-index.ts";
import { mergeCassettes } from "../../src/cassette/merge-cassettes.ts";
import type { Cassette, Interaction } from "../../src/cassette/values.ts";
import { answer, chatRequest } from "./requests.ts";

/** `"a1"`: key a, answer 1; `"2:a1"`: in lane 2. */
function interaction(spelling: string): Interaction {
  const [, lane = "0", name = "", text = ""] = /^(?:(\d+):)?([a-z])(\d*)$/u.exec(spelling) ?? [];
  const { endpoint, model = "", copy } = chatRequest(name);
  return {
    key: name.repeat(64),
    lane: Number(lane),
    provider: "openai",
    method: "POST",
    endpoint,
    model,
    recordedAt: null,
    request: copy,
    segments: {},
    outcome: answer(text),
  };
}

const documentOf = (spellings: string, normalisers: readonly string[] = []): string =>
  encodeCassette({
    scope: "test",
    normalisers,
    interactions: spellings.split(" ").filter(Boolean).map(interaction),
  } satisfies Cassette);

const indexOf = (spellings: string, normalisers?: readonly string[]) =>
  indexDocument(documentOf(spellings, normalisers), "test");

const spelled = (document: string): string =>
  decodeCassette(document, "test")
    .interactions.map(({ lane, key, outcome }) => {
      const text = /"content":"(\d*)"/u.exec(JSON.stringify(outcome))?.[1];
      return `${lane === 0 ? "" : `${lane}:`}${key[0]}${text}`;
    })
    .join(" ");

function merge(base: string, ours: string, theirs: string, prefer?: "ours" | "theirs"): string {
  const merged = mergeCassettes(
    { base: indexOf(base), ours: indexOf(ours), theirs: indexOf(theirs) },
    prefer,
  );
  return merged.kind === "merged" ? spelled(merged.document) : merged.kind;
}

describe("mergeCassettes()", () => {
  test.each([
    ["both add at the end", "a1 b1", "a1 b1 c1", "a1 b1 d1 e1", "a1 b1 c1 d1 e1"],
    ["both add at the start", "a1", "c1 a1", "d1 a1", "c1 d1 a1"],
    ["both add in the middle", "a1 b1", "a1 c1 b1", "a1 d1 b1", "a1 c1 d1 b1"],
    ["both add the same", "a1", "a1 b1", "a1 b1 c1", "a1 b1 c1"],
    ["in lanes of their own", "a1 1:a1", "a1 1:a1 1:b1", "a1 c1 1:a1", "a1 c1 1:a1 1:b1"],
    ["both start a task", "a1 1:b1", "a1 1:b1 2:c1", "a1 1:b1 2:d1 2:e1", "a1 1:b1 2:c1 3:d1 3:e1"],
    ["both start tasks", "a1", "a1 1:c1 2:d1", "a1 1:e1 2:e1", "a1 1:c1 2:d1 3:e1 4:e1"],
    ["both start one task", "a1", "a1 1:b1 1:c1", "a1 1:b1 1:d1", "a1 1:b1 1:c1 1:d1"],
    ["both start a task like another", "a1", "a1 1:b1", "a1 1:b2", "conflict"],
    ["the same key again, on one side", "a1", "a1 a2", "a1 b1", "a1 a2 b1"],
    ["one changes, one adds", "a1 b1", "a2 b1", "a1 b1 c1", "a2 b1 c1"],
    ["one changes each", "a1 b1", "a2 b1", "a1 b2", "a2 b2"],
    ["one deletes, one adds", "a1 b1", "b1", "a1 b1 c1", "b1 c1"],
    ["both delete", "a1 b1", "b1", "b1", "b1"],
    ["nobody had one", "", "a1", "b1", "a1 b1"],
    ["one orders them anew, one asks again", "a1 b1", "b2 a2", "a1 b1 a3", "b2 a2 a3"],
    ["one deletes, one adds behind it", "a1 b1 c1", "b1 c1", "a1 d1 b1 c1", "d1 b1 c1"],
    ["both change the same", "a1", "a2", "a3", "conflict"],
    ["one deletes what the other changed", "a1 b1", "b1", "a2 b1", "conflict"],
    ["both add the same key with another answer", "a1", "a1 b1", "a1 b2", "conflict"],
  ])("%s", (_, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toBe(merged);
  });

  test("a preference settles what both sides changed, and nothing else", () => {
    expect(merge("a1 b1 c1", "a2 b1", "a3 b2 c1", "ours")).toBe("a2 b2");
    expect(merge("a1 b1 c1", "a2 b1", "a3 b2 c1", "theirs")).toBe("a3 b2");
    expect(merge("a1", "", "a2", "ours")).toBe("");
    expect(merge("a1", "", "a2", "theirs")).toBe("a2");
  });

  test("normalisers hold that one side brought, while the other recorded nothing", () => {
    const sides = (theirs: string) => ({
      base: indexOf("a1"),
      ours: indexOf("b1", ["uuid"]),
      theirs: indexOf(theirs),
    });
    const merged = mergeCassettes(sides("a1"));
    expect(merged.kind === "merged" && indexDocument(merged.document, "x").normalisers).toEqual([
      "uuid",
    ]);
    expect(mergeCassettes(sides("a1 c1")).kind).toBe("normalisers");
    expect(mergeCassettes({ ...sides("a1"), base: undefined }).kind).toBe("normalisers");
  });

  test("a test that one side renamed has its new name", () => {
    const named = (spellings: string, scope: string) =>
      indexDocument(documentOf(spellings).replace('"scope": "test"', `"scope": "${scope}"`), "x");
    const merged = (base: string | undefined, ours: string, theirs: string) => {
      const result = mergeCassettes({
        base: base === undefined ? undefined : named("a1", base),
        ours: named("a1 b1", ours),
        theirs: named("a1 c1", theirs),
      });
      if (result.kind !== "merged") return result.kind;
      return [indexDocument(result.document, "x").scope, spelled(result.document)];
    };
    expect(merged("old", "new", "old")).toEqual(["new", "a1 b1 c1"]);
    expect(merged("old", "old", "new")).toEqual(["new", "a1 b1 c1"]);
    expect(merged("old", "one", "two")).toBe("scopes");
    expect(merged(undefined, "one", "two")).toBe("scopes");
  });

  test("answers to one request stand in the order of the sides, whatever the sides did", () => {
    const spellings = fc
      .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(9)), { maxLength: 7 })
      .map((list) => list.map(([name, text]) => `${name}${text}`).join(" "));
    const answers = (text: string, name: string): readonly string[] =>
      text.split(" ").filter((word) => word.startsWith(name));
    fc.assert(
      fc.property(spellings, spellings, spellings, (base, ours, theirs) => {
        const merged = merge(base, ours, theirs, "theirs");
        for (const name of ["a", "b", "c"]) {
          const [mine, other] = [answers(ours, name), answers(theirs, name)];
          let at = 0;
          for (const word of answers(merged, name)) {
            while (at < 7 && mine[at] !== word && other[at] !== word) at++;
            expect([mine[at], other[at++]]).toContain(word);
          }
        }
      }),
    );
  });

  test("what one side alone did comes out whole, whichever side it was", () => {
    const spellings = fc
      .array(fc.tuple(fc.nat(1), fc.constantFrom("a", "b", "c", "d"), fc.nat(3)), { maxLength: 8 })
      .map((list) =>
        list
          .sort(([one], [two]) => one - two)
          .map(([lane, name, text]) => `${lane === 0 ? "" : `${lane}:`}${name}${text}`)
          .join(" "),
      );
    fc.assert(
      fc.property(spellings, spellings, (base, changed) => {
        const words = (text: string): readonly string[] => text.split(" ").toSorted();
        expect(merge(base, changed, base)).toBe(changed);
        // The other way round nothing is lost or made up either; ours gives the order.
        expect(words(merge(base, base, changed))).toEqual(words(changed));
        expect(merge(base, changed, changed)).toBe(changed);
      }),
    );
  });
});
