import type { RunnerRule } from "../policy/policy.ts";

/** Words that make a JavaScript test runner print something and run no test. */
const PRINTS_ONLY = ["--help", "-h", "--version", "-v"];

/** A path, a project or a file name that says "end-to-end" or "integration". */
const NAMES_E2E = "(?:^|[^\\p{L}\\p{N}])(?:e2e|integration)(?:[^\\p{L}\\p{N}]|$)";

/**
 * Rules for other test runners, by the name under which a policy file's `runners` turns them on.
 * None is on by default: what is end-to-end there is a convention of each project.
 */
export const RUNNER_PRESETS: ReadonlyMap<string, readonly RunnerRule[]> = new Map<
  string,
  readonly RunnerRule[]
>([
  [
    "playwright",
    [
      {
        name: "playwright",
        program: "playwright",
        argumentsAll: ["test"],
        argumentsNone: ["--list", "--help", "-h", "--version", "-V"],
      },
    ],
  ],
  [
    "cypress",
    ["run", "open"].map((verb) => ({
      name: "cypress",
      program: "cypress",
      argumentsAll: [verb],
      argumentsNone: PRINTS_ONLY,
    })),
  ],
  [
    "vitest-e2e",
    [
      {
        name: "vitest-e2e",
        program: "vitest",
        argumentsAny: [NAMES_E2E],
        argumentsNone: [...PRINTS_ONLY, "list"],
      },
    ],
  ],
  [
    "jest-e2e",
    [
      {
        name: "jest-e2e",
        program: "jest",
        argumentsAny: [NAMES_E2E],
        argumentsNone: [...PRINTS_ONLY, "--listTests", "--showConfig"],
      },
    ],
  ],
  [
    "go-test-tags",
    [
      {
        name: "go-test-tags",
        program: "go",
        argumentsAll: ["test"],
        argumentsAny: [
          "^--?tags[= ](?:.*[, ])?(?:e2e|integration)(?:[, ]|$)",
          "(?:^|/)(?:e2e|integration)(?:/|$)",
        ],
        argumentsNone: ["-list"],
      },
    ],
  ],
  [
    "cargo-test",
    [
      {
        name: "cargo-test",
        program: "cargo",
        argumentsAll: ["test"],
        argumentsAny: [
          "^--test[= ].*(?:e2e|integration)",
          "^--features[= ](?:.*[, ])?(?:e2e|integration)(?:[, ]|$)",
        ],
        argumentsNone: ["--no-run", "--help", "-h", "--list"],
      },
    ],
  ],
]);
