import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { BRACE_CASES, PATTERN_CASES, PRINTF_CASES } from "../../gate/cases/expansions.ts";

function bash(script: string, ...args: readonly string[]): string {
  return execFileSync("bash", ["-c", script, "bash", ...args], { encoding: "utf8" });
}

describe("real bash agrees", () => {
  test.each(BRACE_CASES)("braces: %s", (word, ...expanded) => {
    expect(bash(`printf '%s\\n' ${word}`)).toBe(expanded.map((one) => `${one}\n`).join(""));
  });

  test.each(PATTERN_CASES)("pattern: %s on %j", (pattern, text, matches) => {
    expect(bash("case $2 in $1) echo yes;; esac", pattern, text)).toBe(matches ? "yes\n" : "");
  });

  test.each(PRINTF_CASES)("printf: %j", (words, output) => {
    expect(bash('printf "$@"', ...words)).toBe(output);
  });
});
