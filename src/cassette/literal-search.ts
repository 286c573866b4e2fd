import type { Redactor } from "./ports.ts";
import { eventStreamPayloads, isEventStreamHead, isSequence, joinPieces } from "./split-texts.ts";
import type { JsonValue } from "./values.ts";

/**
 * The label of the first known secret in a value: in any text, in the texts of a list joined (a stream
 * may break anywhere), in what the pieces of a stream say together, and in the bytes of a `base64`
 * member. Not recursive.
 */
export function findLiteralIn(value: JsonValue, redactor: Redactor): string | undefined {
  const waiting: JsonValue[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") {
      const label = redactor.findLiteral(next);
      if (label !== undefined) return label;
    } else if (Array.isArray(next)) {
      // Not spread: a body may have more lines than a call may have arguments.
      for (const list of [joinedTexts(next), next as readonly JsonValue[]]) {
        for (const item of list) waiting.push(item);
      }
    } else if (typeof next === "object" && next !== null) {
      for (const [name, member] of Object.entries(next)) {
        waiting.push(name, member);
        for (const text of hiddenTexts(name, member)) {
          const label = redactor.findLiteral(text);
          if (label !== undefined) return label;
        }
      }
    }
  }
  return undefined;
}

function joinedTexts(items: readonly JsonValue[]): readonly string[] {
  const texts = items.filter((item) => typeof item === "string");
  return texts.length > 1 ? [texts.join("")] : [];
}

/** What a member of an outcome says beside its own text. */
export function* hiddenTexts(name: string, member: JsonValue): Generator<string> {
  if (isSequence(name, member)) yield* joinPieces(member);
  if (name !== "base64" || typeof member !== "string") return;
  const bytes = Buffer.allocUnsafe(Math.min(member.length, WINDOW_STEP + WINDOW_OVERLAP));
  for (let at = 0; at === 0 || at + WINDOW_OVERLAP < member.length; at += WINDOW_STEP) {
    const window = member.slice(at, at + WINDOW_STEP + WINDOW_OVERLAP);
    yield bytes.toString("utf8", 0, bytes.write(window, "base64"));
  }
  const head = Buffer.from(member.slice(0, HEAD_LENGTH), "base64");
  if (!isEventStreamHead(head, (member.length / 4) * 3)) return;
  yield* joinPieces(eventStreamPayloads(Buffer.from(member, "base64")));
}

/** Bytes of megabytes are looked at through windows of so many base64 characters: groups of four. */
const WINDOW_STEP = 1024 * 1024;

/** By so many the windows overlap: 192 KiB, and the value of a variable has 128 KiB at most. */
const WINDOW_OVERLAP = 256 * 1024;

/** Base64 characters that hold an event's prelude. */
const HEAD_LENGTH = 64;
