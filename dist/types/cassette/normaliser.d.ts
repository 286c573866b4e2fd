import { type Normaliser } from "./normaliser-presets.ts";
import type { JsonValue, RequestIdentity } from "./values.ts";
export type { Normaliser } from "./normaliser-presets.ts";
/**
 * Reads a normaliser as users write it: a preset (`uuid`), a preset below a path (`uuid@$.metadata`), a
 * path whose value never counts (`$.metadata.run_id`), a pattern (`/run-\d+/ => run`), or a pattern
 * below a path (`$.messages[*].content /run-\d+/i => run`).
 *
 * @throws {SyntaxError} where the text is none of these.
 */
export declare function parseNormaliser(text: string): Normaliser;
/** Names as a document notes them: sorted, each once. */
export declare function normaliserNames(normalisers: readonly Normaliser[]): readonly string[];
/** The copy of a request's identity that is hashed. */
export declare function normaliseIdentity(identity: RequestIdentity, normalisers: readonly Normaliser[]): RequestIdentity;
/** A value after the normalisers that name no path: for parts of a request that no longer know their place. */
export declare function normaliseAnywhere(value: JsonValue, normalisers: readonly Normaliser[]): JsonValue;
