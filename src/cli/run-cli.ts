import { CassetteError } from "../cassette/errors.ts";
import { GatewayError } from "../gateway/gateway-error.ts";
import { SuiteError } from "../suite/suite-error.ts";
import type { CliIo } from "./cli-io.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT_STATUS } from "./exit-status.ts";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";
import { VERSION } from "../version.ts";
import { tell } from "./tell.ts";

/**
 * Runs one command line (without `node` and the program's name) and gives its exit status. What is
 * known to go wrong ends here, as a message; anything else is a bug and comes through.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      const hint =
        error.command === undefined ? "tapegate --help" : `tapegate ${error.command} --help`;
      tell(io, `${error.message}\nSee: ${hint}`);
      return EXIT_STATUS.usage;
    }
    if (error instanceof SuiteError) {
      tell(io, error.message);
      return error.code === "CONFIGURATION" ? EXIT_STATUS.usage : EXIT_STATUS.trouble;
    }
    if (error instanceof CassetteError || error instanceof GatewayError) {
      tell(io, error.message);
      return EXIT_STATUS.trouble;
    }
    throw error;
  }
}

async function dispatch(argv: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    io.stderr(overview());
    return EXIT_STATUS.usage;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    if (asked !== undefined) return asked.run(["--help"], io);
    io.stdout(overview());
    return EXIT_STATUS.ok;
  }
  if (name === "--version" || name === "-V") {
    io.stdout(`${VERSION}\n`);
    return EXIT_STATUS.ok;
  }
  const command = COMMANDS.find((row) => row.name === name);
  if (command === undefined) {
    const kind = name.startsWith("-") ? "option" : "command";
    const nearest = nearestName(
      name,
      kind === "option" ? ["--help", "--version"] : COMMANDS.map((row) => row.name),
    );
    const hint = nearest === undefined ? "" : `. Did you mean "${nearest}"?`;
    throw new UsageError(`Unknown ${kind} "${name}"${hint}`);
  }
  return command.run(rest, io);
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length)) + 2;
  const rows = COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.summary}`);
  return `Usage: tapegate COMMAND [options]

Records what LLM providers answered, and answers the same in tests: no key, no network.

Commands:
${rows.join("\n")}

  tapegate COMMAND --help   says more about one of them
  tapegate --version        prints ${VERSION}
`;
}
