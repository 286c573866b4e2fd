import { check } from "./check-command.ts";
import { GateCommandError, type GateTerminal } from "./gate-terminal.ts";
import { install, uninstall } from "./install-command.ts";
import { status } from "./status-command.ts";

const USAGE = `Usage:
  tapegate gate check [--json] [--cwd DIR] COMMAND
      Judge one shell command ("-": from standard input). Exit 0 pass, 1 deny or ask.
  tapegate gate install [--host NAME]... [--global] [--dry-run] [--pytest-guard]
      Put the hook into the settings of coding agents. Default: those that the project (with
      --global, the home directory) has settings of, else claude.
  tapegate gate uninstall [--host NAME]... [--global] [--dry-run] [--pytest-guard]
      Take it out again.
  tapegate gate status [--host NAME]... [--global]
      Say where it is installed. Exit 0 where it is and works, 1 otherwise.

Hosts: claude, codex, cursor, gemini, copilot, vscode, windsurf, opencode, all
`;

const VERBS: ReadonlyMap<
  string,
  (argv: readonly string[], terminal: GateTerminal) => Promise<number>
> = new Map([
  ["check", check],
  ["install", install],
  ["uninstall", uninstall],
  ["status", status],
]);

/**
 * `tapegate gate …`: `argv` begins with the verb. Answers the exit code: 0 done or pass, 1 found
 * something (a refusal, a hook that is not installed), 2 usage and everything that went wrong.
 */
export async function runGate(argv: readonly string[], terminal: GateTerminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--help" || name === "-h" || rest.includes("--help") || rest[0] === "-h") {
    terminal.stdout(USAGE);
    return 0;
  }
  const verb = name === undefined ? undefined : VERBS.get(name);
  if (verb === undefined) {
    const problem =
      name === undefined
        ? 'Cannot run "tapegate gate": no verb is given'
        : `Cannot run "tapegate gate ${name}": there is no such verb`;
    terminal.stderr(`${problem}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await verb(rest, terminal);
  } catch (error) {
    if (!(error instanceof GateCommandError)) throw error;
    terminal.stderr(`${error.message}\n${error.code === "USAGE" ? `\n${USAGE}` : ""}`);
    return 2;
  }
}
