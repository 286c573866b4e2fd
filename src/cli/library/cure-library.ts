import { assembleDocument } from "../../cassette/document-text.ts";
import { CassetteError } from "../../cassette/errors.ts";
import type { Log } from "../../cassette/ports.ts";
import { readScope } from "../../cassette/recovery.ts";
import { openDirectoryStore } from "../../stores/directory-store.ts";
import { removeLibraryFile } from "../../stores/survey-directory.ts";
import type { Ailment, Remedy } from "./examine-library.ts";

/** Does what is safe against an ailment; one that cannot be cured stays as it is, and the log says why. */
export function cure(ailment: Ailment, root: string, log: Log): Ailment {
  const { remedy } = ailment;
  if (remedy === undefined) return ailment;
  try {
    apply(remedy, root, log);
    return { ...ailment, isCured: true };
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    log.error(error.message);
    return ailment;
  }
}

function apply(remedy: Remedy, root: string, log: Log): void {
  if (remedy.kind === "delete") {
    removeLibraryFile(root, remedy.path);
    return;
  }
  const { scope } = remedy;
  // Taking the lock removes one that was left over.
  const recording = openDirectoryStore(root, { log }).openRecording(scope);
  try {
    const { earlier } = recording;
    if (earlier === undefined) return;
    const { index, mergedDocument } = readScope(scope, earlier);
    const { normalisers, recordings } = index;
    const document = mergedDocument ?? assembleDocument({ scope, normalisers }, recordings);
    if (recordings.length > 0 && document !== earlier.document) recording.commit(document);
    // What it held is in the document now, or could not be read at all.
    else recording.discard();
  } finally {
    recording.close();
  }
}
