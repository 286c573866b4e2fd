import type { Redactor } from "./ports.ts";
import { eventStreamPayloads, isSequence, joinPieces } from "./split-texts.ts";
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
        for (const text of hiddenTexts(name, member)) waiting.push(text);
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
export function hiddenTexts(name: string, member: JsonValue): readonly string[] {
  if (isSequence(name, member)) return joinPieces(member);
  if (name !== "base64" || typeof member !== "string") return [];
  const bytes = Buffer.from(member, "base64");
  return [bytes.toString("utf8"), ...joinPieces(eventStreamPayloads(bytes))];
}
