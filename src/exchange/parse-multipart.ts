/** One part of a multipart body. */
export interface MultipartPart {
  readonly name: string | undefined;
  readonly filename: string | undefined;
  readonly bytes: Uint8Array;
}

/**
 * Cuts a multipart body into its parts, in order (RFC 2046, RFC 7578). `undefined` where there is
 * no boundary, the body is not whole, or a part's headers are longer than any client's.
 *
 * @param contentType `""` where it is not known (recorders leave it out); then the body's first
 *   line tells the boundary.
 */
export function parseMultipart(
  body: Uint8Array,
  contentType: string,
): readonly MultipartPart[] | undefined {
  const boundary = contentType === "" ? boundaryWithin(body) : boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  const opening = delimiter.subarray(2);
  let position = bytes.subarray(0, opening.length).equals(opening)
    ? opening.length
    : afterPreamble(bytes, delimiter);
  const parts: MultipartPart[] = [];
  while (position !== -1) {
    if (bytes[position] === DASH && bytes[position + 1] === DASH) return parts;
    const start = bytes.indexOf("\r\n", position);
    const end = start === -1 ? -1 : bytes.indexOf(delimiter, start);
    if (end === -1) return undefined;
    const part = parsePart(bytes.subarray(start + 2, Math.max(end, start + 2)));
    if (part === undefined) return undefined;
    parts.push(part);
    position = end + delimiter.length;
  }
  return undefined;
}

const DASH = 0x2d;

function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** Form data whose first part follows its first delimiter at once, as clients write it. */
function boundaryWithin(body: Uint8Array): string | undefined {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, START_BYTES_MAX));
  return /^--([^\r\n]{1,70})\r\ncontent-disposition: *form-data;/i.exec(
    start.toString("latin1"),
  )?.[1];
}

/** The longest boundary (RFC 2046: 70 characters) and the header that must follow. */
const START_BYTES_MAX = 128;

function afterPreamble(bytes: Buffer, delimiter: Buffer): number {
  const at = bytes.indexOf(delimiter);
  return at === -1 ? -1 : at + delimiter.length;
}

/** The headers of one part. Names and file names are short; what reads them is slow on megabytes. */
const HEAD_BYTES_MAX = 64 * 1024;

function parsePart(part: Buffer): MultipartPart | undefined {
  const headerEnd = part.indexOf("\r\n\r\n");
  // A part that begins with the blank line has no headers at all.
  const hasHeaders = headerEnd !== -1 && part.indexOf("\r\n") !== 0;
  if (hasHeaders && headerEnd > HEAD_BYTES_MAX) return undefined;
  const head = hasHeaders ? part.subarray(0, headerEnd).toString("utf8") : "";
  const bytes = hasHeaders ? part.subarray(headerEnd + 4) : part.subarray(part.indexOf("\r\n") + 2);
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
  return {
    name: parameterOf(disposition, "name"),
    filename: parameterOf(disposition, "filename"),
    bytes,
  };
}

function parameterOf(disposition: string, name: string): string | undefined {
  const extended = new RegExp(`;\\s*${name}\\*=[^']*'[^']*'([^;\\s]+)`, "i").exec(disposition)?.[1];
  if (extended !== undefined) return decodePercent(extended);
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(
    disposition,
  );
  return match?.[1] ?? match?.[2];
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
