import type { FileReader } from "./context.ts";

/** Linux opens no longer path (`PATH_MAX`), nor does anybody else. */
const PATH_LENGTH_MAX = 4096;

/**
 * The same tree, each question asked once: within one decision the tree does not change. Where a path is too long for
 * anything to stand there, nobody is asked.
 */
export function rememberFiles(files: FileReader): FileReader {
  return {
    root: files.root,
    kind: remember((path) => (isPossible(path) ? files.kind(path) : "missing")),
    resolve: remember((path) => (isPossible(path) ? files.resolve(path) : path)),
    readText: remember((path) => (isPossible(path) ? files.readText(path) : undefined)),
    list: remember((path) => (isPossible(path) ? files.list(path) : undefined)),
  };
}

function isPossible(path: string): boolean {
  return path.length <= PATH_LENGTH_MAX;
}

function remember<T>(ask: (path: string) => T): (path: string) => T {
  const answers = new Map<string, T>();
  return (path) => {
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path) as T;
  };
}
