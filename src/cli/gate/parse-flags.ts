import { parseArgs, type ParseArgsConfig } from "node:util";
import { GateCommandError } from "./gate-terminal.ts";

/** Reads a verb's flags; what it does not know is the user's mistake, never ignored. */
export function parseFlags<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  argv: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // Node goes on with how to write a word that begins with a dash, which is another wish.
    const reason = (error instanceof Error ? error.message : String(error)).split(
      ". To specify ",
    )[0];
    throw new GateCommandError("USAGE", `Cannot read the arguments: ${reason}`, { cause: error });
  }
}
