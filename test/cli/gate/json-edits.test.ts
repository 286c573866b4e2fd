import * as fc from "fast-check";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { appendElement, appendMember, removeItem } from "../../../src/cli/gate/json-edits.ts";

const APPENDED: readonly (readonly [name: string, before: string, after: string])[] = [
  ["one line", '{"a":[1]}', '{"a":[1, {"k":2}]}'],
  ["empty, one line", '{"a":[]}', '{"a":[{"k":2}]}'],
  ["empty", '{\n  "a": []\n}', '{\n  "a": [\n    {\n      "k": 2\n    }\n  ]\n}'],
  ["lines", '{\n "a": [\n  1\n ]\n}', '{\n "a": [\n  1,\n  {\n   "k": 2\n  }\n ]\n}'],
  ["a trailing comma", '{\n "a": [\n  1,\n ]\n}', '{\n "a": [\n  1,\n  {\n   "k": 2\n  },\n ]\n}'],
  [
    "a comment behind the last",
    '{\n "a": [\n  1 // one\n ]\n}',
    '{\n "a": [\n  1, // one\n  {\n   "k": 2\n  }\n ]\n}',
  ],
  [
    "a comment behind the trailing comma",
    '{\n "a": [\n  1, // one\n ]\n}',
    '{\n "a": [\n  1, // one\n  {\n   "k": 2\n  },\n ]\n}',
  ],
  [
    "a comma in a comment behind the last",
    '{\n "a": [\n  1 // one, mine\n ]\n}',
    '{\n "a": [\n  1, // one, mine\n  {\n   "k": 2\n  }\n ]\n}',
  ],
  [
    "a comma behind two comments further on",
    '{"a":[1 /* one */], "b": 2 /* two */, "c": 3}',
    '{"a":[1, {"k":2} /* one */], "b": 2 /* two */, "c": 3}',
  ],
  ["a trailing comma on one line", '{"a":[1 /* one */ , ]}', '{"a":[1 /* one */ , {"k":2}, ]}'],
  ["empty but for a blank", '{"a":[ ]}', '{"a":[ {"k":2} ]}'],
  [
    "Windows line ends and tabs",
    '{\r\n\t"a": [\r\n\t\t1\r\n\t]\r\n}',
    '{\r\n\t"a": [\r\n\t\t1,\r\n\t\t{\r\n\t\t\t"k": 2\r\n\t\t}\r\n\t]\r\n}',
  ],
];

describe("appendElement()", () => {
  test.each(APPENDED)("%s", (_, before, after) => {
    expect(appendElement(before, ["a"], { k: 2 })).toBe(after);
  });
});

describe("removeItem()", () => {
  test.each(APPENDED.filter(([name]) => !name.startsWith("empty")))(
    "takes back what appendElement() added: %s",
    (_, before, after) => {
      expect(removeItem(after, ["a", 1])).toBe(before);
    },
  );

  test("keeps a value's neighbours in any document", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 4 }),
        fc.constantFrom(undefined, 2, "\t"),
        (object, space) => {
          // A key of that name would be read as a prototype, by the parser too.
          const text = JSON.stringify(object, undefined, space);
          fc.pre(!text.includes("__proto__") && !Object.hasOwn(object, "added"));
          const longer = appendMember(text, [], ["added", [1]]);
          expect(parse(longer)).toEqual({ ...(JSON.parse(text) as object), added: [1] });
          expect(removeItem(longer, ["added"])).toBe(text);
        },
      ),
    );
  });
});
