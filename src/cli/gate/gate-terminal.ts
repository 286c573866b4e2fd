/** What the gate's verbs know of the terminal around them. */
export interface GateTerminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Standard input's text, where it was piped in. */
  readonly stdin?: string;
  /** Whether standard output is a terminal that shows colours. */
  readonly isTty: boolean;
  readonly homeDirectory: string;
  /** The hook's file. @default {`gate.cjs` beside the running bundle} */
  readonly gateFile?: string;
}

/** A verb cannot do what it was told: its message is for the user, the exit code is 2. */
export class GateCommandError extends Error {
  override readonly name = "GateCommandError";
  readonly code: "USAGE" | "SETTINGS_UNREADABLE" | "SETTINGS_UNWRITABLE" | "GATE_NOT_FOUND";

  constructor(code: GateCommandError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
