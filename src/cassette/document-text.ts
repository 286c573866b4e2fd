import { sha256Hex } from "./digest.ts";
import { CassetteFormatError } from "./errors.ts";
import { writeJson, type JsonStyle } from "./json-writer.ts";
import { DOCUMENT_LENGTH_MAX } from "./limits.ts";
import type { Interaction, JsonValue } from "./values.ts";

/** Version of the document that this program writes; it reads no other. */
export const FORMAT_VERSION = 1;

/** Value of the document's `format` member. */
export const FORMAT_NAME = "tapegate-cassette";

/** Members are sorted, except below `json`, where they stand as on the wire. */
const DOCUMENT_STYLE: JsonStyle = { indent: 0, keepsOrderBelow: "json", keepsNegativeZero: true };
const INTERACTION_STYLE: JsonStyle = { ...DOCUMENT_STYLE, indent: 3 };
const LIST_STYLE: JsonStyle = { ...DOCUMENT_STYLE, indent: 1 };

/** An interaction as it stands in a document, with the digest of exactly that text. */
export interface EncodedInteraction {
  /** Canonical JSON at the indentation of its place. */
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
  readonly digest: string;
}

/** Everything of a document but the interactions. */
export interface DocumentHeader {
  readonly scope: string;
  readonly normalisers: readonly string[];
}

/** The text of an interaction at its place in a document. */
export function encodeInteraction(interaction: Interaction): EncodedInteraction {
  return encodeRecorded(interaction as unknown as JsonValue);
}

/** The same for a parsed value whose shape is not known yet. */
export function encodeRecorded(value: JsonValue): EncodedInteraction {
  const text = writeJson(value, INTERACTION_STYLE);
  return { text, digest: sha256Hex(text) };
}

/**
 * The text of a document: canonical JSON, two spaces, line feeds, a final one. The list of interactions
 * ends in `null`, so that adding one adds lines and changes none.
 *
 * @throws {CassetteFormatError} where the document would be too large to be read again.
 */
export function assembleDocument(
  header: DocumentHeader,
  interactions: readonly EncodedInteraction[],
): string {
  const parts = [`{\n  "format": "${FORMAT_NAME}",\n  "interactions": [\n`];
  let length = 0;
  for (const { text, digest } of interactions) {
    parts.push(
      `    {\n      "digest": "sha256:${digest}",\n      "interaction": `,
      text,
      "\n    },\n",
    );
    length += text.length;
    if (length > DOCUMENT_LENGTH_MAX) {
      throw new CassetteFormatError(
        `Cannot write the cassette "${header.scope}": it would be longer than ${DOCUMENT_LENGTH_MAX} characters. Record fewer requests in one scope`,
        header.scope,
      );
    }
  }
  parts.push(
    `    null\n  ],\n  "normalisers": ${writeJson(header.normalisers, LIST_STYLE)},\n`,
    `  "scope": ${JSON.stringify(header.scope)},\n  "version": ${FORMAT_VERSION}\n}\n`,
  );
  return parts.join("");
}
