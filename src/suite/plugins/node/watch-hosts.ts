import { nodeModule } from "./node-module.ts";

/** Hosts that are told of. */
const HOSTS_MAX = 1000;

/**
 * Sees the names of hosts that the suite looks for itself: where one is a provider's, a client was not led to
 * the gateway. `net`, and with it `fetch` and `node:http`, look names up by the function that stands here.
 */
export function watchHosts(told: (host: string) => void): void {
  const dns = nodeModule("dns");
  const seen = new Set<string>();
  const look = (host: unknown): void => {
    if (typeof host !== "string" || seen.has(host) || seen.size >= HOSTS_MAX) return;
    // An address is nobody's that the gateway knows; nor is a name of this machine.
    if (!host.includes(".") || host.includes(":") || /\d$/u.test(host)) return;
    seen.add(host);
    told(host);
  };
  // A proxy, because the function has members that `promisify` reads.
  dns.lookup = new Proxy(dns.lookup, {
    apply: (target, self, args: unknown[]) => {
      look(args[0]);
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  nodeModule("module").syncBuiltinESMExports();
}
