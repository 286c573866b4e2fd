/** What a body turns out to be under the name of a content coding. `plain`: no coding at all. */
export type ActualCoding = "gzip" | "zlib" | "deflate" | "br" | "zstd" | "plain";

/** How many of a body's first bytes tell its coding; a shorter body is looked at whole. */
export function codingHeadBytes(coding: string): number {
  if (coding === "gzip" || coding === "x-gzip") return 2;
  return coding === "zstd" ? 4 : TEXT_BYTES;
}

/** So many bytes that are text are no compressed data by chance. */
const TEXT_BYTES = 16;

/**
 * Looks at a body's first bytes instead of believing its `content-encoding`: servers and recorders keep
 * the header over bodies that they inflated, and "deflate" is written with zlib's header and without.
 * `undefined` where nobody here knows the coding.
 *
 * @param coding As `content-encoding` names it, lower case.
 * @param head The first bytes of the body, as many as `codingHeadBytes` says where it has them.
 */
export function actualCoding(coding: string, head: Uint8Array): ActualCoding | undefined {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return isGzip(head) ? "gzip" : "plain";
    case "deflate":
      if (isText(head)) return "plain";
      return isZlib(head) ? "zlib" : "deflate";
    case "br":
      // Nothing marks it; but no compressed text begins with a line of text.
      return isText(head) ? "plain" : "br";
    case "zstd":
      return isZstd(head) ? "zstd" : "plain";
    default:
      return undefined;
  }
}

/** RFC 1952, 2.3.1. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** RFC 1950, 2.2. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** RFC 8878, 3.1: a frame, or one that is to be skipped. */
function isZstd(bytes: Uint8Array): boolean {
  const [first = 0, second, third, fourth] = bytes;
  const isFrame = first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd;
  return (
    isFrame || ((first & 0xf0) === 0x50 && second === 0x2a && third === 0x4d && fourth === 0x18)
  );
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;

/** UTF-8 without control characters, which may end in the middle of one; so is nothing at all. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return !CONTROL.test(text);
  } catch {
    // Bytes that are no UTF-8.
    return false;
  }
}
