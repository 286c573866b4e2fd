import { encodeRecorded, FORMAT_NAME, FORMAT_VERSION } from "./document-text.ts";
import { CassetteFormatError } from "./errors.ts";
import { faultOfInteraction } from "./interaction-shape.ts";
import { findJsonFault } from "./json-fault.ts";
import type { ScannedDocument, UnverifiedRecording } from "./scanned-document.ts";
import type { JsonValue } from "./values.ts";

type JsonObject = { readonly [name: string]: JsonValue };

const DIGEST = /^sha256:(?<hex>[0-9a-f]{64})$/;

/**
 * Reads a document of any layout by parsing it.
 *
 * @throws {CassetteFormatError} where it is unparseable, of another version or of the wrong shape.
 */
export function parseDocument(text: string, place: string): ScannedDocument {
  const value = parse(text, place);
  if (!isObject(value) || value["format"] !== FORMAT_NAME) {
    throw faulty(place, `it is no Tapegate cassette (no "format": "${FORMAT_NAME}")`);
  }
  const { version, interactions, normalisers, scope } = value;
  if (version !== FORMAT_VERSION) {
    const found = typeof version === "number" ? `version ${version}` : "no version";
    throw faulty(place, `it has ${found}, and this program reads version ${FORMAT_VERSION}`);
  }
  if (typeof scope !== "string") throw faulty(place, "scope is no text");
  if (!Array.isArray(normalisers) || !normalisers.every((name) => typeof name === "string")) {
    throw faulty(place, "normalisers is no list of texts");
  }
  if (!Array.isArray(interactions)) throw faulty(place, "interactions is no list");
  const elements = (interactions as readonly JsonValue[]).filter((element) => element !== null);
  const recordings = elements.map((element, index) => readElement(element, index, place));
  return { scope, normalisers, recordings };
}

function parse(text: string, place: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The engine's own message quotes the document, which may hold anything, and names no line.
    const fault = findJsonFault(text);
    const at = fault === undefined ? place : `${place}:${fault.line}:${fault.column}`;
    const hint = /^<{7} /m.test(text)
      ? "it holds the marks of an unresolved merge: resolve it"
      : `it is damaged JSON (${fault?.reason ?? "unreadable"}): restore it from version control or record the scope again`;
    throw new CassetteFormatError(`Cannot read the cassette ${at}: ${hint}`, at);
  }
}

function readElement(element: JsonValue, index: number, place: string): UnverifiedRecording {
  const interaction = isObject(element) ? element["interaction"] : undefined;
  if (!isObject(element) || interaction === undefined) {
    throw faulty(place, `interaction #${index + 1} has no "interaction"`);
  }
  const fault = faultOfInteraction(interaction);
  if (fault !== undefined) throw faulty(place, `interaction #${index + 1}: ${fault}`);
  const { key, lane } = interaction as { readonly key: string; readonly lane: number };
  const stated = element["digest"];
  const digest = typeof stated === "string" ? DIGEST.exec(stated)?.groups?.["hex"] : undefined;
  return { key, lane, text: encodeRecorded(interaction).text, digest, offset: undefined };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faulty(place: string, state: string): CassetteFormatError {
  return new CassetteFormatError(
    `Cannot read the cassette ${place}: ${state}. Record the scope again, or import it with the version that wrote it`,
    place,
  );
}
