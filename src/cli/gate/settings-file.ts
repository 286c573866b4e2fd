import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, sep } from "node:path";
import { GateCommandError } from "./gate-terminal.ts";

/** A file before and after; `undefined` where it does not exist. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The text of a file, or `undefined` where there is none. */
export function readSettingsFile(path: string): string | undefined {
  if (!existsSync(path)) {
    // To write there would put a file in the place of the user's link.
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
      throw new GateCommandError(
        "SETTINGS_UNREADABLE",
        `Cannot read "${path}": it is a link to nothing. Nothing was written. Make the file that it names or remove it, then run this again`,
      );
    }
    return undefined;
  }
  try {
    // What is not UTF-8 would be written back as something else.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (cause) {
    throw new GateCommandError("SETTINGS_UNREADABLE", `Cannot read "${path}": ${why(cause)}`, {
      cause,
    });
  }
}

/** Replaces a file whole, so that a host never reads half of it; keeps its mode and follows a link. */
export function writeSettingsFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const target = existsSync(path) ? realpathSync(path) : path;
    const draft = `${target}.tapegate-${process.pid}`;
    writeFileSync(draft, text, { flag: "wx" });
    if (existsSync(target)) chmodSync(draft, statSync(target).mode);
    renameSync(draft, target);
  } catch (cause) {
    throw new GateCommandError("SETTINGS_UNWRITABLE", `Cannot write "${path}": ${why(cause)}`, {
      cause,
    });
  }
}

/** Removes a file that only the gate wrote, and the folders below `root` that this empties. */
export function removeSettingsFile(path: string, root: string): void {
  try {
    rmSync(path);
    for (
      let folder = dirname(path);
      folder.startsWith(`${root}${sep}`) && readdirSync(folder).length === 0;
      folder = dirname(folder)
    ) {
      rmdirSync(folder);
    }
  } catch (cause) {
    throw new GateCommandError("SETTINGS_UNWRITABLE", `Cannot remove "${path}": ${why(cause)}`, {
      cause,
    });
  }
}

function why(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
