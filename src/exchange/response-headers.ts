import type { HeaderList } from "./http-message.ts";

/**
 * The headers of an answer that are recorded: those that SDKs read or show. An allow-list, so that
 * cookies, account ids, dates, lengths and codings never are. Values are kept as Latin-1 reads
 * their bytes, which is how they came over the wire and how they go out again.
 */
export function keepResponseHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => KEPT.test(name)).map(([name, value]) => [name, onWire(value)]);
}

/**
 * Leads absolute provider URLs in upload and polling headers back to the gateway, which a client
 * would leave otherwise.
 *
 * @param toLocal Gives the local URL of a provider's URL; `undefined` where it is not the provider's.
 */
export function rewriteResponseHeaders(
  headers: HeaderList,
  toLocal: (url: string) => string | undefined,
): HeaderList {
  if (!headers.some(([name]) => LINKS.has(name))) return headers;
  return headers.map(([name, value]) => [
    name,
    LINKS.has(name) ? (toLocal(value) ?? value) : value,
  ]);
}

/**
 * Links without the key of the request that they answer, which Google's uploads repeat: whoever follows
 * one in replay needs none, and a query's keys do not count.
 *
 * @param credentials The request's own, by where it carries them.
 */
export function withoutOwnKeys(
  headers: HeaderList,
  credentials: ReadonlyMap<string, string>,
): HeaderList {
  if (credentials.size === 0 || !headers.some(([name]) => LINKS.has(name))) return headers;
  const keys = new Set(credentials.values());
  return headers.map(([name, value]) => [
    name,
    LINKS.has(name) ? withoutParameters(value, keys) : value,
  ]);
}

/** A link without the query's parameters of some values; what is left stays as it was written. */
function withoutParameters(link: string, values: ReadonlySet<string>): string {
  const [, before = "", query, after = ""] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(link) ?? [];
  if (query === undefined) return link;
  const isOther = (parameter: string): boolean =>
    [...new URLSearchParams(parameter).values()].every((value) => !values.has(value));
  const kept = query.split("&").filter(isOther).join("&");
  return `${before}${kept === "" ? "" : `?${kept}`}${after}`;
}

/** Headers with a delay before the next try, in replay set to none. */
export function withoutRetryDelay(headers: HeaderList): HeaderList {
  if (!headers.some(([name]) => DELAYS.has(name))) return headers;
  return headers.map(([name, value]) => [name, DELAYS.has(name) ? "0" : value]);
}

const KEPT =
  /^(?:content-type|content-disposition|location|operation-location|retry-after|retry-after-ms|x-should-retry|deprecation|sunset|warning|x-api-warning|.*request-?id|.*-?ratelimit-.*|openai-(?:processing-ms|version|model)|x-amzn-errortype|x-amzn-bedrock-.*|x-goog-upload-.*|mistral-correlation-id|x-generation-id|x-ms-(?:error-code|client-request-id)|x-inference-id|x-compute-(?:time|type)|x-global-transaction-id)$/;

const LINKS: ReadonlySet<string> = new Set([
  "location",
  "operation-location",
  "x-goog-upload-url",
  "x-goog-upload-control-url",
]);

const DELAYS: ReadonlySet<string> = new Set(["retry-after", "retry-after-ms"]);

/** Recordings of others hold decoded texts and folded lines, which no header can be written with. */
function onWire(value: string): string {
  if (!UNSENDABLE.test(value)) return value;
  const line = value.replaceAll(/[\r\n]\s*|\p{Cc}/gu, " ").trim();
  return UNSENDABLE.test(line) ? Buffer.from(line, "utf8").toString("latin1") : line;
}

const UNSENDABLE = /[^\t\u0020-\u007e\u0080-\u00ff]/;
