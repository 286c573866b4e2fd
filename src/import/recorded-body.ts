import { NumberLexeme } from "./yaml-text.ts";

/** The bytes of a recorded body, or why there are none. */
export type BodyReading =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** The recording has no place for a body at all. */
  | { readonly kind: "absent" }
  | { readonly kind: "unusable"; readonly reason: string };

/** A mapping of a recording. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof NumberLexeme)
  );
}

/** A recorded integer (`200`, `"200"`); `undefined` where the value is none. */
export function toInteger(value: unknown): number | undefined {
  const text = value instanceof NumberLexeme ? value.json : String(value);
  return /^[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}

/**
 * Reads the body of a recorded request or response in every spelling met: plain text, binary
 * scalars, `{string}`, `{base64_string}`, the parsed body of pydantic-ai's serializer, a pickled
 * `BytesIO`, and httpx's old `content`.
 */
export function readBody(message: Mapping): BodyReading {
  if (message["parsed_body"] !== undefined) return readParsedBody(message["parsed_body"]);
  if (message["body"] !== undefined) return readBodyValue(message["body"]);
  if (message["content"] !== undefined) return readBodyValue(message["content"]);
  return { kind: "absent" };
}

function readParsedBody(value: unknown): BodyReading {
  const text = toJsonText(value);
  return text === undefined
    ? {
        kind: "unusable",
        reason: "the parsed body holds what JSON cannot hold, or is nested too deeply",
      }
    : bytesOf(text);
}

function readBodyValue(value: unknown): BodyReading {
  if (!isMapping(value)) return readPlainBody(value);
  if (typeof value["base64_string"] === "string") {
    return { kind: "bytes", bytes: Buffer.from(value["base64_string"], "base64") };
  }
  if (value["string"] !== undefined) return readPlainBody(value["string"]);
  if (Array.isArray(value["state"])) return readPlainBody(value["state"][0]);
  return unreadable();
}

function readPlainBody(value: unknown): BodyReading {
  if (value === null) return bytesOf("");
  if (typeof value === "string") return bytesOf(value);
  if (value instanceof Uint8Array) return { kind: "bytes", bytes: value };
  if (value instanceof NumberLexeme) return bytesOf(value.json);
  if (typeof value === "boolean" || typeof value === "number") return bytesOf(String(value));
  return Array.isArray(value) ? readPieces(value) : unreadable();
}

/** An iterator's pieces, as vcrpy keeps the body of a chunked upload. */
function readPieces(pieces: readonly unknown[]): BodyReading {
  const bytes: Uint8Array[] = [];
  for (const piece of pieces) {
    if (typeof piece === "string") bytes.push(Buffer.from(piece));
    else if (piece instanceof Uint8Array) bytes.push(piece);
    else return unreadable();
  }
  return { kind: "bytes", bytes: Buffer.concat(bytes) };
}

function unreadable(): BodyReading {
  return { kind: "unusable", reason: "the body is an object that is neither text nor bytes" };
}

function bytesOf(text: string): BodyReading {
  return { kind: "bytes", bytes: Buffer.from(text) };
}

/** Deepest nesting of a parsed body; the gateway takes deeper ones for text. */
const PARSED_DEPTH_MAX = 500;

/**
 * Compact JSON with the numbers as their document spelled them; `undefined` where a value has no
 * JSON or is nested too deeply.
 */
export function toJsonText(
  value: unknown,
  depthMax: number = PARSED_DEPTH_MAX,
): string | undefined {
  if (value instanceof NumberLexeme) return value.json;
  if (value === null || ["string", "boolean", "number"].includes(typeof value)) {
    return JSON.stringify(value);
  }
  if (depthMax === 0) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => toJsonText(item, depthMax - 1));
    return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
  }
  if (!isMapping(value)) return undefined;
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const text = toJsonText(member, depthMax - 1);
    if (text === undefined) return undefined;
    members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}
