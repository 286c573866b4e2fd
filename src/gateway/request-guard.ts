import type { IncomingMessage } from "node:http";
import { hostOf } from "./exchange.ts";

/** Why a request is not let in, with the status to say it with. */
export interface Objection {
  readonly status: number;
  readonly reason: string;
  /** Who asked: the suite, whose request stays without an answer, or somebody whom it does not concern. */
  readonly from: "suite" | "stranger";
}

/**
 * Refuses what a suite's SDK would never send and an attacker might: a foreign `Host` (DNS
 * rebinding), a web page's `Origin`, protocols that are not spoken here.
 */
export function objectionTo(request: IncomingMessage): Objection | undefined {
  const { headers } = request;
  const host = hostOf(request);
  if (host !== undefined && !LOOPBACK_HOST.test(host)) {
    return {
      status: 403,
      reason: `its Host header names "${host}", and this is a loopback server`,
      from: "stranger",
    };
  }
  const { origin } = headers;
  if (origin !== undefined && !isOwnOrigin(origin, host)) {
    return {
      status: 403,
      reason: `it comes from the web page "${origin}"; a proxy of yours must leave its Origin header out`,
      from: "stranger",
    };
  }
  if (FOREIGN_SITES.has(headers["sec-fetch-site"])) {
    return { status: 403, reason: "a web page of another origin sent it", from: "stranger" };
  }
  if (ABSOLUTE_FORM.test(request.url ?? "")) {
    return {
      status: 406,
      reason: "it asks for a whole URL, as of a proxy; use the base URL of a provider's mount",
      from: "suite",
    };
  }
  const isUpgrade = /\bupgrade\b/i.test(headers.connection ?? "");
  if (headers.upgrade?.toLowerCase() === "websocket" && !isUpgrade) {
    return {
      status: 406,
      reason: "its WebSocket handshake has no Connection: Upgrade",
      from: "suite",
    };
  }
  if (headers["content-type"]?.startsWith("application/grpc") === true) {
    return {
      status: 406,
      reason: "gRPC is not recorded; use the provider's HTTP API (for xAI: an OpenAI SDK)",
      from: "suite",
    };
  }
  return undefined;
}

const ABSOLUTE_FORM = /^[a-z][a-z\d+.-]*:/i;
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** What a browser says of a page that has another origin, be it only another port of this machine. */
const FOREIGN_SITES: ReadonlySet<string | string[] | undefined> = new Set([
  "cross-site",
  "same-site",
]);

/**
 * Some WebSocket clients (Python's websocket-client) give as their origin the address that they connect to.
 * No page comes from there: whatever else runs at a port of this machine has another origin.
 */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
