import type { FileKind } from "./file-kind.ts";
import { namesIn, textBefore, textBehind, wordsOfName } from "./literals.ts";

const MEMBER = /\.properties(?:\.([\p{L}_$][\p{L}\p{N}_$-]*)|\["((?:[^"\\]|\\.)*)"\])/gu;

/** The innermost member of a JSON Schema that a path leads into: `budget` of `….properties.budget.type`. */
export function memberOfSchema(path: string): string | undefined {
  const match = [...path.matchAll(MEMBER)].at(-1);
  return match?.[1] ?? match?.[2];
}

/** Behind a name where a member is declared: `budget: float`, `budget?: number`, `"budget" => `, `budget = Field(`. */
const DECLARING = /^["'`\]]?\??!?\s*(?::(?!:)|=>|:=|=(?![=~]))/;
const TYPES =
  "str|string|int|integer|int32|int64|float|float32|float64|double|number|num|decimal|bool|boolean|date|datetime|list|array|vec|dict|map|record|object|set|enum|literal|optional|union|maybe|nullable|any|unknown|null|none|[a-z](?=\\.)|type|field|property|prop|schema";
const TYPE = new RegExp(`(?<![\\p{L}\\p{N}_$])(?:${TYPES})(?![\\p{L}\\p{N}_$])`, "iu");
/** A type beside a name and nothing else: `String budget;`, `Budget *float64`. */
const TYPE_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}_$])(?:${TYPES})[?>\\])]*\\s+$`, "iu");
const TYPE_BEHIND = new RegExp(`^\\s+[*\\[\\]]*(?:${TYPES})(?![\\p{L}\\p{N}_$])`, "iu");
/** What a member is stands on the lines that follow. */
const OPENING = /^["'`]?\??\s*(?::|=>|=)\s*[{[(]?\s*$/;

const SCORES: Readonly<Record<FileKind, number>> = { source: 20, test: 10, prose: 0 };
const DECLARED = 2;
const OPENED = 1;

/** How well a line declares a member of a schema; 0 where it does not. */
export function openMemberScore(member: string): (line: string, kind: FileKind) => number {
  const wanted = wordsOfName(member).join("");
  if (wanted === "") return () => 0;
  return (line, kind) => {
    if (kind === "prose" || /^\s*(?:#|\/\/|\*|--\s)/.test(line)) return 0;
    let best = 0;
    for (const { words, start, end } of namesIn(line)) {
      if (words.join("") !== wanted) continue;
      const [before, behind] = [textBefore(line, start), textBehind(line, end)];
      if (OPENING.test(behind)) best = Math.max(best, OPENED);
      else if (isDeclared(before, behind)) best = Math.max(best, DECLARED);
    }
    return best === 0 ? 0 : SCORES[kind] + best;
  };
}

function isDeclared(before: string, behind: string): boolean {
  return (
    TYPE_BEFORE.test(before) ||
    TYPE_BEHIND.test(behind) ||
    (DECLARING.test(behind) && TYPE.test(`${before} ${behind}`))
  );
}
