import { CassetteStoreError } from "../cassette/errors.ts";

/** The way out of what a file system answers. */
const WAYS_OUT: ReadonlyMap<string, readonly [state: string, wayOut: string]> = new Map([
  [
    "EFBIG",
    [
      "the file may not grow any larger",
      "Raise the limit (ulimit -f), or record fewer requests in one scope",
    ],
  ],
  ["ENOSPC", ["the disk is full", "Free some space and run again; nothing that was there is lost"]],
  [
    "EDQUOT",
    [
      "the disk allowance is used up",
      "Free some space and run again; nothing that was there is lost",
    ],
  ],
  [
    "EROFS",
    [
      "the file system is read-only",
      "Record on a writable one, or use replay, which writes nothing",
    ],
  ],
  [
    "EACCES",
    ["permission is denied", "Make it writable for this user, or use replay, which writes nothing"],
  ],
  [
    "EPERM",
    [
      "the operation is not permitted",
      "Make it writable for this user, or use replay, which writes nothing",
    ],
  ],
  [
    "ENOTDIR",
    ["a part of its path is a file", "Name another cassette directory or move the file away"],
  ],
  [
    "EEXIST",
    ["a part of its path is a file", "Name another cassette directory or move the file away"],
  ],
  ["EISDIR", ["a folder stands in its place", "Move the folder away"]],
  [
    "EMFILE",
    ["too many files are open", "Close scopes as their tests end, or raise the limit (ulimit -n)"],
  ],
  ["ENAMETOOLONG", ["its path is too long", "Use a cassette directory with a shorter path"]],
]);

/** Where nothing was to be written. */
const WAYS_OUT_READING: ReadonlyMap<string, readonly [state: string, wayOut: string]> = new Map([
  ["EACCES", ["permission is denied", "Make it readable for this user"]],
  ["EPERM", ["the operation is not permitted", "Make it readable for this user"]],
]);

/**
 * What to tell of a file system's failure.
 *
 * @param action as in "Cannot <action> <path>"
 */
export function storeError(action: string, path: string, cause: unknown): CassetteStoreError {
  if (cause instanceof CassetteStoreError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  const isReading = action === "list" || action === "read";
  const [state, wayOut] = (isReading ? WAYS_OUT_READING.get(code) : undefined) ??
    WAYS_OUT.get(code) ?? ["the file system refuses", "Check the disk and the path"];
  return new CassetteStoreError(`Cannot ${action} ${path}: ${state} (${code}). ${wayOut}`, path, {
    cause,
  });
}
