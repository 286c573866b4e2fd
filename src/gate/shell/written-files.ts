import type { FileReader } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import { locateTests } from "../pytest/test-location.ts";
import { COPIED, isMark } from "./directory.ts";
import { originOf } from "./file-names.ts";
import type { ShellState } from "./shell-state.ts";
import { knownValue } from "./text-value.ts";

/** The working tree as it is when the run starts: with the files that the command itself has written. */
export function writtenOver(files: FileReader, state: ShellState, policy: Policy): FileReader {
  if (state.files.size === 0) return files;
  return {
    root: files.root,
    resolve: (path) =>
      files.resolve(strictestBelow(path, { files, state, policy }) ?? originOf(path, state)),
    list: (path) => {
      const written = [...state.files.keys()]
        .filter((name) => !isMark(name) && name.slice(0, name.lastIndexOf("/")) === path)
        .map((name) => name.slice(path.length + 1));
      const listed = files.list(path);
      if (written.length === 0) return listed;
      return [...new Set([...(listed ?? []), ...written])].toSorted();
    },
    kind: (path) => {
      const kind = files.kind(path);
      return kind === "missing" && state.files.has(path) ? "file" : kind;
    },
    readText: (path) => {
      const written = state.files.get(path);
      return written === undefined ? files.readText(path) : knownValue(written);
    },
  };
}

/** What a directory got into it by a copy or a link counts as its own where it is not to run. */
function strictestBelow(
  path: string,
  { files, state, policy }: { files: FileReader; state: ShellState; policy: Policy },
): string | undefined {
  for (const [key, from] of state.files) {
    const known = key.endsWith(COPIED) && key.startsWith(`${path}/`) ? knownValue(from) : undefined;
    if (known === undefined) continue;
    const location = locateTests(known, files, policy);
    if (location === "forbidden" || location === "whole") return known;
  }
  return undefined;
}
