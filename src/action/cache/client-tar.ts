// Stands in for the cache client's own `extractTar` in the bundle (scripts/cache-client-plugin.mjs):
// what it would hand to `tar -P` goes through `unpackVetted` instead. Creating archives stays the
// client's own work.
import { unpackVetted, type VettedArchive } from "./vetted-archive.ts";

/** Where the next archive goes, and what came of the last one. */
interface Restoration {
  readonly prefix: string;
  readonly quarantine: string;
  result: VettedArchive | undefined;
  error: unknown;
}

let current: Restoration | undefined;

/** Runs the cache client's restore with its archive led into a quarantine folder. */
export async function withQuarantine<T>(
  prefix: string,
  quarantine: string,
  restore: () => Promise<T>,
): Promise<{ readonly value: T; readonly archive: VettedArchive | undefined }> {
  const restoration: Restoration = { prefix, quarantine, result: undefined, error: undefined };
  current = restoration;
  try {
    const value = await restore();
    // The client turns every failure into a warning; a hostile archive must not end as "no cache".
    if (restoration.error !== undefined) throw restoration.error;
    return { value, archive: restoration.result };
  } finally {
    current = undefined;
  }
}

/** Called by the cache client in place of its own. */
export async function extractTar(archivePath: string): Promise<void> {
  const restoration = current;
  if (restoration === undefined) throw new Error("extractTar outside withQuarantine");
  try {
    restoration.result = await unpackVetted(
      archivePath,
      restoration.prefix,
      restoration.quarantine,
    );
  } catch (error) {
    restoration.error = error;
    throw error;
  }
}
