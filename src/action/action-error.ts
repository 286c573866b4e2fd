/** Why the action itself failed. Part of the public interface: add codes, never rename one. */
export type ActionErrorCode = "ACTION_INPUT" | "ACTION_CASSETTES" | "ACTION_SUITE" | "ACTION_CACHE";

/** A failure of ours or of what the user configured; never the suite's own. The message says the way out. */
export class ActionError extends Error {
  override readonly name = "ActionError";
  readonly code: ActionErrorCode;

  constructor(code: ActionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
