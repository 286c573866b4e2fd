import type { CassetteIndex } from "./cassette-index.ts";
import type { RecordedAnswer } from "./session.ts";
import { PIECE_LENGTH_MAX } from "./text-pieces.ts";

/** A recording as it answers a request: read at once, but for one of megabytes. */
export function recordedAnswer(index: CassetteIndex, position: number): RecordedAnswer {
  const { length } = index.recordings[position]!.text;
  if (length <= PIECE_LENGTH_MAX) return { length, outcome: index.outcome(position) };
  return {
    length,
    get outcome() {
      return index.outcome(position);
    },
  };
}
