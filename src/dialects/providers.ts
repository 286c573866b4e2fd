import type { ProviderMount } from "../exchange/dialect.ts";
import { matchesHost } from "../exchange/match-host.ts";
import { COMPATIBLE_PROVIDERS } from "./compatible-providers.ts";
import { MAJOR_PROVIDERS } from "./major-providers.ts";
import { toMount } from "./provider-row.ts";

/** Every provider that is known without configuration. */
export const PROVIDERS: readonly ProviderMount[] = [
  ...MAJOR_PROVIDERS,
  ...COMPATIBLE_PROVIDERS,
].map(toMount);

/**
 * The provider that a recorded or fetched URL belongs to.
 *
 * @param host As in the URL, with its port where it names one: `localhost:11434`.
 * @param mounts Where to look; earlier ones win.
 */
export function findProviderByHost(
  host: string,
  mounts: readonly ProviderMount[] = PROVIDERS,
): ProviderMount | undefined {
  const asked = host.toLowerCase();
  const withoutPort = asked.replace(/(?<=[^:]):\d+$/, "");
  return (
    mounts.find((mount) => mount.hosts.some((pattern) => matchesHost(asked, pattern))) ??
    mounts.find((mount) => mount.hosts.some((pattern) => matchesHost(withoutPort, pattern)))
  );
}
