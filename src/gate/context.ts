/** Where and with what a command would run. Everything from outside enters the gate here. */
export interface GateContext {
  /** Absolute working directory at the start of the command. */
  readonly cwd: string;
  /** The environment that the command would inherit, as far as it matters (`PYTEST_ADDOPTS`, `HOME`, …). */
  readonly environment: ReadonlyMap<string, string>;
  /** Reads the working tree. The gate has no other way to the file system. */
  readonly files: FileReader;
}

/**
 * The gate's port to the file system. Implementations never follow a symbolic link out of the
 * repository for reading and never throw: what cannot be read is `undefined`.
 */
export interface FileReader {
  /** The repository's root: the nearest ancestor of the context's `cwd` with `.git`, else `cwd`. */
  readonly root: string;
  /** What stands at an absolute path, links resolved; `missing` where nothing does. */
  kind(path: string): "file" | "directory" | "missing";
  /** The absolute path with every symbolic link resolved as far as the path exists. */
  resolve(path: string): string;
  /** A file's text, at most `FILE_BYTES_MAX`; `undefined` where it is missing, larger or outside the root. */
  readText(path: string): string | undefined;
  /** Names of a directory's entries, sorted; `undefined` where it cannot be listed. */
  list(path: string): readonly string[] | undefined;
}
