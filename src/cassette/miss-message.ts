import type { Difference, MissExplanation, NearestRecording } from "./explain.ts";
import { MESSAGE_LENGTH_MAX } from "./limits.ts";
import type { MissedRequest } from "./missed-request.ts";

/**
 * Phrases by which SDKs and frameworks take an error for one of capacity, account or context size, and
 * then retry, fall back or drop messages. They must not stand in a miss, wherever they come from.
 * Lower case, one space between words.
 */
const CLASSIFIED_PHRASES: readonly string[] = [
  "rate limit",
  "ratelimit",
  "quota",
  "too many",
  "per day",
  "per minute",
  "billing",
  "credit",
  "overloaded",
  "resource exhausted",
  "timeout",
  "timed out",
  "try again",
  "retry after",
  "context length",
  "context window",
  "maximum",
  "exceeded",
  "does not exist",
  "model not found",
  "invalid api key",
];

/** Longest scope name that a message repeats. */
const SCOPE_LENGTH_MAX = 200;

/** The one line that says which request no recording answers. */
export function missMessage(missed: MissedRequest, explanation: MissExplanation): string {
  const { request, key } = missed;
  const start = (what: string): string => `replay miss: ${what}key ${key.slice(0, 8)}…`;
  const state = whereabouts(missed.scope, explanation);
  const plainState = whereabouts(undefined, explanation);
  const advice =
    explanation.normaliser === null
      ? ""
      : ` [with the ${normaliserNames(explanation.normaliser)} it would be a hit]`;
  const endpoint = `${request.endpoint} `;
  return firstUnclassified([
    `${start(endpoint)} ${state}${nearestPart(explanation, "values", missed.scope)}${advice}`,
    `${start(endpoint)} ${state}${nearestPart(explanation, "paths", missed.scope)}${advice}`,
    `${start(endpoint)} ${plainState}${nearestPart(explanation, "paths")}${advice}`,
    `${start(endpoint)} ${plainState}${nearestPart(explanation, "position")}${advice}`,
    `${start("")} ${plainState}`,
  ]);
}

/** The one line that says which request was asked more often than recorded. */
export function exhaustedMessage(
  missed: MissedRequest,
  recordedCount: number,
  askedCount: number,
): string {
  const { request, key, scope } = missed;
  const counts = `(recorded ${recordedCount}, asked ${askedCount})`;
  const digits = `key ${key.slice(0, 8)}…`;
  return firstUnclassified([
    `replay miss: ${request.endpoint} ${digits} is used up in cassette ${quoted(scope)} ${counts}`,
    `replay miss: ${request.endpoint} ${digits} is used up ${counts}`,
    `replay miss: ${digits} is used up ${counts}`,
  ]);
}

/** The one line that says which frame of a WebSocket session is not the recorded one; frames count from 1. */
export function mismatchMessage(
  missed: MissedRequest,
  { nearest }: MissExplanation,
  frameNumber: number,
): string {
  const { request, scope } = missed;
  const [best] = nearest;
  const frame = `frame ${frameNumber}`;
  const of = best === undefined ? "the recording" : `recording #${best.position}`;
  const end = (detail: Detail): string =>
    best === undefined ? "" : differencePart(best, detail).replace(/^ differs/, "");
  return firstUnclassified([
    `replay miss: ${frame} of ${request.endpoint} differs from ${of} in cassette ${quoted(scope)}${end("values")}`,
    `replay miss: ${frame} of ${request.endpoint} differs from ${of} in cassette ${quoted(scope)}${end("paths")}`,
    `replay miss: ${frame} of ${request.endpoint} differs from ${of}${end("paths")}`,
    `replay miss: ${frame} differs from ${of}`,
  ]);
}

/** Whether a text holds a phrase by which frameworks classify errors. */
function isClassified(text: string): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, " ");
  return CLASSIFIED_PHRASES.some((phrase) => plain.includes(phrase));
}

/** The most telling of several wordings that is not misread. */
function firstUnclassified(wordings: readonly string[]): string {
  const chosen = wordings.find((wording) => !isClassified(wording)) ?? wordings.at(-1)!;
  const line = chosen.replaceAll(/\p{Cc}|[\u2028\u2029]/gu, " ");
  return line.length <= MESSAGE_LENGTH_MAX ? line : `${line.slice(0, MESSAGE_LENGTH_MAX)}…`;
}

function whereabouts(scope: string | undefined, explanation: MissExplanation): string {
  const cassette = scope === undefined ? "this cassette" : `cassette ${quoted(scope)}`;
  switch (explanation.found) {
    case "other-lane":
      return `is in ${explanation.foundAt ?? "another lane"} of ${cassette}, not in this lane`;
    case "other-scope":
      return scope === undefined
        ? "is in another cassette, not in this one"
        : `is not in ${cassette} but in ${quoted(explanation.foundAt ?? "")}`;
    case "nowhere":
      return explanation.isScopeEmpty
        ? `is not in ${cassette}, which has no recordings`
        : `is not in ${cassette}`;
  }
}

/** How much of the nearest recording is told. */
type Detail = "values" | "paths" | "position";

function nearestPart({ nearest, found }: MissExplanation, detail: Detail, asked?: string): string {
  const [best] = nearest;
  // Where the very request is recorded, nothing differs but the place.
  if (best === undefined || found !== "nowhere") return "";
  const isElsewhere = asked !== undefined && best.scope !== asked;
  const where = `#${best.position}${isElsewhere ? ` of ${quoted(best.scope)}` : ""}`;
  return ` (nearest: ${where}${differencePart(best, detail)})`;
}

function differencePart(
  { differences, changedSegments }: NearestRecording,
  detail: Detail,
): string {
  if (detail === "position") return "";
  const [first] = differences;
  if (first === undefined) {
    return changedSegments.length === 0
      ? " differs where redaction or this list does not show it"
      : ` differs in ${changedSegments.slice(0, 3).join(", ")}`;
  }
  const more = differences.length === 1 ? "" : ` and in ${differences.length - 1} more`;
  return detail === "paths"
    ? ` differs at ${first.path}${more}`
    : ` differs at ${first.path}: ${change(first)}${more}`;
}

function change({ before, after }: Difference): string {
  if (before === undefined) return `${JSON.stringify(after)} is new`;
  if (after === undefined) return `${JSON.stringify(before)} is gone`;
  return `${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

function quoted(scope: string): string {
  return JSON.stringify(
    scope.length <= SCOPE_LENGTH_MAX ? scope : `${scope.slice(0, SCOPE_LENGTH_MAX)}…`,
  );
}

function normaliserNames(presets: string): string {
  const names = presets.split(",");
  return `${names.length === 1 ? "normaliser" : "normalisers"} ${names.join(" and ")}`;
}
