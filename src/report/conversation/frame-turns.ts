import type { WebSocketFrame } from "../../cassette/values.ts";
import { asObject, asText, type Turn } from "./turn.ts";

/** Characters of one frame that are shown; audio is longer. */
const FRAME_LENGTH_MAX = 2000;

/**
 * A WebSocket session as people read it: each frame a turn, the text of several like events in a row
 * (deltas, chunks of audio) joined into one.
 */
export function framesToTurns(frames: readonly WebSocketFrame[]): readonly Turn[] {
  const turns: Turn[] = [];
  let last: string | undefined;
  for (const frame of frames) {
    const { name, turn } = readFrame(frame);
    const earlier = turns.at(-1);
    if (name !== undefined && name === last && earlier !== undefined) {
      turns[turns.length - 1] = { ...earlier, text: cut(earlier.text + turn.text) };
    } else turns.push({ ...turn, text: cut(turn.text) });
    last = name;
  }
  return turns;
}

/** A frame as a turn, with a name where the next frame of that name continues it. */
function readFrame(frame: WebSocketFrame): { readonly name?: string; readonly turn: Turn } {
  if (frame.direction === "sent") {
    return { turn: { role: "user", kind: "raw", text: asText(frame.copy) } };
  }
  const { body } = frame;
  if ("base64" in body) {
    const bytes = Math.floor((body.base64.length * 3) / 4);
    return { turn: { role: "assistant", kind: "media", text: `${bytes} bytes` } };
  }
  if (!("json" in body)) {
    const text =
      "text" in body ? body.text : ("lines" in body ? body.lines : body.events).join("\n");
    return { turn: { role: "assistant", kind: "raw", text } };
  }
  const { type, delta } = asObject(body.json);
  if (typeof type !== "string" || typeof delta !== "string") {
    return { turn: { role: "assistant", kind: "raw", text: asText(body.json) } };
  }
  // Audio is base64; what is spoken stands in the transcript.
  if (type.endsWith("audio.delta")) {
    return { name: type, turn: { role: "assistant", kind: "media", text: "♪" } };
  }
  return { name: type, turn: { role: "assistant", kind: "text", text: delta } };
}

function cut(text: string): string {
  return text.length <= FRAME_LENGTH_MAX ? text : `${text.slice(0, FRAME_LENGTH_MAX)}…`;
}
