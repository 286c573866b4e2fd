import type { RequestKey } from "./values.ts";

/** One recording of a document, found but not yet parsed. */
export interface Recording {
  readonly key: RequestKey;
  readonly lane: number;
  /** Canonical JSON at its indentation in a document. */
  readonly text: string;
  /** SHA-256 of the text, lower-case hex. */
  readonly digest: string;
  /** Where the text starts in its document; `undefined` where another program laid it out. */
  readonly offset: number | undefined;
}

/** A recording whose digest is not verified yet; `undefined` where the document states none. */
export type UnverifiedRecording = Omit<Recording, "digest"> & {
  readonly digest: string | undefined;
};

/** A document's header and recordings, digests as stated. */
export interface ScannedDocument {
  readonly scope: string;
  readonly normalisers: readonly string[];
  readonly recordings: readonly UnverifiedRecording[];
}
