import { textAt, type JsonObject } from "../payload.ts";
import type { HostCall } from "./host.ts";

/**
 * Tools that run a shell command, in the spelling of every host: Claude Code, Codex and Copilot
 * (PascalCase) say `Bash`; Claude Code also `PowerShell` and `Monitor`; Cursor `Shell`; Gemini CLI
 * `run_shell_command`; VS Code `run_in_terminal` and `runTerminalCommand`; Copilot `bash`, `powershell`.
 */
const SHELL_TOOLS: ReadonlySet<string> = new Set([
  "Bash",
  "bash",
  "exec_command",
  "Monitor",
  "PowerShell",
  "powershell",
  "run_in_terminal",
  "run_shell_command",
  "runInTerminal",
  "runTerminalCommand",
  "Shell",
  "shell",
  "shell_command",
]);

/** What a call of a tool comes to, given its name (absent in the barest envelopes) and its arguments. */
export function toolCall(
  tool: string | undefined,
  input: JsonObject | undefined,
  cwd: string | undefined,
): HostCall {
  if (tool !== undefined && !SHELL_TOOLS.has(tool)) return { kind: "other" };
  const subject = tool === undefined ? "the call" : `the call of "${tool}"`;
  if (input === undefined) return { kind: "malformed", problem: `${subject} has no arguments` };
  return shellCall(input, "command", { cwd, subject });
}

/** A shell call whose command stands at `key`. */
export function shellCall(
  input: JsonObject,
  key: string,
  { cwd, subject }: { readonly cwd: string | undefined; readonly subject: string },
): HostCall {
  const command = Object.hasOwn(input, key) ? input[key] : undefined;
  if (typeof command !== "string") {
    const found = command === null ? "null" : Array.isArray(command) ? "array" : typeof command;
    return {
      kind: "malformed",
      problem: `${subject} needs a string "${key}", found ${found}`,
    };
  }
  return {
    kind: "shell",
    command,
    // The call's own directory, in the spelling of Cursor, Gemini CLI, OpenCode and Codex.
    cwd: textAt(input, "cwd") ?? textAt(input, "directory") ?? textAt(input, "workdir") ?? cwd,
  };
}
