import type { HeaderList } from "../exchange/http-message.ts";
import { isMapping } from "./recorded-body.ts";
import { NumberLexeme } from "./yaml-text.ts";

/** Values that recorders put where a header was removed; they tell nothing and are dropped. */
const MASK = /^\W*(?:redacted|filtered|scrubbed|removed|masked|hidden)\W*$/i;

/** Whether a text is nothing but a recorder's mask: `**REDACTED**`. */
export function isMasked(text: string): boolean {
  return MASK.test(text);
}

/**
 * Recorded headers in any spelling (`{Name: [value]}`, `{name: value}`, `[[name, value]]`,
 * `[{name, value}]`): lower-case names, masked values left out.
 */
export function readHeaders(value: unknown): HeaderList {
  const headers: (readonly [string, string])[] = [];
  for (const [name, values] of headerEntries(value)) {
    for (const item of Array.isArray(values) ? (values as readonly unknown[]) : [values]) {
      const text = headerText(item);
      if (text !== undefined && !isMasked(text)) headers.push([name.toLowerCase(), text]);
    }
  }
  return headers;
}

function headerEntries(value: unknown): readonly (readonly [string, unknown])[] {
  if (isMapping(value)) return Object.entries(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown): (readonly [string, unknown])[] => {
    if (Array.isArray(item)) return typeof item[0] === "string" ? [[item[0], item[1]]] : [];
    if (!isMapping(item) || typeof item["name"] !== "string") return [];
    return [[item["name"], item["value"]]];
  });
}

function headerText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (value instanceof NumberLexeme) return value.json;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return undefined;
}
