import { readdirSync, type Dirent } from "node:fs";
import { join, posix } from "node:path";
import { storeError } from "./store-error.ts";

/** Whatever is no folder, below a folder. */
export interface EntryBelow {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly entry: Dirent;
}

/** Folders below the root that are searched. */
const FOLDER_DEPTH_MAX = 64;

/**
 * Everything below a folder, links not followed; a folder that is not there holds nothing.
 *
 * @throws {CassetteStoreError} where the file system refuses.
 */
export function entriesBelow(root: string): readonly EntryBelow[] {
  const found: EntryBelow[] = [];
  const folders: string[] = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = posix.join(folder, entry.name);
      if (!entry.isDirectory()) found.push({ path, entry });
      else if (path.split("/").length < FOLDER_DEPTH_MAX) folders.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw storeError("list", folder, error);
  }
}
