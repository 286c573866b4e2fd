import { findProviderByHost } from "../dialects/providers.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { ProviderAddress } from "../provider/cassette-fetch.ts";

/**
 * The provider that an address belongs to: the one whose configured upstream it is below, else the
 * one that its host names.
 */
export function findProvider(
  url: URL,
  mounts: readonly ProviderMount[],
): ProviderAddress | undefined {
  const path = `${url.pathname}${url.search}`;
  for (const mount of mounts) {
    const below = pathBelow(url, mount.upstream);
    if (below !== undefined) return { mount, path: below };
  }
  const mount = findProviderByHost(url.host, mounts);
  return mount === undefined ? undefined : { mount, path };
}

function pathBelow(url: URL, upstream: string | undefined): string | undefined {
  if (upstream === undefined || !url.href.startsWith(upstream)) return undefined;
  const rest = url.href.slice(upstream.length).split("#", 1)[0] ?? "";
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : undefined;
}
