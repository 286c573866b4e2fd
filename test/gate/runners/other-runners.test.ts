import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { findRunnerRule } from "../../../src/gate/runners/other-runners.ts";
import { RUNNER_PRESETS } from "../../../src/gate/runners/runner-presets.ts";
import { knownWord, type WordValue } from "../../../src/gate/word-value.ts";

const CASES: readonly (readonly [command: string, preset: string | undefined])[] = [
  ["playwright test", "playwright"],
  ["playwright test --project chromium", "playwright"],
  ["playwright test --list", undefined],
  ["playwright install", undefined],
  ["cypress run", "cypress"],
  ["cypress open --e2e", "cypress"],
  ["cypress verify", undefined],
  ["vitest --project e2e", "vitest-e2e"],
  ["vitest --project=e2e", "vitest-e2e"],
  ["vitest run tests/e2e", "vitest-e2e"],
  ["vitest run test/integration/a.test.ts", "vitest-e2e"],
  ["vitest list --project e2e", undefined],
  ["vitest run tests/unit", undefined],
  ["vitest run src/type2e2eel", undefined],
  ["jest --config jest.e2e.config.js", "jest-e2e"],
  ["jest --selectProjects integration", "jest-e2e"],
  ["jest src", undefined],
  ["jest --listTests e2e", undefined],
  ["go test -tags e2e ./...", "go-test-tags"],
  ["go test -tags=unit,e2e ./...", "go-test-tags"],
  ["go test --tags=integration ./...", "go-test-tags"],
  ["go test ./e2e/...", "go-test-tags"],
  ["go test ./...", undefined],
  ["go build -tags e2e", undefined],
  ["cargo test --test e2e", "cargo-test"],
  ["cargo test --test=e2e_login", "cargo-test"],
  ["cargo test --features integration", "cargo-test"],
  ["cargo test", undefined],
  ["cargo test --no-run --test e2e", undefined],
];

const ALL = { ...DEFAULT_POLICY, runners: [...RUNNER_PRESETS.keys()] };

describe("findRunnerRule()", () => {
  test.each(CASES)("%s: %s", (command, preset) => {
    expect(findRunnerRule(toWords(command), ALL)?.name).toBe(preset);
  });

  test.each(CASES)("is off by default: %s", (command) => {
    expect(findRunnerRule(toWords(command), DEFAULT_POLICY)).toBeUndefined();
  });

  test("takes an unknown argument for whatever it takes to refuse", () => {
    const unknown: WordValue = { kind: "opaque", parts: [null], isSplit: true };
    expect(findRunnerRule([knownWord("jest"), unknown], ALL)?.name).toBe("jest-e2e");
    expect(findRunnerRule([knownWord("jest"), unknown, knownWord("--help")], ALL)).toBeUndefined();
  });

  test("follows a rule of the policy", () => {
    const policy = {
      ...DEFAULT_POLICY,
      runners: [{ name: "load", program: "k6", argumentsAll: ["--env=prod"] }],
    };
    expect(findRunnerRule(toWords("k6 run --env prod x.js"), policy)?.name).toBe("load");
    expect(findRunnerRule(toWords("k6 run --env=prod x.js"), policy)?.name).toBe("load");
    expect(findRunnerRule(toWords("k6 run --env test x.js"), policy)).toBeUndefined();
  });
});

function toWords(command: string): readonly WordValue[] {
  return command.split(" ").map(knownWord);
}
