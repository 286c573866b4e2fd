import type { Difference } from "../cassette/explain.ts";
import { nameLine, oneLine } from "./text.ts";

/** The changed segment that a difference lies in; where no path says so, the first changed one. */
export function segmentOf(
  path: string | undefined,
  changed: readonly string[],
): string | undefined {
  const inner = path?.replace(/^\$\.?(?:body\.)?/u, "") ?? "";
  const index = /^[\p{L}\p{N}_$-]+\[(\d+)\]/u.exec(inner)?.[1];
  const names = [
    // Wires have other names for their messages, and some have the system prompt among them.
    ...(index === undefined ? [] : [`messages[${index}]`, ...(index === "0" ? ["system"] : [])]),
    ...(path === undefined ? [] : ["parameters"]),
  ];
  return (
    changed.find((name) => inner === name || /^[.[]/.test(restAfter(inner, name))) ??
    names.find((name) => changed.includes(name)) ??
    changed[0]
  );
}

function restAfter(path: string, name: string): string {
  return path.startsWith(name) ? path.slice(name.length) : "";
}

/** Segments by the name that people use for them. */
const SEGMENT_NOUNS: ReadonlyMap<string, string> = new Map([
  ["model", "model"],
  ["system", "system prompt"],
  ["tools", "tool list"],
]);

/** The first half of a cause's title: what changed. */
export function changeTitle(segment: string | undefined, difference?: Difference): string {
  const noun =
    SEGMENT_NOUNS.get(segment ?? "") ??
    (segment?.startsWith("messages") === true ? "message" : undefined) ??
    (difference === undefined ? (segment ?? "request") : lastName(difference.path));
  if (difference === undefined) return `${noun} changed`;
  if (difference.before === undefined) return `${noun} added`;
  if (difference.after === undefined) return `${noun} removed`;
  if (isScalar(difference.before) && isScalar(difference.after)) {
    const [before, after] = [JSON.stringify(difference.before), JSON.stringify(difference.after)];
    if (before.length + after.length <= SCALARS_IN_TITLE_MAX) {
      return `${noun} changed from ${oneLine(before)} to ${oneLine(after)}`;
    }
  }
  return `${noun} changed`;
}

/** Characters of two values that still fit a title. */
const SCALARS_IN_TITLE_MAX = 40;

/** The name of the member that a path leads to. */
export function lastName(path: string): string {
  const name = /([^.[\]$"]+)(?:\[\d+\])*$/u.exec(path)?.[1];
  return name === undefined || name === "" ? "request" : nameLine(name);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}
