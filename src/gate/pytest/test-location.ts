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

function locatePath(path: string, root: string, policy: Policy): TestLocation {
  const isInside = isWithin(path, root);
  const inside = isInside ? path.slice(root === "/" ? 0 : root.length) : path;
  const names = `${inside}/`;
  // A file system may not tell upper from lower case (macOS): only what is refused is compared so.
  const isForbidden = policy.forbiddenDirectories.some((directory) =>
    names.toLowerCase().includes(`/${trimmed(directory).toLowerCase()}/`),
  );
  if (isForbidden) return "forbidden";
  const heads = [...policy.testRoots, ...policy.forbiddenDirectories];
  if (isWithin(root, path)) return "whole";
  if (heads.some((head) => isWithin(absolutePath(root, head), path))) return "whole";
  if (policy.sanctionedDirectories.some((directory) => names.includes(`/${trimmed(directory)}/`))) {
    return "sanctioned";
  }
  const isUnderTestRoot = policy.testRoots.some((head) => {
    const at = names.indexOf(`/${trimmed(head)}/`);
    return at >= 0 && at + trimmed(head).length + 2 < names.length;
  });
  return isUnderTestRoot ? "bounded" : "elsewhere";
}

/** `tests/e2e/` and `./tests/e2e` in a policy file mean `tests/e2e`. */
function trimmed(directory: string): string {
  return absolutePath("/", directory).slice(1);
}

/** A link out of a sanctioned directory is no longer sanctioned by its name alone where it leads to more. */
function stricter(written: TestLocation, target: TestLocation): TestLocation {
  for (const location of ["forbidden", "whole", "sanctioned", "bounded"] as const) {
    if (written === location || target === location) return location;
  }
  return "elsewhere";
}
