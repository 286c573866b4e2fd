import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FileReader, GateContext } from "../../src/gate/context.ts";

/** A file reader over a real directory, as the hook's is, without its bounds. */
export function treeReader(root: string): FileReader {
  const resolve = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      const parent = dirname(path);
      return parent === path ? path : join(resolve(parent), basename(path));
    }
  };
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  return {
    root,
    resolve,
    kind: (path) => {
      const found = attempt(() => statSync(path));
      if (found === undefined) return "missing";
      return found.isDirectory() ? "directory" : "file";
    },
    readText: (path) => {
      if (!resolve(path).startsWith(`${resolve(root)}/`)) return undefined;
      return attempt(() => readFileSync(path, "utf8"));
    },
    list: (path) => attempt(() => readdirSync(path).sort()),
  };
}

/** A context as a host would hand it over: working directory, and an environment without surprises. */
export function treeContext(root: string, cwd: string = root): GateContext {
  return { cwd, environment: new Map([["HOME", root]]), files: treeReader(root) };
}
