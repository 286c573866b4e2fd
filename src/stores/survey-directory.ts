import { lstatSync, readFileSync, rmSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_SUFFIX } from "../cassette/scope-path.ts";
import { entriesBelow } from "./entries-below.ts";
import { isLocked } from "./scope-lock.ts";
import { storeError } from "./store-error.ts";

/** One entry of a library's folders. Paths are relative to its root, with forward slashes. */
export interface LibraryFile {
  readonly path: string;
  readonly kind: LibraryFileKind;
  /** Size in bytes. */
  readonly bytes: number;
}

/**
 * `foreign`: nothing that this program writes. `link`: a symbolic link, which no survey follows.
 * `special`: a pipe, a socket or a device; whoever opens it may wait for ever.
 */
export type LibraryFileKind =
  | "document"
  | "journal"
  | "lock"
  | "temporary"
  | "link"
  | "special"
  | "foreign";

/** Last part of a journal's name. */
export const JOURNAL_SUFFIX = ".cassette.journal";
const LOCK_SUFFIX = ".cassette.lock";
/** As `openDirectoryStore` and its locks name them: process, count. */
const TEMPORARY = /^\.tapegate-\d+-\d+\.tmp(?:\.stale)?$/u;

/** Everything below a folder, sorted by path; a folder that is not there holds nothing. */
export function surveyDirectory(root: string): readonly LibraryFile[] {
  return entriesBelow(root)
    .flatMap(({ path, entry }): readonly LibraryFile[] => {
      const state = lstatSync(join(root, path), { throwIfNoEntry: false });
      return state === undefined ? [] : [{ path, kind: kindOf(entry), bytes: state.size }];
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function kindOf(entry: Dirent): LibraryFileKind {
  const { name } = entry;
  if (entry.isSymbolicLink()) return "link";
  if (!entry.isFile()) return "special";
  if (name.endsWith(DOCUMENT_SUFFIX)) return "document";
  if (name.endsWith(JOURNAL_SUFFIX)) return "journal";
  if (name.endsWith(LOCK_SUFFIX)) return "lock";
  return TEMPORARY.test(name) ? "temporary" : "foreign";
}

/** Whether the process that a lock names is still there. */
export function isLockHeld(root: string, lock: string): boolean {
  return isLocked(join(root, lock));
}

/** Whether the process that made a temporary file is still there: its name holds the process's id. */
export function isTemporaryUsed(path: string): boolean {
  const pid = Number(/\.tapegate-(\d+)-/u.exec(path)?.[1]);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whole lines of a journal, for those who look at it without opening its scope. */
export function readJournalLines(root: string, journal: string): readonly string[] {
  return readFileSync(join(root, journal), "utf8").split("\n").slice(0, -1);
}

/** Deletes one file of a survey. */
export function removeLibraryFile(root: string, path: string): void {
  try {
    rmSync(join(root, path), { force: true });
  } catch (error) {
    throw storeError("delete", join(root, path), error);
  }
}
