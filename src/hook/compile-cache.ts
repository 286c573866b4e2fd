import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Lets Node keep the judge's compiled code between runs (Node 22.8 and newer; older ones do without).
 * Compiling it is half of what judging a command costs. Only a directory that belongs to the user
 * and that nobody else may write is used: what stands in it is run. `TAPEGATE_NO_CACHE=1` turns it off.
 */
export function enableCompileCache(environment: Environment): void {
  if (environment["TAPEGATE_NO_CACHE"] === "1") return;
  const folder = cacheFolder(environment);
  if (folder === undefined || !isPrivate(folder)) return;
  const node = process.getBuiltinModule?.("node:module") as
    | { enableCompileCache?: (directory: string) => unknown }
    | undefined;
  node?.enableCompileCache?.(folder);
}

/** Where programs keep what they can make again, by the customs of each system. */
function cacheFolder(environment: Environment): string | undefined {
  const given = environment["XDG_CACHE_HOME"] || environment["LOCALAPPDATA"];
  if (given) return join(given, "tapegate");
  const home = environment["HOME"];
  return home ? join(home, ".cache", "tapegate") : undefined;
}

function isPrivate(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    if (!stats.isDirectory()) return false;
    // Windows keeps a user's local folder to the user by itself, and has no modes.
    return (
      process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0)
    );
  } catch {
    return false;
  }
}
