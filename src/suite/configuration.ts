import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SuiteError } from "./suite-error.ts";

/** What `tapegate.json` says of runs. What it says of the gate is the gate's to read. */
export interface Configuration {
  /** The file it came from; `undefined` where there is none. */
  readonly path: string | undefined;
  /** The `providers` member as it stands; the provider table reads it. */
  readonly providers: unknown;
  /** Library of cassettes; relative names start at the file's directory. */
  readonly cassettes?: string;
  readonly normalisers: readonly string[];
}

/** The file that holds a project's configuration. */
const CONFIGURATION_FILE = "tapegate.json";

/** Larger files are no configuration. */
const CONFIGURATION_BYTES_MAX = 1024 * 1024;

/**
 * Reads the configuration that a run in `cwd` uses: the named file, or the nearest `tapegate.json` in
 * the directory and those above it, up to `top` where that is given: what lies above a job's
 * workspace may be another job's.
 *
 * @throws {SuiteError} `CONFIGURATION` where the file cannot be read, is no JSON, or holds what nobody
 * understands; every problem with its place.
 */
export async function readConfiguration(
  cwd: string,
  named?: string,
  top?: string,
): Promise<Configuration> {
  const path = named === undefined ? findUpwards(cwd, top) : resolve(cwd, named);
  if (path === undefined) return { path: undefined, providers: undefined, normalisers: [] };
  const value = parseConfiguration(readText(path), path);
  // The schema's library costs start-up time that most runs need not pay.
  const { checkConfiguration } = await import("./configuration-schema.ts");
  const checked = checkConfiguration(value);
  if (checked.kind === "refused") {
    throw new SuiteError("CONFIGURATION", `Cannot use "${path}": ${checked.problems.join("; ")}`);
  }
  const { providers, cassettes, normalisers } = checked.configuration;
  return {
    path,
    providers,
    normalisers,
    ...(cassettes === undefined ? {} : { cassettes: resolve(dirname(path), cassettes) }),
  };
}

function findUpwards(cwd: string, top: string | undefined): string | undefined {
  let folder = resolve(cwd);
  for (;;) {
    const path = join(folder, CONFIGURATION_FILE);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    const parent = dirname(folder);
    if (parent === folder || folder === top) return undefined;
    folder = parent;
  }
}

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.byteLength > CONFIGURATION_BYTES_MAX) {
      throw new SuiteError(
        "CONFIGURATION",
        `Cannot use "${path}": it is larger than ${CONFIGURATION_BYTES_MAX} bytes`,
      );
    }
    // A byte order mark is what some editors put before JSON; JSON knows none.
    return bytes.toString("utf8").replace(/^\ufeff/u, "");
  } catch (error) {
    if (error instanceof SuiteError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const state = code === "ENOENT" ? "there is no such file" : `reading it failed with ${code}`;
    throw new SuiteError("CONFIGURATION", `Cannot read the configuration "${path}": ${state}`, {
      cause: error,
    });
  }
}

function parseConfiguration(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine quotes what it read, line ends and all.
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new SuiteError(
      "CONFIGURATION",
      `Cannot read the configuration "${path}": it is no JSON (${reason}). Correct it, or name another (--config FILE)`,
      { cause: error },
    );
  }
}
