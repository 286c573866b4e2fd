import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { runGateProcess, type GateEnd } from "./gate-process.ts";

const REFUSED = "pytest tests/e2e";
const HARMLESS = "git status";
const SANCTIONED = "pytest tests/unit -q";

/**
 * Envelopes as each host's documentation (named in src/hook/hosts/) or a logged run of it shows them,
 * and what the host reads as "blocked" and as "no opinion".
 */
interface HostCase {
  readonly host: string;
  readonly envelope: (command: unknown, cwd: string) => object;
  /** Another tool's call in the same envelope. */
  readonly other: (cwd: string) => object;
  readonly blocked: (end: GateEnd) => string;
  readonly silent: string;
}

const HOSTS: readonly HostCase[] = [
  {
    host: "Claude Code",
    envelope: (command, cwd) => ({
      session_id: "eb5b0174-0555-4601-804e-672d68069c89",
      prompt_id: "550e8400-e29b-41d4-a716-446655440000",
      transcript_path: "/home/user/.claude/projects/x/eb5b0174.jsonl",
      cwd,
      scratchpad_dir: "/tmp/claude-1000/scratchpad",
      permission_mode: "bypassPermissions",
      hook_event_name: "PreToolUse",
      tool_name: "Bash",
      tool_input: { command, description: "Runs it", timeout: 120_000, run_in_background: false },
      tool_use_id: "toolu_01ABC123",
    }),
    other: (cwd) => ({
      session_id: "eb5b0174",
      transcript_path: "/t.jsonl",
      cwd,
      permission_mode: "default",
      hook_event_name: "PreToolUse",
      tool_name: "Write",
      tool_input: { file_path: "/x.sh", content: REFUSED, command: REFUSED },
      tool_use_id: "toolu_01ABC124",
    }),
    blocked: nestedReason,
    silent: "",
  },
  {
    host: "Codex",
    envelope: (command, cwd) => ({
      session_id: "019a",
      turn_id: "1",
      transcript_path: null,
      cwd,
      hook_event_name: "PreToolUse",
      model: "gpt-5.1-codex",
      permission_mode: "default",
      tool_name: "Bash",
      tool_input: { command },
      tool_use_id: "call_1",
    }),
    other: (cwd) => ({
      session_id: "019a",
      turn_id: "1",
      transcript_path: null,
      cwd,
      hook_event_name: "PreToolUse",
      model: "gpt-5.1-codex",
      permission_mode: "default",
      tool_name: "apply_patch",
      tool_input: { command: `*** Begin Patch\n*** Add File: run.sh\n+${REFUSED}\n*** End Patch` },
      tool_use_id: "call_2",
    }),
    blocked: nestedReason,
    silent: "",
  },
  {
    host: "Cursor beforeShellExecution",
    envelope: (command, cwd) => ({
      conversation_id: "668320d2-2fd8-4888-b33c-2a466fec86e7",
      generation_id: "490b90b7-a2ce-4c2c-bb76-cb77b125df2f",
      model: "default",
      session_id: "668320d2-2fd8-4888-b33c-2a466fec86e7",
      hook_event_name: "beforeShellExecution",
      cursor_version: "3.9.16",
      workspace_roots: [cwd],
      user_email: null,
      transcript_path: null,
      command,
      cwd: "",
      sandbox: false,
    }),
    other: (cwd) => ({
      conversation_id: "668320d2",
      generation_id: "490b90b7",
      hook_event_name: "beforeReadFile",
      cursor_version: "3.9.16",
      workspace_roots: [cwd],
      file_path: `${cwd}/x.sh`,
      content: REFUSED,
    }),
    blocked: flatReason,
    silent: '{"permission":"allow"}\n',
  },
  {
    host: "Cursor preToolUse",
    envelope: (command, cwd) => ({
      conversation_id: "668320d2-2fd8-4888-b33c-2a466fec86e7",
      generation_id: "490b90b7-a2ce-4c2c-bb76-cb77b125df2f",
      model: "default",
      hook_event_name: "preToolUse",
      cursor_version: "3.9.16",
      workspace_roots: [cwd],
      tool_name: "Shell",
      tool_input: { command, cwd: "", timeout: 30_000 },
      tool_use_id: "d024a132-85b4-4c79-80f0-6b2e2fffc1fe",
      cwd: "",
    }),
    other: (cwd) => ({
      conversation_id: "668320d2",
      hook_event_name: "preToolUse",
      cursor_version: "3.9.16",
      workspace_roots: [cwd],
      tool_name: "Write",
      tool_input: { file_path: "x.sh", command: REFUSED },
      cwd: "",
    }),
    blocked: flatReason,
    silent: '{"permission":"allow"}\n',
  },
  {
    host: "Gemini CLI",
    envelope: (command, cwd) => ({
      session_id: "s",
      transcript_path: "/t.json",
      cwd,
      hook_event_name: "BeforeTool",
      timestamp: "2026-11-22T10:30:00.000Z",
      tool_name: "run_shell_command",
      tool_input: { command, description: "Runs it" },
    }),
    other: (cwd) => ({
      session_id: "s",
      transcript_path: "/t.json",
      cwd,
      hook_event_name: "BeforeTool",
      timestamp: "2026-11-22T10:30:00.000Z",
      tool_name: "write_file",
      tool_input: { file_path: "x.sh", content: REFUSED },
    }),
    blocked: ({ stdout }) => {
      const answer = JSON.parse(stdout) as { decision: string; reason: string };
      expect(answer.decision).toBe("deny");
      return answer.reason;
    },
    silent: "",
  },
  ...(["an object", "a text"] as const).map((form): HostCase => ({
    host: `Copilot CLI, arguments as ${form}`,
    envelope: (command, cwd) => ({
      sessionId: "s",
      timestamp: 1_764_000_000_000,
      cwd,
      toolName: "bash",
      toolArgs: form === "a text" ? JSON.stringify({ command }) : { command },
    }),
    other: (cwd) => ({
      sessionId: "s",
      timestamp: 1_764_000_000_000,
      cwd,
      toolName: "create",
      toolArgs: JSON.stringify({ path: "x.sh", command: REFUSED }),
    }),
    blocked: ({ stdout }) => {
      const answer = JSON.parse(stdout) as Record<string, string>;
      expect(answer["permissionDecision"]).toBe("deny");
      return answer["permissionDecisionReason"]!;
    },
    silent: "",
  })),
  {
    host: "Copilot CLI, event in PascalCase",
    envelope: (command, cwd) => ({
      hook_event_name: "PreToolUse",
      session_id: "s",
      timestamp: "2026-11-22T10:30:00.000Z",
      cwd,
      tool_name: "Bash",
      tool_input: { command },
    }),
    other: (cwd) => ({
      hook_event_name: "PreToolUse",
      session_id: "s",
      timestamp: "2026-11-22T10:30:00.000Z",
      cwd,
      tool_name: "Edit",
      tool_input: { command: REFUSED },
    }),
    blocked: (end) => {
      const answer = JSON.parse(end.stdout) as Record<string, string>;
      expect(answer["permissionDecision"]).toBe("deny");
      expect(answer["permissionDecisionReason"]).toBe(nestedReason(end));
      return nestedReason(end);
    },
    silent: "",
  },
  ...(["run_in_terminal", "runTerminalCommand"] as const).map((tool): HostCase => ({
    host: `VS Code ${tool}`,
    envelope: (command, cwd) => ({
      timestamp: "2026-02-09T10:30:00.000Z",
      cwd,
      sessionId: "session-identifier",
      hookEventName: "PreToolUse",
      transcript_path: "/transcript.json",
      tool_name: tool,
      tool_input: { command, explanation: "Runs it", isBackground: false },
      tool_use_id: "tool-123",
    }),
    other: (cwd) => ({
      timestamp: "2026-02-09T10:30:00.000Z",
      cwd,
      sessionId: "session-identifier",
      hookEventName: "PreToolUse",
      transcript_path: "/transcript.json",
      tool_name: "editFiles",
      tool_input: { files: ["src/main.ts"], command: REFUSED },
      tool_use_id: "tool-123",
    }),
    blocked: nestedReason,
    silent: "",
  })),
  {
    host: "Windsurf",
    envelope: (command, cwd) => ({
      agent_action_name: "pre_run_command",
      trajectory_id: "t",
      execution_id: "e",
      timestamp: "2026-11-22T10:30:00Z",
      tool_info: { command_line: command, cwd },
    }),
    other: () => ({
      agent_action_name: "pre_write_code",
      trajectory_id: "t",
      tool_info: { file_path: "/x.sh", command_line: REFUSED },
    }),
    blocked: exitReason,
    silent: "",
  },
  {
    host: "OpenCode's plug-in",
    envelope: (command, cwd) => ({
      event: "tool.execute.before",
      tool: "bash",
      cwd,
      args: { command },
    }),
    other: (cwd) => ({ event: "tool.execute.before", tool: "edit", cwd, args: {} }),
    blocked: exitReason,
    silent: "",
  },
  {
    host: "a host that nobody knows",
    envelope: (command, cwd) => ({ event: "before_shell", cwd, input: { command } }),
    other: (cwd) => ({ event: "before_shell", cwd, input: { command: "true" } }),
    blocked: exitReason,
    silent: "",
  },
];

describe.each(HOSTS)("dist/gate.cjs answers $host", ({ envelope, other, blocked, silent }) => {
  test("a refused command, in its own protocol and with a way out", () => {
    const end = runGateProcess(envelope(REFUSED, temporaryFolder()));
    const reason = blocked(end);
    expect(reason).toContain(REFUSED);
    expect(reason).toContain("pytest tests/unit");
    expect(reason).toContain(`ALLOW_E2E_TESTS=1 ${REFUSED}`);
    expect(reason).toContain("Do not add ALLOW_E2E_TESTS=1 on your own initiative");
    expect(reason.length).toBeLessThanOrEqual(10_000);
  });

  test.each([HARMLESS, SANCTIONED, `ALLOW_E2E_TESTS=1 ${REFUSED}`, ""])(
    "%j with no opinion",
    (command) => {
      expect(runGateProcess(envelope(command, temporaryFolder()))).toEqual({
        exitCode: 0,
        stdout: silent,
        stderr: "",
      });
    },
  );

  test("another tool with no opinion", () => {
    expect(runGateProcess(other(temporaryFolder()))).toEqual({
      exitCode: 0,
      stdout: silent,
      stderr: "",
    });
  });

  test.each([undefined, null, 7, ["pytest", "tests/e2e"], { text: REFUSED }])(
    "a command that is %j with a refusal",
    (command) => {
      expect(blocked(runGateProcess(envelope(command, temporaryFolder())))).toContain(
        "malformed payload",
      );
    },
  );

  test("half of an envelope with the one refusal that every host reads", () => {
    const text = JSON.stringify(envelope(HARMLESS, temporaryFolder()));
    expect(exitReason(runGateProcess(text.slice(0, -7)))).toContain("malformed payload");
  });

  test("two envelopes in one with the same refusal", () => {
    const text = JSON.stringify(envelope(HARMLESS, temporaryFolder()));
    expect(exitReason(runGateProcess(text + text))).toContain("malformed payload");
    expect(exitReason(runGateProcess(`${text}\n${text}`))).toContain("malformed payload");
  });
});

describe("dist/gate.cjs on input that is no envelope", () => {
  test.each(["", " \n", "\uFEFF"])("passes nothing at all: %j", (text) => {
    expect(runGateProcess(text)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test.each(["null", "[]", "{}", "7", '"pytest tests/e2e"', "pytest tests/e2e", "[{}]", '{"a":1}'])(
    "refuses %s",
    (text) => {
      expect(exitReason(runGateProcess(text))).toContain("malformed payload");
    },
  );

  test("judges the barest Claude-shaped envelope", () => {
    const end = runGateProcess({ tool_name: "Bash", tool_input: { command: REFUSED } });
    expect(nestedReason(end)).toContain(REFUSED);
  });

  test("passes a moment at which no tool runs", () => {
    const end = runGateProcess({ hook_event_name: "SessionStart", session_id: "s", source: "new" });
    expect(end).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("refuses a payload over its limit, unread", () => {
    const end = runGateProcess(Buffer.alloc(17 * 1024 * 1024, 0x20));
    expect(exitReason(end)).toContain("larger than 16777216 bytes");
  });

  test("refuses a command over 1 MiB, naming the limit", () => {
    const command = `echo ${"x".repeat(1024 * 1024)}`;
    const end = runGateProcess({ tool_name: "Bash", tool_input: { command } });
    expect(nestedReason(end)).toMatch(/1 MiB|1,?048,?576/);
  });

  test("keeps a refusal of many parts under the cap of 10,000 characters", () => {
    const command = Array.from({ length: 500 }, (_, index) => `pytest tests/e2e/test_${index}.py`);
    const end = runGateProcess({ tool_name: "Bash", tool_input: { command: command.join("\n") } });
    const reason = nestedReason(end);
    expect(reason.length).toBeLessThanOrEqual(10_000);
    expect(reason).toMatch(/and \d+ more/);
    expect(reason).toContain("Do not add ALLOW_E2E_TESTS=1 on your own initiative");
  });

  test("works in a directory that is gone", () => {
    const end = runGateProcess({
      tool_name: "Bash",
      cwd: "/nonexistent/folder",
      tool_input: { command: REFUSED },
    });
    expect(nestedReason(end)).toContain(REFUSED);
  });
});

describe("dist/gate.cjs where the policy wants a person to confirm", () => {
  const policy = { "tapegate.json": '{"gate":{"onApproved":"ask"}}', ".git/HEAD": "" };
  const approved = `ALLOW_E2E_TESTS=1 ${REFUSED}`;

  test("asks on Claude Code", () => {
    const cwd = temporaryFolder(policy);
    const end = runGateProcess({
      hook_event_name: "PreToolUse",
      cwd,
      tool_name: "Bash",
      tool_input: { command: approved },
    });
    const answer = JSON.parse(end.stdout) as { hookSpecificOutput: Record<string, string> };
    expect(end.exitCode).toBe(0);
    expect(answer.hookSpecificOutput["permissionDecision"]).toBe("ask");
    expect(answer.hookSpecificOutput["permissionDecisionReason"]).toContain("confirm");
  });

  test.each(HOSTS.filter(({ host }) => /Codex|Cursor|Gemini|Windsurf|OpenCode|nobody/.test(host)))(
    "refuses on $host, which cannot ask",
    ({ envelope, blocked }) => {
      expect(blocked(runGateProcess(envelope(approved, temporaryFolder(policy))))).toContain(
        "confirm",
      );
    },
  );
});

function nestedReason({ exitCode, stdout, stderr }: GateEnd): string {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const answer = JSON.parse(stdout) as { hookSpecificOutput: Record<string, string> };
  const { hookEventName, permissionDecision, permissionDecisionReason } = answer.hookSpecificOutput;
  expect({ hookEventName, permissionDecision }).toEqual({
    hookEventName: "PreToolUse",
    permissionDecision: "deny",
  });
  return permissionDecisionReason!;
}

function flatReason({ exitCode, stdout, stderr }: GateEnd): string {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const answer = JSON.parse(stdout) as Record<string, string>;
  expect(answer["permission"]).toBe("deny");
  expect(answer["hookSpecificOutput"]).toBeUndefined();
  return answer["user_message"]!;
}

function exitReason({ exitCode, stdout, stderr }: GateEnd): string {
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trim()).not.toBe("");
  return stderr;
}
