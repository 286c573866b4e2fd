import {
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { FileReader } from "../gate/context.ts";
import { FILE_BYTES_MAX } from "../gate/limits.ts";

/** More names than a directory of tests has: past it, a pattern stays unknown. */
const ENTRIES_MAX = 10_000;

/**
 * Opens the working tree around `cwd` for the gate: reads it, never writes, never runs. Reading and
 * listing stay inside the repository even where a symbolic link points out of it.
 */
export function openWorkingTree(cwd: string): FileReader {
  const root = findRoot(cwd);
  const parents = new Map<string, string>();
  const toRealPath = (path: string): string => findRealPath(path, parents);
  const realRoot = toRealPath(root);
  const texts = new Map<string, string | undefined>();
  const contained = (path: string): string | undefined => {
    const real = toRealPath(path);
    return isWithin(real, realRoot) ? real : undefined;
  };
  return {
    root,
    kind: (path) => {
      const stats = quietly(() => statSync(path, { throwIfNoEntry: false }));
      if (stats === undefined) return "missing";
      return stats.isDirectory() ? "directory" : "file";
    },
    resolve: toRealPath,
    readText: (path) => {
      const real = contained(path);
      if (real === undefined) return undefined;
      if (!texts.has(real)) texts.set(real, readFileText(real));
      return texts.get(real);
    },
    list: (path) => {
      const real = contained(path);
      const names = real === undefined ? undefined : quietly(() => readdirSync(real));
      return names === undefined || names.length > ENTRIES_MAX ? undefined : names.toSorted();
    },
  };
}

/** The nearest ancestor with `.git` (a directory, or a worktree's file), else `cwd` itself. */
function findRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(`${folder}${sep}.git`)) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

/** A regular file's text as UTF-8, or `undefined` where there is none that the gate may read. */
export function readFileText(path: string): string | undefined {
  return quietly(() => {
    // A named pipe would block the open itself, a device has no end.
    if (!statSync(path).isFile()) return undefined;
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (size > FILE_BYTES_MAX) return undefined;
      const bytes = Buffer.alloc(FILE_BYTES_MAX + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(file, bytes, length, bytes.length - length, null);
      }
      return length > FILE_BYTES_MAX ? undefined : bytes.toString("utf8", 0, length);
    } finally {
      closeSync(file);
    }
  });
}

/** Whether a resolved path is the folder or stands below it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}

/**
 * The path with its links resolved as the system does it: `link/..` is the parent of the link's
 * target. What does not exist is kept as written below what does. `parents` remembers the directories above such names.
 */
function findRealPath(path: string, parents: Map<string, string>): string {
  // Asked first, since an exception costs more than all the rest of a decision.
  const real = quietly(() =>
    lstatSync(path, { throwIfNoEntry: false }) === undefined
      ? undefined
      : realpathSync.native(path),
  );
  if (real !== undefined) return real;
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf(sep));
  if (cut <= 0) return path;
  const name = path.slice(cut + 1);
  const written = path.slice(0, cut);
  const parent = parents.get(written) ?? findRealPath(written, parents);
  parents.set(written, parent);
  if (name === "" || name === ".") return parent;
  if (name === "..") return dirname(parent);
  return parent.endsWith(sep) ? `${parent}${name}` : `${parent}${sep}${name}`;
}

/** The gate's port never throws: what the system refuses is unknown. */
function quietly<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
