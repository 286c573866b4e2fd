import { compareCopies, reconcilingPresets } from "./copy-comparison.ts";
import type { Difference, NearestRecording } from "./explain.ts";
import {
  CANDIDATES_COMPARED_MAX,
  CANDIDATES_MAX,
  COMPARED_LENGTH_MAX,
  DIFFERENCES_MAX,
  NEAREST_MAX,
} from "./limits.ts";
import type { LibrarySearch } from "./library-search.ts";
import type { MissContext, MissedRequest } from "./missed-request.ts";
import { digestSegments } from "./segment-digests.ts";
import { summaryOf } from "./recording-field.ts";
import type { Recording } from "./scanned-document.ts";
import { changedLengthOf, showDifference } from "./shown-difference.ts";
import { explainDifference } from "./changed-texts.ts";
import type { Comparison, ValueDifference } from "./value-difference.ts";
import type { JsonValue } from "./values.ts";

/** The recordings nearest to a missed request, best first. */
export interface Nearest {
  readonly recordings: readonly NearestRecording[];
  /** Presets that would have turned the miss into a hit; `null` where none would. */
  readonly normaliser: string | null;
}

/** A recording that may be near, before its values are read. */
interface Candidate {
  readonly scope: string;
  /** From 0. */
  readonly position: number;
  readonly recording: Pick<Recording, "key" | "text">;
  readonly isHere: boolean;
  readonly isUsed: boolean;
}

interface Ranked extends Candidate {
  readonly isModelSame: boolean;
  readonly changedSegments: readonly string[];
}

/**
 * Looks for recordings of the same endpoint: those of the same model first, of the asked scope before
 * others, unused before used, then by the number of segments and places that changed, then by how much
 * text did: many tests ask alike, and the one that asks nearly the same words is the one that was meant.
 * Only the best few are parsed.
 */
export function findNearest(
  missed: MissedRequest,
  context: MissContext & { readonly library: LibrarySearch },
): Nearest {
  const segments = digestSegments(missed.request.segments, context.normalisers);
  const ranked = candidatesOf(missed, context.library)
    .map((candidate): Ranked => {
      const summary = summaryOf(candidate.recording);
      return {
        ...candidate,
        isModelSame: summary.model === (missed.request.model ?? null),
        changedSegments: changedSegments(summary.segments, segments),
      };
    })
    .sort(compareRanked)
    .slice(0, CANDIDATES_COMPARED_MAX);
  const asked = context.redactor.redact(missed.request.copy);
  const compared = compareAll(ranked, asked, context);
  const best = [...compared].sort(
    (one, other) =>
      compareTiers(one.candidate, other.candidate) ||
      sizeOf(one) - sizeOf(other) ||
      one.changedLength - other.changedLength,
  );
  const nearest = best.slice(0, NEAREST_MAX);
  return {
    recordings: nearest.map((one, index) =>
      nearestRecording(one, index === 0 ? explainDifference : showDifference),
    ),
    normaliser: firstReconciling(nearest),
  };
}

function firstReconciling(nearest: readonly Compared[]): string | null {
  for (const { comparison } of nearest) {
    const presets = reconcilingPresets(comparison);
    if (presets !== null) return presets;
  }
  return null;
}

interface Compared {
  readonly candidate: Ranked;
  readonly comparison: Comparison;
  readonly changedLength: number;
}

function candidatesOf(missed: MissedRequest, library: LibrarySearch): readonly Candidate[] {
  const { scope, index, used, request } = missed;
  const here = (index?.recordings ?? []).flatMap((recording, position): Candidate[] =>
    summaryOf(recording).endpoint === request.endpoint
      ? [{ scope, position, recording, isHere: true, isUsed: used.has(position) }]
      : [],
  );
  const unused = here.filter(({ isUsed }) => !isUsed);
  const candidates = [...unused, ...here.filter(({ isUsed }) => isUsed).reverse()];
  if (candidates.length > 0) return candidates.slice(0, CANDIDATES_MAX);
  return library
    .recordingsOf(request.endpoint, scope)
    .map(({ scope: other, position, recording }) => ({
      scope: other,
      position,
      recording,
      isHere: false,
      isUsed: false,
    }));
}

function compareTiers(one: Ranked, other: Ranked): number {
  return (
    Number(other.isModelSame) - Number(one.isModelSame) ||
    Number(other.isHere) - Number(one.isHere) ||
    Number(one.isUsed) - Number(other.isUsed)
  );
}

function compareRanked(one: Ranked, other: Ranked): number {
  return compareTiers(one, other) || one.changedSegments.length - other.changedSegments.length;
}

/** Segments that differ or stand on one side only; those of the asked request first. */
function changedSegments(
  recorded: { readonly [name: string]: string },
  asked: { readonly [name: string]: string },
): readonly string[] {
  const names = new Set([...Object.keys(asked), ...Object.keys(recorded)]);
  return [...names].filter((name) => recorded[name] !== asked[name]);
}

function compareAll(
  ranked: readonly Ranked[],
  asked: JsonValue,
  context: MissContext,
): readonly Compared[] {
  let lengthLeft = COMPARED_LENGTH_MAX;
  const compared: Compared[] = [];
  for (const candidate of ranked) {
    // The first is read however long it is: one explanation is better than none.
    if (lengthLeft <= 0) break;
    lengthLeft -= candidate.recording.text.length;
    const { request } = JSON.parse(candidate.recording.text) as { readonly request: JsonValue };
    const recorded = context.redactor.redact(request);
    const comparison = compareCopies(recorded, asked, context.normalisers);
    const changedLength = comparison.differences.reduce(
      (total, difference) => total + changedLengthOf(difference),
      0,
    );
    compared.push({ candidate, comparison, changedLength });
  }
  return compared;
}

function sizeOf({ candidate, comparison }: Compared): number {
  return candidate.changedSegments.length + comparison.differences.length;
}

function nearestRecording(
  { candidate, comparison }: Compared,
  show: (difference: ValueDifference) => Difference,
): NearestRecording {
  const { scope, position, recording, isUsed, changedSegments } = candidate;
  return {
    scope,
    position: position + 1,
    key: recording.key,
    isUsed,
    changedSegments,
    differences: listed(comparison.differences).map(show),
  };
}

/** The first differences; where there are too many, of every member of a request and every item of its lists one first. */
function listed(differences: readonly ValueDifference[]): readonly ValueDifference[] {
  if (differences.length <= DIFFERENCES_MAX) return differences;
  const seen = new Set<string>();
  const firsts = differences.filter(({ path }) => {
    const place = PLACE.exec(path)?.[0] ?? path;
    return !seen.has(place) && seen.add(place);
  });
  const kept = new Set([...new Set([...firsts, ...differences])].slice(0, DIFFERENCES_MAX));
  return differences.filter((difference) => kept.has(difference));
}

/** Member and item that a path begins with. */
const PLACE = /^(?:\$|request)?(?:\.?[\p{L}\p{N}_$-]+|\["(?:[^"\\]|\\.)*"\])?(?:\[\d+\])?/u;
