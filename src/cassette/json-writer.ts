import { INDENT_DEPTH_MAX, NESTING_DEPTH_MAX } from "./limits.ts";
import { PIECE_LENGTH_MAX } from "./text-pieces.ts";
import type { JsonValue } from "./values.ts";

/** How a value becomes text. */
export interface JsonStyle {
  /** Indentation of the first line in levels; `undefined` writes everything on one line. */
  readonly indent: number | undefined;
  /** Below a member of this name the order of members is kept; everywhere else they are sorted. */
  readonly keepsOrderBelow: string | undefined;
  /** Whether `-0` is told from `0`. */
  readonly keepsNegativeZero: boolean;
}

/** An array or object that is being written. */
interface Frame {
  readonly members: readonly JsonValue[] | { readonly [name: string]: JsonValue };
  /** Names in the order in which they are written; `undefined` for an array. */
  readonly names: readonly string[] | undefined;
  readonly keepsOrder: boolean;
  index: number;
  isEmpty: boolean;
}

const INDENTATIONS: readonly string[] = Array.from(
  { length: INDENT_DEPTH_MAX + 1 },
  (_, level) => `\n${"  ".repeat(level)}`,
);

/**
 * JSON text of a value, members sorted by UTF-16 code units. Not recursive, so that deep input ends
 * in an answer. Members whose value is `undefined` are left out.
 *
 * @throws {TypeError} for what JSON has no word for: functions, symbols, big integers, `NaN`, infinities.
 * @throws {RangeError} for a value nested deeper than `NESTING_DEPTH_MAX`, which a cyclic one is.
 */
export function writeJson(value: JsonValue, style: JsonStyle): string {
  const stack: Frame[] = [];
  let text = "";
  let next: JsonValue | undefined = value;
  let name: string | undefined;
  for (;;) {
    if (next !== undefined) {
      if (typeof next === "object" && next !== null) {
        const parent = stack.at(-1);
        text += Array.isArray(next) ? "[" : "{";
        stack.push(openFrame(next, keepsOrder(parent, name, style), stack.length));
      } else text += writePrimitive(next, style);
      next = undefined;
    }
    const frame = stack.at(-1);
    if (frame === undefined) return text;
    name = undefined;
    if (frame.names === undefined) {
      const items = frame.members as readonly JsonValue[];
      if (frame.index < items.length) next = items[frame.index++] ?? null;
    } else {
      while (next === undefined && frame.index < frame.names.length) {
        name = frame.names[frame.index++]!;
        next = (frame.members as { readonly [name: string]: JsonValue | undefined })[name];
      }
    }
    if (next === undefined) {
      stack.pop();
      if (!frame.isEmpty) text += lineBreak(stack.length, stack.length, style);
      text += frame.names === undefined ? "]" : "}";
      continue;
    }
    if (!frame.isEmpty) text += ",";
    frame.isEmpty = false;
    text += lineBreak(stack.length, stack.length - 1, style);
    if (name !== undefined)
      text += JSON.stringify(name) + (style.indent === undefined ? ":" : ": ");
  }
}

function openFrame(members: Frame["members"], keepsOrder: boolean, depth: number): Frame {
  if (depth >= NESTING_DEPTH_MAX) {
    throw new RangeError(
      `Cannot write JSON: the value is nested deeper than ${NESTING_DEPTH_MAX} levels`,
    );
  }
  if (Array.isArray(members)) {
    return { members, names: undefined, keepsOrder, index: 0, isEmpty: true };
  }
  const names = Object.keys(members);
  if (!keepsOrder) names.sort();
  return { members, names, keepsOrder, index: 0, isEmpty: true };
}

function keepsOrder(
  parent: Frame | undefined,
  name: string | undefined,
  style: JsonStyle,
): boolean {
  if (parent?.keepsOrder === true) return true;
  return name !== undefined && name === style.keepsOrderBelow;
}

function lineBreak(levels: number, opener: number, style: JsonStyle): string {
  if (style.indent === undefined) return "";
  // The container that is broken into lines stands at `opener`: below the bound it is written whole.
  if (style.indent + opener >= INDENT_DEPTH_MAX) return "";
  return INDENTATIONS[style.indent + levels]!;
}

/** A long text in which nothing is escaped is not copied: base64, most of all. */
function quoted(text: string): string {
  return text.length > PIECE_LENGTH_MAX && !ESCAPED.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** What JSON escapes, or may: half a surrogate pair. */
// oxlint-disable-next-line no-control-regex -- they are what is escaped
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

function writePrimitive(value: JsonValue, style: JsonStyle): string {
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "number") {
    throw new TypeError(`Cannot write JSON: a ${typeof value} is no JSON value`);
  }
  if (!Number.isFinite(value)) throw new TypeError(`Cannot write JSON: ${value} is no JSON number`);
  return style.keepsNegativeZero && Object.is(value, -0) ? "-0" : String(value);
}
