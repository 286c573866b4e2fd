/**
 * What the gate knows of one word of a command before it runs: its exact value, or the literal
 * pieces that surround what cannot be known (`null`). `["tests/unit/", null]` begins with
 * `tests/unit/` whatever the unknown part turns out to be. An unknown part may expand to no word,
 * or to several words, where `isSplit` says so (an unquoted `$X`, `"$@"`, an unknown array).
 */
export type WordValue =
  | { readonly kind: "known"; readonly text: string }
  | {
      readonly kind: "opaque";
      readonly parts: readonly (string | null)[];
      /** The unknown part may become several words, or none. */
      readonly isSplit: boolean;
    };

/** A word whose value is certain. */
export function knownWord(text: string): WordValue {
  return { kind: "known", text };
}
