import { expect, test } from "vitest";
import { testScope } from "../../src/cassette/test-scope.ts";

test.each([
  ["file, suites and title", ["a", "b"], 0, "t/x.test.ts::a::b"],
  ["the second of a name", ["a"], 1, "t/x.test.ts::a @2"],
  ["letters of any language", ["größe 大"], 0, "t/x.test.ts::größe 大"],
] as const)("is %s", (_what, titles, ordinal, scope) => {
  expect(testScope("t/x.test.ts", titles, ordinal)).toBe(scope);
});

test("fits into a header, and stays another for another title", () => {
  const titles = ["a\nb", "a\tb", "a b", "a b ", " a".repeat(5000), `${" a".repeat(5000)}!`];
  const scopes = titles.map((title) => testScope("x.test.ts", [title]));
  expect(new Set(scopes).size).toBe(titles.length);
  for (const scope of scopes) {
    expect(scope).toMatch(/^[\u0020-\u007e]{1,1010}$/u);
    expect(scope).toBe(scope.trim());
  }
});

test.each([
  ["in a title", "half \uD83D of a character"],
  ["where a long title is cut", "\u{1F600}".repeat(700)],
])("is text that every encoding keeps: half a character %s", (_what, title) => {
  const scope = testScope("x.test.ts", [title]);
  expect(Buffer.from(scope, "utf8").toString("utf8")).toBe(scope);
});
