import { objectAt, textAt } from "../payload.ts";
import { answerBlock, answerJson, SILENCE, type Host } from "./host.ts";
import { shellCall, toolCall } from "./shell-call.ts";

/** Gemini CLI. Source: google-gemini/gemini-cli `docs/hooks/reference.md`. */
export const GEMINI: Host = {
  name: "gemini",
  readCall: (payload) => {
    const event = textAt(payload, "hook_event_name");
    if (event === "BeforeTool") {
      const cwd = textAt(payload, "cwd");
      return toolCall(textAt(payload, "tool_name"), objectAt(payload, "tool_input"), cwd);
    }
    return event !== undefined && GEMINI_EVENTS.has(event) ? { kind: "other" } : undefined;
  },
  pass: SILENCE,
  // Gemini CLI knows "allow" and "deny"; what a person must confirm is refused, and says so.
  refuse: ({ message, summary }) =>
    answerJson({ decision: "deny", reason: message, systemMessage: summary }),
};

const GEMINI_EVENTS: ReadonlySet<string> = new Set([
  "AfterAgent",
  "AfterModel",
  "AfterTool",
  "BeforeAgent",
  "BeforeModel",
  "BeforeToolSelection",
  "PreCompress",
]);

/** Copilot CLI and cloud agent, event names in camelCase. Source: github/docs `hooks-reference.md`. */
export const COPILOT: Host = {
  name: "copilot",
  readCall: (payload) => {
    const tool = textAt(payload, "toolName");
    if (tool === undefined) return undefined;
    if (Object.hasOwn(payload, "toolResult") || Object.hasOwn(payload, "error")) {
      return { kind: "other" };
    }
    return toolCall(tool, objectAt(payload, "toolArgs"), textAt(payload, "cwd"));
  },
  pass: SILENCE,
  refuse: ({ kind, message }) =>
    answerJson({ permissionDecision: kind, permissionDecisionReason: message }),
};

/** Windsurf. Source: docs.windsurf.com/windsurf/cascade/hooks: only the exit code decides. */
export const WINDSURF: Host = {
  name: "windsurf",
  readCall: (payload) => {
    const action = textAt(payload, "agent_action_name");
    if (action === undefined) return undefined;
    if (action !== "pre_run_command") return { kind: "other" };
    const input = objectAt(payload, "tool_info");
    if (input === undefined)
      return { kind: "malformed", problem: "pre_run_command has no tool_info" };
    return shellCall(input, "command_line", { cwd: undefined, subject: "pre_run_command" });
  },
  pass: SILENCE,
  refuse: ({ message }) => answerBlock(message),
};

/** OpenCode, through `hooks/opencode.js`, which turns standard error into the error that stops the call. */
export const OPENCODE: Host = {
  name: "opencode",
  readCall: (payload) => {
    if (textAt(payload, "event") !== "tool.execute.before") return undefined;
    return toolCall(textAt(payload, "tool"), objectAt(payload, "args"), textAt(payload, "cwd"));
  },
  pass: SILENCE,
  refuse: ({ message }) => answerBlock(message),
};

/**
 * A host that the gate does not know, or nobody: a command is judged where an envelope clearly holds
 * one, and refused in the one form that every host understands.
 */
export const UNKNOWN_HOST: Host = {
  name: "unknown",
  readCall: (payload) => {
    const cwd = textAt(payload, "cwd");
    for (const key of [
      "tool_input",
      "toolInput",
      "tool_args",
      "toolArgs",
      "input",
      "args",
      "params",
    ]) {
      const input = objectAt(payload, key);
      if (input !== undefined && Object.hasOwn(input, "command")) {
        return shellCall(input, "command", { cwd, subject: "the call" });
      }
    }
    if (Object.hasOwn(payload, "command")) {
      return shellCall(payload, "command", { cwd, subject: "the call" });
    }
    return { kind: "malformed", problem: "no host that Tapegate knows sends such an object" };
  },
  pass: SILENCE,
  refuse: ({ message }) => answerBlock(message),
};
