/** The command line says what nobody understands; ends with status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** Command whose `--help` says more: `replay`. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}
