/** Bytes of a close frame's reason (RFC 6455, 5.5). */
const REASON_BYTES_MAX = 123;

/** A text as the reason of a close frame: one line, cut at a character where it is too long. */
export function closeReason(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (Buffer.byteLength(line) <= REASON_BYTES_MAX) return line;
  let kept = "";
  let bytes = Buffer.byteLength("…");
  for (const character of line) {
    bytes += Buffer.byteLength(character);
    if (bytes > REASON_BYTES_MAX) break;
    kept += character;
  }
  return `${kept}…`;
}
