import { join } from "node:path";
import * as cache from "@actions/cache";
import { clientFailure, letClientWork } from "./client-work.ts";
import { findLink } from "./library-manifest.ts";
import { cacheKey, cachePaths, type LibraryPlace, type Restored } from "./restore-cassettes.ts";

/** What came of saving, with the sentence that the log says. */
export interface Saved {
  readonly isSaved: boolean;
  readonly key: string;
  readonly why: string;
}

/** Nothing was recorded that was not there. */
export const SAME_AS_RESTORED = "the cassettes are those that were restored";
/** Another run of the same content was first; nothing is lost. */
export const SAVED_BEFORE = "an entry with exactly these cassettes is there already";

const REFUSED = "the cache service refused it; the client's lines above may say why";

/** How long looking up and uploading may take in all, in milliseconds. */
const SAVE_MS_MAX = 90_000;

/**
 * Saves the library under the key of its content. Never throws: a cache that is away, slow, full or
 * forbidden must not turn a suite's result.
 *
 * @param restored what was restored before: the same content is not saved again, and a service that
 * failed then is not asked for more than it must.
 */
export async function saveCassettes(
  place: LibraryPlace,
  restored: Restored,
  cancelled: AbortSignal,
): Promise<Saved> {
  const key = cacheKey(place);
  if (key === restored.matchedKey) {
    return { isSaved: false, key, why: SAME_AS_RESTORED };
  }
  const link = findLink(join(place.workspace, place.cassettes));
  if (link !== undefined) {
    const shown = link === "." ? place.cassettes : `${place.cassettes}/${link}`;
    const why = `"${shown}" is a symbolic link, and an entry with one is refused when it is restored. Put the cassettes themselves there`;
    return { isSaved: false, key, why };
  }
  try {
    const work = await letClientWork(() => save(place, key, restored.failure === undefined), {
      msMax: SAVE_MS_MAX,
      cancelled,
    });
    if (work.kind === "given up") return { isSaved: false, key, why: work.why };
    if (work.value === "there") return { isSaved: false, key, why: SAVED_BEFORE };
    // The client turns most failures into warnings and answers -1; only a real id means "saved".
    if (work.value > 0) return { isSaved: true, key, why: `saved as entry ${work.value}` };
    return { isSaved: false, key, why: clientFailure(work.lines) ?? REFUSED };
  } catch (error) {
    return { isSaved: false, key, why: error instanceof Error ? error.message : String(error) };
  }
}

async function save(
  place: LibraryPlace,
  key: string,
  looksFirst: boolean,
): Promise<number | "there"> {
  if (looksFirst && (await isThere(place, key))) return "there";
  return cache.saveCache(cachePaths(place), key, undefined, true);
}

/** Entries cannot be written twice, and the client would warn of it. */
async function isThere(place: LibraryPlace, key: string): Promise<boolean> {
  const found = await cache.restoreCache(cachePaths(place), key, [], { lookupOnly: true }, true);
  return found === key;
}
