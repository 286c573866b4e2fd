import { changeAtPath, mapMembers, parseJsonPath, type PathStep } from "./json-path.ts";
import { INTERACTION_DEPTH_MAX } from "./limits.ts";
import { NORMALISER_PRESETS, type Normaliser } from "./normaliser-presets.ts";
import type { JsonValue, RequestIdentity } from "./values.ts";

export type { Normaliser } from "./normaliser-presets.ts";

/** Stands for a value that a path without pattern names. */
const WHOLE_VALUE = "<normalised>";

const PATTERN = /^\/(?<source>(?:[^/\\]|\\.)+)\/(?<flags>[a-z]*)(?:\s*=>\s*(?<replacement>.*))?$/s;

/**
 * Reads a normaliser as users write it: a preset (`uuid`), a preset below a path (`uuid@$.metadata`), a
 * path whose value never counts (`$.metadata.run_id`), a pattern (`/run-\d+/ => run`), or a pattern
 * below a path (`$.messages[*].content /run-\d+/i => run`).
 *
 * @throws {SyntaxError} where the text is none of these.
 */
export function parseNormaliser(text: string): Normaliser {
  const name = text.trim();
  if (name.startsWith("/")) return { name, ...readPattern(name) };
  if (name.startsWith("$")) {
    const space = name.search(/\s/);
    const path = space < 0 ? name : name.slice(0, space);
    parseJsonPath(path);
    if (space < 0) return { name, path, replacement: WHOLE_VALUE };
    return { name, path, ...readPattern(name.slice(space).trim()) };
  }
  const at = name.indexOf("@");
  const preset = NORMALISER_PRESETS.get(at < 0 ? name : name.slice(0, at));
  if (preset === undefined) {
    throw new SyntaxError(
      `Cannot use the normaliser "${name}": it is no preset (${[...NORMALISER_PRESETS.keys()].join(", ")}), path ($.…) or pattern (/…/)`,
    );
  }
  if (at < 0) return preset;
  const path = name.slice(at + 1);
  parseJsonPath(path);
  return { ...preset, name, path };
}

function readPattern(text: string): { pattern: RegExp; replacement: string } {
  const groups = PATTERN.exec(text)?.groups;
  if (groups === undefined) {
    throw new SyntaxError(
      `Cannot read the pattern "${text}": write it as /…/ or /…/ => replacement`,
    );
  }
  const flags = [...new Set(`${groups["flags"] ?? ""}g`)].join("");
  return {
    pattern: toRegExp(text, groups["source"]!, flags),
    replacement: groups["replacement"] ?? WHOLE_VALUE,
  };
}

function toRegExp(text: string, source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = (error as SyntaxError).message.replace(/^.*: /su, "");
    throw new SyntaxError(`Cannot use the pattern "${text}": ${reason}`, { cause: error });
  }
}

/** Names as a document notes them: sorted, each once. */
export function normaliserNames(normalisers: readonly Normaliser[]): readonly string[] {
  return [...new Set(normalisers.map(({ name }) => name))].sort();
}

/** The copy of a request's identity that is hashed. */
export function normaliseIdentity(
  identity: RequestIdentity,
  normalisers: readonly Normaliser[],
): RequestIdentity {
  let { body, target } = identity;
  for (const normaliser of normalisers) {
    body = normaliseBody(body, normaliser, identity.bodyMember);
    if (normaliser.path === undefined) target = normaliseStrings(target, normaliser);
  }
  return { ...identity, body, target };
}

/** A value after the normalisers that name no path: for parts of a request that no longer know their place. */
export function normaliseAnywhere(value: JsonValue, normalisers: readonly Normaliser[]): JsonValue {
  return normalisers
    .filter(({ path }) => path === undefined)
    .reduce((changed, normaliser) => normaliseStrings(changed, normaliser), value);
}

function normaliseBody(
  body: JsonValue,
  normaliser: Normaliser,
  member: string | undefined,
): JsonValue {
  if (normaliser.path === undefined) return normaliseStrings(body, normaliser);
  const wrapped = member === undefined ? undefined : memberOf(body, member);
  if (member !== undefined && wrapped !== undefined) {
    return { ...(body as object), [member]: normaliseBody(wrapped, normaliser, undefined) };
  }
  return changeAtPath(body, pathSteps(normaliser.path), (value) =>
    normaliser.pattern === undefined ? normaliser.replacement : normaliseStrings(value, normaliser),
  );
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return (value as { readonly [name: string]: JsonValue })[name];
}

const steps = new Map<string, readonly PathStep[]>();

function pathSteps(path: string): readonly PathStep[] {
  const known = steps.get(path);
  if (known !== undefined) return known;
  const parsed = parseJsonPath(path);
  steps.set(path, parsed);
  return parsed;
}

/** Below the deepest nesting that interactions have, strings stay as they are. */
function normaliseStrings(value: JsonValue, normaliser: Normaliser, depth = 0): JsonValue {
  const { pattern, replacement, changesNumbers } = normaliser;
  if (pattern === undefined) return value;
  if (typeof value === "string") return value.replace(pattern, replacement);
  if (typeof value === "number" && changesNumbers === true) {
    const text = String(value);
    const changed = text.replace(pattern, replacement);
    return changed === replacement ? changed : value;
  }
  if (typeof value !== "object" || value === null || depth >= INTERACTION_DEPTH_MAX) return value;
  return mapMembers(value, (member) => normaliseStrings(member, normaliser, depth + 1));
}
