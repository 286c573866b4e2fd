import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { CassetteStore, Log } from "../cassette/ports.ts";
import type { SessionMode } from "../cassette/values.ts";
import { openDirectoryStore } from "../stores/directory-store.ts";
import { SuiteError } from "./suite-error.ts";

/** Which library to open. */
export interface LibraryOptions {
  readonly mode: SessionMode;
  /** What the name is relative to. */
  readonly cwd: string;
  /** As the user named it. */
  readonly cassettes: string;
  readonly log: Log;
}

/**
 * Opens the directory of cassettes. A replay needs one that is there; recording makes its own.
 *
 * @throws {SuiteError} `CASSETTES` where it is missing, no directory or not accessible.
 */
export function openLibrary({ mode, cwd, cassettes, log }: LibraryOptions): CassetteStore {
  const root = resolve(cwd, cassettes);
  const verb = mode === "replay" ? "replay from" : "record to";
  const state = statSync(root, { throwIfNoEntry: false });
  if (state === undefined && mode === "replay") {
    throw new SuiteError(
      "CASSETTES",
      `Cannot replay from "${cassettes}": there is no such directory. Record it first (tapegate record --cassettes ${cassettes} -- COMMAND, with the providers' keys), or name the one you have (--cassettes DIR)`,
    );
  }
  if (state !== undefined && !state.isDirectory()) {
    throw new SuiteError(
      "CASSETTES",
      `Cannot ${verb} "${cassettes}": it is no directory. Name the directory that holds the cassettes (--cassettes DIR)`,
    );
  }
  if (state !== undefined) checkAccess(root, { mode, cassettes });
  return openDirectoryStore(root, { log });
}

function checkAccess(
  root: string,
  { mode, cassettes }: Pick<LibraryOptions, "mode" | "cassettes">,
): void {
  const wanted =
    mode === "replay" ? constants.R_OK | constants.X_OK : constants.W_OK | constants.X_OK;
  try {
    accessSync(root, wanted);
    if (mode === "replay") readdirSync(root);
  } catch (error) {
    const verb = mode === "replay" ? "replay from" : "record to";
    const missing = mode === "replay" ? "readable" : "writable";
    throw new SuiteError(
      "CASSETTES",
      `Cannot ${verb} "${cassettes}": the directory is not ${missing} (${(error as NodeJS.ErrnoException).code}). Change its permissions, or name another (--cassettes DIR)`,
      { cause: error },
    );
  }
}
