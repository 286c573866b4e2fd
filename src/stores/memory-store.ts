import { CassetteStoreError } from "../cassette/errors.ts";
import type { CassetteStore, ScopeRecording, StoredScope } from "../cassette/ports.ts";
import { scopePath } from "../cassette/scope-path.ts";

/** What the memory holds of one scope. */
interface Kept {
  document: string | undefined;
  journal: string[];
  isLocked: boolean;
}

/** A store that keeps everything in this process: for tests, and for trying things out. */
export function openMemoryStore(): CassetteStore {
  const kept = new Map<string, Kept>();
  const pathOf = (scope: string): string => `memory/${scopePath(scope)}`;
  const storedOf = (scope: string, entry: Kept | undefined): StoredScope | undefined =>
    entry === undefined || (entry.document === undefined && entry.journal.length === 0)
      ? undefined
      : { path: pathOf(scope), document: entry.document, journal: [...entry.journal] };
  return {
    location: "memory",
    pathOf,
    scopes: () =>
      [...kept]
        .filter(([, { document }]) => document !== undefined)
        .map(([scope]) => scope)
        .sort(),
    read: (scope) => {
      const entry = kept.get(scope);
      // The journal of a recording that is going on is not what a killed one left.
      return storedOf(scope, entry?.isLocked === true ? { ...entry, journal: [] } : entry);
    },
    openRecording: (scope, { isReadable = true } = {}) => {
      const entry = kept.get(scope) ?? { document: undefined, journal: [], isLocked: false };
      kept.set(scope, entry);
      if (entry.isLocked) {
        throw new CassetteStoreError(
          `Cannot record the scope "${scope}": another session records it. Close that one first`,
          pathOf(scope),
        );
      }
      entry.isLocked = true;
      return recordingOf(entry, isReadable ? storedOf(scope, entry) : undefined);
    },
  };
}

function recordingOf(entry: Kept, earlier: StoredScope | undefined): ScopeRecording {
  return {
    earlier,
    append: (line) => {
      entry.journal.push(typeof line === "string" ? line : [...line].join(""));
    },
    commit: (document) => {
      entry.document = document;
      entry.journal = [];
    },
    discard: () => {
      entry.journal = [];
    },
    remove: () => {
      entry.document = undefined;
      entry.journal = [];
    },
    close: () => {
      entry.isLocked = false;
    },
  };
}
