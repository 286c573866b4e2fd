import type { CassetteIndex } from "./cassette-index.ts";
import { fieldOf } from "./recording-field.ts";
import type { UnusedRecord } from "./session.ts";

/** Recordings of a scope at whose positions none is used. */
export function unusedOf(
  scope: string,
  index: CassetteIndex | undefined,
  used: ReadonlySet<number>,
): readonly UnusedRecord[] {
  if (index === undefined) return [];
  return index.recordings.flatMap((recording, position) =>
    used.has(position)
      ? []
      : [
          {
            scope,
            lane: recording.lane,
            key: recording.key,
            endpoint: fieldOf(recording.text, "endpoint") ?? "",
            model: fieldOf(recording.text, "model") ?? null,
            stored: {
              position: position + 1,
              count: index.recordings.length,
              digest: recording.digest,
            },
          },
        ],
  );
}
