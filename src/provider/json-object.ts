import type { JsonValue } from "../cassette/values.ts";

/** A JSON object. */
export type JsonObject = { readonly [name: string]: JsonValue };
