import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { UPSTREAM_CONNECT_MS } from "./limits.ts";

/** The way to providers where a network lets nobody out but through a proxy. */
export interface UpstreamProxy {
  /** Proxy for providers of `https`; an http or https URL, with user and password where it wants them. */
  readonly https: string | undefined;
  /** Proxy for providers of `http`. */
  readonly http: string | undefined;
  /** Hosts that are asked without it, as `NO_PROXY` lists them. Loopback always is. */
  readonly bypass: string;
}

/** A server to reach. */
export interface TunnelTarget {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
}

/** The proxy that stands before a server; `undefined` where it is asked directly. */
export function proxyFor(
  proxy: UpstreamProxy | undefined,
  { isSecure, host, port }: TunnelTarget,
): string | undefined {
  const named = isSecure ? proxy?.https : proxy?.http;
  return named === undefined || isBypassed(proxy?.bypass ?? "", host, port) ? undefined : named;
}

/** Servers on this machine are behind no proxy. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[?::1\]?)$/i;

/** A name stands for itself and for what is below it, with a port for that port only; `*` for all. */
function isBypassed(bypass: string, host: string, port: number): boolean {
  if (LOOPBACK.test(host)) return true;
  const asked = host.toLowerCase();
  return bypass
    .split(/[,\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const parts = /^(.+?)(?::(\d+))?$/.exec(entry.replace(/^\*?\./, "").toLowerCase());
      const name = parts?.[1];
      if (parts?.[2] !== undefined && Number(parts[2]) !== port) return false;
      return name !== undefined && (asked === name || asked.endsWith(`.${name}`));
    });
}

/**
 * Asks a proxy for a tunnel (RFC 9110, 9.3.6). What goes wrong is the proxy's failure, never the
 * provider's: the error carries no code of a broken connection.
 */
export function openTunnel(
  proxy: string,
  { host, port }: TunnelTarget,
  done: (error: Error | null, socket: Socket | null) => void,
): void {
  const url = new URL(proxy);
  const authority = `${host}:${port}`;
  const ask = (url.protocol === "https:" ? requestHttps : requestHttp)({
    method: "CONNECT",
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port),
    path: authority,
    headers: { host: authority, ...credentials(url) },
    agent: false,
    timeout: UPSTREAM_CONNECT_MS,
  });
  let isDone = false;
  const fail = (reason: string): void => {
    if (isDone) return;
    isDone = true;
    done(new Error(`the proxy at ${url.host} gave no way to it: ${reason}`), null);
  };
  ask.once("connect", (answer, socket) => {
    if (answer.statusCode === 200 && !isDone) {
      isDone = true;
      socket.setTimeout(0);
      done(null, socket);
      return;
    }
    socket.destroy();
    fail(`it answered ${answer.statusCode} ${answer.statusMessage}`.trim());
  });
  ask.once("timeout", () => ask.destroy(new Error("it did not answer in time")));
  ask.on("error", (error) => fail(error.message));
  ask.end();
}

function credentials(url: URL): Readonly<Record<string, string>> {
  if (url.username === "" && url.password === "") return {};
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
