import { SEARCHED_LENGTH_MAX, SEARCHED_PER_ENDPOINT_MAX, SEARCHED_SCOPES_MAX } from "./limits.ts";
import type { CassetteStore } from "./ports.ts";
import { scanDocument } from "./document-scan.ts";
import { fieldOf } from "./recording-field.ts";
import type { Recording } from "./scanned-document.ts";
import type { RequestKey } from "./values.ts";

/** A recording in some scope of the library. */
interface ForeignRecording {
  readonly scope: string;
  /** From 0. */
  readonly position: number;
  readonly recording: Pick<Recording, "key" | "text">;
}

/** Finds recordings in other scopes. Reads the library once, within bounds, at the first question. */
export interface LibrarySearch {
  /** A scope, other than the asked one, in which the key stands. */
  scopeOf(key: RequestKey, except: string): string | undefined;
  /** Recordings of an endpoint in other scopes. */
  recordingsOf(endpoint: string, except: string): readonly ForeignRecording[];
}

interface Found {
  readonly scopesByKey: Map<RequestKey, string[]>;
  readonly recordingsByEndpoint: Map<string, ForeignRecording[]>;
}

/** A search over a store; misses occur in replay only, where documents stand still. */
export function createLibrarySearch(store: CassetteStore): LibrarySearch {
  let found: Found | undefined;
  return {
    scopeOf: (key, except) =>
      (found ??= readLibrary(store)).scopesByKey.get(key)?.find((scope) => scope !== except),
    recordingsOf: (endpoint, except) =>
      ((found ??= readLibrary(store)).recordingsByEndpoint.get(endpoint) ?? []).filter(
        ({ scope }) => scope !== except,
      ),
  };
}

function readLibrary(store: CassetteStore): Found {
  const found: Found = { scopesByKey: new Map(), recordingsByEndpoint: new Map() };
  let scopesLeft = SEARCHED_SCOPES_MAX;
  let lengthLeft = SEARCHED_LENGTH_MAX;
  for (const scope of store.scopes()) {
    if (scopesLeft-- === 0 || lengthLeft <= 0) break;
    const document = readDocument(store, scope);
    if (document === undefined) continue;
    lengthLeft -= document.length;
    addDocument(found, scope, document);
  }
  return found;
}

function readDocument(store: CassetteStore, scope: string): string | undefined {
  try {
    return store.read(scope)?.document;
  } catch {
    // Another scope's damage is its own users' error, not this request's.
    return undefined;
  }
}

function addDocument(found: Found, scope: string, document: string): void {
  for (const [position, recording] of (scanDocument(document)?.recordings ?? []).entries()) {
    const { key, text } = recording;
    const scopes = found.scopesByKey.get(key) ?? [];
    if (scopes.length === 0) found.scopesByKey.set(key, scopes);
    // Two are enough to name one that is not the asked scope.
    if (scopes.length < 2 && !scopes.includes(scope)) scopes.push(scope);
    const endpoint = fieldOf(text, "endpoint") ?? "";
    const recordings = found.recordingsByEndpoint.get(endpoint) ?? [];
    if (recordings.length === 0) found.recordingsByEndpoint.set(endpoint, recordings);
    if (recordings.length < SEARCHED_PER_ENDPOINT_MAX) {
      recordings.push({ scope, position, recording: { key, text } });
    }
  }
}
