// Stands in for the cache client's own `extractTar` in the bundle (scripts/cache-client-plugin.mjs):
// what it would hand to `tar -P` goes through `unpackVetted` instead. Creating archives stays the
// client's own work.
import { RefusedArchive, unpackVetted, type VettedArchive } from "./vetted-archive.ts";

/** What came of an archive: unpacked, or why nothing of it was taken. */
export type QuarantinedArchive =
  | ({ readonly kind: "unpacked" } & VettedArchive)
  | { readonly kind: "refused"; readonly why: string };

/** Where the next archive goes, and what came of the last one. */
interface Restoration {
  readonly prefix: string;
  readonly quarantine: string;
  archive: QuarantinedArchive | undefined;
}

let current: Restoration | undefined;

/** Runs the cache client's restore with its archive led into a quarantine folder. */
export async function withQuarantine<T>(
  prefix: string,
  quarantine: string,
  restore: () => Promise<T>,
): Promise<{ readonly value: T; readonly archive: QuarantinedArchive | undefined }> {
  const restoration: Restoration = { prefix, quarantine, archive: undefined };
  current = restoration;
  try {
    const value = await restore();
    // The client turns every failure into a warning; a hostile archive must not end as "no cache".
    return { value, archive: restoration.archive };
  } finally {
    current = undefined;
  }
}

/** Called by the cache client in place of its own. */
export async function extractTar(archivePath: string): Promise<void> {
  const restoration = current;
  // Also where it comes so late that nobody waits for it any more.
  if (restoration === undefined)
    throw new Error("Cannot unpack a cache entry: its restoration is over");
  const { prefix, quarantine } = restoration;
  try {
    const unpacked = await unpackVetted(archivePath, prefix, quarantine);
    restoration.archive = { kind: "unpacked", ...unpacked };
  } catch (error) {
    if (error instanceof RefusedArchive) {
      restoration.archive = { kind: "refused", why: error.message };
    }
    throw error;
  }
}
