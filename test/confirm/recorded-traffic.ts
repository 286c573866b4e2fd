// An independent reading of the recorded traffic: nothing of src/ is used, so that what the import
// makes of a file is judged by other code.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { TRAFFIC } from "../helpers/node-runtimes.ts";

/** What a raw HTTP client sends for one recorded interaction, and what it must get back. */
export interface ExpectedExchange {
  readonly index: number;
  readonly method: string;
  readonly host: string;
  /** Path with query, as recorded. */
  readonly path: string;
  readonly contentType: string | undefined;
  /** As recorded, without those that belong to the connection. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly status: number;
  readonly answer: ExpectedAnswer;
  readonly answerType: string | undefined;
}

/** Exact bytes; a parsed body's bytes are unknown, so its value is compared. */
type ExpectedAnswer =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "json"; readonly value: unknown };

/** A recording and its interactions, in order. */
export interface TrafficFile {
  /** Path below the traffic folder. */
  readonly file: string;
  readonly path: string;
  readonly exchanges: readonly ExpectedExchange[];
}

/** Every recording below a folder; empty where the folder is not there. */
export function readTraffic(folder: string = TRAFFIC): readonly TrafficFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      return { file: file.replaceAll("\\", "/"), path, exchanges: readExchanges(text) };
    });
}

/* oxlint-disable typescript/no-explicit-any -- recordings of others have any shape */

function readExchanges(text: string): readonly ExpectedExchange[] {
  const document: any = parse(text, {
    customTags: ["binary", { tag: "!binary", resolve: (s: string) => Buffer.from(s, "base64") }],
    maxAliasCount: -1,
  });
  const list: any[] = document.interactions ?? document.http_interactions;
  return list.map(({ request, response }, index) => {
    const [, host, rest] = /^[a-z]+:\/\/([^/?#]+)([^#]*)/i.exec(request.uri) ?? [];
    return {
      index,
      method: String(request.method).toUpperCase(),
      host: host ?? "",
      path: rest === undefined || rest === "" ? "/" : rest,
      contentType: headerOf(request.headers, "content-type"),
      headers: requestHeaders(request.headers),
      body: requestBytes(request),
      status: Number(response.status.code),
      answer: answerOf(response),
      answerType: headerOf(response.headers, "content-type"),
    };
  });
}

function headerOf(headers: any, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  const value: any = found?.[1];
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" && !/redacted/i.test(text) ? text : undefined;
}

function requestHeaders(headers: any): Record<string, string> {
  const entries: [string, any][] = Object.entries(headers ?? {});
  return Object.fromEntries(
    entries
      .map(([name, value]): [string, string] => [name.toLowerCase(), [value].flat().join(", ")])
      .filter(
        ([name, value]) =>
          !/^(?:host|connection|content-length|transfer-encoding)$/.test(name) &&
          !/redacted/i.test(value),
      ),
  );
}

function requestBytes(request: any): Buffer {
  if (request.parsed_body !== undefined) return Buffer.from(JSON.stringify(request.parsed_body));
  return bodyBytes(request.body);
}

function answerOf(response: any): ExpectedAnswer {
  if (response.parsed_body !== undefined) return { kind: "json", value: response.parsed_body };
  const bytes = bodyBytes(response.body);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return { kind: "bytes", bytes: isGzip ? gunzipSync(bytes) : bytes };
}

function bodyBytes(body: any): Buffer {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (typeof body === "string") return Buffer.from(body, "utf8");
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (typeof body.base64_string === "string") return Buffer.from(body.base64_string, "base64");
  return bodyBytes(body.string);
}
