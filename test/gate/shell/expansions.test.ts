import { describe, expect, test } from "vitest";
import { expandBraces } from "../../../src/gate/shell/brace-expansion.ts";
import { formatPrintf } from "../../../src/gate/shell/printf.ts";
import { matchesPattern, parsePattern } from "../../../src/gate/shell/shell-pattern.ts";
import { knownField, knownValue } from "../../../src/gate/shell/text-value.ts";
import { BRACE_CASES, PATTERN_CASES, PRINTF_CASES } from "../cases/expansions.ts";

describe("expandBraces()", () => {
  test.each(BRACE_CASES)("%s", (word, ...expanded) => {
    const words = expandBraces(word)?.map((raw) => raw.replaceAll(/\\(.)|['"]/g, "$1"));
    expect(words).toEqual(expanded);
  });

  test("gives up on what would be too many or too long", () => {
    expect(expandBraces("{a,b}".repeat(20))).toBeUndefined();
    expect(expandBraces("{1..100000}")).toBeUndefined();
    expect(expandBraces("a".repeat(10_000))).toBeUndefined();
  });
});

describe("matchesPattern()", () => {
  test.each(PATTERN_CASES)("%s on %j: %s", (pattern, text, matches) => {
    const tokens = parsePattern([{ text: pattern, isQuoted: false }]);
    expect(matchesPattern(tokens, text)).toBe(matches);
  });

  test("quoted text stands for itself", () => {
    expect(matchesPattern(parsePattern([{ text: "*", isQuoted: true }]), "a")).toBe(false);
  });
});

describe("formatPrintf()", () => {
  test.each(PRINTF_CASES)("%j", (words, output) => {
    expect(knownValue(formatPrintf(words.map((word) => knownField(word))))).toBe(output);
  });
});
