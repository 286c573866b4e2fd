import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  copyFileSync,
  constants,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import * as cache from "@actions/cache";
import { decodeCassette } from "../../cassette/cassette-format.ts";
import { scopePath } from "../../cassette/scope-path.ts";
import { ActionError } from "../action-error.ts";
import { withQuarantine } from "./client-tar.ts";
import { manifestDigest, readLibraryManifest } from "./library-manifest.ts";

/** Where cassettes are restored to. */
export interface LibraryPlace {
  /** Absolute workspace; the cache client packs and unpacks relative to it. */
  readonly workspace: string;
  /** The library's root relative to the workspace, `/`-separated. */
  readonly cassettes: string;
  /** Absolute folder for what is not yet vetted. */
  readonly temporary: string;
  /** `<prefix>-v<format>-`. */
  readonly keyPrefix: string;
}

/** What came of restoring. */
export interface Restored {
  /** Key of the entry that was restored; `undefined` where none matched. */
  readonly matchedKey: string | undefined;
  /** Documents put into the library. */
  readonly installedCount: number;
  /** Documents of the entry that a committed one replaces. */
  readonly committedCount: number;
  /** Documents that are not what they claim to be, and why; they were not put into the library. */
  readonly setAside: readonly SetAside[];
}

/** A restored document that was refused. */
export interface SetAside {
  readonly path: string;
  readonly problem: string;
}

/**
 * Restores cassettes from the Actions cache: into a quarantine folder first, where every document
 * is decoded and its digests are verified; a document that is committed already stays as it is.
 *
 * @throws {ActionError} `ACTION_CACHE` on a hostile archive; the cache being away is no error (the client warns).
 */
export async function restoreCassettes(place: LibraryPlace): Promise<Restored> {
  const quarantine = mkdtempSync(join(place.temporary, "tapegate-restore-"));
  try {
    const primaryKey = cacheKey(place);
    const { value: matchedKey, archive } = await withQuarantine(place.cassettes, quarantine, () =>
      cache.restoreCache(cachePaths(place), primaryKey, [place.keyPrefix], {}, true),
    );
    if (matchedKey === undefined || archive === undefined) {
      return { matchedKey: undefined, installedCount: 0, committedCount: 0, setAside: [] };
    }
    return { matchedKey, ...installAll(archive.files, quarantine, place) };
  } finally {
    rmSync(quarantine, { recursive: true, force: true });
  }
}

/** The literal path list of save and restore: another spelling would be another cache version. */
export function cachePaths(place: Pick<LibraryPlace, "cassettes">): string[] {
  return [`${place.cassettes}/**/*.cassette.json`];
}

/** The key of the library as it stands on disk. */
export function cacheKey(place: LibraryPlace): string {
  const root = join(place.workspace, place.cassettes);
  return `${place.keyPrefix}${manifestDigest(readLibraryManifest(root))}`;
}

function installAll(
  files: readonly string[],
  quarantine: string,
  place: LibraryPlace,
): Omit<Restored, "matchedKey"> {
  const setAside: SetAside[] = [];
  let installedCount = 0;
  let committedCount = 0;
  for (const path of files) {
    const problem = problemOf(join(quarantine, path), path.slice(place.cassettes.length + 1));
    if (problem !== undefined) setAside.push({ path, problem });
    else if (install(join(quarantine, path), path, place)) installedCount += 1;
    else committedCount += 1;
  }
  return { installedCount, committedCount, setAside };
}

/** Why a restored document must not be used; decoding verifies shape and digests. */
function problemOf(file: string, pathInLibrary: string): string | undefined {
  try {
    const { scope } = decodeCassette(readFileSync(file, "utf8"), pathInLibrary);
    return scopePath(scope) === pathInLibrary
      ? undefined
      : `it says it is the scope ${JSON.stringify(scope)}, whose place is ${scopePath(scope)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Moves a document into the library; `false` where one stands there already. */
function install(from: string, path: string, place: LibraryPlace): boolean {
  const target = join(place.workspace, path);
  makeFolders(dirname(path), place.workspace);
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return false;
  try {
    renameSync(from, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFileSync(from, target, constants.COPYFILE_EXCL);
  }
  return true;
}

/** Makes folders below the workspace one by one: a symbolic link on the way could lead out of it. */
function makeFolders(path: string, workspace: string): void {
  let folder = realpathSync(workspace);
  for (const part of path.split("/")) {
    folder += sep + part;
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (entry === undefined) mkdirSync(folder);
    else if (!entry.isDirectory()) {
      throw new ActionError(
        "ACTION_CACHE",
        `Cannot restore the cassettes into "${path}": "${folder}" is no folder (a link or a file). Remove it from the repository or choose another "cassettes" input`,
      );
    }
  }
}
