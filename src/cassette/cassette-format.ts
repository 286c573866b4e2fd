import { indexDocument } from "./cassette-index.ts";
import { assembleDocument, encodeInteraction } from "./document-text.ts";
import type { Cassette } from "./values.ts";

/**
 * The text of a cassette's document.
 *
 * @throws {CassetteFormatError} where the document would be too large to be read again.
 */
export function encodeCassette(cassette: Cassette): string {
  return assembleDocument(cassette, cassette.interactions.map(encodeInteraction));
}

/**
 * Reads a whole document and verifies every digest in it.
 *
 * @param place path for messages
 * @throws {CassetteFormatError} where it is unparseable, of another version or of the wrong shape.
 * @throws {CassetteIntegrityError} where an interaction's digest is absent or does not fit.
 */
export function decodeCassette(text: string, place: string): Cassette {
  const index = indexDocument(text, place);
  return {
    scope: index.scope,
    normalisers: index.normalisers,
    interactions: index.recordings.map((_, position) => index.interaction(position)),
  };
}
