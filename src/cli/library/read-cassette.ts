import { readFileSync } from "node:fs";
import { indexDocument, type CassetteIndex } from "../../cassette/cassette-index.ts";
import { CassetteError } from "../../cassette/errors.ts";
import { readScope } from "../../cassette/recovery.ts";
import { openDirectoryStore } from "../../stores/directory-store.ts";
import { UsageError } from "../usage-error.ts";
import type { CassettePlace, Selected } from "./library-place.ts";

/** A document as a session would find it, or why it would not. */
export type ReadCassette =
  | {
      readonly kind: "whole";
      readonly index: CassetteIndex;
      /** UTF-8 bytes of the document. */
      readonly bytes: number;
      /** What an interrupted recording left behind, in sentences. */
      readonly notices: readonly string[];
    }
  | { readonly kind: "damaged"; readonly message: string };

/** Reads and verifies a document, with what an interrupted recording left of it. */
export function readCassette(place: CassettePlace): ReadCassette {
  try {
    const stored = openDirectoryStore(place.root).read(place.scope);
    if (stored === undefined || stored.path !== place.path) {
      // A damaged document states no scope: its damage is what stands in the way.
      indexDocument(readFileSync(place.path, "utf8"), place.shown);
      return {
        kind: "damaged",
        message: `Cannot use ${place.shown}: no session would look for its scope here. Move it to its place, or delete it`,
      };
    }
    // Messages name the file as the user sees it.
    const { index, notices } = readScope(place.scope, { ...stored, path: place.shown });
    return { kind: "whole", index, bytes: Buffer.byteLength(stored.document ?? ""), notices };
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    return { kind: "damaged", message: error.message.replaceAll(place.path, place.shown) };
  }
}

/**
 * The same for a command that can do nothing without it.
 *
 * @throws {CassetteError} where it is damaged.
 */
export function readWhole(place: CassettePlace): CassetteIndex {
  const read = readCassette(place);
  if (read.kind === "whole") return read.index;
  throw new CassetteError("CASSETTE_FORMAT", read.message);
}

/**
 * Positions, from 0, that are meant: the named one, or all.
 *
 * @throws {UsageError} where the document has no such recording.
 */
export function positionsOf(
  { place, position }: Selected,
  index: CassetteIndex,
  command: string,
): readonly number[] {
  const { length } = index.recordings;
  if (position === undefined) return [...index.recordings.keys()];
  if (position >= 1 && position <= length) return [position - 1];
  throw new UsageError(
    `Cannot ${command} "${place.scope}#${position}": it has ${length === 1 ? "one recording" : `${length} recordings`}`,
    command,
  );
}
