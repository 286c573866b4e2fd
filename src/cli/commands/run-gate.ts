import { join } from "node:path";
import type { CliIo } from "../cli-io.ts";
import { runGate } from "../gate/gate-command.ts";

/** `tapegate gate …`: hands the terminal to the gate's verbs. */
export async function runGateCommand(argv: readonly string[], io: CliIo): Promise<number> {
  const { cwd, environment, stdout, stderr, isTty, homeDirectory, programDirectory } = io;
  // Only a lone "-" asks for standard input; reading it unasked would wait for a terminal.
  const stdin = argv.includes("-") ? await io.stdin?.() : undefined;
  return runGate(argv, {
    cwd,
    environment,
    stdout,
    stderr,
    isTty,
    homeDirectory,
    ...(stdin === undefined ? {} : { stdin }),
    ...(programDirectory === undefined ? {} : { gateFile: join(programDirectory, "gate.cjs") }),
  });
}
