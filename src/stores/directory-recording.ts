import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { CassetteStoreError } from "../cassette/errors.ts";
import type { ScopeRecording, StoredScope } from "../cassette/ports.ts";
import { piecesOf } from "../cassette/text-pieces.ts";
import type { HeldLock } from "./scope-lock.ts";
import { storeError } from "./store-error.ts";

/** The files of one scope. */
export interface ScopeFiles {
  readonly document: string;
  readonly journal: string;
  readonly lock: string;
  /** A name in the same folder that nobody else uses. */
  readonly temporary: string;
}

/** A scope being recorded into a directory; the lock is held. */
export function openDirectoryRecording(
  files: ScopeFiles,
  lock: HeldLock,
  earlier: StoredScope | undefined,
): ScopeRecording {
  const journal = openJournal(files);
  let isOpen = true;
  return {
    earlier,
    append: (line) => {
      if (!isOpen) throw closedError(files);
      journal.append(line);
    },
    commit: (document) => {
      if (!isOpen) throw closedError(files);
      replaceFile(files, document);
      journal.remove();
    },
    discard: () => journal.remove(),
    remove: () => {
      if (!isOpen) throw closedError(files);
      // The journal first: alone it would bring the scope back.
      journal.remove();
      removeDocument(files);
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      journal.close();
      lock.release();
    },
  };
}

function closedError(files: ScopeFiles): CassetteStoreError {
  return new CassetteStoreError(
    `Cannot write ${files.document}: its recording is closed`,
    files.document,
  );
}

interface Journal {
  append(line: string | Iterable<string>): void;
  remove(): void;
  close(): void;
}

/** A journal whose file is opened at the first line. */
function openJournal(files: ScopeFiles): Journal {
  let file: number | undefined;
  let length = 0;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    close,
    append: (line) => {
      try {
        if (file === undefined) {
          // An earlier journal was merged or is replaced: this one starts empty.
          file = openSync(files.journal, "w");
          length = 0;
        }
        length += writeWhole(file, piecesOfLine(line), length);
      } catch (error) {
        throw storeError("record into", files.journal, error);
      }
    },
    remove: () => {
      close();
      rmSync(files.journal, { force: true });
    },
  };
}

function piecesOfLine(line: string | Iterable<string>): Iterable<string> {
  return typeof line === "string" ? [`${line}\n`] : withLineFeed(line);
}

function* withLineFeed(pieces: Iterable<string>): Generator<string> {
  yield* pieces;
  yield "\n";
}

/** Writes all of it or nothing: half a line would spoil the next one. */
function writeWhole(file: number, pieces: Iterable<string>, position: number): number {
  let length = 0;
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let written = 0; written < bytes.length;) {
        const at = position + length + written;
        written += writeSync(file, bytes, written, bytes.length - written, at);
      }
      length += bytes.length;
    }
    return length;
  } catch (error) {
    truncateQuietly(file, position);
    throw error;
  }
}

function truncateQuietly(file: number, length: number): void {
  try {
    ftruncateSync(file, length);
  } catch {
    // The next line is written over the torn one, and what shows behind it has no digest that fits.
  }
}

/**
 * Puts a whole document in the place of the earlier one; on failure the earlier one stays.
 *
 * @param place path for messages
 * @throws {CassetteStoreError} where it cannot be written.
 */
export function replaceFile(
  files: Pick<ScopeFiles, "document" | "temporary">,
  document: string,
  place: string = files.document,
): void {
  try {
    const file = openSync(files.temporary, "w");
    try {
      for (const piece of piecesOf(document)) writeAll(file, Buffer.from(piece));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(files.temporary, files.document);
    syncFolder(dirname(files.document));
  } catch (error) {
    removeQuietly(files.temporary);
    throw storeError("write", place, error);
  }
}

function removeDocument(files: ScopeFiles): void {
  try {
    rmSync(files.document, { force: true });
    syncFolder(dirname(files.document));
  } catch (error) {
    throw storeError("delete", files.document, error);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The write's own failure is the one to tell.
  }
}

/** Makes a rename durable; systems that cannot sync a folder (Windows) make it so themselves. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EPERM" && code !== "EISDIR" && code !== "EINVAL" && code !== "EACCES")
      throw error;
  }
}
