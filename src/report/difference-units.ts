import type { Difference } from "../cassette/explain.ts";
import { wordsOfName } from "./placement/literals.ts";

/** Differences of one request that belong together: those of one member, of one message, of messages that came or went. */
export interface DifferenceUnit {
  readonly differences: readonly [Difference, ...Difference[]];
  /** The member that went where another one came with its very value; the first difference is the one that came. */
  readonly renamedFrom?: string;
}

/** Where a difference lies: a member of the body, and the item of it where that is a list. */
interface Position {
  readonly member: string;
  readonly index: number | undefined;
  /** The whole item came or went. */
  readonly isItem: boolean;
}

interface Run {
  readonly position: Position;
  lastIndex: number;
  hasItems: boolean;
  readonly role: Role;
  readonly differences: [Difference, ...Difference[]];
}

/** Who wrote a message: the suite's own code and tests, or a model and the tools that it called. */
type Role = "system" | "asked" | "answered";

/**
 * The edits that a request's differences show, in their order. What only follows from another is left out: an
 * earlier change of a conversation, or of what the model is told, changes answers, and with them all that was asked behind them.
 */
export function unitsOf(
  differences: readonly Difference[],
  request: unknown,
): readonly DifferenceUnit[] {
  const runs: Run[] = [];
  for (const difference of differences) {
    const position = positionOf(difference);
    const role = roleOf(request, difference, position);
    const run = runs.find((one) => isOneEdit(one, position, role));
    if (run === undefined) {
      runs.push({
        position,
        lastIndex: position.index ?? 0,
        hasItems: position.isItem,
        role,
        differences: [difference],
      });
    } else {
      run.lastIndex = Math.max(run.lastIndex, position.index ?? 0);
      run.hasItems ||= position.isItem;
      run.differences.push(difference);
    }
  }
  const answers = runs.filter((run) => isFollowingAnswer(run, runs));
  const edits = runs.filter(
    (run) => !answers.includes(run) && !answers.some((answer) => isEarlier(answer, run)),
  );
  return edits.length === 0 ? runs.slice(0, 1) : joinRenamed(edits);
}

/** A member that went and one of a like name that came with the same value are one edit: `max_tokens`, `max_completion_tokens`. */
function joinRenamed(runs: readonly Run[]): readonly DifferenceUnit[] {
  const joined = new Set<DifferenceUnit>();
  const units = runs.map((run): DifferenceUnit => {
    const [came] = run.differences;
    if (!isWholeMember(run) || came.before !== undefined) return run;
    const other = runs.find(
      (one) => isWholeMember(one) && !joined.has(one) && isRenaming(one.differences[0], came),
    );
    if (other === undefined) return run;
    joined.add(other);
    return { differences: [came, other.differences[0]], renamedFrom: other.position.member };
  });
  return units.filter((unit) => !joined.has(unit));
}

function isWholeMember({ differences, position }: Run): boolean {
  return differences.length === 1 && differences[0].path === `$.${position.member}`;
}

function isRenaming(gone: Difference, came: Difference): boolean {
  if (gone.after !== undefined || gone.before === undefined || came.after === undefined)
    return false;
  if (JSON.stringify(gone.before) !== JSON.stringify(came.after)) return false;
  const words = wordsOfName(gone.path);
  return wordsOfName(came.path).some((word) => words.includes(word));
}

const STEPS =
  /^\$?\.?((?:request\.)?[\p{L}_$][\p{L}\p{N}_$-]*|\["(?:[^"\\]|\\.)*"\])(?:\[(\d+)\])?/u;

function positionOf({ path, before, after }: Difference): Position {
  const match = STEPS.exec(path);
  return {
    member: match?.[1] ?? path,
    index: match?.[2] === undefined ? undefined : Number(match[2]),
    isItem:
      match?.[0].length === path.length &&
      match[2] !== undefined &&
      (before === undefined || after === undefined),
  };
}

/** Items beside one that came or went were compared with others than their own; a system prompt stays the first. */
function isOneEdit(run: Run, { member, index, isItem }: Position, role: Role): boolean {
  if (run.position.member !== member) return false;
  if (index === undefined || run.position.index === undefined || run.lastIndex === index)
    return true;
  return (
    (run.hasItems || isItem) &&
    index === run.lastIndex + 1 &&
    run.role !== "system" &&
    role !== "system"
  );
}

/** An answer that is another one because something else of the request is. */
function isFollowingAnswer(run: Run, runs: readonly Run[]): boolean {
  return (
    run.role === "answered" &&
    runs.some((other) =>
      other.position.member === run.position.member
        ? isEarlier(other, run)
        : other.role !== "answered",
    )
  );
}

function isEarlier(one: Run, other: Run): boolean {
  const { member, index } = other.position;
  return one.position.member === member && (one.position.index ?? 0) < (index ?? 0);
}

const ANSWERING_ROLES: ReadonlySet<unknown> = new Set(["assistant", "model", "tool", "function"]);
const SYSTEM_ROLES: ReadonlySet<unknown> = new Set(["system", "developer"]);
/** Kinds of items and of blocks that models and tools write. */
const ANSWERING_TYPE = /^(?:reasoning|thinking|tool_use|tool_result)$|_call$|_output$/i;

/** Members by which a request goes on from an answer. */
const ANSWER_MEMBERS: ReadonlySet<string> = new Set(["previous_response_id"]);

function roleOf(request: unknown, { before, after }: Difference, position: Position): Role {
  const { member, index, isItem } = position;
  if (index === undefined) return ANSWER_MEMBERS.has(member) ? "answered" : "asked";
  const list = memberOf(memberOf(request, "body"), member);
  const item: unknown = isItem ? (after ?? before) : Array.isArray(list) ? list[index] : undefined;
  const role = memberOf(item, "role");
  if (SYSTEM_ROLES.has(role)) return "system";
  if (ANSWERING_ROLES.has(role) || isAnsweringType(item)) return "answered";
  const content = memberOf(item, "content");
  return Array.isArray(content) && content.length > 0 && content.every(isAnsweringType)
    ? "answered"
    : "asked";
}

function isAnsweringType(item: unknown): boolean {
  const type = memberOf(item, "type");
  return typeof type === "string" && ANSWERING_TYPE.test(type);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
