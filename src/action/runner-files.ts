import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** Variables that name the files by which a step changes its job: what stands in them holds after it. */
const FILE_VARIABLES: readonly string[] = [
  "GITHUB_ENV",
  "GITHUB_PATH",
  "GITHUB_OUTPUT",
  "GITHUB_STATE",
];

/** A step's own files hold some lines; a larger one is not the runner's. */
const FILE_BYTES_MAX: number = 16 * 1024 ** 2;

/**
 * Keeps what the runner's files of this step hold. The suite is not told where they are, but can
 * find them below the runner's temporary folder; what it changed there is taken back when the
 * returned function is called.
 *
 * @returns puts the files back as they were, and gives the variables of those that had been changed.
 */
export function keepRunnerFiles(environment: NodeJS.ProcessEnv): () => readonly string[] {
  const kept = FILE_VARIABLES.flatMap((name) => {
    const path = environment[name] ?? "";
    const bytes = path === "" ? undefined : readRegularFile(path, FILE_BYTES_MAX);
    return bytes === undefined ? [] : [{ name, path, bytes }];
  });
  return () => {
    const changed = kept.filter(isChanged);
    for (const file of changed) putBack(file);
    return changed.map(({ name }) => name);
  };
}

interface KeptFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

function isChanged({ path, bytes }: KeptFile): boolean {
  const now = readRegularFile(path, bytes.length);
  return now === undefined || !now.equals(bytes);
}

/** Written anew: what stands there may be a link, a folder or a pipe. */
function putBack({ path, bytes }: KeptFile): void {
  try {
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, bytes, { flag: "wx" });
  } catch {
    // The folder itself is gone or closed: writing the outputs says so.
  }
}

/** A file's bytes; `undefined` where it is absent, no regular file (a pipe would block), or larger. */
export function readRegularFile(path: string, bytesMax: number): Buffer | undefined {
  try {
    const entry = lstatSync(path);
    return entry.isFile() && entry.size <= bytesMax ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
