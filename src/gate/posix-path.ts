/**
 * An absolute POSIX path without `.`, `..` and doubled slashes, by its text alone: as
 * `os.path.abspath` and so pytest reads it, `..` goes up one name even behind a symbolic link.
 */
export function absolutePath(cwd: string, path: string): string {
  const whole = path.startsWith("/") ? path : `${cwd}/${path}`;
  // Most paths are so already, and every run asks for some.
  if (whole.startsWith("/") && !whole.endsWith("/") && !/\/[./]/.test(whole)) return whole;
  const names: string[] = [];
  for (const name of whole.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === "..") names.pop();
    else names.push(name);
  }
  return `/${names.join("/")}`;
}

/** Directories this far below the root are not asked for files that hold below them: no tree is so deep, but a path may be. */
const LEVELS_MAX = 64;

/** An absolute directory and those that it lies in, the nearest first, not beyond `root` where it lies below it. */
export function ancestorsOf(directory: string, root: string): readonly string[] {
  const names = absolutePath("/", directory)
    .split("/")
    .filter((name) => name !== "");
  const isBelow = isWithin(`/${names.join("/")}`, root);
  const top = isBelow ? root.split("/").filter((name) => name !== "").length : 0;
  const ancestors: string[] = [];
  for (let count = top; count <= Math.min(names.length, top + LEVELS_MAX); count += 1)
    ancestors.push(`/${names.slice(0, count).join("/")}`);
  return ancestors.reverse();
}

/** Whether an absolute, normalised path is a directory or lies in it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === "/" ? "/" : `${directory}/`);
}

/** A path as one would write it below `base`, with `..` where it lies elsewhere; `.` for `base` itself. */
export function relativePath(base: string, path: string): string {
  const from = base.split("/").filter((name) => name !== "");
  const to = path.split("/").filter((name) => name !== "");
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1;
  const names = [...from.slice(shared).map(() => ".."), ...to.slice(shared)];
  return names.length === 0 ? "." : names.join("/");
}
