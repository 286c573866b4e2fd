/** A JSON object of which nothing is known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** What the bytes on standard input come to, before anyone asks which host sent them. */
export type Payload =
  | { readonly kind: "empty" }
  | { readonly kind: "object"; readonly object: JsonObject }
  | { readonly kind: "malformed"; readonly problem: string };

/** Reads a hook payload: exactly one JSON object. Nothing is guessed from anything else. */
export function parsePayload(text: string): Payload {
  // A byte-order mark is not JSON, and some Windows hosts write one.
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return { kind: "empty" };
  const value = parseJson(trimmed);
  if (value === undefined) return { kind: "malformed", problem: "it is not one JSON document" };
  if (!isObject(value)) return { kind: "malformed", problem: "it is not a JSON object" };
  return { kind: "object", object: value };
}

/** The parsed document, or `undefined` where the text is none: no JSON text has that value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that is a string and not empty. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A member that is an object, or the JSON text of one (Copilot sends its arguments either way). */
export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  const parsed = typeof value === "string" ? parseJson(value) : value;
  return isObject(parsed) ? parsed : undefined;
}
