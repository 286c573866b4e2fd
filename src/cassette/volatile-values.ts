import { splitCopy } from "./copy-comparison.ts";
import { appendToPath } from "./json-path.ts";
import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import type { SessionContext } from "./session-context.ts";
import type { JsonValue } from "./values.ts";

/** Something in a request that only this run has. */
export interface VolatileValue {
  readonly path: string;
  /** As in "holds <what>": never the value itself. */
  readonly what: string;
  /** Preset that takes it away. */
  readonly normaliser: string;
}

/** How far from now a time may be that counts as this run's. */
const NEAR_MS = 26 * 60 * 60 * 1000;

const ISO_DATE =
  /(?<!\d)20\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/g;
const EPOCH = /(?<![\w.-])1\d{9}(?:\d{3})?(?![\w-])/g;
const TEMPORARY =
  /\/tmp\/(?:tmp[a-z0-9_]{6,}|pytest-)|\/var\/folders\/|AppData[\\/]+Local[\\/]+Temp/;
const PYDANTIC_AI_ID = /(?<!\w)pyd_ai_[0-9a-f]{32}(?!\w)/;

/** The first value of a request's readable copy, after the active normalisers, that only this run has. */
export function findVolatile(
  request: JsonValue,
  { clock, normalisers }: Pick<SessionContext, "clock" | "normalisers">,
): VolatileValue | undefined {
  const now = clock.now();
  const { body, rest } = splitCopy(request, normalisers);
  return search(body, "$", now) ?? search(rest, "request", now);
}

function search(root: JsonValue, rootPath: string, now: number): VolatileValue | undefined {
  const waiting: { value: JsonValue; path: string; depth: number }[] = [
    { value: root, path: rootPath, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    const found = volatileText(value, now);
    if (found !== undefined) return { path, ...found };
    if (typeof value !== "object" || value === null || depth >= INTERACTION_DEPTH_MAX) continue;
    const members: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
      ? [...(value as readonly JsonValue[]).entries()]
      : Object.entries(value);
    for (const [at, member] of members.toReversed()) {
      waiting.push({ value: member, path: appendToPath(path, at), depth: depth + 1 });
    }
  }
  return undefined;
}

function volatileText(value: JsonValue, now: number): Omit<VolatileValue, "path"> | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value);
  if (matches(text, EPOCH).some((digits) => isNear(epochMs(digits), now))) {
    return { what: "the time of the recording", normaliser: "epoch" };
  }
  if (typeof value === "number") return undefined;
  if (matches(text, ISO_DATE).some((date) => isNear(Date.parse(date.replace(" ", "T")), now))) {
    return { what: "the time of the recording", normaliser: "iso-date" };
  }
  if (TEMPORARY.test(text)) return { what: "a temporary path", normaliser: "temp-path" };
  if (PYDANTIC_AI_ID.test(text)) return { what: "a generated id", normaliser: "pydantic-ai-id" };
  return undefined;
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}

function epochMs(digits: string): number {
  return digits.length === 13 ? Number(digits) : Number(digits) * 1000;
}

function isNear(timeMs: number, now: number): boolean {
  return Math.abs(timeMs - now) <= NEAR_MS;
}
