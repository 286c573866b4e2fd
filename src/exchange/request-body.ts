import { hash } from "node:crypto";
import type { JsonValue } from "../cassette/values.ts";
import { decodeContent } from "./decode-content.ts";
import { findHeader } from "./find-header.ts";
import type { HttpRequest } from "./http-message.ts";
import { parseJson, parseUtf8 } from "./parse-json.ts";
import { parseMultipart } from "./parse-multipart.ts";
import type { MultipartPart } from "./parse-multipart.ts";

/** A request's body, understood as far as its bytes allow. */
export type RequestBody =
  | { readonly kind: "empty" }
  | { readonly kind: "json"; readonly value: JsonValue; readonly text: string }
  | { readonly kind: "multipart"; readonly parts: readonly MultipartPart[] }
  | { readonly kind: "form"; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** Reads a body: inflates it, then takes it as JSON where it parses, whatever its media type says. */
export function readRequestBody(request: HttpRequest): RequestBody {
  if (request.body.length === 0) return { kind: "empty" };
  const bytes = inflated(request);
  const contentType = findHeader(request.headers, "content-type") ?? "";
  if (contentType === "" || /^multipart\//i.test(contentType)) {
    const parts = parseMultipart(bytes, contentType);
    if (parts !== undefined) return { kind: "multipart", parts };
  }
  const text = parseUtf8(bytes);
  if (text === undefined) return { kind: "bytes", bytes };
  const json = JSON_START.test(text) ? parseJson(text) : undefined;
  if (json !== undefined) return { kind: "json", value: json.value, text };
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    return { kind: "form", pairs: [...new URLSearchParams(text)].sort(comparePairs) };
  }
  return { kind: "text", text };
}

/** What of a body is part of a request's key. */
export function bodyIdentity(body: RequestBody): JsonValue {
  switch (body.kind) {
    case "empty":
      return null;
    case "json": {
      const numbers = inexactNumbers(body.text);
      return numbers.length === 0 ? { json: body.value } : { json: body.value, numbers };
    }
    case "multipart":
      return { multipart: body.parts.map(partIdentity) };
    case "form":
      return { form: body.pairs };
    case "text":
      return { text: body.text };
    case "bytes":
      return { bytes: body.bytes.length, sha256: sha256(body.bytes) };
  }
}

/** What of a body people read. Long base64 texts are named by length and digest. */
export function bodyCopy(body: RequestBody): JsonValue {
  switch (body.kind) {
    case "empty":
      return null;
    case "json":
      return shortened(body.value);
    case "multipart":
      return { multipart: body.parts.map(partIdentity) };
    case "form":
      return { form: body.pairs };
    case "text":
      return shortened(body.text);
    case "bytes":
      return { bytes: body.bytes.length, sha256: sha256(body.bytes) };
  }
}

const JSON_START = /^[\s]*[[{"\-0-9tfn]/;

/** From here on a text of nothing but base64 characters is an attachment, not reading matter. */
const BASE64_LENGTH_MIN = 2048;

/** Longest text field of a form whose value stands in the key as it is; longer ones are digested. */
const FIELD_BYTES_MAX = 64 * 1024;

function inflated(request: HttpRequest): Uint8Array {
  const encoding = findHeader(request.headers, "content-encoding");
  if (encoding === undefined) return request.body;
  const content = decodeContent(request.body, encoding);
  return content.kind === "decoded" ? content.bytes : request.body;
}

function comparePairs(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : Number(a[1] > b[1]);
}

/**
 * Numbers that double precision cannot tell apart from their neighbours, as written: without them
 * two requests that differ in the last digit of a long id would share a key.
 */
function inexactNumbers(text: string): string[] {
  if (!/\d{16}/.test(text)) return [];
  return (outsideStrings(text).match(/-?\d[\d.eE+-]*/g) ?? []).filter(
    (number) => /^-?\d{16,}$/.test(number) && BigInt(Number(number)) !== BigInt(number),
  );
}

/**
 * JSON text with its strings emptied. By hand: a regular expression that steps over escapes keeps
 * every step on its stack, which a string of some megabytes overflows.
 */
function outsideStrings(text: string): string {
  const pieces: string[] = [];
  let position = 0;
  for (;;) {
    const opening = text.indexOf('"', position);
    if (opening === -1) break;
    pieces.push(text.slice(position, opening));
    let closing = text.indexOf('"', opening + 1);
    while (closing !== -1 && isEscaped(text, closing)) closing = text.indexOf('"', closing + 1);
    if (closing === -1) return pieces.join('""');
    position = closing + 1;
  }
  pieces.push(text.slice(position));
  return pieces.join('""');
}

/** Whether an odd number of backslashes stands before a position. */
function isEscaped(text: string, position: number): boolean {
  let start = position;
  while (text[start - 1] === "\\") start--;
  return (position - start) % 2 === 1;
}

/** Name, file name and content: the boundary is random, and a part's type is guessed by each machine. */
function partIdentity(part: MultipartPart): JsonValue {
  const name = part.name ?? null;
  if (part.filename !== undefined) return { name, filename: part.filename, ...digest(part.bytes) };
  const text = part.bytes.length <= FIELD_BYTES_MAX ? parseUtf8(part.bytes) : undefined;
  return text === undefined ? { name, ...digest(part.bytes) } : { name, value: text };
}

function digest(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: sha256(bytes) };
}

function shortened(value: JsonValue): JsonValue {
  if (typeof value === "string") return isAttachment(value) ? attachmentName(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map(shortened);
  }
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, shortened(child)]));
}

function isAttachment(text: string): boolean {
  if (text.length < BASE64_LENGTH_MIN) return false;
  const comma = text.startsWith("data:") ? text.slice(0, 256).indexOf(",") + 1 : 0;
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(comma === 0 ? text : text.slice(comma));
}

function attachmentName(text: string): string {
  const type = /^data:([^;,]{0,100})/.exec(text)?.[1];
  const kind = type === undefined ? "base64" : `${type} base64`;
  return `<${kind}, ${text.length} characters, sha256 ${sha256(text)}>`;
}

function sha256(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}
