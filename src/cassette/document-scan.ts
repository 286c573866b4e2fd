import type { ScannedDocument, UnverifiedRecording } from "./scanned-document.ts";

const HEAD = '{\n  "format": "tapegate-cassette",\n  "interactions": [\n';
const ELEMENT = '    {\n      "digest": "sha256:';
const DIGEST_LENGTH = 64;
const AFTER_DIGEST = '",\n      "interaction": {\n';
/** Length of the above up to the interaction's own opening brace. */
const BEFORE_BRACE = AFTER_DIGEST.length - 2;
const ELEMENT_END = "\n      }\n    },\n";
const BRACE_END = "\n      }".length;
const CLOSING = "    null\n  ],\n  ";
const KEY = '\n        "key": "';
const KEY_LENGTH = 64;
const LANE = '\n        "lane": ';

const TAIL =
  /^"normalisers": (?<normalisers>\[[^\0]*\]),\n {2}"scope": (?<scope>".*"),\n {2}"version": 1\n\}\n$/;
const LANE_NUMBER = /(0|[1-9]\d{0,14}),\n/y;

/**
 * Cuts a document in canonical layout along its lines, parsing nothing: JSON strings hold no line
 * feeds, so a line that starts with six spaces and a brace ends an interaction. `undefined` where the
 * layout is not canonical in every place that is looked at.
 */
export function scanDocument(text: string): ScannedDocument | undefined {
  if (!text.startsWith(HEAD)) return undefined;
  const recordings: UnverifiedRecording[] = [];
  let position = HEAD.length;
  while (text.startsWith(ELEMENT, position)) {
    const digestAt = position + ELEMENT.length;
    const afterDigest = digestAt + DIGEST_LENGTH;
    if (!text.startsWith(AFTER_DIGEST, afterDigest)) return undefined;
    const start = afterDigest + BEFORE_BRACE;
    const end = text.indexOf(ELEMENT_END, start);
    if (end < 0) return undefined;
    const recording = text.slice(start, end + BRACE_END);
    const place = keyAndLane(recording);
    if (place === undefined) return undefined;
    const digest = text.slice(digestAt, afterDigest);
    recordings.push({ ...place, text: recording, digest, offset: start });
    position = end + ELEMENT_END.length;
  }
  if (!text.startsWith(CLOSING, position)) return undefined;
  const tail = TAIL.exec(text.slice(position + CLOSING.length))?.groups;
  if (tail === undefined) return undefined;
  const header = readTail(tail["normalisers"]!, tail["scope"]!);
  return header === undefined ? undefined : { ...header, recordings };
}

function keyAndLane(recording: string): { key: string; lane: number } | undefined {
  const keyAt = recording.indexOf(KEY);
  if (keyAt < 0) return undefined;
  const start = keyAt + KEY.length;
  const laneAt = start + KEY_LENGTH + 2;
  if (!recording.startsWith(LANE, laneAt)) return undefined;
  LANE_NUMBER.lastIndex = laneAt + LANE.length;
  const lane = LANE_NUMBER.exec(recording);
  if (lane === null) return undefined;
  return { key: recording.slice(start, start + KEY_LENGTH), lane: Number(lane[1]) };
}

function readTail(
  normalisers: string,
  scope: string,
): { normalisers: readonly string[]; scope: string } | undefined {
  try {
    const names: unknown = JSON.parse(normalisers);
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) return undefined;
    return { normalisers: names, scope: JSON.parse(scope) as string };
  } catch {
    // Not canonical after all: the slow path says what is wrong.
    return undefined;
  }
}
