import { normaliseAnywhere, normaliseIdentity, type Normaliser } from "./normaliser.ts";
import { NORMALISER_PRESETS } from "./normaliser-presets.ts";
import { compareValues, type Comparison, type ValueDifference } from "./value-difference.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { JsonValue } from "./values.ts";

type JsonObject = { readonly [name: string]: JsonValue };

/** Longest value, as text, on which presets are tried out. */
const TRIED_LENGTH_MAX = 100_000;

/** Most differences on which presets are tried out. */
const TRIED_DIFFERENCES_MAX = 200;

/**
 * Compares two readable copies of requests in what may determine a key: without headers, after the
 * normalisers. Paths start at the body, as those of normalisers do; what stands beside it is `request`.
 */
export function compareCopies(
  recorded: JsonValue,
  asked: JsonValue,
  normalisers: readonly Normaliser[],
): Comparison {
  const before = splitCopy(recorded, normalisers);
  const after = splitCopy(asked, normalisers);
  const bodies = compareValues(before.body, after.body);
  const rests = compareValues(before.rest, after.rest, "request");
  return {
    differences: [...bodies.differences, ...rests.differences],
    isCut: bodies.isCut || rests.isCut,
  };
}

/** What of a readable copy may determine the key: the body, and what addresses it. */
export function splitCopy(
  copy: JsonValue,
  normalisers: readonly Normaliser[],
): { readonly body: JsonValue; readonly rest: JsonValue } {
  const isHttp = isObject(copy) && Object.hasOwn(copy, "body");
  const body = isHttp ? copy["body"]! : copy;
  const rest = isHttp
    ? Object.fromEntries(
        Object.entries(copy).filter(([name]) => name !== "body" && name !== "headers"),
      )
    : {};
  const identity = { provider: "", method: "", target: rest, body };
  const normalised = normaliseIdentity(identity, normalisers);
  return { body: normalised.body, rest: normalised.target };
}

/**
 * The presets, joined by commas, without which two requests would be the same; `null` where no presets
 * make them so, or where they do not differ in sight.
 */
export function reconcilingPresets({ differences, isCut }: Comparison): string | null {
  if (isCut || differences.length === 0 || differences.length > TRIED_DIFFERENCES_MAX) return null;
  const pairs = differences.map(({ before, after }) => [before, after] as const);
  if (!pairs.every(([before, after]) => isTriable(before) && isTriable(after))) return null;
  const presets = [...NORMALISER_PRESETS.values()];
  const single = presets.find((preset) => makesSame(differences, [preset]));
  if (single !== undefined) return single.name;
  if (!makesSame(differences, presets)) return null;
  // Leave out one after the other as long as the rest suffices.
  const needed = presets.reduce<readonly Normaliser[]>((kept, preset) => {
    const without = kept.filter((other) => other !== preset);
    return makesSame(differences, without) ? without : kept;
  }, presets);
  return needed.map(({ name }) => name).join(",");
}

function isTriable(value: JsonValue | undefined): boolean {
  return value !== undefined && canonicalJson(value).length <= TRIED_LENGTH_MAX;
}

function makesSame(
  differences: readonly ValueDifference[],
  presets: readonly Normaliser[],
): boolean {
  return differences.every(
    ({ before, after }) =>
      canonicalJson(normaliseAnywhere(before!, presets)) ===
      canonicalJson(normaliseAnywhere(after!, presets)),
  );
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
