import { timingSafeEqual } from "node:crypto";
import type { ProviderMount } from "../exchange/dialect.ts";
import { SCOPE_LENGTH_MAX } from "./limits.ts";

/** Where a request target leads. */
export type Route =
  | {
      readonly kind: "exchange";
      readonly mount: ProviderMount;
      /** From the URL; `undefined` where it names none. */
      readonly scope: string | undefined;
      /** What stands before the provider's path: `/s/a%2Fb/openai`. */
      readonly prefix: string;
      /** Path below the mount, with query. */
      readonly path: string;
    }
  | { readonly kind: "report" }
  | { readonly kind: "close scope" }
  | { readonly kind: "passed by" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "malformed"; readonly reason: string }
  | {
      readonly kind: "unknown";
      readonly segment: string;
      /** Whether a path follows, as an SDK's endpoint does. */
      readonly isEndpoint: boolean;
    };

/** Makes the function that reads request targets: `[/t/<token>][/s/<scope>]/<mount>/<path>`. */
export function routeReader(
  mounts: readonly ProviderMount[],
  token: string | undefined,
): (target: string) => Route {
  const byName = new Map(mounts.map((mount) => [mount.mount.slice(1), mount]));
  return (target) => {
    let position = 0;
    if (token !== undefined) {
      const given = segmentAt(target, "/t/".length);
      if (!target.startsWith("/t/") || !isSameText(given, token)) return { kind: "forbidden" };
      position = "/t/".length + given.length;
    }
    if (target.startsWith(OWN, position)) {
      const name = segmentAt(target, position + OWN.length);
      if (name === "report") return { kind: "report" };
      if (name === "close-scope") return { kind: "close scope" };
      if (name === "passed-by") return { kind: "passed by" };
    }
    let scope: string | undefined;
    if (target.startsWith("/s/", position)) {
      const coded = segmentAt(target, position + "/s/".length);
      scope = decodeScope(coded);
      if (scope === undefined) return { kind: "malformed", reason: MALFORMED_SCOPE };
      position += "/s/".length + coded.length;
    }
    const name = segmentAt(target, position + 1);
    const mount = byName.get(name);
    position += 1 + name.length;
    if (mount === undefined) {
      return { kind: "unknown", segment: name, isEndpoint: target[position] === "/" };
    }
    const path = target.slice(position);
    return {
      kind: "exchange",
      mount,
      scope,
      prefix: target.slice(0, position),
      path: path.startsWith("/") ? path : `/${path}`,
    };
  };
}

/** What the gateway answers itself. */
const OWN = "/_tapegate/";

const MALFORMED_SCOPE = `the scope after /s/ must be percent-encoded UTF-8 of 1 to ${SCOPE_LENGTH_MAX} characters`;

/** The text from a position up to the next `/`, `?` or `#`. */
function segmentAt(target: string, position: number): string {
  for (let end = position; end < target.length; end++) {
    const character = target[end];
    if (character === "/" || character === "?" || character === "#") {
      return target.slice(position, end);
    }
  }
  return target.slice(position);
}

function decodeScope(coded: string): string | undefined {
  let scope: string;
  try {
    scope = decodeURIComponent(coded);
  } catch {
    return undefined;
  }
  return scope.length === 0 || scope.length > SCOPE_LENGTH_MAX ? undefined : scope;
}

/** In constant time, so that a token cannot be guessed letter by letter. */
function isSameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
