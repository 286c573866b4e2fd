/** A recording to import: where it is and which scope its interactions go to. */
export interface ScopedFile {
  /** Path as it will be read and named in messages. */
  readonly file: string;
  readonly scope: string;
}

/** One argument of an import: a file, or a folder with the files found below it. */
export type ImportOperand =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string; readonly files: readonly string[] };

/**
 * Gives every file its scope: its path below the common root of all operands, without extension.
 * A single file's scope is its base name. Paths are absolute or all relative to one folder, with
 * `/` between their parts.
 */
export function scopesOfFiles(operands: readonly ImportOperand[]): readonly ScopedFile[] {
  const roots = operands.map((operand) =>
    operand.kind === "folder" ? partsOf(operand.path) : partsOf(operand.path).slice(0, -1),
  );
  const depth = commonDepth(roots);
  const files = operands.flatMap((operand) =>
    operand.kind === "folder" ? operand.files : [operand.path],
  );
  return [...new Set(files)].map((file) => ({
    file,
    scope: withoutExtension(partsOf(file).slice(depth).join("/")),
  }));
}

/**
 * The id of the pytest test that a recording belongs to, by the layout of pytest-recording:
 * `tests/cassettes/test_chat/TestStream.test_it[a].yaml` →
 * `tests/test_chat.py::TestStream::test_it[a]`. `undefined` for any other layout.
 *
 * @param path Below pytest's root, with `/` between its parts.
 */
export function pytestScopeOf(path: string): string | undefined {
  const match = /^((?:.*\/)?)cassettes\/([^/]+)\/(.+)$/s.exec(partsOf(path).join("/"));
  if (match === null) return undefined;
  const [, folder = "", module = "", file = ""] = match;
  const name = withoutExtension(file);
  const bracket = name.indexOf("[");
  const test = bracket === -1 ? name : name.slice(0, bracket);
  // A dot separates class and test; those of a parameter are its own.
  return `${folder}${module}.py::${test.replaceAll(".", "::")}${name.slice(test.length)}`;
}

/** The scopes that more than one file would be written to, with those files. */
export function findScopeClashes(
  files: readonly ScopedFile[],
): readonly { readonly scope: string; readonly files: readonly string[] }[] {
  const byScope = new Map<string, string[]>();
  for (const { file, scope } of files) {
    const others = byScope.get(scope);
    if (others === undefined) byScope.set(scope, [file]);
    else others.push(file);
  }
  return [...byScope]
    .filter(([, clashing]) => clashing.length > 1)
    .map(([scope, clashing]) => ({ scope, files: clashing }));
}

function partsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

function commonDepth(roots: readonly (readonly string[])[]): number {
  const [first = []] = roots;
  let depth = first.length;
  for (const root of roots) {
    let same = 0;
    while (same < depth && root[same] === first[same]) same += 1;
    depth = same;
  }
  return depth;
}

/** `a/b.yaml.gz` → `a/b`; a name that only starts with a dot keeps it. */
function withoutExtension(path: string): string {
  return path.replace(/\.gz$/i, "").replace(/(?<=[^/])\.[^./]+$/, "");
}
