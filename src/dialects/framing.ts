import type { StreamFraming } from "../exchange/dialect.ts";

/** How a streamed answer is cut into frames, by its media type; the same for every provider. */
export function framingOf(contentType: string): StreamFraming | undefined {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return FRAMINGS.get(type);
}

const FRAMINGS: ReadonlyMap<string, StreamFraming> = new Map([
  ["text/event-stream", "sse"],
  ["application/x-ndjson", "ndjson"],
  ["application/ndjson", "ndjson"],
  // Cohere v1.
  ["application/stream+json", "ndjson"],
  // Results of batches (Anthropic) and OpenAI's files.
  ["application/x-jsonl", "ndjson"],
  ["application/jsonl", "ndjson"],
  ["application/vnd.amazon.eventstream", "eventstream"],
]);
