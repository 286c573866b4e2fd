import type { JsonValue } from "../cassette/values.ts";
import { JSON_DEPTH_MAX } from "./bounds.ts";

/**
 * JSON text as a value; `undefined` where it does not parse, is nested too deeply, or holds a number
 * that no double is near (`1e400`), which has no canonical form.
 */
export function parseJson(text: string): { readonly value: JsonValue } | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  // Each level takes a bracket at both ends: a short text cannot be deep.
  const isShallow = text.length < 2 * JSON_DEPTH_MAX || isWithinDepth(value, JSON_DEPTH_MAX);
  if (!isShallow || (MAYBE_INFINITE.test(text) && hasInfinity(value))) return undefined;
  return { value };
}

/** What a number beyond 1.8e308 cannot do without: three digits of exponent, or very many of its own. */
const MAYBE_INFINITE = /\d[eE]\+?\d{3}|\d{200}/;

/** Bytes as text; `undefined` where they are not UTF-8. A byte order mark is kept. */
export function parseUtf8(bytes: Uint8Array): string | undefined {
  // What is no text would take two bytes of memory for each of its own as one.
  if (bytes.length > PIECE_BYTES && !isUtf8(bytes)) return undefined;
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  // Without a replacement character nothing was replaced; the strict decoder is ten times slower.
  if (!text.includes("\ufffd")) return text;
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** 1 MiB. */
const PIECE_BYTES = 1024 * 1024;

/** Looks at bytes piece by piece. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length;) {
    const end = characterStart(bytes, Math.min(start + PIECE_BYTES, bytes.length));
    if (decodeUtf8(bytes.subarray(start, end)) === undefined) return false;
    start = end;
  }
  return true;
}

/** The last position up to one at which a character may begin, or the bytes may end. */
function characterStart(bytes: Uint8Array, position: number): number {
  let start = position;
  while (start > position - 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The object among JSON values; `undefined` for all others. */
export function asObject(
  value: JsonValue | undefined,
): { readonly [name: string]: JsonValue } | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWithinDepth(value: JsonValue, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.every((item) => isWithinDepth(item, depth - 1));
  }
  const members = value as { readonly [name: string]: JsonValue };
  // Parsed objects inherit nothing enumerable, and an array of their values would be thrown away.
  for (const name in members) if (!isWithinDepth(members[name]!, depth - 1)) return false;
  return true;
}

/** For values within the depth bound only. */
function hasInfinity(value: JsonValue): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasInfinity);
}
