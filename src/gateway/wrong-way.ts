import type { ProviderMount } from "../exchange/dialect.ts";
import type { Objection } from "./request-guard.ts";
import type { Route } from "./route.ts";

/** A target as it may be said aloud: without the run's token, in absolute form too. */
export function publicPath(target: string): string {
  return target.replace(/^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?\/t\/[^/?#]*/i, "$1");
}

/** Why a route that is no exchange is not followed, with the status to say it with. */
export function wrongWay(
  mounts: readonly ProviderMount[],
  route: Exclude<Route, { kind: "exchange" | "report" | "close scope" | "passed by" }>,
): Objection {
  switch (route.kind) {
    case "forbidden":
      return {
        status: 403,
        reason: "the run's token does not stand in its URL; use the base URL as it was given",
        from: "stranger",
      };
    case "malformed":
      return { status: 406, reason: route.reason, from: "suite" };
    case "unknown": {
      // Whoever waits for a port, or looks with a browser, asks for "/" or one file.
      const from = route.isEndpoint ? "suite" : "stranger";
      const names = mounts.map((mount) => mount.mount).join(" ");
      return {
        status: 404,
        reason: `no provider is mounted at "/${route.segment.slice(0, 60)}"; the mounts are ${names}`,
        from,
      };
    }
  }
}
