import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { CassetteFormatError, CassetteStoreError } from "../cassette/errors.ts";
import { DOCUMENT_LENGTH_MAX } from "../cassette/limits.ts";
import type { CassetteStore, Log, StoredScope } from "../cassette/ports.ts";
import { DOCUMENT_SUFFIX, scopeOfPath, scopePath } from "../cassette/scope-path.ts";
import { openDirectoryRecording, type ScopeFiles } from "./directory-recording.ts";
import { entriesBelow } from "./entries-below.ts";
import { isLocked, otherOwner, takeLock, type HeldLock } from "./scope-lock.ts";
import { readStatedScope } from "./stated-scope.ts";
import { storeError } from "./store-error.ts";

/** Options of a directory store. */
export interface DirectoryStoreOptions {
  /** Told of stale locks that were removed. @default {nobody} */
  readonly log?: Log;
}

/** Makes the names of this process's temporary files differ. */
let temporaryCount = 0;

/**
 * A store that keeps each scope as `<root>/<scope path>.cassette.json`, its journal and its lock beside
 * it. The root need not exist before the first recording.
 */
export function openDirectoryStore(
  root: string,
  options: DirectoryStoreOptions = {},
): CassetteStore {
  const filesOf = (scope: string): ScopeFiles => {
    const document = join(root, ...scopePath(scope).split("/"));
    const stem = document.slice(0, -DOCUMENT_SUFFIX.length);
    return {
      document,
      journal: `${stem}.cassette.journal`,
      lock: `${stem}.cassette.lock`,
      temporary: join(dirname(document), `.tapegate-${process.pid}-${temporaryCount++}.tmp`),
    };
  };
  return {
    location: root,
    pathOf: (scope) => filesOf(scope).document,
    scopes: () => scopesBelow(root),
    read: (scope) => {
      const files = filesOf(scope);
      return readFiles(files, isLocked(files.lock));
    },
    recorderOf: (scope) => otherOwner(filesOf(scope).lock),
    openRecording: (scope, { isReadable = true } = {}) => {
      const files = filesOf(scope);
      const lock = lockScope(scope, files, options.log);
      try {
        const earlier = isReadable ? readFiles(files, false) : undefined;
        return openDirectoryRecording(files, lock, earlier);
      } catch (error) {
        lock.release();
        throw error;
      }
    },
  };
}

function lockScope(scope: string, files: ScopeFiles, log: Log | undefined): HeldLock {
  let answer;
  try {
    makeFolder(dirname(files.document));
    answer = takeLock(files.lock, files.temporary);
  } catch (error) {
    throw storeError("record into", dirname(files.document), error);
  }
  if (answer.kind === "taken") {
    throw new CassetteStoreError(
      `Cannot record the scope "${scope}": ${answer.owner} records it. Wait for it to end; if it is gone for good, delete ${files.lock}`,
      files.document,
    );
  }
  if (answer.lock.recovered !== undefined) {
    log?.warn(`Removed the lock that ${answer.lock.recovered} left on ${files.document}`);
  }
  return answer.lock;
}

/**
 * Folder by folder: Node's recursive `mkdir` says ENOENT of a file system that is read-only, and never returns where
 * the system says ENOENT inside of a folder that is there, as procfs does.
 */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it by now.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readFiles(files: ScopeFiles, isRecorded: boolean): StoredScope | undefined {
  const document = readDocument(files.document);
  // The journal of a recording that is going on is not what a killed one left.
  const journal = isRecorded ? [] : readJournal(files.journal);
  if (document === undefined && journal.length === 0) return undefined;
  return { path: files.document, document, journal };
}

function readDocument(path: string): string | undefined {
  const bytes = readBytes(path);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CassetteFormatError(
      `Cannot read the cassette ${path}: it is not UTF-8. Restore it from version control or record the scope again`,
      path,
      { cause: error },
    );
  }
}

/** Lines that were written whole: the last one counts only with its line feed. */
function readJournal(path: string): readonly string[] {
  return readBytes(path)?.toString("utf8").split("\n").slice(0, -1) ?? [];
}

function readBytes(path: string): Buffer | undefined {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return undefined;
    if (size > DOCUMENT_LENGTH_MAX) {
      throw new CassetteFormatError(
        `Cannot read the cassette ${path}: it has ${size} bytes, and ${DOCUMENT_LENGTH_MAX} are the limit. Split its scope and record again`,
        path,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CassetteFormatError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    const [state, wayOut] =
      code === "EISDIR"
        ? ["a folder stands in its place", "Move the folder away"]
        : ["the file system refuses", "Make it readable for this user"];
    throw new CassetteFormatError(
      `Cannot read the cassette ${path}: ${state} (${code ?? "unknown"}). ${wayOut}`,
      path,
      { cause: error },
    );
  }
}

function scopesBelow(root: string): readonly string[] {
  const scopes: string[] = [];
  for (const path of documentsBelow(root)) {
    const scope = scopeOfPath(path) ?? readStatedScope(join(root, ...path.split("/")));
    if (scope !== undefined) scopes.push(scope);
  }
  return scopes.sort();
}

/** Paths of documents, relative to the root, with forward slashes. */
function documentsBelow(root: string): readonly string[] {
  return entriesBelow(root)
    .filter(({ entry }) => entry.isFile() && entry.name.endsWith(DOCUMENT_SUFFIX))
    .map(({ path }) => path);
}
