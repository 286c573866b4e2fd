/** An absolute path for a path seen from a directory; `undefined` where the directory is unknown. */
export function toAbsolute(path: string, cwd: string | undefined): string | undefined {
  if (path.startsWith("/")) return normalizePath(path);
  return cwd === undefined ? undefined : normalizePath(`${cwd}/${path}`);
}

/**
 * Stands for a working directory that nobody knows where files are told apart: what a command
 * writes there it finds there again. No file system has such a name at its root.
 */
const UNKNOWN_DIRECTORY = "/\uFFFFunknown";

/** An absolute path for a file seen from a directory, which may be unknown. */
export function toFilePath(path: string, cwd: string | undefined): string {
  return toAbsolute(path, cwd ?? UNKNOWN_DIRECTORY)!;
}

/**
 * Where to read such a file: a directory that nobody knows is most often the repository itself, in
 * a container or behind a changed root.
 */
export function fileHere(path: string, cwd: string): string {
  if (!path.startsWith(`${UNKNOWN_DIRECTORY}/`)) return path;
  return normalizePath(`${cwd}/${path.slice(UNKNOWN_DIRECTORY.length)}`);
}

/** An absolute path without `.`, `..` and doubled slashes. */
export function normalizePath(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

/** The last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Behind a path, the written "file" that says of which path it is a copy; no real name ends so. */
export const COPIED = "/\uFFFFcopied";

/** Behind the path of a directory that the command has made. */
export const MADE = "/\uFFFFmade";

/** Behind a path that the command removes or moves away. */
export const GONE = "/\uFFFFgone";

/** Whether such a "file" only says something of the path before it. */
export function isMark(path: string): boolean {
  return path.endsWith(COPIED) || path.endsWith(MADE) || path.endsWith(GONE);
}
