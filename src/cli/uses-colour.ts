import type { CliIo } from "./cli-io.ts";

/** `NO_COLOR` and `FORCE_COLOR` as their specifications say, else whether a terminal is there to show it. */
export function usesColour(io: CliIo): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: kind } = io.environment;
  if (none !== undefined && none !== "") return false;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return io.terminal !== undefined && kind !== "dumb";
}
