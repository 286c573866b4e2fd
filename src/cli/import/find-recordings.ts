import { readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { ImportOperand } from "../../import/scopes-of-files.ts";

/** The recordings that a command line names, itself or by their folder. */
export interface FoundRecordings {
  /** Absolute paths, with `/` between their parts. */
  readonly operands: readonly ImportOperand[];
  /** One message for each operand that is not there. */
  readonly troubles: readonly string[];
  /** A path as the user would write it. */
  nameOf(path: string): string;
  /** Whether the user named the file itself, and not only its folder. */
  isNamed(path: string): boolean;
  absolute(path: string): string;
}

/** Folders below an operand are searched this deep. */
const FOLDER_DEPTH_MAX = 64;

/** Files that may be recordings; a folder also holds others. */
const RECORDING_NAME = /\.(?:ya?ml|json|har)(?:\.gz)?$/i;

/** Never recordings: our own documents, and other people's packages. */
const OWN_DOCUMENT = /\.cassette\.json$/i;
const SKIPPED_FOLDER = /^(?:\..*|node_modules|__pycache__)$/;

/** Looks up the operands of an import. */
export function findRecordings(operands: readonly string[], cwd: string): FoundRecordings {
  const names = new Map<string, string>();
  const named = new Set<string>();
  const found: ImportOperand[] = [];
  const troubles: string[] = [];
  for (const operand of operands) {
    const path = slashed(resolve(cwd, operand));
    const kind = kindOf(path);
    if (kind === "file") {
      named.add(path);
      names.set(path, operand);
      found.push({ kind, path });
    } else if (kind === "folder") {
      const files = recordingsBelow(path);
      for (const file of files) {
        if (!names.has(file)) names.set(file, slashed(join(operand, file.slice(path.length + 1))));
      }
      if (files.length === 0) {
        troubles.push(`Cannot import "${operand}": no .yaml, .yml, .json or .har file is below it`);
      }
      found.push({ kind, path, files });
    } else {
      troubles.push(`Cannot import "${operand}": ${kind.state}. Check the path`);
    }
  }
  return {
    operands: found,
    troubles,
    nameOf: (path) => names.get(path) ?? path,
    isNamed: (path) => named.has(path),
    absolute: (path) => resolve(cwd, path),
  };
}

function kindOf(path: string): "file" | "folder" | { readonly state: string } {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return "folder";
    return stats.isFile() ? "file" : { state: "it is neither a file nor a folder" };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      state: code === "ENOENT" ? "there is no such file" : `looking at it failed (${code})`,
    };
  }
}

function recordingsBelow(folder: string, depth = 0): readonly string[] {
  if (depth > FOLDER_DEPTH_MAX) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return SKIPPED_FOLDER.test(entry.name) ? [] : recordingsBelow(path, depth + 1);
    }
    const isRecording = RECORDING_NAME.test(entry.name) && !OWN_DOCUMENT.test(entry.name);
    return isRecording && entry.isFile() ? [path] : [];
  });
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
