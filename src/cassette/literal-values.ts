import { LITERAL_LENGTH_MIN } from "./limits.ts";
import { literalSpellings, type LiteralSpellings } from "./literal-spellings.ts";
import type { Redactor } from "./ports.ts";
import { REDACTED } from "./secret-patterns.ts";
import type { JsonValue } from "./values.ts";

/** Known secrets, in every spelling in which they may stand. */
export interface Literals {
  /** The label of the first one that stands in a text. */
  find(text: string): string | undefined;
  remove(text: string): string;
}

/** Secrets by label. Shorter ones than eight characters are not looked for: they stand in ordinary text. */
export function literalsOf(values: ReadonlyMap<string, string>): Literals {
  const literals: readonly { label: string; spellings: LiteralSpellings }[] = [...values]
    .filter(([, value]) => value.length >= LITERAL_LENGTH_MIN && !REDACTED.includes(value))
    // A secret that contains another one goes first, or its rest would stay.
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([label, value]) => ({ label, spellings: literalSpellings(value) }));
  return {
    find: (text) => literals.find(({ spellings }) => spellings.isIn(text))?.label,
    remove: (text) =>
      literals.reduce((rest, { spellings }) => spellings.replaceIn(rest, REDACTED), text),
  };
}

/** A redactor that knows some secrets besides: those of one request. */
export function withLiterals(
  redactor: Redactor,
  values: ReadonlyMap<string, string> | undefined,
): Redactor {
  if (values === undefined || values.size === 0) return redactor;
  const literals = literalsOf(values);
  return {
    redact: (value) => redactor.redact(removeFrom(value, literals)),
    redactText: (text) => redactor.redactText(literals.remove(text)),
    findLiteral: (text) => redactor.findLiteral(text) ?? literals.find(text),
  };
}

/** A value without some secrets. */
export function withoutLiterals(
  value: JsonValue,
  values: ReadonlyMap<string, string> | undefined,
): JsonValue {
  return values === undefined || values.size === 0 ? value : removeFrom(value, literalsOf(values));
}

/** A value without the literals in its texts and in the names of its members. */
function removeFrom(value: JsonValue, literals: Literals): JsonValue {
  if (typeof value === "string") return literals.remove(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item) => removeFrom(item, literals));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      literals.remove(name),
      removeFrom(member, literals),
    ]),
  );
}
