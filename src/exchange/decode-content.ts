import * as zlib from "node:zlib";
import { BODY_BYTES_MAX } from "./bounds.ts";

/** A body without its content codings, or why it has none. */
export type DecodedContent =
  | { readonly kind: "decoded"; readonly bytes: Uint8Array }
  | { readonly kind: "damaged"; readonly reason: string };

/**
 * Undoes `content-encoding`. A body that says gzip and does not begin with gzip's magic bytes is
 * taken as it stands: recordings keep the header over inflated bodies.
 */
export function decodeContent(bytes: Uint8Array, encoding: string | undefined): DecodedContent {
  let current = bytes;
  for (const coding of codingsOf(encoding).reverse()) {
    const step = decodeOne(current, coding);
    if (step.kind === "damaged") return step;
    current = step.bytes;
  }
  return { kind: "decoded", bytes: current };
}

/** The codings of a `content-encoding` value, in the order in which they were applied. */
export function codingsOf(encoding: string | undefined): string[] {
  if (encoding === undefined) return [];
  return encoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
}

function decodeOne(bytes: Uint8Array, coding: string): DecodedContent {
  const limit = { maxOutputLength: BODY_BYTES_MAX };
  try {
    switch (coding) {
      case "gzip":
      case "x-gzip":
        return decoded(isGzip(bytes) ? zlib.gunzipSync(bytes, limit) : bytes);
      case "deflate":
        return decoded(
          isZlib(bytes) ? zlib.inflateSync(bytes, limit) : zlib.inflateRawSync(bytes, limit),
        );
      case "br":
        return decoded(zlib.brotliDecompressSync(bytes, limit));
      case "zstd":
        return decodeZstd(bytes);
      default:
        return { kind: "damaged", reason: `content-encoding "${coding}" is not known` };
    }
  } catch (error) {
    return { kind: "damaged", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Node has zstd from 22.15 on. */
function decodeZstd(bytes: Uint8Array): DecodedContent {
  const decompress: unknown = Reflect.get(zlib, "zstdDecompressSync");
  if (typeof decompress !== "function") {
    return { kind: "damaged", reason: "this version of Node cannot decode zstd" };
  }
  return decoded(
    Reflect.apply(decompress, zlib, [bytes, { maxOutputLength: BODY_BYTES_MAX }]) as Buffer,
  );
}

function decoded(bytes: Uint8Array): DecodedContent {
  return { kind: "decoded", bytes };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
