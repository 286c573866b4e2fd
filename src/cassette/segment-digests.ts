import { canonicalJson } from "./canonical-json.ts";
import { sha256Hex } from "./digest.ts";
import { SEGMENT_DIGEST_LENGTH } from "./limits.ts";
import { normaliseAnywhere, type Normaliser } from "./normaliser.ts";
import type { Segment } from "./values.ts";

/** Segment name → the first digits of its digest, after the normalisers that name no path. */
export function digestSegments(
  segments: readonly Segment[],
  normalisers: readonly Normaliser[],
): { readonly [name: string]: string } {
  return Object.fromEntries(
    segments.map(({ name, value }) => [
      name,
      sha256Hex(canonicalJson(normaliseAnywhere(value, normalisers))).slice(
        0,
        SEGMENT_DIGEST_LENGTH,
      ),
    ]),
  );
}
