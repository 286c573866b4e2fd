import { z } from "zod";
import type { JsonValue } from "../cassette/values.ts";
import type { JsonObject } from "./json-object.ts";

/** Deeper values are refused: no tool call nests so far, and walking them would exhaust the stack. */
const nestingMax = 500;

/** Accepts a JSON object and returns a deeply frozen copy; the caller's value stays as it is. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z
  .unknown()
  .refine(isPlainObject, { message: "expected a JSON object", abort: true })
  .transform((value, context) => toFrozenJson(value, context) as JsonObject);

/** Lets an object schema return frozen objects in which absent and `undefined` members are alike. */
export function frozen<T extends object>(schema: z.ZodType<T>): z.ZodType<T> {
  return schema.transform((value) =>
    Object.freeze(
      Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T,
    ),
  );
}

/** One line that names every broken rule and where: `messages[0].content: expected a string`. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${toDottedPath(issue.path) || "value"}: ${issue.message}`)
    .join("; ");
}

function toFrozenJson(value: unknown, context: z.RefinementCtx): JsonValue {
  try {
    return copyFrozen(value, 0);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    context.addIssue({ code: "custom", message: error.message });
    return z.NEVER;
  }
}

function copyFrozen(value: unknown, depth: number): JsonValue {
  if (depth > nestingMax) throw new TypeError(`expected at most ${nestingMax} levels of nesting`);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new TypeError(`expected a JSON value: ${value} has no JSON form`);
  }
  if (Array.isArray(value)) {
    return Object.freeze(value.map((element: unknown) => copyFrozen(element, depth + 1)));
  }
  if (!isPlainObject(value)) {
    throw new TypeError(`expected a JSON value: a ${nameKind(value)} has no JSON form`);
  }
  // fromEntries defines members, so that one named __proto__ stays an ordinary member.
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, copyFrozen(member, depth + 1)]),
    ),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameKind(value: unknown): string {
  return typeof value === "object" && value !== null
    ? (value.constructor?.name ?? "object")
    : typeof value;
}

function toDottedPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`,
    )
    .join("");
}
