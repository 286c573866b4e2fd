import { canonicalJson } from "./canonical-json.ts";
import { sha256Hex, sha256Of } from "./digest.ts";
import { PIECE_LENGTH_MAX, piecesOf } from "./text-pieces.ts";
import type { JsonValue } from "./values.ts";

/** What a journal says of itself before its first interaction. */
export interface JournalHeader {
  readonly scope: string;
  readonly normalisers: readonly string[];
  /**
   * `replace`: its interactions stand for every earlier one of the same key and lane. `append`: they
   * follow the document's.
   */
  readonly merge: "replace" | "append";
  /** SHA-256 of the document that it follows; `null` where there was none. */
  readonly after: string | null;
}

/** One finished interaction. */
export interface JournalEntry {
  /** Its place among the scope's interactions: they finish in another order than they were issued. */
  readonly sequence: number;
  /** The interaction's text as it will stand in the document. */
  readonly text: string;
}

/** A line of a journal; `damaged` where its digest does not fit. */
export type JournalLine =
  | { readonly kind: "header"; readonly header: JournalHeader }
  | { readonly kind: "entry"; readonly entry: JournalEntry }
  | { readonly kind: "damaged" };

const START = '{"digest":"sha256:';
const DIGEST_LENGTH = 64;
const MIDDLE = '","line":';
const END = "}";

/** A journal's line without its line feed. */
export function encodeJournalHeader(header: JournalHeader): string {
  const { after, merge, normalisers, scope } = header;
  return sealed({ header: { after, merge, normalisers, scope } });
}

/** A journal's line without its line feed, a long one in pieces. */
export function encodeJournalEntry(entry: JournalEntry): string | Iterable<string> {
  const { sequence, text } = entry;
  return text.length <= PIECE_LENGTH_MAX ? sealed({ sequence, text }) : sealedPieces(entry);
}

/** What `sealed` gives, never whole in memory. */
function* sealedPieces(entry: JournalEntry): Generator<string> {
  yield `${START}${sha256Of(linePieces(entry))}${MIDDLE}`;
  yield* linePieces(entry);
  yield END;
}

function* linePieces({ sequence, text }: JournalEntry): Generator<string> {
  yield `{"sequence":${sequence},"text":"`;
  for (const piece of piecesOf(text)) yield JSON.stringify(piece).slice(1, -1);
  yield '"}';
}

function sealed(value: JsonValue): string {
  return seal(canonicalJson(value));
}

function seal(line: string): string {
  return `${START}${sha256Hex(line)}${MIDDLE}${line}${END}`;
}

/** Reads one line; never throws, since a killed process leaves anything. */
export function decodeJournalLine(text: string): JournalLine {
  const lineAt = START.length + DIGEST_LENGTH + MIDDLE.length;
  const line = text.slice(lineAt, -END.length);
  // Said again in the only spelling that there is: nothing of the line is left unlooked at.
  if (text !== seal(line)) return { kind: "damaged" };
  const value = JSON.parse(line) as {
    readonly header?: JournalHeader;
    readonly sequence?: number;
    readonly text?: string;
  };
  if (value.header !== undefined) return { kind: "header", header: value.header };
  if (typeof value.sequence !== "number" || typeof value.text !== "string") {
    return { kind: "damaged" };
  }
  return { kind: "entry", entry: { sequence: value.sequence, text: value.text } };
}
