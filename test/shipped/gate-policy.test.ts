import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { runGateProcess } from "./gate-process.ts";

const GIT = { ".git/HEAD": "ref: refs/heads/main\n" };

describe("dist/gate.cjs with a policy file", () => {
  test("judges by it, from any directory of the repository", () => {
    const cwd = temporaryFolder({
      ...GIT,
      "tapegate.json": JSON.stringify({
        providers: {},
        gate: {
          sanctionedDirectories: ["checks/fast"],
          forbiddenDirectories: ["checks/slow"],
          testRoots: ["checks"],
          approvalVariable: "LET_IT_RUN",
        },
      }),
      "src/x.py": "",
    });
    expect(reasonOf("pytest checks/slow", cwd)).toContain("LET_IT_RUN=1 pytest checks/slow");
    expect(reasonOf("pytest ../checks/slow", join(cwd, "src"))).toContain("checks/slow");
    expect(reasonOf("LET_IT_RUN=1 pytest checks/slow", cwd)).toBe("");
    expect(reasonOf("pytest checks/fast", cwd)).toBe("");
  });

  test("reads it from package.json", () => {
    const cwd = temporaryFolder({
      ...GIT,
      "package.json": '{"name":"x","tapegate":{"gate":{"approvalVariable":"YES"}}}',
    });
    expect(reasonOf("pytest tests/e2e", cwd)).toContain("YES=1 pytest tests/e2e");
  });

  const FAULTS: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ["not JSON", { "tapegate.json": '{"gate":' }, /tapegate\.json.*not JSON/s],
    ["a list", { "tapegate.json": "[]" }, /tapegate\.json.*JSON object/s],
    [
      "every problem that it has",
      { "tapegate.json": '{"gate":{"testRoots":["/x"],"onApproved":"yes","more":1}}' },
      /gate\.testRoots\[0\].*gate\.onApproved.*more/s,
    ],
    [
      "members beside gate",
      { "tapegate.json": '{"testRoots":["tests"]}' },
      /testRoots.*put it inside/s,
    ],
    [
      "two policies",
      {
        "tapegate.json": '{"gate":{}}',
        "package.json": '{"tapegate":{"gate":{}}}',
      },
      /package\.json.*Remove one/s,
    ],
    [
      "a wrong one in package.json",
      { "package.json": '{"tapegate":{"gate":7}}' },
      /package\.json.*tapegate\.gate/s,
    ],
  ];

  test.each(FAULTS)("refuses every pytest run and names %s", (_, files, problem) => {
    const cwd = temporaryFolder({ ...GIT, ...files });
    expect(reasonOf("pytest tests/unit", cwd)).toMatch(problem);
    expect(reasonOf("ALLOW_E2E_TESTS=1 pytest tests/e2e", cwd)).toMatch(problem);
    expect(reasonOf("git status && ls", cwd)).toBe("");
  });

  test("refuses a policy that cannot be read", () => {
    const cwd = temporaryFolder(GIT);
    mkdirSync(join(cwd, "tapegate.json"));
    expect(reasonOf("pytest tests/unit", cwd)).toContain("no regular file");
    const other = temporaryFolder(GIT);
    writeFileSync(join(other, "tapegate.json"), " ".repeat(300 * 1024));
    expect(reasonOf("pytest tests/unit", other)).toContain("larger than 256 KiB");
  });

  test("does not follow a policy out of the repository", () => {
    const outside = temporaryFolder({ "policy.json": '{"gate":{"forbiddenDirectories":[]}}' });
    const cwd = temporaryFolder(GIT);
    symlinkSync(join(outside, "policy.json"), join(cwd, "tapegate.json"));
    expect(reasonOf("pytest tests/unit", cwd)).toContain("inside the repository");
  });

  test("judges other test runners that it turns on", () => {
    const cwd = temporaryFolder({ ...GIT, "tapegate.json": '{"gate":{"runners":["playwright"]}}' });
    expect(reasonOf("npx playwright test", cwd)).toContain("playwright");
    expect(reasonOf("npx playwright test --list", cwd)).toBe("");
    expect(reasonOf("ALLOW_E2E_TESTS=1 playwright test", cwd)).toBe("");
    expect(reasonOf("npx playwright test", temporaryFolder(GIT))).toBe("");
  });
});

function reasonOf(command: string, cwd: string): string {
  const end = runGateProcess({ tool_name: "Bash", cwd, tool_input: { command } });
  expect(end).toMatchObject({ exitCode: 0, stderr: "" });
  if (end.stdout === "") return "";
  const answer = JSON.parse(end.stdout) as { hookSpecificOutput: Record<string, string> };
  expect(answer.hookSpecificOutput["permissionDecision"]).toBe("deny");
  return answer.hookSpecificOutput["permissionDecisionReason"]!;
}
