import type { CassetteIndex } from "./cassette-index.ts";
import { compareCopies } from "./copy-comparison.ts";
import type { Difference } from "./explain.ts";
import { DIFFERENCES_MAX } from "./limits.ts";
import type { Redactor } from "./ports.ts";
import { fieldOf } from "./recording-field.ts";
import { laneKeyOf } from "./recovery.ts";
import { showDifference } from "./shown-difference.ts";
import { compareValues, type Comparison } from "./value-difference.ts";
import type { Interaction, JsonValue } from "./values.ts";

/** How one recording of a cassette stands to another cassette. Positions count from 1. */
export type RecordingChange =
  | { readonly kind: "answer"; readonly before: number; readonly after: number }
  | { readonly kind: "request"; readonly before: number; readonly after: number }
  | { readonly kind: "removed"; readonly before: number }
  | { readonly kind: "added"; readonly after: number };

/** How two cassettes differ. */
export interface CassetteChanges {
  readonly sameCount: number;
  /** In the order of the later cassette, what was removed at the end. */
  readonly changes: readonly RecordingChange[];
}

/**
 * Finds which recordings of two cassettes belong together: the same request (key, lane, how often it was
 * asked before), else, among what is left over, the next of the same lane and endpoint.
 */
export function compareCassettes(before: CassetteIndex, after: CassetteIndex): CassetteChanges {
  const places = new Map<string, number[]>();
  for (const [position, recording] of before.recordings.entries()) {
    push(places, laneKeyOf(recording), position);
  }
  const partners = after.recordings.map((recording) => places.get(laneKeyOf(recording))?.shift());
  const left = new Map<string, number[]>();
  for (const position of [...places.values()].flat().sort((a, b) => a - b)) {
    push(left, kindOf(before, position), position);
  }
  let sameCount = 0;
  const changes: RecordingChange[] = [];
  for (const [position, partner] of partners.entries()) {
    if (partner !== undefined) {
      if (isSameAnswer(before.interaction(partner), after.interaction(position))) sameCount++;
      else changes.push({ kind: "answer", before: partner + 1, after: position + 1 });
      continue;
    }
    const near = left.get(kindOf(after, position))?.shift();
    changes.push(
      near === undefined
        ? { kind: "added", after: position + 1 }
        : { kind: "request", before: near + 1, after: position + 1 },
    );
  }
  const removed = [...left.values()].flat().sort((a, b) => a - b);
  return {
    sameCount,
    changes: [...changes, ...removed.map((at) => ({ kind: "removed", before: at + 1 }) as const)],
  };
}

function push(map: Map<string, number[]>, name: string, position: number): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [position]);
  else known.push(position);
}

function kindOf(index: CassetteIndex, position: number): string {
  const { lane, text } = index.recordings[position]!;
  return `${lane} ${fieldOf(text, "provider")} ${fieldOf(text, "endpoint")}`;
}

/** When it was recorded, and how its stream was timed, is no difference. */
function isSameAnswer(before: Interaction, after: Interaction): boolean {
  return outcomeDifferences(before, after).differences.length === 0;
}

function outcomeDifferences(before: Interaction, after: Interaction): Comparison {
  return compareValues(untimed(before), untimed(after), "$.outcome");
}

function untimed({ outcome }: Interaction): JsonValue {
  if (outcome.kind !== "http") return outcome as unknown as JsonValue;
  const { chunkTimesMs: _times, chunkLengths: _lengths, ...rest } = outcome;
  return rest;
}

/** What differs between two recordings, without secrets and shortened for people. */
export interface InteractionDifferences {
  readonly request: readonly Difference[];
  readonly answer: readonly Difference[];
  /** Differences beyond those that are listed. */
  readonly moreCount: number;
}

/** Compares two recordings value by value. */
export function compareInteractions(
  before: Interaction,
  after: Interaction,
  redactor: Redactor,
): InteractionDifferences {
  const request = compareCopies(
    redactor.redact(before.request),
    redactor.redact(after.request),
    [],
  ).differences;
  const answer = outcomeDifferences(before, after).differences.map((difference) => ({
    ...difference,
    ...redacted("before", difference.before, redactor),
    ...redacted("after", difference.after, redactor),
  }));
  const moreCount =
    Math.max(0, request.length - DIFFERENCES_MAX) + Math.max(0, answer.length - DIFFERENCES_MAX);
  return {
    request: request.slice(0, DIFFERENCES_MAX).map(showDifference),
    answer: answer.slice(0, DIFFERENCES_MAX).map(showDifference),
    moreCount,
  };
}

function redacted(
  side: "before" | "after",
  value: JsonValue | undefined,
  redactor: Redactor,
): object {
  return value === undefined ? {} : { [side]: redactor.redact(value) };
}
