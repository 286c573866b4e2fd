import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import type { JsonValue } from "./values.ts";

/** Members of an outcome whose items follow each other in time: together they may say what none says alone. */
const SEQUENCES: ReadonlySet<string> = new Set(["events", "lines", "chunks", "frames", "json"]);

/** Whether a member of an outcome is a sequence of pieces. */
export function isSequence(name: string, member: JsonValue): member is readonly JsonValue[] {
  return SEQUENCES.has(name) && Array.isArray(member) && member.length > 1;
}

/**
 * What pieces of a stream say together: for each JSON path the texts that stand there in all pieces,
 * joined. A text piece is taken as server-sent event or as JSON line.
 */
export function joinPieces(pieces: readonly JsonValue[]): readonly string[] {
  const texts = new Map<string, string[]>();
  for (const piece of pieces) collect(parsePiece(piece), texts);
  return [...texts.values()].filter(({ length }) => length > 1).map((parts) => parts.join(""));
}

function parsePiece(piece: JsonValue): JsonValue {
  if (typeof piece !== "string") return piece;
  const text = (piece.includes("data:") ? eventText(piece) : piece).trim();
  // Asking the parser about every line of a long text would cost an exception each.
  if (!BRACKETS.has(`${text[0]}${text.at(-1)}`)) return null;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // `[DONE]`, half a line: what it says alone is looked at elsewhere.
    return null;
  }
}

/** How values with members begin and end. */
const BRACKETS: ReadonlySet<string> = new Set(["{}", "[]"]);

/** The lines of a server-sent event's data; the piece itself where it is none. */
function eventText(piece: string): string {
  const lines = piece.split(/\r\n|\n|\r/u).filter((line) => line.startsWith("data:"));
  return lines.length === 0 ? piece : lines.map((line) => line.slice(5)).join("\n");
}

function collect(root: JsonValue, texts: Map<string, string[]>): void {
  const waiting: { value: JsonValue; path: string; depth: number }[] = [
    { value: root, path: "", depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string") {
      const known = texts.get(path);
      if (known === undefined) texts.set(path, [value]);
      else known.push(value);
    } else if (typeof value === "object" && value !== null && depth < INTERACTION_DEPTH_MAX) {
      for (const [name, member] of Object.entries(value)) {
        waiting.push({ value: member, path: `${path}/${name}`, depth: depth + 1 });
      }
    }
  }
}

/** Bytes before an AWS event's headers: its length, that of the headers, their checksum. */
const PRELUDE_LENGTH = 12;
/** Bytes of the checksum behind the payload. */
const CHECKSUM_LENGTH = 4;

/** Whether bytes may begin a body in AWS's event-stream framing, of a length that is known roughly. */
export function isEventStreamHead(head: Buffer, lengthMax: number): boolean {
  return head.length >= PRELUDE_LENGTH + CHECKSUM_LENGTH && head.readUInt32BE(0) <= lengthMax;
}

/**
 * The payloads of a body in AWS's event-stream framing, with what their `bytes` members hold; empty where
 * the body is something else. Source: smithy.io, "Amazon Event Stream Specification".
 */
export function eventStreamPayloads(body: Buffer): readonly JsonValue[] {
  const payloads: JsonValue[] = [];
  for (let at = 0; at < body.length;) {
    if (body.length - at < PRELUDE_LENGTH + CHECKSUM_LENGTH) return [];
    const length = body.readUInt32BE(at);
    const headersLength = body.readUInt32BE(at + 4);
    const start = at + PRELUDE_LENGTH + headersLength;
    const end = at + length - CHECKSUM_LENGTH;
    if (start > end || end > body.length) return [];
    payloads.push(readPayload(body.toString("utf8", start, end)));
    at += length;
  }
  return payloads;
}

function readPayload(text: string): JsonValue {
  const payload = parsePiece(text);
  if (typeof payload !== "object" || payload === null || !("bytes" in payload)) return payload;
  const { bytes } = payload as { readonly bytes: JsonValue };
  return typeof bytes === "string"
    ? parsePiece(Buffer.from(bytes, "base64").toString("utf8"))
    : payload;
}
