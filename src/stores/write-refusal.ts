import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";

/** Why nothing can be made at a path. */
export interface WriteRefusal {
  /** The nearest thing on the way there that exists. */
  readonly nearest: string;
  /** What the file system says of it: `EROFS`, `EACCES`; `ENOTDIR` where it is no folder. */
  readonly code: string;
}

/** Looks for what forbids to make folders down to a path; `undefined` where nothing does. */
export function writeRefusal(path: string): WriteRefusal | undefined {
  let nearest = path;
  try {
    while (statSync(nearest, { throwIfNoEntry: false }) === undefined) {
      const above = dirname(nearest);
      if (above === nearest) return undefined;
      nearest = above;
    }
    if (statSync(nearest).isDirectory()) accessSync(nearest, constants.W_OK | constants.X_OK);
    else return { nearest, code: "ENOTDIR" };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Below a file nothing exists, and the system says so of the file's name.
    if (code === "ENOTDIR") return writeRefusal(dirname(nearest));
    return { nearest, code: code ?? "unknown" };
  }
  return undefined;
}
