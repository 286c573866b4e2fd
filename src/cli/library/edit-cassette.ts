import { assembleDocument } from "../../cassette/document-text.ts";
import { CassetteStoreError } from "../../cassette/errors.ts";
import type { Log } from "../../cassette/ports.ts";
import { readScope } from "../../cassette/recovery.ts";
import { openDirectoryStore } from "../../stores/directory-store.ts";
import type { CassettePlace } from "./library-place.ts";

/** A recording to take out: its digest is checked again under the lock. */
export interface Removal {
  /** From 0. */
  readonly position: number;
  readonly digest: string;
}

/**
 * Takes recordings out of a document, under its lock and in one step; a document that is left without
 * any goes as a whole.
 *
 * @throws {CassetteStoreError} where somebody records the scope, changed it meanwhile, or it is not writable.
 */
export function removeRecordings(
  place: CassettePlace,
  removals: readonly Removal[],
  log: Log,
): void {
  const recording = openDirectoryStore(place.root, { log }).openRecording(place.scope);
  try {
    const { earlier } = recording;
    const found = earlier === undefined ? undefined : readScope(place.scope, earlier);
    const recordings = found?.index.recordings ?? [];
    if (removals.some(({ position, digest }) => recordings[position]?.digest !== digest)) {
      throw new CassetteStoreError(
        `Cannot change ${place.shown}: another process changed it meanwhile. Run the command again`,
        place.shown,
      );
    }
    const removed = new Set(removals.map(({ position }) => position));
    const kept = recordings.filter((_, position) => !removed.has(position));
    const { normalisers = [] } = found?.index ?? {};
    if (kept.length === 0) recording.remove();
    else recording.commit(assembleDocument({ scope: place.scope, normalisers }, kept));
  } finally {
    recording.close();
  }
}

/**
 * Deletes a document with its journal, under its lock; also a damaged one.
 *
 * @throws {CassetteStoreError} where somebody records the scope, or the folder is not writable.
 */
export function removeCassette(place: CassettePlace, log: Log): void {
  const store = openDirectoryStore(place.root, { log });
  if (store.pathOf(place.scope) !== place.path) {
    throw new CassetteStoreError(
      `Cannot delete ${place.shown}: it does not lie where its scope belongs, so no lock guards it. Delete the file itself`,
      place.shown,
    );
  }
  const recording = store.openRecording(place.scope, { isReadable: false });
  try {
    recording.remove();
  } finally {
    recording.close();
  }
}
