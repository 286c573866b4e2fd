import { sha256Hex } from "./digest.ts";
import { parseDocument } from "./document-parse.ts";
import { scanDocument } from "./document-scan.ts";
import { CassetteFormatError, CassetteIntegrityError } from "./errors.ts";
import {
  asInteraction,
  asOutcome,
  faultOfInteraction,
  faultOfOutcome,
  isDeeperThan,
} from "./interaction-shape.ts";
import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import { outcomeTextOf } from "./recording-field.ts";
import type { Recording, UnverifiedRecording } from "./scanned-document.ts";
import type { Interaction, JsonValue, Outcome, RequestKey } from "./values.ts";

/** A document whose digests are verified and whose interactions are parsed when they are asked for. */
export interface CassetteIndex {
  readonly place: string;
  readonly scope: string;
  readonly normalisers: readonly string[];
  /** In the order of the document. */
  readonly recordings: readonly Recording[];
  /** Positions of the recordings of a key in a lane, in order. */
  find(lane: number, key: RequestKey): readonly number[];
  /** Lanes in which a key stands. */
  lanesOf(key: RequestKey): readonly number[];
  /** @throws {CassetteFormatError} where the recording is of the wrong shape. */
  interaction(position: number): Interaction;
  /**
   * What the provider did, without reading the rest where the document's layout allows it: a replay
   * asks for nothing else.
   *
   * @throws {CassetteFormatError} where the recording is of the wrong shape.
   */
  outcome(position: number): Outcome;
}

/** Where recordings came from, for messages. */
export interface IndexSource {
  readonly place: string;
  readonly scope: string;
  readonly normalisers: readonly string[];
  /** The document's text, by which an offset becomes a line. */
  readonly text?: string;
}

/**
 * Reads a document. One in canonical layout is cut along its lines without parsing; one that another
 * program laid out anew is parsed, and its interactions are written canonically to be verified.
 *
 * @param place path for messages
 * @throws {CassetteFormatError} where it is unparseable, of another version or of the wrong shape.
 * @throws {CassetteIntegrityError} where an interaction's digest is absent or does not fit.
 */
export function indexDocument(text: string, place: string): CassetteIndex {
  const { scope, normalisers, recordings } = scanDocument(text) ?? parseDocument(text, place);
  const source: IndexSource = { place, scope, normalisers, text };
  for (const [position, recording] of recordings.entries()) {
    verifyDigest(recording, position, source);
  }
  return createIndex(source, recordings as readonly Recording[]);
}

/** An index over recordings that are known to be whole. */
export function createIndex(source: IndexSource, recordings: readonly Recording[]): CassetteIndex {
  const lanesByKey = new Map<RequestKey, Map<number, number[]>>();
  for (const [position, { key, lane }] of recordings.entries()) {
    let lanes = lanesByKey.get(key);
    if (lanes === undefined) lanesByKey.set(key, (lanes = new Map<number, number[]>()));
    const positions = lanes.get(lane);
    if (positions === undefined) lanes.set(lane, [position]);
    else positions.push(position);
  }
  return {
    place: source.place,
    scope: source.scope,
    normalisers: source.normalisers,
    recordings,
    find: (lane, key) => lanesByKey.get(key)?.get(lane) ?? [],
    lanesOf: (key) => [...(lanesByKey.get(key)?.keys() ?? [])],
    interaction: (position) => readRecording(recordings[position]!, position, source),
    outcome: (position) =>
      readOutcome(recordings[position]!.text) ??
      readRecording(recordings[position]!, position, source).outcome,
  };
}

function verifyDigest(recording: UnverifiedRecording, position: number, source: IndexSource): void {
  const { digest, text, key } = recording;
  if (digest !== undefined && sha256Hex(text) === digest) return;
  const place = placeOf(recording, source);
  const state = digest === undefined ? "has no digest" : "does not fit its digest";
  throw new CassetteIntegrityError(
    `Cannot use ${place}: interaction #${position + 1} (key ${key.slice(0, 8)}…) ${state}, so it was edited after it was recorded. Undo the edit or record the scope again`,
    place,
  );
}

function readRecording(recording: Recording, position: number, source: IndexSource): Interaction {
  let value: JsonValue;
  try {
    value = JSON.parse(recording.text) as JsonValue;
  } catch {
    throw faulty("it is no JSON");
  }
  const fault = faultOfInteraction(value);
  if (fault !== undefined) throw faulty(fault);
  const interaction = asInteraction(value);
  if (interaction.key !== recording.key || interaction.lane !== recording.lane) {
    throw faulty("key or lane stands twice");
  }
  return interaction;

  function faulty(fault: string): CassetteFormatError {
    const place = placeOf(recording, source);
    return new CassetteFormatError(
      `Cannot use ${place}: interaction #${position + 1} is not of the format's shape: ${fault}. Record the scope again`,
      place,
    );
  }
}

/** `undefined` for whatever is not as it is written here: reading the whole says what is wrong. */
function readOutcome(recording: string): Outcome | undefined {
  const text = outcomeTextOf(recording);
  if (text === undefined) return undefined;
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  // Each level takes a bracket at both ends: a short text cannot be deep.
  const depthMax = INTERACTION_DEPTH_MAX - 1;
  if (text.length >= 2 * depthMax && isDeeperThan(value, depthMax)) return undefined;
  return faultOfOutcome(value) === undefined ? asOutcome(value) : undefined;
}

function placeOf({ offset }: UnverifiedRecording, { place, text }: IndexSource): string {
  if (offset === undefined || text === undefined) return place;
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return `${place}:${line}`;
}
