import type { UpstreamProxy } from "../gateway/upstream-proxy.ts";
import { SuiteError } from "./suite-error.ts";

/**
 * The proxy that the user's environment names for connections to providers, as curl and the SDKs
 * read it: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, the lower-case names first.
 *
 * @returns `undefined` where no proxy is named.
 * @throws {SuiteError} `CONFIGURATION` where a value is no address of an HTTP proxy. The value is
 *   not repeated: it may hold a password.
 */
export function readProxySettings(
  environment: Readonly<Record<string, string | undefined>>,
): UpstreamProxy | undefined {
  // ALL_PROXY is read only where it counts: one of SOCKS stands in nobody's way beside the other two.
  const https = proxyOf(environment, "HTTPS_PROXY") ?? proxyOf(environment, "ALL_PROXY");
  const http = proxyOf(environment, "HTTP_PROXY") ?? proxyOf(environment, "ALL_PROXY");
  if (https === undefined && http === undefined) return undefined;
  const bypass = valueOf(environment, "NO_PROXY")?.value ?? "";
  return { https, http, bypass };
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

function valueOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): NamedValue | undefined {
  for (const spelling of [name.toLowerCase(), name]) {
    const value = environment[spelling]?.trim();
    if (value !== undefined && value !== "") return { name: spelling, value };
  }
  return undefined;
}

function proxyOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const named = valueOf(environment, name);
  if (named === undefined) return undefined;
  // curl and requests take an address without scheme for an HTTP proxy's.
  const text = named.value.includes("://") ? named.value : `http://${named.value}`;
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocol === "http:" || protocol === "https:") return text;
  throw new SuiteError(
    "CONFIGURATION",
    `Cannot reach providers through the proxy of ${named.name}: it is no http or https URL. Correct it, or name the providers' hosts in NO_PROXY and unset ${named.name}`,
  );
}
