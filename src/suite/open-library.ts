import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { CassetteStore, Log } from "../cassette/ports.ts";
import type { SessionMode } from "../cassette/values.ts";
import { openDirectoryStore } from "../stores/directory-store.ts";
import { writeRefusal } from "../stores/write-refusal.ts";
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
 * @throws {SuiteError} `CASSETTES` where it is missing, no directory or not accessible, or cannot be made.
 */
export function openLibrary({ mode, cwd, cassettes, log }: LibraryOptions): CassetteStore {
  const root = resolve(cwd, cassettes);
  const verb = mode === "replay" ? "replay from" : "record to";
  const found = lookAt(root);
  if (found === "missing" && mode === "replay") {
    throw new SuiteError(
      "CASSETTES",
      `Cannot replay from "${cassettes}": there is no such directory. Record it first (tapegate record --cassettes ${cassettes} -- COMMAND, with the providers' keys), or name the one you have (--cassettes DIR)`,
    );
  }
  if (found === "something else") {
    throw new SuiteError(
      "CASSETTES",
      `Cannot ${verb} "${cassettes}": it is no directory. Name the directory that holds the cassettes (--cassettes DIR)`,
    );
  }
  if (found === "missing") checkPlace(root, cassettes);
  else checkAccess(root, { mode, cassettes });
  return openDirectoryStore(root, { log });
}

function lookAt(root: string): "directory" | "missing" | "something else" | "hidden" {
  try {
    const state = statSync(root, { throwIfNoEntry: false });
    if (state === undefined) return "missing";
    return state.isDirectory() ? "directory" : "something else";
  } catch (error) {
    // What would stand below a file is not there; of the rest the system does not speak.
    return (error as NodeJS.ErrnoException).code === "ENOTDIR" ? "missing" : "hidden";
  }
}

/** Refused before the suite starts: each of its answers would be asked for, paid, and lost. */
function checkPlace(root: string, cassettes: string): void {
  const refusal = writeRefusal(root);
  if (refusal === undefined) return;
  const { nearest, code } = refusal;
  const [state, wayOut] =
    code === "ENOTDIR"
      ? ["is a file", "Move it away"]
      : code === "EROFS"
        ? ["is on a read-only file system", "Record on a writable one"]
        : [`is not writable (${code})`, "Change its permissions"];
  throw new SuiteError(
    "CASSETTES",
    `Cannot record to "${cassettes}": it is not there yet, and "${nearest}" ${state}. ${wayOut}, or name another directory (--cassettes DIR)`,
  );
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
    const { code } = error as NodeJS.ErrnoException;
    const missing = mode === "replay" ? "readable" : "writable";
    if (code === "EROFS") {
      throw new SuiteError(
        "CASSETTES",
        `Cannot record to "${cassettes}": its file system is read-only (EROFS). Record on a writable one (--cassettes DIR), or use replay, which writes nothing`,
        { cause: error },
      );
    }
    throw new SuiteError(
      "CASSETTES",
      `Cannot ${verb} "${cassettes}": the directory is not ${missing} (${code}). Change its permissions, or name another (--cassettes DIR)`,
      { cause: error },
    );
  }
}
