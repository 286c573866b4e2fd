import type { SessionMode } from "./values.ts";

/** Every mode of a session, and `off`, in which there is none. */
const MODES: ReadonlySet<unknown> = new Set<SessionMode | "off">([
  "off",
  "record",
  "replay",
  "auto",
]);

/**
 * Refuses what is no mode. A misspelt one must never come to mean something that asks live.
 *
 * @param what as in "Cannot <what>"
 * @throws {TypeError}
 */
export function assertMode(mode: unknown, what: string): asserts mode is SessionMode | "off" {
  if (MODES.has(mode)) return;
  const given = typeof mode === "string" ? `"${mode}"` : String(mode);
  throw new TypeError(
    `Cannot ${what}: ${given} is no mode. Say "off", "record", "replay" or "auto", in lower case`,
  );
}

/**
 * Refuses what is no mode of a session: `off` is none, since nothing is wrapped then.
 *
 * @throws {TypeError}
 */
export function assertSessionMode(mode: unknown): asserts mode is SessionMode {
  assertMode(mode, "open a session");
  if (mode !== "off") return;
  throw new TypeError(
    'Cannot open a session: in mode "off" there is none. Say "record", "replay" or "auto"',
  );
}
