/** Why a run could not be had. Part of the public interface: add codes, never rename one. */
export type SuiteErrorCode =
  /** `tapegate.json` cannot be read or says what nobody understands. */
  | "CONFIGURATION"
  /** The cassettes' directory is missing, no directory, or not readable. */
  | "CASSETTES"
  /** The suite's program or working directory cannot be used. */
  | "SUITE_START";

/** A run that could not begin. The message says what stands in the way and the way out. */
export class SuiteError extends Error {
  override readonly name = "SuiteError";
  readonly code: SuiteErrorCode;

  constructor(code: SuiteErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
