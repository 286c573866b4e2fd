import type { FetchCall } from "./fetch-call.ts";

/** As `fetch` counts them. */
const REDIRECTS_MAX = 20;

const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What describes a body and goes with it. */
const OF_BODY: ReadonlySet<string> = new Set([
  "content-encoding",
  "content-language",
  "content-length",
  "content-location",
  "content-type",
]);

/** What another origin must not learn. */
const OF_ORIGIN: ReadonlySet<string> = new Set([
  "authorization",
  "cookie",
  "host",
  "proxy-authorization",
]);

/**
 * The request to which an answer leads, as `fetch` makes it: method, body and credentials change by the
 * Fetch standard's rules. Each is a call of its own and has a recording of its own, as at the gateway.
 *
 * @param count Redirects that were followed before.
 * @returns `undefined` where the answer is the caller's.
 * @throws {TypeError} "fetch failed", where the caller wants no redirects, or this one leads nowhere.
 */
export function followRedirect(
  call: FetchCall,
  response: Response,
  count: number,
): FetchCall | undefined {
  if (!STATUSES.has(response.status) || call.redirect === "manual") return undefined;
  if (call.redirect === "error") throw failure("unexpected redirect");
  const location = response.headers.get("location");
  if (location === null) return undefined;
  if (!URL.canParse(location, call.url.href)) throw failure("invalid redirect URL");
  const url = new URL(location, call.url);
  if (!/^https?:$/u.test(url.protocol)) throw failure("URL scheme must be a HTTP(S) scheme");
  if (count >= REDIRECTS_MAX) throw failure("redirect count exceeded");
  if (url.hash === "") url.hash = call.url.hash;
  if (response.status !== 303 && !call.isBodyFinite) {
    throw failure("Response from a redirect cannot be requested with a streamed body");
  }
  const dropsBody =
    response.status === 303
      ? call.method !== "GET" && call.method !== "HEAD"
      : response.status < 303 && call.method === "POST";
  const isElsewhere = url.origin !== call.url.origin;
  return call.to({
    url,
    dropsBody,
    headers: call.headers.filter(
      ([name]) => !(dropsBody && OF_BODY.has(name)) && !(isElsewhere && OF_ORIGIN.has(name)),
    ),
  });
}

function failure(reason: string): TypeError {
  return new TypeError("fetch failed", { cause: new Error(reason) });
}
