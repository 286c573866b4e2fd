import type { JsonValue } from "./values.ts";

/** Indentation of an interaction's own members in a document. */
const MEMBER = '\n        "';

/**
 * A text member of a recording, read without parsing the rest: at this indentation stand only the
 * interaction's own members, and JSON strings hold no line feeds.
 */
export function fieldOf(recording: string, name: string): string | undefined {
  const value = memberOf(recording, name);
  return typeof value === "string" ? value : undefined;
}

const OUTCOME = `${MEMBER}outcome": `;
/** The member that follows an outcome; its closing brace is the one before the comma. */
const AFTER_OUTCOME = '\n        },\n        "provider": "';

/**
 * The JSON text of a recording's outcome; `undefined` where the recording is not laid out as this
 * program does it.
 */
export function outcomeTextOf(recording: string): string | undefined {
  const span = outcomeSpan(recording);
  return span === undefined ? undefined : recording.slice(span.start, span.end);
}

/** A recording's JSON text with `null` for its outcome; `undefined` as above. */
export function withoutOutcome(recording: string): string | undefined {
  const span = outcomeSpan(recording);
  if (span === undefined) return undefined;
  return `${recording.slice(0, span.start)}null${recording.slice(span.end)}`;
}

function outcomeSpan(
  recording: string,
): { readonly start: number; readonly end: number } | undefined {
  const at = recording.indexOf(OUTCOME);
  if (at < 0) return undefined;
  const start = at + OUTCOME.length;
  const end = recording.indexOf(AFTER_OUTCOME, start);
  // JSON's readers take the last of two members of one name.
  if (end < 0 || recording.indexOf(OUTCOME, start) >= 0) return undefined;
  return { start, end: recording.indexOf("}", end) + 1 };
}

/** What recordings are compared by before their values are read. */
export interface RecordingSummary {
  readonly endpoint: string;
  readonly model: string | null;
  readonly segments: { readonly [name: string]: string };
}

const summaries = new WeakMap<{ readonly text: string }, RecordingSummary>();

/** Reads a recording's summary once, however many misses ask for it. */
export function summaryOf(recording: { readonly text: string }): RecordingSummary {
  const known = summaries.get(recording);
  if (known !== undefined) return known;
  const { text } = recording;
  const summary = {
    endpoint: fieldOf(text, "endpoint") ?? "",
    model: fieldOf(text, "model") ?? null,
    segments: segmentsOf(text),
  };
  summaries.set(recording, summary);
  return summary;
}

/** The segment digests of a recording; they stand last. */
function segmentsOf(recording: string): { readonly [name: string]: string } {
  const start = `${MEMBER}segments": `;
  const at = recording.lastIndexOf(start);
  if (at < 0) return {};
  const text = recording.slice(at + start.length, recording.lastIndexOf("\n"));
  return JSON.parse(text) as { readonly [name: string]: string };
}

function memberOf(recording: string, name: string): JsonValue | undefined {
  const start = `${MEMBER}${name}": `;
  const at = recording.indexOf(start);
  if (at < 0) return undefined;
  const from = at + start.length;
  const end = recording.indexOf("\n", from);
  const line = recording.slice(from, recording[end - 1] === "," ? end - 1 : end);
  return line.startsWith("{") || line.startsWith("[") ? undefined : (JSON.parse(line) as JsonValue);
}
