import type { JsonValue } from "./values.ts";

/** One step of a path: a member, an element, every member or element, or any depth below. */
export type PathStep =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "every" }
  | { readonly kind: "below" };

const STEP =
  /\.\.|\.?(?:\[(?:(?<index>\d+)|(?<star>\*)|"(?<quoted>(?:[^"\\]|\\.)*)")\])|\.(?<name>\*|[\p{L}\p{N}_$-]+)|(?<bare>[\p{L}\p{N}_$-]+)/uy;

/**
 * Reads a path such as `$.messages[*].content`, `$.metadata["run-id"]` or `$..timestamp`.
 *
 * @throws {SyntaxError} where the text is no such path.
 */
export function parseJsonPath(text: string): readonly PathStep[] {
  if (!text.startsWith("$"))
    throw new SyntaxError(`Cannot read the path "${text}": it must start with $`);
  const steps: PathStep[] = [];
  let position = 1;
  while (position < text.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(text);
    const isAfterBelow = steps.at(-1)?.kind === "below";
    if (match === null || (match.groups?.["bare"] !== undefined && !isAfterBelow)) {
      throw new SyntaxError(`Cannot read the path "${text}": column ${position + 1} is no step`);
    }
    steps.push(stepOf(match));
    position = STEP.lastIndex;
  }
  if (steps.at(-1)?.kind === "below") {
    throw new SyntaxError(`Cannot read the path "${text}": ".." must be followed by a name`);
  }
  return steps;
}

function stepOf(match: RegExpExecArray): PathStep {
  const { index, star, quoted, name, bare } = match.groups ?? {};
  if (index !== undefined) return { kind: "element", index: Number(index) };
  if (star !== undefined || name === "*") return { kind: "every" };
  if (quoted !== undefined) return { kind: "member", name: JSON.parse(`"${quoted}"`) as string };
  const member = name ?? bare;
  return member === undefined ? { kind: "below" } : { kind: "member", name: member };
}

/** A copy in which `change` was applied to every value that the path reaches. */
export function changeAtPath(
  value: JsonValue,
  steps: readonly PathStep[],
  change: (value: JsonValue) => JsonValue,
): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (step.kind === "below") {
    const inner = mapMembers(value, (member) => changeAtPath(member, steps, change));
    return changeAtPath(inner, rest, change);
  }
  return mapMembers(value, (member, at) =>
    reaches(step, at) ? changeAtPath(member, rest, change) : member,
  );
}

function reaches(step: PathStep, at: string | number): boolean {
  if (step.kind === "every") return true;
  if (step.kind === "element") return at === step.index;
  return step.kind === "member" && at === step.name;
}

/** A copy of an array or object with every member changed. */
export function mapMembers(
  value: JsonValue & object,
  change: (member: JsonValue, at: string | number) => JsonValue,
): JsonValue {
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((item, at) => change(item, at));
  return Object.fromEntries(
    Object.entries(value as { readonly [name: string]: JsonValue }).map(([name, member]) => [
      name,
      change(member, name),
    ]),
  );
}

/** Writes one more step of a readable path: `$.messages` + `0` → `$.messages[0]`. */
export function appendToPath(path: string, at: string | number): string {
  if (typeof at === "number") return `${path}[${at}]`;
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(at)
    ? `${path}.${at}`
    : `${path}[${JSON.stringify(at)}]`;
}
