import { parseUtf8 } from "./parse-json.ts";

/**
 * The media type of an answer whose recording lost it. SDKs cannot read an answer without one.
 *
 * @param path Path of the request, which tells line-wise JSON of Ollama from other text.
 */
export function inferContentType(body: Uint8Array, path: string): string | undefined {
  if (body.length === 0) return undefined;
  if (isAwsEventStream(body)) return "application/vnd.amazon.eventstream";
  const text = parseUtf8(body);
  if (text === undefined) return magicType(body);
  const start = text.trimStart();
  if (/^(?:data|event|id|retry):|^: /.test(start)) return "text/event-stream";
  if (/^\{[^\n]*\}\r?\n\s*\{/.test(start)) {
    return /\/v1\/(?:chat|generate)$/.test(path)
      ? "application/stream+json"
      : "application/x-ndjson";
  }
  if (/^[[{]/.test(start)) return "application/json";
  return "text/plain; charset=utf-8";
}

/** Frame length, header length, and the CRC of these eight bytes (AWS event stream encoding). */
function isAwsEventStream(body: Uint8Array): boolean {
  if (body.length < 16) return false;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const total = view.getUint32(0);
  const headers = view.getUint32(4);
  if (total < 16 || total > 16 * 1024 * 1024 || headers > total - 16) return false;
  return crc32(body.subarray(0, 8)) === view.getUint32(8);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** First bytes of the binary answers that providers give: speech, images, video, documents. */
const MAGIC: readonly (readonly [start: string, type: string])[] = [
  ["\x89PNG", "image/png"],
  ["\xff\xd8\xff", "image/jpeg"],
  ["GIF8", "image/gif"],
  ["ID3", "audio/mpeg"],
  ["\xff\xfb", "audio/mpeg"],
  ["\xff\xf3", "audio/mpeg"],
  ["OggS", "audio/ogg"],
  ["fLaC", "audio/flac"],
  ["%PDF", "application/pdf"],
  ["PK\x03\x04", "application/zip"],
];

function magicType(body: Uint8Array): string {
  const head = Buffer.from(body.subarray(0, 12)).toString("latin1");
  const known = MAGIC.find(([start]) => head.startsWith(start));
  if (known !== undefined) return known[1];
  if (head.startsWith("RIFF")) return head.endsWith("WEBP") ? "image/webp" : "audio/wav";
  if (head.slice(4, 8) === "ftyp") return "video/mp4";
  return "application/octet-stream";
}
