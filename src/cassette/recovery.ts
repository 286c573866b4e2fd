import { createIndex, indexDocument, type CassetteIndex } from "./cassette-index.ts";
import { sha256Hex } from "./digest.ts";
import { assembleDocument } from "./document-text.ts";
import { CassetteFormatError } from "./errors.ts";
import { decodeJournalLine, type JournalEntry, type JournalHeader } from "./journal-format.ts";
import type { StoredScope } from "./ports.ts";
import type { Recording } from "./scanned-document.ts";

/** A scope's recordings as a session finds them. */
export interface FoundScope {
  readonly index: CassetteIndex;
  /** The document that the journal of a killed recording makes; `undefined` where there was none. */
  readonly mergedDocument: string | undefined;
  /** What to tell people about the recovery. */
  readonly notices: readonly string[];
}

/**
 * Reads what a store holds of a scope, and merges the journal that a killed recording left: for keys
 * (per lane) of the journal the journal wins, other interactions of the earlier document stay.
 *
 * @throws {CassetteFormatError} {CassetteIntegrityError} where the document is unusable.
 */
export function readScope(scope: string, stored: StoredScope): FoundScope {
  const earlier =
    stored.document === undefined ? undefined : indexDocument(stored.document, stored.path);
  if (earlier !== undefined && earlier.scope !== scope) {
    throw new CassetteFormatError(
      `Cannot use ${stored.path} for the scope "${scope}": it is the cassette of "${earlier.scope}". Move it back to its place or record the scope again`,
      stored.path,
    );
  }
  const journal = readJournal(stored.journal);
  if (journal.sections.length === 0) {
    const index = earlier ?? createIndex({ place: stored.path, scope, normalisers: [] }, []);
    return { index, mergedDocument: undefined, notices: damageNotices(journal, stored) };
  }
  return merge(scope, stored, { earlier, journal });
}

/** A run of journal lines under one header, interactions in the order of issue. */
interface JournalSection {
  readonly header: JournalHeader;
  readonly recordings: readonly Recording[];
}

interface Journal {
  readonly sections: readonly JournalSection[];
  /** Line numbers, from 1, that no digest fits. */
  readonly damagedLines: readonly number[];
}

function readJournal(lines: readonly string[]): Journal {
  const sections: { header: JournalHeader; entries: JournalEntry[] }[] = [];
  const damagedLines: number[] = [];
  for (const [index, text] of lines.entries()) {
    const line = decodeJournalLine(text);
    if (line.kind === "header") sections.push({ header: line.header, entries: [] });
    else if (line.kind === "entry" && sections.length > 0)
      sections.at(-1)!.entries.push(line.entry);
    else damagedLines.push(index + 1);
  }
  return {
    damagedLines,
    sections: sections
      .filter(({ entries }) => entries.length > 0)
      .map(({ header, entries }) => ({ header, recordings: recordingsOf(entries) })),
  };
}

function recordingsOf(entries: readonly JournalEntry[]): readonly Recording[] {
  return [...entries]
    .sort((one, other) => one.sequence - other.sequence)
    .map(({ text }): Recording => {
      const { key, lane } = JSON.parse(text) as { readonly key: string; readonly lane: number };
      return { key, lane, text, digest: sha256Hex(text), offset: undefined };
    });
}

function merge(
  scope: string,
  stored: StoredScope,
  found: { readonly earlier: CassetteIndex | undefined; readonly journal: Journal },
): FoundScope {
  let normalisers = found.earlier?.normalisers ?? [];
  let recordings = found.earlier?.recordings ?? [];
  let count = 0;
  const documentDigest = stored.document === undefined ? null : sha256Hex(stored.document);
  for (const section of found.journal.sections) {
    const { header } = section;
    // Keys made with other normalisers cannot stand beside these.
    const kept = sameNames(normalisers, header.normalisers) ? recordings : [];
    recordings = withSection(kept, section, documentDigest);
    normalisers = header.normalisers;
    count += section.recordings.length;
  }
  const ordered = inLaneOrder(recordings);
  return {
    index: createIndex({ place: stored.path, scope, normalisers }, ordered),
    mergedDocument: assembleDocument({ scope, normalisers }, ordered),
    notices: [
      `Recovered ${count} interaction${count === 1 ? "" : "s"} of "${scope}" from the journal that an interrupted recording left beside ${stored.path}`,
      ...damageNotices(found.journal, stored),
    ],
  };
}

function withSection(
  kept: readonly Recording[],
  { header, recordings: added }: JournalSection,
  documentDigest: string | null,
): readonly Recording[] {
  if (header.merge === "replace") {
    const replaced = new Set(added.map(laneKeyOf));
    return [...kept.filter((recording) => !replaced.has(laneKeyOf(recording))), ...added];
  }
  if (header.after === documentDigest) return [...kept, ...added];
  // The process was killed between writing the document and removing the journal, or the document was
  // replaced since: what it holds already is not added again.
  const present = new Map<string, number>();
  for (const { digest } of kept) present.set(digest, (present.get(digest) ?? 0) + 1);
  const missing = added.filter(({ digest }) => {
    const count = present.get(digest) ?? 0;
    present.set(digest, count - 1);
    return count <= 0;
  });
  return [...kept, ...missing];
}

/** Recordings by lane; within a lane the order stays. */
export function inLaneOrder<T extends { readonly lane: number }>(recordings: readonly T[]): T[] {
  return [...recordings].sort((one, other) => one.lane - other.lane);
}

/** One key in one lane. */
export function laneKeyOf({ lane, key }: { readonly lane: number; readonly key: string }): string {
  return `${lane} ${key}`;
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, index) => name === others[index]);
}

function damageNotices({ damagedLines }: Journal, { path }: StoredScope): readonly string[] {
  if (damagedLines.length === 0) return [];
  return [
    `Left out ${damagedLines.length} damaged line${damagedLines.length === 1 ? "" : "s"} (first: ${damagedLines[0]}) of the journal beside ${path}`,
  ];
}
