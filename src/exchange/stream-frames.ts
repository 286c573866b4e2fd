import type { StreamFraming } from "./dialect.ts";

/**
 * Cuts a streamed body into its frames; joined again they give the body back. Frames of an AWS
 * event stream are read one byte a character, so that their names can be looked for.
 */
export function splitFrames(body: Uint8Array, framing: StreamFraming): string[] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  switch (framing) {
    case "sse":
      return splitEvents(bytes.toString("utf8"));
    case "ndjson":
      return bytes.toString("utf8").split(/(?<=\n)/);
    case "json-array":
      return [bytes.toString("utf8")];
    case "eventstream":
      return splitEventStream(bytes);
  }
}

/** Cuts server-sent events after each blank line, whatever its line ends are. */
export function splitEvents(text: string): string[] {
  return text.match(/[^]*?(?:\r\n\r\n|\n\n|\r\r(?!\n))|[^]+$/g) ?? [];
}

/** `total length, …`: each frame begins with its own length in four bytes, big endian. */
function splitEventStream(bytes: Buffer): string[] {
  const frames: string[] = [];
  let position = 0;
  while (position + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    if (length < 16 || position + length > bytes.length) break;
    frames.push(bytes.toString("latin1", position, position + length));
    position += length;
  }
  if (position < bytes.length) frames.push(bytes.toString("latin1", position));
  return frames;
}
