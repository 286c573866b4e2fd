import type { FileReader } from "../context.ts";
import { absolutePath } from "../posix-path.ts";

/** Names that one pattern may come to. */
const NAMES_MAX = 256;

/** The paths that `$(wildcard PATTERN…)` gives in a directory; `undefined` where a folder cannot be listed or there are too many. */
export function expandWildcard(
  patterns: string,
  cwd: string,
  files: FileReader,
): readonly string[] | undefined {
  const found: string[] = [];
  for (const pattern of patterns.split(/\s+/).filter((one) => one !== "")) {
    let paths: readonly string[] = [pattern.startsWith("/") ? "/" : ""];
    for (const part of pattern.split("/").filter((one) => one !== "")) {
      const next: string[] = [];
      for (const path of paths) {
        const folder = absolutePath(cwd, path === "" ? "." : path);
        const join = (name: string): string =>
          path === "" || path === "/" ? `${path}${name}` : `${path}/${name}`;
        if (!/[*?[]/.test(part)) {
          if (files.kind(absolutePath(folder, part)) !== "missing") next.push(join(part));
          continue;
        }
        // What a bracket means is not worth reading.
        const names = part.includes("[") ? undefined : files.list(folder);
        if (names === undefined) {
          if (part.includes("[") || files.kind(folder) === "directory") return undefined;
          continue;
        }
        next.push(...names.filter((name) => isLike(name, part)).map(join));
      }
      if (next.length > NAMES_MAX) return undefined;
      paths = next;
    }
    found.push(...paths);
  }
  return found.some((path) => /[^\w./@+,:-]/.test(path)) ? undefined : found;
}

function isLike(name: string, part: string): boolean {
  if (name.startsWith(".") && !part.startsWith(".")) return false;
  const source = part
    .replaceAll(/[^\w*?]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(name);
}
