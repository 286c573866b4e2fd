import { isObject, objectAt, textAt, type JsonObject } from "../payload.ts";
import { answerJson, type Host, type HostCall } from "./host.ts";
import { shellCall, toolCall } from "./shell-call.ts";

/**
 * Cursor, native hooks (both events) and the ones that it reads from `.claude/settings.json`.
 * Sources: cursor.com/docs/reference/hooks; griddynamics/rosetta `docs/hooks/cursor.md`, live runs on
 * Cursor 3.9.16: only flat fields count, the model is shown `user_message`, `ask` never asks, and a
 * hook that is installed with `failClosed` must answer every call.
 */
export const CURSOR: Host = {
  name: "cursor",
  readCall: (payload) => {
    const event = textAt(payload, "hook_event_name");
    if (event === "beforeShellExecution") {
      return shellCall(payload, "command", {
        cwd: workspace(payload),
        subject: "beforeShellExecution",
      });
    }
    if (!isCursor(payload, event)) return undefined;
    return event === "preToolUse" || event === "PreToolUse"
      ? readToolUse(payload)
      : { kind: "other" };
  },
  pass: answerJson({ permission: "allow" }),
  refuse: (refusal) =>
    answerJson({
      permission: "deny",
      user_message: refusal.message,
      agent_message: refusal.message,
    }),
};

function isCursor(payload: JsonObject, event: string | undefined): boolean {
  return (
    textAt(payload, "cursor_version") !== undefined ||
    textAt(payload, "conversation_id") !== undefined ||
    event === "preToolUse"
  );
}

function readToolUse(payload: JsonObject): HostCall {
  const cwd = textAt(payload, "cwd") ?? workspace(payload);
  return toolCall(textAt(payload, "tool_name"), objectAt(payload, "tool_input"), cwd);
}

/** Cursor leaves `cwd` empty for a call in the workspace's own folder. */
function workspace(payload: JsonObject): string | undefined {
  const roots = isObject(payload) ? payload["workspace_roots"] : undefined;
  const first: unknown = Array.isArray(roots) ? roots[0] : undefined;
  return typeof first === "string" && first !== "" ? first : undefined;
}
