import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { readPolicy } from "../../../src/gate/policy/read-policy.ts";

/** A value that is wrong, and the beginnings of all problems that it has. */
const WRONG: readonly (readonly [value: unknown, ...problems: readonly string[]])[] = [
  [null, "gate: Invalid input: expected object"],
  [[], "gate: Invalid input: expected object"],
  ["tests", "gate: Invalid input: expected object"],
  [{ testRoots: [] }, "gate.testRoots: Expected at least one"],
  [{ testRoots: "tests" }, "gate.testRoots: Invalid input: expected array"],
  [{ testRoots: ["/tests"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: ["tests/"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: ["a/../b"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: ["./tests"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: ["a//b"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: [""] }, "gate.testRoots[0]: Expected a directory below"],
  [{ testRoots: ["a\\b"] }, "gate.testRoots[0]: Expected a directory below"],
  [{ tierMarkers: ["not unit"] }, "gate.tierMarkers[0]: Expected a marker's name"],
  [{ approvalVariable: "1X" }, "gate.approvalVariable: Expected the name of a variable"],
  [{ onApproved: "allow" }, 'gate.onApproved: Invalid option: expected one of "pass"|"ask"'],
  [{ sanctioned: [] }, 'gate: Unrecognized key: "sanctioned"'],
  [{ wrappers: [{ program: "a/b" }] }, "gate.wrappers[0].program: Expected a program's name"],
  [{ wrappers: [{ program: "a", operands: -1 }] }, "gate.wrappers[0].operands: Too small"],
  [{ wrappers: [{ program: "a", operands: 0.5 }] }, "gate.wrappers[0].operands: Invalid input"],
  [
    { wrappers: [{ program: "a", optionsWithValue: ["x"] }] },
    "gate.wrappers[0].optionsWithValue[0]: Expected an option",
  ],
  [{ wrappers: [{}] }, "gate.wrappers[0].program: Invalid input"],
  [{ runners: ["mocha"] }, "gate.runners[0]: Invalid option"],
  [
    { runners: [{ name: "x", program: "y", argumentsAny: ["("] }] },
    "gate.runners[0].argumentsAny[0]: Expected a regular expression",
  ],
  [
    { testRoots: ["/a"], onApproved: 1, runners: [7], unknown: true },
    "gate.testRoots[0]",
    "gate.onApproved",
    "gate.runners[0]",
    'gate: Unrecognized key: "unknown"',
  ],
  [
    { sanctionedDirectories: ["tests/e2e/smoke"] },
    'gate: Cannot sanction "tests/e2e/smoke": "tests/e2e" in forbiddenDirectories holds it',
  ],
  [
    { forbiddenMarkers: ["slow", "e2e"] },
    'gate: Cannot forbid the marker "slow": it is not in tierMarkers',
  ],
];

describe("readPolicy()", () => {
  test("answers the defaults for an empty object", () => {
    expect(readPolicy({}, "gate")).toEqual({ kind: "policy", policy: DEFAULT_POLICY });
  });

  test("replaces each member whole, and no other", () => {
    const given = {
      testRoots: ["checks"],
      sanctionedDirectories: [],
      tierMarkers: ["fast", "langsam"],
      forbiddenMarkers: ["langsam"],
      onApproved: "ask",
      wrappers: [{ program: "with-secrets", optionsWithValue: ["-p"], operands: 1 }],
      runners: ["playwright", { name: "k6", program: "k6", argumentsAll: ["run"] }],
    };
    expect(readPolicy(given, "gate")).toEqual({
      kind: "policy",
      policy: { ...DEFAULT_POLICY, ...given },
    });
  });

  test.each(WRONG.map(([value, ...problems]) => ({ value, problems })))(
    "lists every problem of $value",
    ({ value, problems }) => {
      const reading = readPolicy(value, "gate");
      const found = reading.kind === "problems" ? reading.problems : [];
      expect(found.map((text, index) => text.slice(0, problems[index]?.length))).toEqual(problems);
    },
  );

  test("names the place that it is told", () => {
    expect(readPolicy({ onApproved: 1 }, "tapegate.gate")).toMatchObject({
      problems: [expect.stringMatching(/^tapegate\.gate\.onApproved: /)],
    });
  });
});
