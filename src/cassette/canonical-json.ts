import { writeJson, type JsonStyle } from "./json-writer.ts";
import type { JsonValue } from "./values.ts";

const CANONICAL: JsonStyle = {
  indent: undefined,
  keepsOrderBelow: undefined,
  keepsNegativeZero: false,
};

/**
 * Canonical JSON by RFC 8785: no white space, members sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them. Where the RFC leaves the answer open or asks for an error:
 * `-0` is `0`; an integer beyond 2^53 is the double it was parsed to; an unpaired surrogate is
 * written as its escape (`\ud800`) so that it stays distinct; members that are `undefined` are absent.
 *
 * @throws {TypeError} for values that are no JSON.
 * @throws {RangeError} for nesting beyond 10,000 levels, and so for cycles.
 */
export function canonicalJson(value: JsonValue): string {
  return writeShallow(value, 0) ?? writeJson(value, CANONICAL);
}

/**
 * Nesting up to which a value is written by recursion, which takes half the time of the writer that
 * minds its own stack. Every replayed request is written once for its key.
 */
const SHALLOW_DEPTH_MAX = 64;

/** The same text, or `undefined` for what is nested deeper or is no JSON: the other writer says so. */
function writeShallow(value: JsonValue, depth: number): string | undefined {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return writeScalar(value);
  if (depth === SHALLOW_DEPTH_MAX) return undefined;
  return Array.isArray(value)
    ? writeItems(value, depth)
    : writeMembers(value as { readonly [name: string]: JsonValue | undefined }, depth);
}

function writeScalar(value: JsonValue): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  return value === null || typeof value === "boolean" ? String(value) : undefined;
}

function writeItems(items: readonly JsonValue[], depth: number): string | undefined {
  let text = "[";
  for (let index = 0; index < items.length; index++) {
    const item = writeShallow(items[index] ?? null, depth + 1);
    if (item === undefined) return undefined;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeMembers(
  members: { readonly [name: string]: JsonValue | undefined },
  depth: number,
): string | undefined {
  let text = "{";
  let isEmpty = true;
  for (const name of sortedNames(members)) {
    const member = members[name];
    if (member === undefined) continue;
    const written = writeShallow(member, depth + 1);
    if (written === undefined) return undefined;
    text += isEmpty ? quotedName(name) : `,${quotedName(name)}`;
    text += written;
    isEmpty = false;
  }
  return `${text}}`;
}

/** Most objects of a wire have few members, and many are in order: sorting costs more than looking. */
function sortedNames(members: object): readonly string[] {
  const names = Object.keys(members);
  for (let index = 1; index < names.length; index++) {
    if (names[index]! < names[index - 1]!) return names.sort();
  }
  return names;
}

/** Requests name their members from a small stock; names that a user makes up must not fill this. */
const QUOTED_NAMES_MAX = 500;
const QUOTED_NAME_LENGTH_MAX = 64;
const quotedNames = new Map<string, string>();

/** A name as JSON, with its colon. */
function quotedName(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const quoted = `${JSON.stringify(name)}:`;
  const isKept = quotedNames.size < QUOTED_NAMES_MAX && name.length <= QUOTED_NAME_LENGTH_MAX;
  if (isKept) quotedNames.set(name, quoted);
  return quoted;
}
