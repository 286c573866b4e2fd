import * as zlib from "node:zlib";
import { actualCoding, codingHeadBytes } from "./actual-coding.ts";
import { BODY_BYTES_MAX } from "./bounds.ts";

/** A body without its content codings, or why it has none. */
export type DecodedContent =
  | { readonly kind: "decoded"; readonly bytes: Uint8Array }
  | { readonly kind: "damaged"; readonly reason: string };

/** Undoes `content-encoding`; a body whose first bytes are not of the named coding is taken as it stands. */
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
    switch (actualCoding(coding, bytes.subarray(0, codingHeadBytes(coding)))) {
      case "plain":
        return decoded(bytes);
      case "gzip":
        return decoded(zlib.gunzipSync(bytes, limit));
      case "zlib":
        return decoded(zlib.inflateSync(bytes, limit));
      case "deflate":
        return decoded(zlib.inflateRawSync(bytes, limit));
      case "br":
        return decoded(zlib.brotliDecompressSync(bytes, limit));
      case "zstd":
        return decodeZstd(bytes);
      case undefined:
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
