import { toFilePath } from "../shell/directory.ts";
import type { Scene } from "../shell/machine.ts";
import { matchesPattern, parsePattern } from "../shell/shell-pattern.ts";
import { knownValue, mentionsRunner } from "../shell/text-value.ts";
import type { Field } from "../shell/text-value.ts";

/** Directories that are looked into for what `find` may find, and how deep. */
const DIRECTORIES_MAX = 200;
const DEPTH_MAX = 4;
/** Scripts that are read for a runner's name. */
const SCRIPTS_MAX = 8;

/** Whether a file that `find` may find is a script that names a test runner. */
export function findsRunnerScript(
  starts: readonly Field[],
  known: readonly (string | undefined)[],
  scene: Scene,
): boolean {
  const { machine, state } = scene;
  const { files } = machine.context;
  const names = known.flatMap((word, index) =>
    word === "-name" || word === "-iname" ? [known[index + 1]] : [],
  );
  const isNamed = (name: string): boolean =>
    names.length === 0 ||
    names.some(
      (pattern) =>
        pattern === undefined ||
        matchesPattern(
          parsePattern([{ text: pattern.toLowerCase(), isQuoted: false }]),
          name.toLowerCase(),
        ),
    );
  const found = new Set<string>();
  const note = (path: string): void => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (/^[^.]+$|\.(?:sh|bash|zsh|ksh|command|cmd|run)$/.test(name) && isNamed(name))
      found.add(path);
  };
  let left = starts.map(({ text }) => ({
    path: toFilePath(knownValue(text) ?? ".", state.cwd),
    depth: 0,
  }));
  if (left.length === 0) left = [{ path: toFilePath(".", state.cwd), depth: 0 }];
  const roots = left.map(({ path }) => path);
  for (let count = 0; left.length > 0 && count < DIRECTORIES_MAX; count++) {
    const { path, depth } = left.shift()!;
    const entries = files.list(path);
    if (entries === undefined) note(path);
    for (const entry of entries ?? []) {
      if (entry === ".git" || entry === "node_modules") continue;
      const inside = `${path === "/" ? "" : path}/${entry}`;
      if (files.kind(inside) === "file") note(inside);
      else if (depth < DEPTH_MAX) left.push({ path: inside, depth: depth + 1 });
    }
  }
  for (const path of state.files.keys()) {
    if (roots.some((root) => path.startsWith(`${root}/`))) note(path);
  }
  return [...found].slice(0, SCRIPTS_MAX).some((path) => {
    const text = machine.skimFile(path, state);
    return text !== undefined && mentionsRunner(text);
  });
}
