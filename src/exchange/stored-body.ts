import type { JsonLayout, JsonValue, StoredBody } from "../cassette/values.ts";
import type { StreamFraming } from "./dialect.ts";
import { parseJson, parseUtf8 } from "./parse-json.ts";
import { splitEvents } from "./stream-frames.ts";

/**
 * Puts a body into the most readable form that gives its exact bytes back: JSON where one of the
 * known layouts does, a stream as its events, text of several lines as lines, else base64.
 *
 * @param contentType Media type of the decoded entity.
 * @param framing How its dialect cuts it; `undefined` where it is no stream.
 */
export function encodeBody(
  bytes: Uint8Array,
  contentType: string | undefined,
  framing: StreamFraming | undefined,
): StoredBody {
  const text = framing === "eventstream" ? undefined : parseUtf8(bytes);
  if (text === undefined) {
    const { buffer, byteOffset, byteLength } = bytes;
    return { base64: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
  }
  if (framing === "sse" || isEventStream(contentType)) return { events: splitEvents(text) };
  if (framing === "ndjson") return { lines: text.split("\n") };
  const json = encodeJson(text);
  if (json !== undefined) return json;
  return text.includes("\n") ? { lines: text.split("\n") } : { text };
}

/** The bytes that `encodeBody` was given. */
export function decodeBody(body: StoredBody): Buffer {
  return "base64" in body
    ? Buffer.from(body.base64, "base64")
    : Buffer.from(decodeText(body), "utf8");
}

/** The text that `encodeBody` was given, of a body that is one. */
export function decodeText(body: Exclude<StoredBody, { readonly base64: string }>): string {
  if ("json" in body) {
    const text = layOut(body.json, body.layout);
    return body.newline === true ? `${text}\n` : text;
  }
  if ("events" in body) return body.events.join("");
  if ("lines" in body) return body.lines.join("\n");
  return body.text;
}

function isEventStream(contentType: string | undefined): boolean {
  return contentType !== undefined && /^text\/event-stream\b/i.test(contentType);
}

/** Texts longer than this are not tried as JSON twice over: 16 MiB. */
const JSON_LENGTH_MAX = 16 * 1024 * 1024;

function encodeJson(text: string): StoredBody | undefined {
  if (text.length > JSON_LENGTH_MAX || !/^[[{"\-0-9tfn]/.test(text)) return undefined;
  // An escaped surrogate may be unpaired, which not every reader of the document would keep.
  if (/\\u[dD][89a-fA-F]/.test(text)) return undefined;
  const newline = text.endsWith("\n");
  const content = newline ? text.slice(0, -1) : text;
  const parsed = parseJson(content);
  if (parsed === undefined) return undefined;
  const layout = layoutsLike(content).find((layout) => layOut(parsed.value, layout) === content);
  if (layout === undefined) return undefined;
  return newline ? { json: parsed.value, layout, newline: true } : { json: parsed.value, layout };
}

/** The layouts worth trying, judged by the first white space after an opening bracket or a name. */
function layoutsLike(text: string): readonly JsonLayout[] {
  if (/^[[{]\n {4}\S/.test(text)) return ["indent-4"];
  if (/^[[{]\n {2}\S/.test(text)) return ["indent-2"];
  return /[,:] /.test(text) ? ["compact", "spaced"] : ["compact"];
}

function layOut(value: JsonValue, layout: JsonLayout): string {
  switch (layout) {
    case "compact":
      return JSON.stringify(value);
    case "spaced":
      return spaced(value);
    case "indent-2":
      return JSON.stringify(value, null, 2);
    case "indent-4":
      return JSON.stringify(value, null, 4);
  }
}

/** As Python's `json.dumps` spaces it. */
function spaced(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return `[${items.map(spaced).join(", ")}]`;
  }
  const members = Object.entries(value).map(
    ([name, child]) => `${JSON.stringify(name)}: ${spaced(child)}`,
  );
  return `{${members.join(", ")}}`;
}
