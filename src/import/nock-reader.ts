import { readExchange } from "./exchange-reader.ts";
import { isMapping, type Mapping, toJsonText } from "./recorded-body.ts";
import type { ExchangeReading } from "./recorded-exchange.ts";

/**
 * Reads what nock's recorder gives with `output_objects` (a list of definitions with `scope`,
 * `method`, `path` and `status`); `undefined` where the document is none.
 */
export function readNock(document: unknown): readonly ExchangeReading[] | undefined {
  if (!Array.isArray(document) || document.length === 0) return undefined;
  const definitions: readonly unknown[] = document;
  if (!definitions.every(isDefinition)) return undefined;
  return definitions.map((definition, index) =>
    readExchange({
      index,
      request: {
        method: definition["method"] ?? "GET",
        url: `${String(definition["scope"])}${String(definition["path"])}`,
        headers: definition["reqheaders"],
        ...valueBody(definition["body"] ?? ""),
      },
      response: {
        status: definition["status"] ?? 200,
        headers: headersOf(definition),
        ...responseBody(definition),
      },
    }),
  );
}

function isDefinition(item: unknown): item is Mapping {
  return isMapping(item) && typeof item["scope"] === "string" && typeof item["path"] === "string";
}

/** Text is itself; anything else was parsed, and its spacing is lost. */
function valueBody(value: unknown): Mapping {
  return typeof value === "string" ? { body: value } : { parsed_body: value };
}

/** `[name, value, name, value, …]`, or a mapping in nock 14. */
function headersOf({ rawHeaders, headers }: Mapping): unknown {
  if (!Array.isArray(rawHeaders)) return rawHeaders ?? headers;
  const flat: readonly unknown[] = rawHeaders;
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]]] : []));
}

const HEX = /^(?:[0-9a-f]{2})*$/i;

/** A coded answer is a list of its chunks in hex, a binary one a text in hex. */
function responseBody(definition: Mapping): Mapping {
  const { response, responseIsBinary } = definition;
  if (response === undefined) return {};
  const chunks: readonly unknown[] = Array.isArray(response) ? response : [response];
  const isHex = chunks.every((chunk) => typeof chunk === "string" && HEX.test(chunk));
  const isCoded = Array.isArray(response) && response.length > 0 && hasCoding(definition);
  if (isHex && (isCoded || responseIsBinary === true)) {
    return { body: Buffer.concat(chunks.map((chunk) => Buffer.from(String(chunk), "hex"))) };
  }
  // An object that JSON cannot hold is said to be one, by the body's reader.
  return toJsonText(response) === undefined ? { body: {} } : valueBody(response);
}

function hasCoding(definition: Mapping): boolean {
  return /content-encoding/i.test(toJsonText(headersOf(definition)) ?? "");
}
