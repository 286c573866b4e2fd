import { readFileSync, statSync } from "node:fs";
import { encodeCassette } from "../../cassette/cassette-format.ts";
import { CassetteError } from "../../cassette/errors.ts";
import { normaliserNames } from "../../cassette/normaliser.ts";
import type { CassetteStore } from "../../cassette/ports.ts";
import { decodeRecordingText, RECORDING_BYTES_MAX } from "../../import/decode-recording-text.ts";
import { type ImportedRecording, importRecording } from "../../import/import-recording.ts";
import type { SkippedInteraction } from "../../import/recorded-exchange.ts";
import type { ImportOptions } from "../../import/make-interaction.ts";

/** One recording to import. */
export interface FileToImport {
  readonly path: string;
  /** The path as the user would write it. */
  readonly name: string;
  readonly scope: string;
  /** Named itself: then it must be a recording. */
  readonly isNamed: boolean;
}

/** A recording that became a scope's cassette. */
export interface ImportedFile {
  readonly file: string;
  readonly scope: string;
  /** How many were imported. */
  readonly interactions: number;
  readonly skipped: readonly SkippedInteraction[];
  /** The scope had a cassette before. */
  readonly isReplaced: boolean;
}

/** What became of a file. */
export type FileImport =
  | { readonly kind: "imported"; readonly file: ImportedFile }
  /** A file of a folder that is no recording at all. */
  | { readonly kind: "passed over"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

/** Reads one recording and writes its cassette. A scope of which nothing could be imported gets none. */
export function importFile(
  { path, name, scope, isNamed }: FileToImport,
  options: ImportOptions,
  store: CassetteStore,
): FileImport {
  const recording = readRecording(path, options);
  switch (recording.kind) {
    case "unreadable":
      return failed(name, recording.reason);
    case "damaged":
      return {
        kind: "failed",
        message: `Cannot import ${name}:${recording.line}:${recording.column}: ${recording.message}. Correct the file there, or record it again`,
      };
    case "foreign": {
      const reason =
        'it has no list "interactions", "http_interactions", "requests" or "log.entries", so it is no recording of VCR.py, Ruby VCR, LangChain, nock or a HAR tool';
      if (isNamed) return failed(name, reason);
      return { kind: "passed over", message: `Passed over "${name}": ${reason}` };
    }
    case "imported": {
      const { interactions, skipped } = recording;
      const file = { file: name, scope, interactions: interactions.length, skipped };
      if (interactions.length === 0)
        return { kind: "imported", file: { ...file, isReplaced: false } };
      const normalisers = normaliserNames(options.normalisers ?? []);
      const write = (): boolean =>
        writeScope(store, scope, encodeCassette({ scope, normalisers, interactions }));
      try {
        return { kind: "imported", file: { ...file, isReplaced: write() } };
      } catch (error) {
        if (error instanceof CassetteError) return { kind: "failed", message: error.message };
        throw error;
      }
    }
  }
}

function failed(name: string, reason: string): FileImport {
  return { kind: "failed", message: `Cannot import "${name}": ${reason}` };
}

function readRecording(
  path: string,
  options: ImportOptions,
): ImportedRecording | { readonly kind: "unreadable"; readonly reason: string } {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > RECORDING_BYTES_MAX) {
      return { kind: "unreadable", reason: `it is larger than ${RECORDING_BYTES_MAX} bytes` };
    }
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { kind: "unreadable", reason: `reading it failed (${code})` };
  }
  const content = decodeRecordingText(bytes);
  return content.kind === "text" ? importRecording(content.text, options) : content;
}

/** Replaces a scope's document under its lock; says whether there was one. */
function writeScope(store: CassetteStore, scope: string, document: string): boolean {
  const recording = store.openRecording(scope);
  try {
    recording.commit(document);
    return recording.earlier !== undefined;
  } finally {
    recording.close();
  }
}
