import type { Log } from "../cassette/ports.ts";
import { oneLine } from "../report/text.ts";
import type { CliIo } from "./cli-io.ts";

/** Says a message on standard error. It may quote file names, prompts and answers: none of them moves the cursor. */
export function tell(io: Pick<CliIo, "stderr">, message: string, name = "tapegate:"): void {
  io.stderr(`${name} ${plainText(message)}\n`);
}

/** A log that tells everything. */
export function logTo(io: Pick<CliIo, "stderr">): Log {
  return { warn: (message) => tell(io, message), error: (message) => tell(io, message) };
}

/** Text of several lines, of which none can leave its place. */
export function plainText(text: string): string {
  return text.split("\n").map(oneLine).join("\n");
}

/** A value as JSON on one line; what a terminal obeys is escaped beyond what JSON asks for. */
export function jsonLine(value: unknown): string {
  return `${oneLine(JSON.stringify(value))}\n`;
}
