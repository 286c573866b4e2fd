import { readExchange } from "./exchange-reader.ts";
import { isMapping, type Mapping, toInteger } from "./recorded-body.ts";
import type { ExchangeReading } from "./recorded-exchange.ts";

/**
 * Reads HTTP Archive 1.2 (`log.entries`) as Polly.JS, browsers and proxies write it; `undefined`
 * where the document is none.
 */
export function readHar(document: unknown): readonly ExchangeReading[] | undefined {
  const log = isMapping(document) ? document["log"] : undefined;
  const entries = isMapping(log) ? log["entries"] : undefined;
  if (!Array.isArray(entries)) return undefined;
  return entries.map((entry: unknown, index) => {
    const { request, response, startedDateTime } = isMapping(entry) ? entry : {};
    return readExchange({
      index,
      request: isMapping(request) ? { ...request, body: requestBody(request) } : undefined,
      response: isMapping(response) ? { ...response, content: responseBody(response) } : undefined,
      recordedAt: startedDateTime,
    });
  });
}

function requestBody({ postData }: Mapping): unknown {
  if (!isMapping(postData)) return "";
  const { text, encoding, params } = postData;
  if (typeof text === "string" && text !== "") return contentOf(text, encoding);
  if (!Array.isArray(params)) return "";
  const form = new URLSearchParams();
  for (const { name, value } of params.filter(isMapping)) form.append(textOf(name), textOf(value));
  return form.toString();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** `undefined`, a missing body, where the archive was made without contents. */
function responseBody({ content, bodySize }: Mapping): unknown {
  if (!isMapping(content)) return undefined;
  const { text, encoding, size } = content;
  if (typeof text === "string") return contentOf(text, encoding);
  return toInteger(size) === 0 || toInteger(bodySize) === 0 ? "" : undefined;
}

/** Polly.JS keeps a compressed body as a JSON list of its chunks, each in base64 or hex. */
function contentOf(text: string, encoding: unknown): string | Uint8Array {
  const chunks = text.startsWith('["') ? chunksOf(text) : undefined;
  const isHex = chunks?.every((chunk) => /^(?:[0-9a-f]{2})+$/.test(chunk)) === true;
  if (chunks !== undefined && (encoding === "base64" || isHex)) {
    const coding = encoding === "base64" ? "base64" : "hex";
    return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, coding)));
  }
  return encoding === "base64" ? Buffer.from(text, "base64") : text;
}

function chunksOf(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const chunks = value.filter((chunk) => typeof chunk === "string");
    return chunks.length === value.length ? chunks : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
