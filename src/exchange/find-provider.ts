import type { ProviderMount } from "./dialect.ts";
import { matchesHost } from "./match-host.ts";

/** Where a request went or goes, without its scheme: recordings of WebSockets name another one. */
export interface Address {
  /** Lower case, with its port where the URL names one that is not its scheme's: `localhost:11434`. */
  readonly host: string;
  /** Path with query, as sent. */
  readonly path: string;
}

/** Which provider an address belongs to. */
export interface ProviderAddress {
  readonly mount: ProviderMount;
  /** Path below the provider's root, with query: `/v1/chat/completions?beta=true`. */
  readonly path: string;
}

/**
 * The provider that an address belongs to: the one whose upstream it is below (the nearest, where one
 * upstream is below another), else the one that its host names.
 *
 * @param mounts Where to look; earlier ones win.
 */
export function findProvider(
  address: Address,
  mounts: readonly ProviderMount[],
): ProviderAddress | undefined {
  let nearest: ProviderAddress | undefined;
  for (const mount of mounts) {
    const path = pathBelow(address, mount);
    if (path === undefined || (nearest !== undefined && nearest.path.length <= path.length))
      continue;
    nearest = { mount, path };
  }
  if (nearest !== undefined) return nearest;
  const mount = findByHost(address.host, mounts);
  return mount === undefined ? undefined : { mount, path: address.path };
}

/** The address of a URL, as it would be sent. */
export function addressOf(url: URL): Address {
  return { host: url.host, path: `${url.pathname}${url.search}` };
}

/** Upstreams, read once each: a suite's every request is looked up. */
const roots = new WeakMap<ProviderMount, Address>();

function rootOf(mount: ProviderMount, upstream: string): Address {
  const known = roots.get(mount);
  if (known !== undefined) return known;
  const { host, pathname } = new URL(upstream);
  const root = { host, path: pathname === "/" ? "" : pathname };
  roots.set(mount, root);
  return root;
}

function pathBelow({ host, path }: Address, mount: ProviderMount): string | undefined {
  if (mount.upstream === undefined) return undefined;
  const root = rootOf(mount, mount.upstream);
  if (host !== root.host || !path.startsWith(root.path)) return undefined;
  const rest = path.slice(root.path.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : undefined;
}

function findByHost(host: string, mounts: readonly ProviderMount[]): ProviderMount | undefined {
  const withoutPort = host.replace(/(?<=[^:]):\d+$/, "");
  return (
    mounts.find((mount) => mount.hosts.some((pattern) => matchesHost(host, pattern))) ??
    mounts.find((mount) => mount.hosts.some((pattern) => matchesHost(withoutPort, pattern)))
  );
}
