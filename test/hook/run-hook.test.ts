import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeFindings, MESSAGE_CHARACTERS_MAX } from "../../src/gate/refusal.ts";
import type { Finding } from "../../src/gate/verdict.ts";
import { runHook } from "../../src/hook/run-hook.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const SURROUNDINGS = { cwd: "/", environment: { TAPEGATE_NO_CACHE: "1" } };

describe("runHook()", () => {
  test("answers any JSON with silence, one JSON document or exit 2, and never throws", async () => {
    const key = fc.constantFrom(
      "hook_event_name",
      "hookEventName",
      "tool_name",
      "toolName",
      "tool_input",
      "toolArgs",
      "agent_action_name",
      "tool_info",
      "command",
      "command_line",
      "cwd",
      "cursor_version",
      "event",
      "args",
      "tool",
      "timestamp",
      "turn_id",
      "__proto__",
    );
    const text = fc.constantFrom(
      "PreToolUse",
      "preToolUse",
      "BeforeTool",
      "beforeShellExecution",
      "pre_run_command",
      "tool.execute.before",
      "Bash",
      "Shell",
      "bash",
      "ls",
      "{}",
      "",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.constantFrom(null, 1, true),
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 6 }), async (payload) => {
        const answer = await runHook(JSON.stringify(payload), SURROUNDINGS);
        if (answer.exitCode === 2) {
          expect(answer.stdout).toBe("");
          expect(answer.stderr.trim()).not.toBe("");
        } else {
          expect(answer.stderr).toBe("");
          if (answer.stdout !== "") JSON.parse(answer.stdout);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("takes the working directory of the call, the project or the process, in this order", async () => {
    const unit = temporaryFolder({ ".git/HEAD": "", "tests/unit/x": "" });
    const answer = async (call: object, surroundings: object): Promise<string> => {
      const payload = JSON.stringify({
        tool_name: "Bash",
        tool_input: { command: "pytest" },
        ...call,
      });
      return (await runHook(payload, { ...SURROUNDINGS, ...surroundings })).stdout;
    };
    const inside = `${unit}/tests/unit`;
    expect(await answer({ cwd: inside }, {})).toBe("");
    expect(
      await answer({ cwd: inside, tool_input: { command: "pytest", cwd: unit } }, {}),
    ).not.toBe("");
    expect(await answer({}, { cwd: inside })).toBe("");
    const environment = { CLAUDE_PROJECT_DIR: inside, TAPEGATE_NO_CACHE: "1" };
    expect(await answer({}, { cwd: unit, environment })).toBe("");
    expect(await answer({ cwd: unit }, { cwd: inside })).not.toBe("");
  });
});

describe("describeFindings()", () => {
  const finding: Finding = {
    code: "PYTEST_E2E_OPERAND",
    span: { start: 0, end: 16 },
    reason: "It does.",
    instead: "pytest tests/unit",
    approved: "LET=1 pytest tests/e2e",
  };

  test("says which part, why, what instead, and whose approval it is", () => {
    const { message, summary } = describeFindings(
      "pytest tests/e2e; ls",
      { kind: "deny", findings: [finding] },
      "LET",
    );
    expect(message).toMatch(
      /^Tapegate refused this command[^]*Part: pytest tests\/e2e\nWhy: It does\.\nRun instead: pytest tests\/unit\n\nDo not add LET=1 on your own initiative[^]*\nLET=1 pytest tests\/e2e$/,
    );
    expect(summary).toBe("Tapegate refused: pytest tests/e2e");
  });

  test("says nothing of an approval where none helps", () => {
    const { approved, instead, ...bare } = finding;
    expect([approved, instead]).not.toContain(undefined);
    const limit: Finding = { ...bare, code: "LIMIT_REACHED", reason: "It is too long." };
    const { message } = describeFindings("x", { kind: "deny", findings: [limit] }, "LET");
    expect(message).toMatch(/^Tapegate refused this command: it cannot judge what it would run\./);
    expect(message).not.toContain("LET");
    expect(message).not.toContain("Run instead");
  });

  test("says where an approval belongs that the command has no place for", () => {
    const { approved, instead, ...bare } = finding;
    expect([approved, instead]).not.toContain(undefined);
    const { message } = describeFindings("sh x", { kind: "deny", findings: [bare] }, "LET");
    expect(message).toContain("ask the user");
    expect(message).toMatch(
      /LET=1 directly before it; in this command there is no place for it\.$/,
    );
  });

  test("stays under the cap whatever the command", () => {
    const long = { ...finding, reason: "r".repeat(9_000), approved: "a".repeat(50_000) };
    const { message } = describeFindings(
      "pytest ".repeat(20_000),
      { kind: "deny", findings: [long, long, long, long, long, long] },
      "LET",
    );
    expect(message.length).toBeLessThanOrEqual(MESSAGE_CHARACTERS_MAX);
    expect(message).toContain("Do not add LET=1 on your own initiative");
  });
});
