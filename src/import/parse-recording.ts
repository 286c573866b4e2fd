import { readExchange, skipForeignShape } from "./exchange-reader.ts";
import { readHar } from "./har-reader.ts";
import { readNock } from "./nock-reader.ts";
import { isMapping } from "./recorded-body.ts";
import { type ExchangeReading, skipped } from "./recorded-exchange.ts";
import { readTranscript } from "./transcript-reader.ts";
import { parseYamlText, type YamlReading } from "./yaml-text.ts";

/** Tools whose recordings are read. */
export type RecordingFormat =
  | "WebSocket transcript"
  | "VCR.py"
  | "Ruby VCR"
  | "LangChain VCR"
  | "HAR"
  | "nock"
  | "aimock";

/** What a file of another tool holds, or why it cannot be read. */
export type ParsedRecording =
  /** Sound YAML or JSON that no known tool recorded. */
  | { readonly kind: "foreign" }
  | {
      readonly kind: "recording";
      readonly format: RecordingFormat;
      /** In the order of the file. */
      readonly readings: readonly ExchangeReading[];
    }
  | {
      readonly kind: "damaged";
      readonly message: string;
      /** From 1; the start of the file where no better place is known. */
      readonly line: number;
      readonly column: number;
    };

/**
 * Reads a recording of VCR.py (also pytest-recording and pydantic-ai's serializer), Ruby VCR,
 * LangChain, Polly.JS and other HAR, or nock. The content tells which; YAML and JSON alike.
 */
export function parseRecording(text: string): ParsedRecording {
  const reading = parseText(text);
  if (reading.kind === "damaged") return reading;
  for (const shape of SHAPES) {
    const readings = shape.read(reading.value);
    if (readings !== undefined) return { kind: "recording", format: shape.format, readings };
  }
  return { kind: "foreign" };
}

/** JSON's own parser where it will do: it is fifty times as fast, and YAML reads the rest. */
function parseText(text: string): YamlReading {
  if (/^\s*[{[]/.test(text)) {
    try {
      return { kind: "value", value: JSON.parse(text) as unknown };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return parseYamlText(text);
}

interface RecordingShape {
  readonly format: RecordingFormat;
  /** The document's interactions; `undefined` where it has another shape. */
  read(document: unknown): readonly ExchangeReading[] | undefined;
}

const SHAPES: readonly RecordingShape[] = [
  {
    format: "WebSocket transcript",
    read: (document) => readTranscript(document, readItem),
  },
  { format: "VCR.py", read: (document) => readPairs(memberOf(document, "interactions")) },
  { format: "Ruby VCR", read: (document) => readPairs(memberOf(document, "http_interactions")) },
  { format: "LangChain VCR", read: readParallelLists },
  { format: "HAR", read: readHar },
  { format: "nock", read: readNock },
  { format: "aimock", read: skipAimock },
];

function memberOf(document: unknown, name: string): unknown {
  return isMapping(document) ? document[name] : undefined;
}

function readPairs(list: unknown): readonly ExchangeReading[] | undefined {
  if (list === null) return [];
  if (!Array.isArray(list)) return undefined;
  return list.map(readItem);
}

function readItem(item: unknown, index: number): ExchangeReading {
  if (!isMapping(item) || !("request" in item || "response" in item)) return skipForeignShape(item);
  const { request, response, recorded_at: recordedAt } = item;
  return readExchange({ index, request, response, recordedAt });
}

/** LangChain's serializer keeps requests and responses as two lists of one length. */
function readParallelLists(document: unknown): readonly ExchangeReading[] | undefined {
  const requests = memberOf(document, "requests");
  const responses = memberOf(document, "responses");
  if (!Array.isArray(requests) || !Array.isArray(responses)) return undefined;
  const count = Math.max(requests.length, responses.length);
  return Array.from({ length: count }, (_, index) =>
    readExchange({
      index,
      request: requests[index] as unknown,
      response: responses[index] as unknown,
    }),
  );
}

/** A fixture of aimock says what a request must contain, not what it was: nothing has a key. */
function skipAimock(document: unknown): readonly ExchangeReading[] | undefined {
  const fixtures = memberOf(document, "fixtures");
  if (!Array.isArray(fixtures) || !fixtures.every((fixture) => isMapping(fixture)))
    return undefined;
  return fixtures.map(() =>
    skipped(
      "aimock keeps a pattern instead of the request, so there is nothing to recognise it by",
    ),
  );
}
