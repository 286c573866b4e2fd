import { Composer, type CST, LineCounter, Parser } from "yaml";
import type { Document, ScalarTag, Tags } from "yaml";

/**
 * A number as its document spells it. Recorded bodies are written out again from it, so that
 * neither `1.0` nor an integer beyond 2^53 changes on the way.
 */
export class NumberLexeme {
  /** The number as JSON (or Python's `json` module, for the three values that JSON lacks) writes it. */
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** What YAML text holds, or where it is damaged. Lines and columns count from 1. */
export type YamlReading =
  | { readonly kind: "value"; readonly value: unknown }
  | {
      readonly kind: "damaged";
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/**
 * How often aliases may be followed, multiplied by the aliases inside what they stand for. PyYAML
 * writes one for every list that two requests share; a bomb needs orders of magnitude more.
 */
const ALIAS_COUNT_MAX = 100_000;

/**
 * Reads YAML as the recorders' libraries (PyYAML, Psych) wrote it: `1e5` and `0o17` are text there,
 * `1.0e+5` is a number. Binary scalars become bytes, numbers keep their spelling, unknown tags are
 * looked through.
 */
export function parseYamlText(text: string): YamlReading {
  const lineCounter = new LineCounter();
  const parser = new BoundedParser(lineCounter.addNewLine);
  const composer = new Composer({
    schema: "failsafe",
    customTags: (tags: Tags): Tags => [...tags, ...SCALAR_TAGS],
    // Last one wins, as in the libraries that wrote the file.
    uniqueKeys: false,
  });
  try {
    const [document, second] = takeTwo(composer.compose(parser.parse(text), true, text.length));
    const error = document?.errors[0];
    if (error !== undefined || second !== undefined) {
      const { line, col } = lineCounter.linePos(error?.pos[0] ?? second?.range[0] ?? 0);
      const message = error?.message ?? "a second document begins here, and a recording is one";
      return { kind: "damaged", message: firstLine(message), line, column: col };
    }
    const value: unknown = document?.toJS({ maxAliasCount: ALIAS_COUNT_MAX }) ?? null;
    return { kind: "value", value };
  } catch (error) {
    if (error instanceof NestingError) return damagedAtStart(error.message);
    if (error instanceof ReferenceError) return damagedAtStart(firstLine(error.message));
    throw error;
  }
}

/**
 * Deepest nesting of collections. The library composes and converts by recursion, and an exhausted
 * stack may end the process (inside the compiler of a regular expression) instead of being thrown.
 */
const NESTING_DEPTH_MAX = 500;

class NestingError extends Error {
  override readonly name = "NestingError";
}

/** Ends a parse whose open collections become too many; its own stack machine knows no recursion. */
class BoundedParser extends Parser {
  override *next(lexeme: string): Generator<CST.Token, void> {
    yield* super.next(lexeme);
    if (this.stack.length > NESTING_DEPTH_MAX) {
      throw new NestingError(`its values are nested deeper than ${NESTING_DEPTH_MAX} levels`);
    }
  }
}

function takeTwo(documents: Iterable<Document.Parsed>): readonly Document.Parsed[] {
  const taken: Document.Parsed[] = [];
  for (const document of documents) if (taken.push(document) === 2) break;
  return taken;
}

function damagedAtStart(message: string): YamlReading {
  return { kind: "damaged", message, line: 1, column: 1 };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}

/** PyYAML's implicit resolvers (`yaml/resolver.py`), without the forms that no `json` dump produces. */
const SCALAR_TAGS: readonly ScalarTag[] = [
  {
    tag: "tag:yaml.org,2002:null",
    default: true,
    test: /^(?:~|null|Null|NULL)?$/,
    resolve: () => null,
  },
  {
    tag: "tag:yaml.org,2002:bool",
    default: true,
    test: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    resolve: (text: string) => /^(?:yes|true|on)$/i.test(text),
  },
  {
    tag: "tag:yaml.org,2002:int",
    default: true,
    test: /^[-+]?(?:0|[1-9][0-9_]*)$/,
    resolve: (text: string) => new NumberLexeme(plainNumber(text)),
  },
  {
    tag: "tag:yaml.org,2002:float",
    default: true,
    test: /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    resolve: (text: string) => new NumberLexeme(floatLexeme(text)),
  },
  { tag: "tag:yaml.org,2002:binary", resolve: resolveBinary },
  { tag: "!binary", resolve: resolveBinary },
];

function plainNumber(text: string): string {
  return text.replaceAll("_", "").replace(/^\+/, "");
}

function floatLexeme(text: string): string {
  if (/nan$/i.test(text)) return "NaN";
  if (/inf$/i.test(text)) return text.startsWith("-") ? "-Infinity" : "Infinity";
  return plainNumber(text)
    .replace(/^(-?)\./, "$10.")
    .replace(/^(-?)0+(?=[0-9])/, "$1")
    .replace(/\.(?=$|[eE])/, ".0");
}

function resolveBinary(text: string, onError: (message: string) => void): Uint8Array | string {
  const base64 = text.replaceAll(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    onError("A binary scalar is not base64");
    return text;
  }
  return Buffer.from(base64, "base64");
}
