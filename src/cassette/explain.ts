import type { JsonValue, RequestKey } from "./values.ts";

/** Why a request missed, as far as the library can tell; everything in it is redacted. */
export interface MissExplanation {
  /** `nowhere`: the key is new. `other-lane`, `other-scope`: the very request is recorded, elsewhere. */
  readonly found: "nowhere" | "other-lane" | "other-scope";
  /** Lane or scope where the key stands, for the last two. */
  readonly foundAt: string | null;
  /** The nearest recordings of the same endpoint, best first; at most three. */
  readonly nearest: readonly NearestRecording[];
  /** A normaliser preset that would have turned the miss into a hit; `null` where none would. */
  readonly normaliser: string | null;
  /** The scope has no recordings at all. */
  readonly isScopeEmpty: boolean;
}

/** One recording near a missed request, and what differs. */
export interface NearestRecording {
  readonly scope: string;
  /** Position in its document, from 1, as people count. */
  readonly position: number;
  readonly key: RequestKey;
  readonly isUsed: boolean;
  /** Names of segments whose digests differ: `system`, `messages[1]`, `tools`. */
  readonly changedSegments: readonly string[];
  readonly differences: readonly Difference[];
}

/** One JSON path at which two requests differ; long texts are shortened around the change. */
export interface Difference {
  /** `$.messages[0].content`. */
  readonly path: string;
  /** Recorded value; absent where the path is new. */
  readonly before?: JsonValue;
  /** Asked value; absent where the path is gone. */
  readonly after?: JsonValue;
  /** Where `before` and `after` are too short to show all that changed: more of it. Of the nearest recording alone. */
  readonly changed?: ChangedTexts;
}

/** What changed in long texts: their lines and sentences that differ; of values with members, the texts in them. */
export interface ChangedTexts {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
