/** Largest request or answer body that is taken, decoded or recorded: 64 MiB. */
export const BODY_BYTES_MAX: number = 64 * 1024 * 1024;

/**
 * Deepest nesting of a body that is treated as JSON. Deeper ones are kept as text: canonical forms
 * are made by recursion, and no provider's body comes near.
 */
export const JSON_DEPTH_MAX = 500;
