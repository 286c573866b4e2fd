import type { FileReader } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import { absolutePath, isWithin } from "../posix-path.ts";

/**
 * Where a path stands by the policy: `whole` holds a test root or a forbidden directory, `bounded`
 * lies under a test root beside the forbidden directories, `elsewhere` under none.
 */
export type TestLocation = "forbidden" | "whole" | "sanctioned" | "bounded" | "elsewhere";

/** No path of a file system begins so. */
const UNKNOWN_NAME = "/\u0000";

/** Stands for a working directory that nobody knows, deep enough that `..` does not leave it. */
export const UNKNOWN_CWD: string = UNKNOWN_NAME.repeat(64);

/** Whether a path hangs below a working directory that nobody knows. */
export function isUnknownPath(path: string): boolean {
  return path.startsWith(UNKNOWN_NAME);
}

/** Where an absolute, normalised path stands, by its own text and by what its symbolic links lead to. */
export function locateTests(path: string, files: FileReader, policy: Policy): TestLocation {
  const written = locatePath(path, files.root, policy);
  if (isUnknownPath(path)) return written;
  const target = files.resolve(path);
  const root = files.resolve(files.root);
  if (target === path && root === files.root) return written;
  return stricter(written, locatePath(target, root, policy));
}

/** A policy's directories as paths are searched for them: `/tests/e2e/`, however the policy file spells it. */
interface SearchedNames {
  readonly forbidden: readonly string[];
  readonly sanctioned: readonly string[];
  readonly testRoots: readonly string[];
}

const searchedNames = new WeakMap<Policy, SearchedNames>();

function namesOf(policy: Policy): SearchedNames {
  const known = searchedNames.get(policy);
  if (known !== undefined) return known;
  const toName = (directory: string): string => `${absolutePath("/", directory)}/`;
  const names = {
    // A file system may not tell upper from lower case (macOS): only what is refused is compared so.
    forbidden: policy.forbiddenDirectories.map((directory) => toName(directory).toLowerCase()),
    sanctioned: policy.sanctionedDirectories.map(toName),
    testRoots: policy.testRoots.map(toName),
  };
  searchedNames.set(policy, names);
  return names;
}

function locatePath(path: string, root: string, policy: Policy): TestLocation {
  const isInside = isWithin(path, root);
  const inside = isInside ? path.slice(root === "/" ? 0 : root.length) : path;
  const names = `${inside}/`;
  const { forbidden, sanctioned, testRoots } = namesOf(policy);
  const lowerCased = names.toLowerCase();
  if (forbidden.some((name) => lowerCased.includes(name))) return "forbidden";
  if (isWithin(root, path)) return "whole";
  const isAbove = (head: string): boolean => isWithin(absolutePath(root, head), path);
  if (policy.testRoots.some(isAbove) || policy.forbiddenDirectories.some(isAbove)) return "whole";
  if (sanctioned.some((name) => names.includes(name))) return "sanctioned";
  const isUnderTestRoot = testRoots.some((name) => {
    const at = names.indexOf(name);
    return at >= 0 && at + name.length < names.length;
  });
  return isUnderTestRoot ? "bounded" : "elsewhere";
}

/** A link out of a sanctioned directory is no longer sanctioned by its name alone where it leads to more. */
function stricter(written: TestLocation, target: TestLocation): TestLocation {
  for (const location of ["forbidden", "whole", "sanctioned", "bounded"] as const) {
    if (written === location || target === location) return location;
  }
  return "elsewhere";
}
