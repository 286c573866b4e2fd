import type { HeaderList } from "../exchange/http-message.ts";

/**
 * Headers that belong to one connection (RFC 9110, 7.6.1), that the HTTP client sets itself, that are ours,
 * or that would have the answer compressed.
 */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
  "expect",
  "host",
  "content-length",
  "accept-encoding",
]);

/** The headers of a request that go on to the provider. */
export function forwardedHeaders(headers: HeaderList): HeaderList {
  const named = new Set(
    headers
      .filter(([name]) => name === "connection")
      .flatMap(([, value]) =>
        value
          .toLowerCase()
          .split(",")
          .map((token) => token.trim()),
      ),
  );
  return headers.filter(
    ([name]) =>
      !NOT_FORWARDED.has(name) &&
      !named.has(name) &&
      !name.startsWith("x-tapegate-") &&
      !name.startsWith(":"),
  );
}
