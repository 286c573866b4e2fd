import type { CliIo } from "./cli-io.ts";

/** One row of the command table. A command's module is loaded when it runs, and no other. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** Runs the command with the words after its name; gives the exit status. */
  run(argv: readonly string[], io: CliIo): Promise<number>;
}

/** Every command, in the order in which people meet them. */
export const COMMANDS: readonly Command[] = [
  {
    name: "replay",
    summary: "Run a suite against recorded answers; nothing live is ever asked.",
    run: async (argv, io) =>
      (await import("./commands/run-command.ts")).runSuiteCommand("replay", argv, io),
  },
  {
    name: "record",
    summary: "Run a suite against the real providers and record what they answer.",
    run: async (argv, io) =>
      (await import("./commands/run-command.ts")).runSuiteCommand("record", argv, io),
  },
  {
    name: "auto",
    summary: "Replay what is recorded, record what is not.",
    run: async (argv, io) =>
      (await import("./commands/run-command.ts")).runSuiteCommand("auto", argv, io),
  },
  {
    name: "serve",
    summary: "Leave the gateway running and print the variables that lead SDKs to it.",
    run: async (argv, io) =>
      (await import("./commands/serve-command.ts")).runServeCommand(argv, io),
  },
  {
    name: "import",
    summary: "Turn recordings of VCR.py, Ruby VCR, nock, Polly and other tools into cassettes.",
    run: async (argv, io) => (await import("./commands/import-command.ts")).runImport(argv, io),
  },
  {
    name: "ls",
    summary: "List the scopes of a library.",
    run: async (argv, io) => (await import("./commands/ls-command.ts")).runLs(argv, io),
  },
  {
    name: "show",
    summary: "Print recorded conversations.",
    run: async (argv, io) => (await import("./commands/show-command.ts")).runShow(argv, io),
  },
  {
    name: "diff",
    summary: "Say what differs between recordings, cassettes or libraries.",
    run: async (argv, io) => (await import("./commands/diff-command.ts")).runDiff(argv, io),
  },
  {
    name: "rm",
    summary: "Delete cassettes or single recordings.",
    run: async (argv, io) => (await import("./commands/rm-command.ts")).runRm(argv, io),
  },
  {
    name: "prune",
    summary: "Delete what a complete, passing replay proved unused.",
    run: async (argv, io) => (await import("./commands/prune-command.ts")).runPrune(argv, io),
  },
  {
    name: "scan",
    summary: "Look for secrets in cassettes and other files.",
    run: async (argv, io) => (await import("./commands/scan-command.ts")).runScan(argv, io),
  },
  {
    name: "doctor",
    summary: "Examine a library and say the way out of what is wrong.",
    run: async (argv, io) => (await import("./commands/doctor-command.ts")).runDoctor(argv, io),
  },
  {
    name: "merge",
    summary: "Unite two versions of a cassette: Git's merge driver.",
    run: async (argv, io) => (await import("./commands/merge-command.ts")).runMerge(argv, io),
  },
  {
    name: "gate",
    summary: "Judge a shell command, or install the gate into coding agents.",
    run: async (argv, io) => (await import("./commands/run-gate.ts")).runGateCommand(argv, io),
  },
  {
    name: "report",
    summary: "Unite the reports of a sharded suite, or show one as a page.",
    run: async (argv, io) =>
      (await import("./commands/report-command.ts")).runReportCommand(argv, io),
  },
];
