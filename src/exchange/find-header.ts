import type { HeaderList } from "./http-message.ts";

/** The first value of a header; `name` in lower case. */
export function findHeader(headers: HeaderList, name: string): string | undefined {
  for (const [candidate, value] of headers) if (candidate === name) return value;
  return undefined;
}
