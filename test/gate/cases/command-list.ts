import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One command of a list, and under which heading it stands. */
export interface ListedCommand {
  readonly heading: string;
  readonly command: string;
}

/**
 * Commands of a text file in this folder: as they are, without quoting. A line `%%` parts them,
 * a line `%# …` begins a heading.
 */
export function readCommands(name: string): readonly ListedCommand[] {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  const commands: ListedCommand[] = [];
  for (const section of text.split(/^%# /m).slice(1)) {
    const [heading = "", ...lines] = section.split("\n");
    for (const part of lines.join("\n").split(/^%%\n/m)) {
      const command = part.replace(/\n$/, "");
      if (command !== "") commands.push({ heading, command });
    }
  }
  return commands;
}
