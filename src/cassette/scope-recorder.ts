import { sha256Hex } from "./digest.ts";
import { assembleDocument, encodeInteraction } from "./document-text.ts";
import { CassetteError, CassetteStoreError } from "./errors.ts";
import { encodeJournalEntry, encodeJournalHeader } from "./journal-format.ts";
import { normaliserNames } from "./normaliser.ts";
import type { ScopeRecording } from "./ports.ts";
import { inLaneOrder, laneKeyOf, readScope, type FoundScope } from "./recovery.ts";
import type { Recording } from "./scanned-document.ts";
import type { SessionContext } from "./session-context.ts";
import type { Interaction } from "./values.ts";
import { checkRecorded } from "./self-check.ts";

/** Writes what one opening of a scope records. */
export interface ScopeRecorder {
  /** Takes the scope's lock now instead of at the first recording. */
  lock(): void;
  /** Appends an interaction; on return it survives a kill of this process. */
  record(interaction: Interaction, sequence: number): void;
  /** What this opening recorded. */
  recorded(): readonly Recorded[];
  /**
   * Takes over what earlier attempts at the same work recorded and nothing in this opening, nor in
   * what the document keeps of earlier ones, answers; of several attempts the last.
   *
   * @param replaced As for `close`.
   */
  adopt(attempts: readonly (readonly Recorded[])[], replaced: ReadonlySet<number>): void;
  /** Writes the document where something was recorded since the last time. */
  flush(): void;
  /**
   * Writes the document or drops what was recorded, and gives the lock back.
   */
  close(how: RecorderClosing): void;
}

/** What becomes of new and of earlier recordings. */
export interface RecorderClosing {
  readonly keep: boolean;
  /** In record mode: whether the earlier document goes as a whole, or only where the same was asked. */
  readonly isWhole: boolean;
  /** In auto mode: positions of earlier recordings that the document no longer holds. */
  readonly replaced: ReadonlySet<number>;
}

/** An interaction recorded in one opening. */
export interface Recorded extends Recording {
  /** Its place among those of its opening. */
  readonly sequence: number;
}

interface RecorderState {
  recording: ScopeRecording | undefined;
  /** Recordings that the new ones follow: those of the earlier document in auto mode, else none. */
  base: readonly Recording[];
  /** Those of the earlier document, for the self-check. */
  earlier: readonly Recording[];
  /** Of these, in record mode: what stays beside the new ones until the work came to a good end. */
  spare: readonly Recording[];
  /** Whether the document holds some of them. */
  holdsSpare: boolean;
  readonly recorded: Recorded[];
  /** Whether the journal has its header. */
  hasHeader: boolean;
  /** SHA-256 of the document as it stands; `null` where there is none. */
  documentDigest: string | null;
  /** Interactions that the document holds already. */
  committedCount: number;
}

/** A recorder that holds nothing yet, not even the lock. */
export function createScopeRecorder(
  scope: string,
  context: SessionContext,
  replayed: readonly Recording[] | undefined,
): ScopeRecorder {
  const state: RecorderState = {
    recording: undefined,
    base: [],
    earlier: [],
    spare: [],
    holdsSpare: false,
    recorded: [],
    hasHeader: false,
    documentDigest: null,
    committedCount: 0,
  };
  const recorder: Recorder = { scope, context, state, replayed };
  const flush = (): void => commit(recorder, { isWhole: false, replaced: new Set() });
  return {
    lock: () => {
      state.recording ??= openRecording(recorder);
    },
    record: (interaction, sequence) => {
      state.recording ??= openRecording(recorder);
      append(recorder, interaction, sequence);
    },
    recorded: () => [...state.recorded],
    adopt: (attempts, replaced) => {
      if (attempts.length === 0) return;
      state.recording ??= openRecording(recorder);
      adopt(recorder, attempts, replaced);
    },
    flush,
    close: ({ keep, ...end }) => {
      if (state.recording === undefined) return;
      if (keep) commit(recorder, end);
      else state.recording.discard();
      state.recording.close();
      state.recording = undefined;
    },
  };
}

function openRecording(recorder: Recorder): ScopeRecording {
  const recording = recorder.context.store.openRecording(recorder.scope);
  try {
    takeOver(recorder, recording);
    return recording;
  } catch (error) {
    recording.close();
    throw error;
  }
}

interface Recorder {
  readonly scope: string;
  readonly context: SessionContext;
  readonly state: RecorderState;
  /** What the session replays of the scope; `undefined` in record mode. */
  readonly replayed: readonly Recording[] | undefined;
}

/** Brings what an interrupted recording left into the document before anything new is written. */
function takeOver(recorder: Recorder, recording: ScopeRecording): void {
  const { scope, context, state } = recorder;
  const { earlier } = recording;
  if (earlier === undefined) return;
  if (earlier.document !== undefined) state.documentDigest = sha256Hex(earlier.document);
  let found: FoundScope;
  try {
    found = readScope(scope, earlier);
  } catch (error) {
    if (context.mode !== "record" || !(error instanceof CassetteError)) throw error;
    // Recording again is the way out of a damaged document, so it must not stand in the way.
    context.log.warn(`${error.message}. It is being recorded anew`);
    return;
  }
  if (context.mode === "record") for (const notice of found.notices) context.log.warn(notice);
  if (found.mergedDocument !== undefined) {
    recording.commit(found.mergedDocument);
    state.documentDigest = sha256Hex(found.mergedDocument);
  }
  state.earlier = found.index.recordings;
  if (context.mode === "auto") state.base = state.earlier;
  // Keys made with other normalisers cannot stand beside new ones.
  else if (hasSameNormalisers(found, context)) state.spare = state.earlier;
  assertUnchanged(recorder, earlier.path);
}

function hasSameNormalisers({ index }: FoundScope, { normalisers }: SessionContext): boolean {
  return index.normalisers.join("\n") === normaliserNames(normalisers).join("\n");
}

/** What is appended follows the recordings that this session replays, and no others. */
function assertUnchanged({ scope, replayed, state }: Recorder, place: string): void {
  if (replayed === undefined) return;
  const isSame =
    replayed.length === state.base.length &&
    replayed.every(({ digest }, position) => digest === state.base[position]!.digest);
  if (isSame) return;
  throw new CassetteStoreError(
    `Cannot record into ${place}: another process changed the scope "${scope}" since this session read it. Run again`,
    place,
  );
}

function append(recorder: Recorder, interaction: Interaction, sequence: number): void {
  const { key, lane } = interaction;
  const encoded = encodeInteraction(interaction);
  journal(recorder, { ...encoded, key, lane, sequence, offset: undefined });
}

function adopt(
  recorder: Recorder,
  attempts: readonly (readonly Recorded[])[],
  replaced: ReadonlySet<number>,
): void {
  const { state } = recorder;
  const base = state.base.filter((_, position) => !replaced.has(position));
  const answered = new Set([...base, ...state.recorded].map(laneKeyOf));
  for (const attempt of attempts.toReversed()) {
    const left = attempt.filter((one) => !answered.has(laneKeyOf(one)));
    for (const one of left) {
      journal(recorder, one);
      answered.add(laneKeyOf(one));
    }
  }
}

/** Writes a recording down, so that it survives a kill of this process. */
function journal(recorder: Recorder, recorded: Recorded): void {
  const { scope, context, state } = recorder;
  const recording = state.recording!;
  if (!state.hasHeader) {
    const replaces = context.mode === "record" && state.committedCount === 0;
    const normalisers = normaliserNames(context.normalisers);
    const merge = replaces ? "replace" : "append";
    const after = state.documentDigest;
    recording.append(encodeJournalHeader({ scope, normalisers, merge, after }));
    state.hasHeader = true;
  }
  recording.append(encodeJournalEntry({ sequence: recorded.sequence, text: recorded.text }));
  state.recorded.push(recorded);
}

function commit(
  { scope, context, state }: Recorder,
  { isWhole, replaced }: Omit<RecorderClosing, "keep">,
): void {
  const { recording, recorded } = state;
  const isWritten =
    recorded.length === state.committedCount &&
    replaced.size === 0 &&
    !(isWhole && state.holdsSpare);
  if (recording === undefined || isWritten) return;
  // As a journal is merged that a killed recording left: what was not asked again stays.
  const asked = new Set(recorded.map(laneKeyOf));
  const spare = isWhole ? [] : state.spare.filter((one) => !asked.has(laneKeyOf(one)));
  const base = [...spare, ...state.base.filter((_, position) => !replaced.has(position))];
  const added = [...recorded].sort((one, other) => one.sequence - other.sequence);
  const header = { scope, normalisers: normaliserNames(context.normalisers) };
  const document = assembleDocument(header, inLaneOrder([...base, ...added]));
  recording.commit(document);
  state.documentDigest = sha256Hex(document);
  state.committedCount = recorded.length;
  state.holdsSpare = spare.length > 0;
  state.hasHeader = false;
  const place = context.store.pathOf(scope);
  const check = {
    scope,
    document,
    place,
    recorded: added,
    base,
    earlier: state.earlier,
  };
  for (const finding of checkRecorded(check, context)) {
    if (!context.findings.includes(finding)) context.findings.push(finding);
  }
}
