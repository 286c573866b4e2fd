import { join } from "node:path";
import * as cache from "@actions/cache";
import { findLink } from "./library-manifest.ts";
import { cacheKey, cachePaths, type LibraryPlace } from "./restore-cassettes.ts";

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

/**
 * Saves the library under the key of its content. Never throws: a cache that is away, full or
 * forbidden must not turn a suite's result.
 *
 * @param restoredKey key under which the library was restored; the same content is not saved again.
 */
export async function saveCassettes(
  place: LibraryPlace,
  restoredKey: string | undefined,
): Promise<Saved> {
  const key = cacheKey(place);
  if (key === restoredKey) {
    return { isSaved: false, key, why: SAME_AS_RESTORED };
  }
  const link = findLink(join(place.workspace, place.cassettes));
  if (link !== undefined) {
    const shown = link === "." ? place.cassettes : `${place.cassettes}/${link}`;
    const why = `"${shown}" is a symbolic link, and an entry with one is refused when it is restored. Put the cassettes themselves there`;
    return { isSaved: false, key, why };
  }
  try {
    if (await isThere(place, key)) return { isSaved: false, key, why: SAVED_BEFORE };
    // The client turns most failures into warnings and answers -1; only a real id means "saved".
    const id = await cache.saveCache(cachePaths(place), key, undefined, true);
    return id > 0
      ? { isSaved: true, key, why: `saved as entry ${id}` }
      : { isSaved: false, key, why: "the cache service refused it; the warning above says why" };
  } catch (error) {
    return { isSaved: false, key, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Entries cannot be written twice, and the client would warn of it. */
async function isThere(place: LibraryPlace, key: string): Promise<boolean> {
  const found = await cache.restoreCache(cachePaths(place), key, [], { lookupOnly: true }, true);
  return found === key;
}
