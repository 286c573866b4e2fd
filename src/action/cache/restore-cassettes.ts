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
import { clientFailure, letClientWork } from "./client-work.ts";
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
  /** Why the whole entry was refused: hostile or damaged; nothing of it was used. */
  readonly refused: string | undefined;
  /** What kept the cache service from giving an answer; `undefined` where it gave one. */
  readonly failure: string | undefined;
}

/** Nothing was looked for, or nothing was found. */
export const NOTHING_RESTORED: Restored = {
  matchedKey: undefined,
  installedCount: 0,
  committedCount: 0,
  setAside: [],
  refused: undefined,
  failure: undefined,
};

/** A restored document that was refused. */
export interface SetAside {
  readonly path: string;
  readonly problem: string;
}

/**
 * How long looking up and fetching may take in all, in milliseconds: the client alone would wait a
 * quarter of an hour for a service that takes connections and never answers.
 */
const RESTORE_MS_MAX = 60_000;

/**
 * Restores cassettes from the Actions cache: into a quarantine folder first, where every document
 * is decoded and its digests are verified; a document that is committed already stays as it is.
 * Never throws for what the cache holds or does: the suite still runs on what is there.
 */
export async function restoreCassettes(
  place: LibraryPlace,
  cancelled: AbortSignal,
): Promise<Restored> {
  const quarantine = mkdtempSync(join(place.temporary, "tapegate-restore-"));
  try {
    const primaryKey = cacheKey(place);
    const { value: work, archive } = await withQuarantine(place.cassettes, quarantine, () =>
      letClientWork(
        () => cache.restoreCache(cachePaths(place), primaryKey, [place.keyPrefix], {}, true),
        { msMax: RESTORE_MS_MAX, cancelled },
      ),
    );
    if (work.kind === "given up") return { ...NOTHING_RESTORED, failure: work.why };
    if (archive?.kind === "refused") {
      return { ...NOTHING_RESTORED, refused: refusal(archive.why, keyIn(work.lines)) };
    }
    if (work.value === undefined || archive === undefined) {
      return { ...NOTHING_RESTORED, failure: clientFailure(work.lines) };
    }
    return {
      ...NOTHING_RESTORED,
      matchedKey: work.value,
      ...installAll(archive.files, quarantine, place),
    };
  } finally {
    rmSync(quarantine, { recursive: true, force: true });
  }
}

/** The key of the entry that the client found, as it logs it; the older service's client logs none. */
function keyIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const key = /^Cache hit for(?: restore-key)?: (.+)$/.exec(line)?.[1];
    if (key !== undefined) return key;
  }
  return undefined;
}

function refusal(why: string, key: string | undefined): string {
  const entry = key === undefined ? "the cache entry" : `the cache entry "${key}"`;
  const command = key === undefined ? "gh cache delete" : `gh cache delete ${key}`;
  return `Cannot restore the cassettes: ${entry} is refused, because ${why}. Nothing of it reached the workspace, and the suite runs without it; delete it (${command}), find out which job wrote it, and record again`;
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
): Pick<Restored, "setAside" | "installedCount" | "committedCount"> {
  const setAside: SetAside[] = [];
  let installedCount = 0;
  let committedCount = 0;
  for (const path of files) {
    const problem = problemOf(join(quarantine, path), path.slice(place.cassettes.length + 1));
    const installed = problem ?? install(join(quarantine, path), path, place);
    if (installed === "installed") installedCount += 1;
    else if (installed === "committed") committedCount += 1;
    else setAside.push({ path, problem: installed });
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

/** Moves a document into the library, unless one stands there already; otherwise the reason why it cannot be there. */
function install(from: string, path: string, place: LibraryPlace): string {
  const target = join(place.workspace, path);
  try {
    makeFolders(dirname(path), place.workspace);
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return "committed";
    moveFile(from, target);
    return "installed";
  } catch (error) {
    // One that finds no place must not keep the others from theirs.
    if (error instanceof ActionError) return error.message;
    return `it cannot be written to "${path}": ${(error as Error).message}`;
  }
}

function moveFile(from: string, target: string): void {
  try {
    renameSync(from, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFileSync(from, target, constants.COPYFILE_EXCL);
  }
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
