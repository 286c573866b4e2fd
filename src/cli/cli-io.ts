/** Everything a command may touch outside, handed in by `main.ts` (and by tests). */
export interface CliIo {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output; text brings its own line ends. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whole standard input as UTF-8. */
  readonly stdin?: () => Promise<string>;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  readonly homeDirectory: string;
  /** Folder of the program's bundle, with the plug-ins beside it. @default {none are there} */
  readonly programDirectory?: string;
  /** Standard error where it is a terminal. */
  readonly terminal?: Terminal;
  /** Signals that ask this process to end. @default {none ever come} */
  readonly signals?: SignalSource;
}

/** A terminal's size, as it is now. */
export interface Terminal {
  rows(): number;
  columns(): number;
}

/** Tells of signals that ask this process to end. */
export interface SignalSource {
  /** Calls `listener` on SIGINT, SIGTERM, SIGHUP and SIGQUIT until the returned function is called. */
  subscribe(listener: (signal: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGQUIT") => void): () => void;
}
