import { expect, test } from "vitest";
import { ScopeNames } from "../../../../src/suite/plugins/node/scope-names.ts";

test.each([
  ["equal titles", [["a"], ["a"], ["a"]], ["a", "a @2", "a @3"]],
  ["a title written like a suite and its test", [["a", "b"], ["a::b"]], ["a::b", "a::b @2"]],
  ["a title written like the second of a name", [["a @2"], ["a"], ["a"]], ["a @2", "a", "a @3"]],
] as const)("no two tests share a scope: %s", (_what, tests, scopes) => {
  const names = new ScopeNames();
  expect(tests.map((titles) => names.take("x.test.ts", titles))).toEqual(
    scopes.map((scope) => `x.test.ts::${scope}`),
  );
});
