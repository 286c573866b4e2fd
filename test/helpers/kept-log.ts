import type { Log } from "../../src/cassette/ports.ts";

/** A log that keeps what it is told. */
export interface KeptLog extends Log {
  readonly lines: string[];
}

/** Keeps every line instead of showing it. */
export function openKeptLog(): KeptLog {
  const lines: string[] = [];
  return {
    lines,
    warn: (message) => void lines.push(`warn: ${message}`),
    error: (message) => void lines.push(`error: ${message}`),
  };
}
