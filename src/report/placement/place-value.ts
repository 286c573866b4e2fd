import { bestLine, type FoundLine, type LineSources } from "./best-line.ts";
import type { Change } from "./change.ts";
import { namesIn, wordsOfName } from "./literals.ts";
import { memberOfSchema, openMemberScore } from "./score-member.ts";
import { isGivenAny, isTelling, openValueScore, tokensIn, type NamedValue } from "./score-value.ts";

/** The line that a changed value comes from: a parameter, a model, a tool's name, a member of a schema. */
export function placeValue(change: Change, sources: LineSources): FoundLine | undefined {
  const { path, before, after } = change;
  const kind = after === undefined ? "removed" : "added";
  const name = /([A-Za-z_][\w-]*)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
  const value = after === undefined ? before : after;
  return (
    placeGiven({ name, value }, kind, sources) ??
    placeMember(change, kind, sources) ??
    placeName(name, change, sources)
  );
}

/** A parameter that came or went may be given what code computes: a name of several words says it alone. */
function placeName(
  name: string,
  { before, after }: Change,
  sources: LineSources,
): FoundLine | undefined {
  const words = wordsOfName(name);
  if (words.length < 2 || (before !== undefined && after !== undefined)) return undefined;
  const kind = after === undefined ? "removed" : "added";
  return bestLine(sources, kind, (line) =>
    line.kind === "source" && isGivenAny(line.text, words) ? 1 : 0,
  );
}

function placeGiven(
  { name, value }: { readonly name: string; readonly value: unknown },
  kind: "added" | "removed",
  sources: LineSources,
): FoundLine | undefined {
  if (isScalar(value)) {
    const score = openValueScore({ name, value });
    return bestLine(sources, kind, (line) => score(line.text, line.kind));
  }
  const tokens = tokensOf(name, value);
  return tokens.length === 0
    ? undefined
    : bestLine(sources, kind, (line) =>
        line.kind === "prose" ? 0 : scoreTokens(line.text, tokens),
      );
}

/** Code says in its own words what a schema says of a member (`budget: float`): the line that declares the member. */
function placeMember(
  { path }: Change,
  kind: "added" | "removed",
  sources: LineSources,
): FoundLine | undefined {
  const member = memberOfSchema(path);
  if (member === undefined) return undefined;
  const score = openMemberScore(member);
  return bestLine(sources, kind, (line) => score(line.text, line.kind));
}

function isScalar(value: unknown): value is NamedValue["value"] {
  return (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  );
}

/** Words of JSON Schema and of providers' wires: every tool has them. */
const BOILERPLATE: ReadonlySet<string> = new Set([
  "additionalProperties",
  "array",
  "boolean",
  "content",
  "default",
  "description",
  "enum",
  "function",
  "input_schema",
  "inputSchema",
  "integer",
  "items",
  "name",
  "number",
  "object",
  "parameters",
  "properties",
  "required",
  "schema",
  "strict",
  "string",
  "text",
  "type",
]);

const TOKENS_READ_MAX = 200;
const TOKEN_CHARACTERS_MIN = 4;

/** What an added or removed structure says in single words: names of members, and values. */
function tokensOf(name: string, value: unknown): readonly string[] {
  const found = new Set([name]);
  const waiting: unknown[] = [value];
  for (let read = 0; waiting.length > 0 && read < TOKENS_READ_MAX; read += 1) {
    const next = waiting.pop();
    if (typeof next === "string") found.add(next);
    else if (typeof next === "object" && next !== null) {
      waiting.push(...Object.values(next));
      if (!Array.isArray(next)) for (const key of Object.keys(next)) found.add(key);
    }
  }
  return [...found].filter(
    (token) =>
      token.length >= TOKEN_CHARACTERS_MIN && /^\S+$/.test(token) && !BOILERPLATE.has(token),
  );
}

/** A word that stands for itself is enough; of others it takes two. */
const TOKENS_SCORE_MIN = 2;

function scoreTokens(line: string, tokens: readonly string[]): number {
  const names = new Set(namesIn(line).map(({ words }) => words.join("")));
  let score = 0;
  for (const token of tokens) {
    const isHeld =
      tokensIn(line, token).length > 0 || names.has(token.toLowerCase().replace(/[_-]/g, ""));
    if (isHeld) score += isTelling(token) ? 2 : 1;
  }
  return score < TOKENS_SCORE_MIN ? 0 : score;
}
