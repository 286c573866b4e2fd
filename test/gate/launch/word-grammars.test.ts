import { describe, expect, test } from "vitest";
import { splitEnvText } from "../../../src/gate/launch/env-split.ts";
import { readXargsItems } from "../../../src/gate/launch/xargs-items.ts";
import { splitShlexWords } from "../../../src/gate/pytest/shlex-words.ts";
import { UNKNOWN, knownValue, textOf } from "../../../src/gate/shell/text-value.ts";
import type { Text } from "../../../src/gate/shell/text-value.ts";
import {
  ENV_SPLIT_CASES,
  SHLEX_CASES,
  SPLIT_ENVIRONMENT,
  XARGS_CASES,
} from "../cases/word-grammars.ts";
import { xargsStyle } from "../../helpers/xargs-style.ts";

const valueOf = (name: string): Text | undefined => {
  const value = SPLIT_ENVIRONMENT[name];
  return value === undefined ? undefined : textOf(value);
};

// The tables are confirmed against the real programs in test/confirm/gate/word-grammars.test.ts.
describe("splitEnvText()", () => {
  test.each(ENV_SPLIT_CASES)("%j", (text, words) => {
    expect(splitEnvText(textOf(text), valueOf)?.map((field) => knownValue(field.text))).toEqual(
      words,
    );
  });

  test.each<[Text, readonly { text: Text; isSplit: boolean }[]]>([
    [
      ["a ", UNKNOWN, " b"],
      [
        { text: ["a"], isSplit: false },
        { text: [UNKNOWN], isSplit: true },
        { text: ["b"], isSplit: false },
      ],
    ],
    [["a/", UNKNOWN], [{ text: ["a/", UNKNOWN], isSplit: true }]],
    [['"a/', UNKNOWN, '"'], [{ text: ["a/", UNKNOWN], isSplit: false }]],
    [["'", UNKNOWN, "'"], [{ text: [UNKNOWN], isSplit: false }]],
  ])("keeps what is known of %j", (text, fields) => {
    expect(splitEnvText(text, () => undefined)).toEqual(
      fields.map((field) => ({ ...field, at: undefined })),
    );
  });

  test("a variable that nobody knows may be no word at all, but is not parted", () => {
    const split = (text: string): unknown =>
      splitEnvText(textOf(text), () => [UNKNOWN])?.map(({ text, isSplit }) => [text, isSplit]);
    expect(split("${X}")).toEqual([[[UNKNOWN], true]]);
    expect(split("${X}/a")).toEqual([[[UNKNOWN, "/a"], false]]);
    expect(split('"${X}"')).toEqual([[[UNKNOWN], false]]);
  });
});

describe("readXargsItems()", () => {
  test.each(XARGS_CASES)("%j on %j", (options, input, lines) => {
    const { lines: read } = readXargsItems(input, xargsStyle(options));
    expect(read.map(({ items }) => items)).toEqual(lines);
  });
});

describe("splitShlexWords()", () => {
  test.each(SHLEX_CASES)("%j, posix=%j, comments=%j", (text, isPosix, hasComments, words) => {
    expect(splitShlexWords(text, { isPosix, hasComments })).toEqual(words);
  });
});
