import { decodeContent } from "../exchange/decode-content.ts";
import { findHeader } from "../exchange/find-header.ts";
import type { HeaderList } from "../exchange/http-message.ts";
import { parseUtf8 } from "../exchange/parse-json.ts";

/** The entity that a recorded body carries, or why it cannot be had. */
export type EntityReading =
  | { readonly kind: "entity"; readonly bytes: Uint8Array }
  | { readonly kind: "unusable"; readonly reason: string };

/**
 * Undoes the transfer and content codings of a recorded body. The bytes decide, not the headers:
 * recorders keep `content-encoding: gzip` over bodies that they inflated, and drop it from bodies
 * that they did not.
 */
export function decodeEntity(body: Uint8Array, headers: HeaderList): EntityReading {
  const isChunked = /chunked/i.test(findHeader(headers, "transfer-encoding") ?? "");
  const bytes = isChunked ? (joinChunks(body) ?? body) : body;
  const named = findHeader(headers, "content-encoding")?.trim().toLowerCase() ?? "";
  const coding = isGzip(bytes) && !named.includes("gzip") ? "gzip" : named;
  if (bytes.length === 0 || (named === "" && isGzipFile(headers))) return { kind: "entity", bytes };
  const content = decodeContent(bytes, coding);
  if (content.kind === "decoded") return { kind: "entity", bytes: content.bytes };
  // Plain text under the name of a coding: the recorder inflated it and kept the header.
  if (parseUtf8(bytes) !== undefined) return { kind: "entity", bytes };
  return {
    kind: "unusable",
    reason: `the body (${coding}) cannot be inflated: ${content.reason}`,
  };
}

/** Magic bytes and the only method there is (RFC 1952). */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** A downloaded archive is its own entity: nobody coded it for the way. */
function isGzipFile(headers: HeaderList): boolean {
  return /\b(?:x-)?(?:gzip|tar|tgz)\b/i.test(findHeader(headers, "content-type") ?? "");
}

/** A chunk's size line with its extensions; longer ones are text that merely starts like a size. */
const CHUNK_LINE_BYTES_MAX = 1024;

/**
 * Takes chunked framing apart where a recorder left it in; `undefined` where the body is anything
 * but a whole chunked message.
 */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd === -1 || lineEnd - at > CHUNK_LINE_BYTES_MAX) return undefined;
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(bytes.toString("latin1", at, lineEnd));
    if (size === null) return undefined;
    const length = Number.parseInt(size[1] ?? "", 16);
    const start = lineEnd + 2;
    if (length === 0) return isLastChunk(bytes, start) ? Buffer.concat(chunks) : undefined;
    if (bytes.toString("latin1", start + length, start + length + 2) !== "\r\n") return undefined;
    chunks.push(bytes.subarray(start, start + length));
    at = start + length + 2;
  }
}

/** Trailers may follow the last chunk, then nothing. */
function isLastChunk(bytes: Buffer, start: number): boolean {
  const rest = bytes.toString("latin1", start);
  return rest === "" || rest.endsWith("\r\n");
}
