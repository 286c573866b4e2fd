import { describe, expect, test } from "vitest";
import {
  findScopeClashes,
  type ImportOperand,
  pytestScopeOf,
  scopesOfFiles,
} from "../../src/import/scopes-of-files.ts";

describe("scopesOfFiles()", () => {
  check("one file alone has its base name", [file("/t/openai/a.yaml")], ["a"]);
  check("files of one folder", [file("/t/a.yaml"), file("/t/b.yml")], ["a", "b"]);
  check(
    "files of several folders keep what is below the common root",
    [file("/t/openai/x/a.yaml"), file("/t/openai/b.yaml"), file("/t/groq/a.yaml")],
    ["openai/x/a", "openai/b", "groq/a"],
  );
  check("a file above the others", [file("/t/a.yaml"), file("/t/x/b.yaml")], ["a", "x/b"]);
  check("a name is no folder", [file("/t/ab/1.yaml"), file("/t/a/1.yaml")], ["ab/1", "a/1"]);
  check("dots within a name stay", [file("/t/Test.one[gpt-3.5].yaml")], ["Test.one[gpt-3.5]"]);
  check("compressed files", [file("/t/a.yaml.gz")], ["a"]);
  check("relative paths", [file("./t/a.yaml"), file("t/x/b.yaml")], ["a", "x/b"]);
  check("no extension", [file("/t/a")], ["a"]);
  check(
    "a folder is the root of what is below it, even of a single file",
    [{ kind: "folder", path: "/t", files: ["/t/x/a.yaml"] }],
    ["x/a"],
  );
  check("the same file twice", [file("/t/a.yaml"), file("/t/a.yaml")], ["a"]);
});

test("findScopeClashes() names every file of a scope", () => {
  const files = scopesOfFiles([file("/t/a.yaml"), file("/t/b.yaml"), file("/t/a.yml")]);
  expect(findScopeClashes(files)).toEqual([{ scope: "a", files: ["/t/a.yaml", "/t/a.yml"] }]);
});

test.each([
  ["tests/cassettes/test_chat/test_it.yaml", "tests/test_chat.py::test_it"],
  ["cassettes/test_chat/test_it.yaml", "test_chat.py::test_it"],
  ["./tests/models/cassettes/test_a/TestB.test_c.yml", "tests/models/test_a.py::TestB::test_c"],
  ["t/cassettes/test_a/test_b[gpt-3.5].yaml", "t/test_a.py::test_b[gpt-3.5]"],
  ["t/cassettes/test_a/TestB.test_c[a.b].yaml.gz", "t/test_a.py::TestB::test_c[a.b]"],
  ["tests/cassettes/test_it.yaml", undefined],
  ["tests/vcr/test_a/test_it.yaml", undefined],
])("pytestScopeOf(%j)", (path, scope) => {
  expect(pytestScopeOf(path)).toBe(scope);
});

function file(path: string): ImportOperand {
  return { kind: "file", path };
}

function check(what: string, operands: readonly ImportOperand[], scopes: readonly string[]): void {
  test(what, () => {
    expect(scopesOfFiles(operands).map(({ scope }) => scope)).toEqual(scopes);
  });
}
