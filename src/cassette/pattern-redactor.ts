import { writeJson } from "./json-writer.ts";
import { redactLabelled } from "./labelled-secrets.ts";
import { INTERACTION_DEPTH_MAX, LITERAL_LENGTH_MIN } from "./limits.ts";
import { literalSpellings, type LiteralSpellings } from "./literal-spellings.ts";
import type { Redactor } from "./ports.ts";
import {
  CREDENTIAL_AMONG_WORDS_MIN,
  isCredential,
  secretKind,
  type SecretKind,
} from "./secret-names.ts";
import { REDACTED, redactForms, redactPem } from "./secret-patterns.ts";
import type { JsonValue } from "./values.ts";

type JsonObject = { readonly [name: string]: JsonValue };

/** Options of a pattern redactor. */
export interface PatternRedactorOptions {
  /**
   * Known secrets of this run: label → value. Values shorter than eight characters are not looked for:
   * they stand in ordinary text. @default {none}
   */
  readonly literals?: ReadonlyMap<string, string>;
}

/** A known secret in every spelling in which it may stand. */
interface Literal {
  readonly label: string;
  readonly spellings: LiteralSpellings;
}

/** Nesting half as deep as interactions may have: the redacted copy stands inside one. */
const REDACTED_DEPTH_MAX = INTERACTION_DEPTH_MAX / 2;

/**
 * The default redactor: literal secrets first, then secrets that tell themselves by their form, by their
 * label, or by the name of their member.
 */
export function createPatternRedactor(options: PatternRedactorOptions = {}): Redactor {
  const literals = literalsOf(options.literals ?? new Map());
  const redactText = (text: string): string =>
    redactForms(redactLabelled(redactPem(removeLiterals(text, literals))));
  return {
    redactText,
    redact: (value) => redactValue(value, 0),
    findLiteral: (text) => literals.find(({ spellings }) => spellings.isIn(text))?.label,
  };

  function redactValue(value: JsonValue, depth: number): JsonValue {
    if (typeof value === "string") return redactText(value);
    if (typeof value !== "object" || value === null) return value;
    // What is nested so deep that walking it could exhaust the stack is kept as text.
    if (depth >= REDACTED_DEPTH_MAX) return redactText(writeDeep(value));
    if (Array.isArray(value)) return redactItems(value as readonly JsonValue[], depth);
    const object = value as JsonObject;
    const named = typeof object["value"] === "string" ? kindOfNamed(object) : undefined;
    return Object.fromEntries(
      Object.entries(object).map(([name, member]) => {
        const kind = name === "value" && named !== undefined ? named : secretKind(name);
        return [
          removeLiterals(name, literals),
          kind === undefined
            ? redactValue(member, depth + 1)
            : redactSecret(member, { kind, depth: depth + 1 }),
        ];
      }),
    );
  }

  function redactItems(items: readonly JsonValue[], depth: number): JsonValue {
    const [name, value] = items;
    const isHeader = items.length === 2 && typeof name === "string" && typeof value === "string";
    if (isHeader) {
      const kind = secretKind(name);
      if (kind !== undefined) return [name, redactSecretText(value, kind)];
    }
    return items.map((item) => redactValue(item, depth + 1));
  }

  /** The value of a secret-named member. A JSON Schema says what such a member looks like and holds none. */
  function redactSecret(value: JsonValue, under: { kind: SecretKind; depth: number }): JsonValue {
    const { kind, depth } = under;
    if (typeof value === "string") return value === "" ? value : redactSecretText(value, kind);
    if (typeof value === "number") return COUNTED.has(kind) ? value : REDACTED;
    if (typeof value !== "object" || value === null) return value;
    if (depth >= REDACTED_DEPTH_MAX) return REDACTED;
    const below = { kind, depth: depth + 1 };
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((item) => redactSecret(item, below));
    }
    if (kind === "words" || isSchema(value as JsonObject)) return redactValue(value, depth);
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        removeLiterals(name, literals),
        redactSecret(member, below),
      ]),
    );
  }

  function redactSecretText(text: string, kind: SecretKind): string {
    const isWord = kind === "words" && !isCredential(text, CREDENTIAL_AMONG_WORDS_MIN);
    return isWord ? redactText(text) : REDACTED;
  }
}

/** Kinds of names whose numbers count something. */
const COUNTED: ReadonlySet<SecretKind> = new Set(["token", "list", "words"]);

function literalsOf(values: ReadonlyMap<string, string>): readonly Literal[] {
  return (
    [...values]
      .filter(([, value]) => value.length >= LITERAL_LENGTH_MIN && !REDACTED.includes(value))
      // A secret that contains another one goes first, or its rest would stay.
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([label, value]) => ({ label, spellings: literalSpellings(value) }))
  );
}

function removeLiterals(text: string, literals: readonly Literal[]): string {
  return literals.reduce((rest, { spellings }) => spellings.replaceIn(rest, REDACTED), text);
}

/** `{"name": "authorization", "value": "…"}`, as HAR and others write headers. */
function kindOfNamed(object: JsonObject): SecretKind | undefined {
  const name = object["name"] ?? object["key"];
  return typeof name === "string" ? secretKind(name) : undefined;
}

const SCHEMA_TYPES: ReadonlySet<JsonValue> = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
  // Gemini writes them in upper case.
  "STRING",
  "NUMBER",
  "INTEGER",
  "BOOLEAN",
  "OBJECT",
  "ARRAY",
]);

function isSchema(object: JsonObject): boolean {
  const type = object["type"];
  if (Array.isArray(type)) return type.every((name: JsonValue) => SCHEMA_TYPES.has(name));
  if (type !== undefined) return SCHEMA_TYPES.has(type);
  return ["$ref", "anyOf", "oneOf", "allOf"].some((name) => Object.hasOwn(object, name));
}

function writeDeep(value: JsonValue): string {
  return writeJson(value, {
    indent: undefined,
    keepsOrderBelow: undefined,
    keepsNegativeZero: true,
  });
}
