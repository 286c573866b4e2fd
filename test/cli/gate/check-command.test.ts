import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { underline } from "../../../src/cli/gate/underline.ts";
import { unifiedDiff } from "../../../src/cli/gate/text-diff.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { gate } from "./gate-terminal.ts";

describe("tapegate gate check", () => {
  test("answers 0 to a command that passes", async () => {
    const cwd = temporaryFolder();
    expect(await gate({ cwd }, "check", "git status && pytest tests/unit")).toEqual({
      exitCode: 0,
      stdout: "pass: the gate has no objection\n",
      stderr: "",
    });
  });

  test("underlines the refused part and shows both ways out", async () => {
    const cwd = temporaryFolder();
    const { exitCode, stdout } = await gate({ cwd }, "check", "cd . && pytest tests/e2e -x | tail");
    expect(exitCode).toBe(1);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "deny: 1 finding",
      "",
      "  cd . && pytest tests/e2e -x | tail",
      "          ^^^^^^^^^^^^^^^^^^^",
    ]);
    expect(stdout).toMatch(/^ {2}PYTEST_E2E_OPERAND: /m);
    expect(stdout).toMatch(/^ {2}Run instead:\n {4}pytest -x tests\/unit/m);
    expect(stdout).toContain(
      "  Once the user has approved it:\n    cd . && ALLOW_E2E_TESTS=1 pytest tests/e2e -x | tail\n",
    );
  });

  test("judges a command that was piped in, and ends with its line", async () => {
    const scene = { cwd: temporaryFolder(), stdin: "pytest tests/e2e\n" };
    const { stdout } = await gate(scene, "check", "-");
    expect(stdout).toMatch(/ALLOW_E2E_TESTS=1 pytest tests\/e2e\n$/);
  });

  test("answers 2 to a directory that is none", async () => {
    const cwd = temporaryFolder({ file: "" });
    for (const place of ["gone", "file"]) {
      const answer = await gate({ cwd }, "check", "--cwd", place, "pytest");
      expect(answer.exitCode).toBe(2);
      expect(answer.stderr).toContain(`Cannot judge a command in "${join(cwd, place)}"`);
    }
  });

  test("underlines each of several parts, on its own line", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await gate({ cwd }, "check", "pytest tests/e2e\necho ok\npytest -m e2e");
    expect(stdout).toContain("deny: 2 findings");
    expect(stdout).toContain("  pytest tests/e2e\n  ^^^^^^^^^^^^^^^^\n");
    expect(stdout).toContain("  pytest -m e2e\n  ^^^^^^^^^^^^^\n");
  });

  test("prints what the hook's judge found as JSON", async () => {
    const cwd = temporaryFolder();
    const { exitCode, stdout } = await gate({ cwd }, "check", "--json", "pytest tests/e2e");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "deny",
      command: "pytest tests/e2e",
      cwd,
      findings: [
        {
          code: "PYTEST_E2E_OPERAND",
          span: { start: 0, end: 16 },
          argv: ["pytest", "tests/e2e"],
          approved: "ALLOW_E2E_TESTS=1 pytest tests/e2e",
        },
      ],
    });
    const passed = await gate({ cwd }, "check", "--json", "ls");
    expect(JSON.parse(passed.stdout)).toEqual({
      verdict: "pass",
      command: "ls",
      cwd,
      findings: [],
    });
  });

  test("judges in the directory of --cwd, by the policy that holds there", async () => {
    const cwd = temporaryFolder({
      "one/.git/HEAD": "",
      "one/tapegate.json": '{"gate":{"onApproved":"ask"}}',
      "one/tests/unit/x": "",
    });
    const unit = await gate({ cwd }, "check", "--cwd", "one/tests/unit", "pytest");
    expect(unit.exitCode).toBe(0);
    const asked = await gate({ cwd }, "check", "--cwd", "one", "ALLOW_E2E_TESTS=1 pytest");
    expect(asked).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^ask: 1 finding/) as string,
    });
  });

  test("says where a run stands that the command only leads to", async () => {
    const cwd = temporaryFolder({ ".git/HEAD": "", Makefile: "e2e:\n\tpytest tests/e2e\n" });
    const { exitCode, stdout } = await gate({ cwd }, "check", "make lint; make e2e");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("  make lint; make e2e\n             ^^^^^^^^\n");
    expect(stdout).toContain("The run stands in: Makefile target e2e.");
    expect(stdout).not.toContain("Once the user has approved it");
  });

  test("names every problem of a policy file", async () => {
    const cwd = temporaryFolder({
      ".git/HEAD": "",
      "tapegate.json": '{"gate":{"testRoots":[],"onApproved":"no"}}',
    });
    const { exitCode, stdout } = await gate({ cwd }, "check", "pytest tests/unit");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/POLICY_INVALID: .*tapegate\.json.*gate\.testRoots.*gate\.onApproved/s);
  });

  test("reads PYTEST_ADDOPTS of the environment", async () => {
    const cwd = temporaryFolder();
    const environment = { PYTEST_ADDOPTS: "tests/e2e" };
    expect((await gate({ cwd, environment }, "check", "pytest tests/unit")).exitCode).toBe(1);
  });

  test("reads the command from standard input", async () => {
    const cwd = temporaryFolder();
    expect((await gate({ cwd, stdin: "pytest tests/e2e\n" }, "check", "-")).exitCode).toBe(1);
    expect((await gate({ cwd, stdin: "ls\n" }, "check")).exitCode).toBe(0);
  });

  test.each([
    ["no command", []],
    ["two commands", ["pytest", "tests/e2e"]],
    ["an unknown flag", ["--fix", "ls"]],
  ])("answers 2 to %s", async (_, argv) => {
    const answer = await gate({ cwd: temporaryFolder() }, "check", ...argv);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain("Usage:");
  });

  test("shows its usage", async () => {
    expect(await gate({ cwd: "/" }, "check", "--help")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("reads a script of the repository, and no file outside it", async () => {
    const outside = temporaryFolder({ "x.sh": "pytest tests/e2e\n" });
    const cwd = temporaryFolder({ ".git/HEAD": "", "x.sh": "pytest tests/unit\n" });
    expect((await gate({ cwd }, "check", "bash x.sh")).exitCode).toBe(0);
    const { stdout } = await gate({ cwd }, "check", "--json", `bash ${join(outside, "x.sh")}`);
    expect(stdout).not.toContain("tests/e2e");
  });
});

describe("underline()", () => {
  test("marks a stretch over two lines, behind tabs, beside wide characters", () => {
    expect(underline("a\n\tpytest x\\\n  y\nb", { start: 3, end: 16 })).toEqual([
      { text: "\tpytest x\\", marks: "\t^^^^^^^^^" },
      { text: "  y", marks: "^^^" },
    ]);
    expect(underline("ä😀 pytest", { start: 4, end: 10 })).toEqual([
      { text: "ä😀 pytest", marks: "   ^^^^^^" },
    ]);
  });

  test("stops after a few lines", () => {
    const text = Array.from({ length: 40 }, () => "pytest").join("\n");
    expect(underline(text, { start: 0, end: text.length })).toHaveLength(7);
  });
});

describe("unifiedDiff()", () => {
  test("shows a file that is new, and one that goes", () => {
    expect(unifiedDiff("f", "", "a\nb\n")).toBe("--- /dev/null\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    expect(unifiedDiff("f", "a\n", "")).toBe("--- f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n");
  });
});
