import type { ProviderMount } from "../exchange/dialect.ts";
import { addressOf, findProvider } from "../exchange/find-provider.ts";
import type { Exchange } from "./exchange.ts";

/**
 * The local URL of a link in an answer, absolute or relative, in the scope and with the token of its
 * request; `undefined` where it leads to nobody that is mounted.
 */
export function localUrl(exchange: Exchange, link: string): string | undefined {
  const { mount, options, request, localRoot } = exchange;
  // In replay the upstream may be unknown, and then only paths matter.
  const root = mount.upstreamOf?.(request.path) ?? mount.upstream ?? "http://provider.invalid";
  const asked = `${root.replace(/\/$/, "")}${request.path}`;
  if (!URL.canParse(link, asked)) return undefined;
  const url = new URL(link, asked);
  const path = pathBelow(url, root);
  if (path !== undefined) return `${localRoot}${path}`;
  const address = addressOf(url);
  const owner = isLoopback(url)
    ? findOnThisMachine(exchange, url)
    : (findProvider(address, [mount]) ?? findProvider(address, options.mounts));
  if (owner === undefined) return undefined;
  return `${localRoot.slice(0, -mount.mount.length)}${owner.mount.mount}${owner.path}`;
}

/** Members of a JSON body whose URLs its client follows by itself. */
export function followedNames({ mount, request }: Exchange): readonly string[] {
  return mount.dialect.followedUrls?.(request.path, request.headers) ?? [];
}

/**
 * Leads absolute provider URLs in a JSON body back to the gateway, for clients that follow them by
 * themselves; everybody else's body stays as it is.
 */
export function localBody<T extends Buffer | string>(exchange: Exchange, body: T): T | Buffer {
  const names = followedNames(exchange);
  if (names.length === 0) return body;
  const text = body.toString();
  const followed = new RegExp(`("(?:${names.join("|")})"\\s*:\\s*)"(https?://[^"\\\\\\s]+)"`, "g");
  const local = text.replaceAll(followed, (whole, name: string, url: string) => {
    const rewritten = localUrl(exchange, url);
    return rewritten === undefined ? whole : name + JSON.stringify(rewritten);
  });
  return local === text ? body : Buffer.from(local, "utf8");
}

/**
 * What was recorded from a stand-in on this machine leads back from any port. A live request does so from
 * configured ports alone: what listens at another one is not the provider, whose keys it must not get and
 * which must not get its.
 */
function findOnThisMachine(
  { mount, options }: Exchange,
  url: URL,
): { readonly mount: ProviderMount; readonly path: string } | undefined {
  for (const other of options.mounts) {
    const path = other.upstream === undefined ? undefined : pathBelow(url, other.upstream);
    if (path !== undefined) return { mount: other, path };
  }
  if (options.session.mode !== "replay") return undefined;
  return { mount, path: `${url.pathname}${url.search}` };
}

/** The path of a URL below a root, with query; `undefined` where it is not below it. */
function pathBelow(url: URL, root: string): string | undefined {
  const { origin, pathname, port, hostname } = new URL(root);
  // This machine has several names.
  const isSameMachine = isLoopback(url) && isLoopback({ hostname }) && url.port === port;
  if (url.origin !== origin && !isSameMachine) return undefined;
  const base = pathname.replace(/\/$/, "");
  const path = `${url.pathname}${url.search}`;
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : undefined;
}

function isLoopback({ hostname }: Pick<URL, "hostname">): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);
}
