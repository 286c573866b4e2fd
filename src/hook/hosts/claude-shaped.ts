import { objectAt, textAt, type JsonObject } from "../payload.ts";
import {
  answerJson,
  SILENCE,
  type Answer,
  type Host,
  type HostCall,
  type Refusal,
} from "./host.ts";
import { toolCall } from "./shell-call.ts";

/**
 * Hosts that send `tool_name` and `tool_input` before a `PreToolUse` and read a decision in
 * `hookSpecificOutput`. Sources: code.claude.com/docs/en/hooks; openai/codex
 * `codex-rs/hooks/schema/generated/pre-tool-use.command.*.schema.json`; microsoft/vscode-docs
 * `docs/agent-customization/hooks.md`; github/docs `content/copilot/reference/hooks-reference.md`.
 */
export const CLAUDE_SHAPED_HOSTS: readonly Host[] = [
  {
    name: "vscode",
    // VS Code writes its own fields in camelCase and the tool's in snake_case.
    readCall: (payload) =>
      textAt(payload, "hookEventName") === undefined
        ? undefined
        : readToolCall(payload, "hookEventName"),
    pass: SILENCE,
    refuse: (refusal) => nested(refusal, refusal.kind),
  },
  {
    name: "codex",
    readCall: (payload) =>
      textAt(payload, "turn_id") === undefined && textAt(payload, "model") === undefined
        ? undefined
        : readToolCall(payload, "hook_event_name"),
    pass: SILENCE,
    // Codex calls "ask" unsupported and then runs the command.
    refuse: (refusal) => nested(refusal, "deny"),
  },
  {
    name: "copilot",
    // Copilot's event names in PascalCase: a timestamp like VS Code's, but no transcript and no id of the call.
    readCall: (payload) =>
      textAt(payload, "timestamp") === undefined || textAt(payload, "tool_use_id") !== undefined
        ? undefined
        : readToolCall(payload, "hook_event_name"),
    pass: SILENCE,
    // Copilot documents its own flat fields and is compatible with VS Code's nested ones: say both.
    refuse: (refusal) => {
      const decision = decisionOf(refusal, refusal.kind);
      return answerJson({ ...decision, hookSpecificOutput: toSpecific(decision) });
    },
  },
  {
    name: "claude",
    readCall: (payload) => readToolCall(payload, "hook_event_name"),
    pass: SILENCE,
    refuse: (refusal) => nested(refusal, refusal.kind),
  },
];

function readToolCall(payload: JsonObject, eventKey: string): HostCall | undefined {
  const tool = textAt(payload, "tool_name");
  const input = objectAt(payload, "tool_input");
  const event = textAt(payload, eventKey);
  if (event !== undefined && event !== "PreToolUse") {
    return CLAUDE_EVENTS.has(event) ? { kind: "other" } : undefined;
  }
  if (event === undefined && tool === undefined && input === undefined) return undefined;
  return toolCall(tool, input, textAt(payload, "cwd"));
}

/** Events at which no tool is about to run; a name that is not listed belongs to no host we know. */
const CLAUDE_EVENTS: ReadonlySet<string> = new Set([
  "ConfigChange",
  "CwdChanged",
  "DirectoryAdded",
  "Elicitation",
  "ErrorOccurred",
  "FileChanged",
  "Interrupt",
  "Notification",
  "PermissionDenied",
  "PermissionRequest",
  "PostCompact",
  "PostModelSwitch",
  "PostToolBatch",
  "PostToolUse",
  "PostToolUseFailure",
  "PreCompact",
  "PreModelSwitch",
  "SessionEnd",
  "SessionStart",
  "Setup",
  "Stop",
  "StopFailure",
  "SubagentStart",
  "SubagentStop",
  "TaskCompleted",
  "TaskCreated",
  "TeammateIdle",
  "UserPromptExpansion",
  "UserPromptSubmit",
  "WorktreeCreate",
  "WorktreeRemove",
]);

interface Decision {
  readonly permissionDecision: Refusal["kind"];
  readonly permissionDecisionReason: string;
}

function decisionOf(refusal: Refusal, kind: Refusal["kind"]): Decision {
  return { permissionDecision: kind, permissionDecisionReason: refusal.message };
}

function toSpecific(decision: Decision): object {
  return { hookEventName: "PreToolUse", ...decision };
}

function nested(refusal: Refusal, kind: Refusal["kind"]): Answer {
  return answerJson({
    hookSpecificOutput: toSpecific(decisionOf(refusal, kind)),
    systemMessage: refusal.summary,
  });
}
