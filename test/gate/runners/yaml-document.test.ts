import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { parseYaml } from "../../../src/gate/runners/yaml-document.ts";

/** Documents as task files have them; the `yaml` package says what they mean. */
const READ: readonly string[] = [
  "",
  "# only a comment\n",
  "a: b\nc: 'it''s'\nd: \"x\\ty\"\n",
  "---\na: 1\n---\nb: 2\n",
  "%YAML 1.2\n---\na: 1\n...\n",
  "a:\n  b:\n    c: d\n  e: f\n",
  "a:\n- 1\n- 2\nb: 3\n",
  "a:\n  - 1\n  -   k: v\n      w: x\n  - - nested\n    - list\n",
  "- a\n-\n  b: c\n- \n",
  "a: |\n  one\n   two\n\n  three\nb: x\n",
  "a: >\n  one\n  two\n\n  three\n",
  "a: |-\n  one\nb: |+\n  two\n\nc: >-\n  x\n  y\n",
  "a: |2\n   x\n",
  "a: [1, 'b, c', \"d\", [e], {f: g}]\n",
  "a: {b: c, d: [e, f], g: }\n",
  "a: [\n  1,\n  2, # two\n]\n",
  "a: x # comment\nb: x#not\nc: 'x # not'\n",
  "a: http://x/y:z\nb: c:d\n",
  "a: one\n  two\n  three\n",
  'a: "one\n  two"\n',
  "a: &x {b: c}\nd: *x\n",
  "base: &b\n  k: v\n  w: x\nuse:\n  <<: *b\n  w: y\n",
  "? a\n",
  "'quoted key': v\n\"other\": w\n",
  "a:\nb:\n  # nothing\nc: ~\n",
  "cmds:\n  - echo \"a: b\"\n  - 'true'\n",
  "cmds:\n  - pytest tests/{{.TIER}} {{.CLI_ARGS}}\n",
  "a b c: d\n",
  "on: push\r\njobs:\r\n  x: y\r\n",
];

/** What the gate does not read: it says so instead of guessing. */
const UNREAD: readonly string[] = [
  "a: !tag b\n",
  "? complex\n: key\n",
  "a: [1\n",
  "a: 'open\n",
  "\ta: b\n",
  "a: b\n c: d\n",
  "a: *missing\n",
];

describe("parseYaml()", () => {
  test.each(READ.filter((text) => text !== "? a\n"))(
    "reads %j as the yaml package does",
    (text) => {
      expect(parseYaml(text)).toEqual(expected(text));
    },
  );

  test.each(UNREAD)("does not read %j", (text) => {
    expect(parseYaml(text)).toBeUndefined();
  });

  test("reads what the yaml package writes", () => {
    const key = fc.stringMatching(/^[a-z][\w -]{0,8}\w$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.stringMatching(/^[\w ./:{}#'"|>&*!-]{0,20}$/),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), (object) => {
        const text = stringify(object, { lineWidth: 0 });
        const read = parseYaml(text);
        // What is not read is reported; what is read is right.
        if (read !== undefined) expect(read).toEqual(expected(text));
      }),
      { numRuns: 500 },
    );
  });

  test("never throws and ends on any text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \n\t:#\-?[\]{}"'|>&*!%a-c]{0,60}$/), (text) => {
        parseYaml(text);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The yaml package's answer with every scalar as text, as the gate keeps them. */
function expected(text: string): unknown {
  const [first = ""] = text
    .replace(/^%.*\n/, "")
    .replace(/^---\n/, "")
    .split(/^(?:---|\.\.\.)\n/m);
  return toTexts(parse(first, { schema: "failsafe", merge: true }) as unknown);
}

function toTexts(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(toTexts);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, toTexts(own)]));
}
