import { canonicalJson } from "./canonical-json.ts";
import { sha256Hex } from "./digest.ts";
import { normaliseIdentity, type Normaliser } from "./normaliser.ts";
import type { RequestIdentity, RequestKey } from "./values.ts";

/**
 * The digest that two requests share when they are the same: SHA-256, lower-case hex, over the
 * RFC 8785 canonical JSON of `{body, method, provider, target}`, after the normalisers.
 */
export function requestKey(
  identity: RequestIdentity,
  normalisers: readonly Normaliser[] = [],
): RequestKey {
  const { body, method, provider, target } =
    normalisers.length === 0 ? identity : normaliseIdentity(identity, normalisers);
  return sha256Hex(canonicalJson({ body, method, provider, target }));
}
