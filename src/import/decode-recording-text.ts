import { gunzipSync } from "node:zlib";

/** Largest recording that is read, compressed or not: 256 MiB. */
export const RECORDING_BYTES_MAX: number = 256 * 1024 * 1024;

/** A recording's text, or why its bytes are none. */
export type RecordingText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Turns a file's bytes into text: inflates gzip (told by its magic bytes), drops a byte order mark. */
export function decodeRecordingText(bytes: Uint8Array): RecordingText {
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: RECORDING_BYTES_MAX }) : bytes;
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(plain) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error ? error.code : undefined;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      return { kind: "unreadable", reason: "it is no UTF-8 text" };
    }
    if (code === "ERR_BUFFER_TOO_LARGE") {
      return {
        kind: "unreadable",
        reason: `it inflates to more than ${RECORDING_BYTES_MAX} bytes`,
      };
    }
    return { kind: "unreadable", reason: `it is damaged gzip: ${error.message}` };
  }
}
