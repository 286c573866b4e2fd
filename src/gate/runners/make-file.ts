import type { FileReader } from "../context.ts";
import { absolutePath } from "../posix-path.ts";
import { matchesPattern, parsePattern } from "../shell/shell-pattern.ts";
import { expandMake, type MakeVariables } from "./make-text.ts";
import { expandWildcard } from "./make-wildcard.ts";

/** What the gate needs of a makefile and everything that it includes. */
export interface MakeFile {
  readonly variables: MakeVariables;
  /** Rules in the order given: one target can have several. */
  readonly rules: readonly MakeRule[];
  /** Names of variables that recipes see in their environment. */
  readonly exported: ReadonlySet<string>;
  /** A file that it includes and that cannot be read. */
  readonly unreadable: string | undefined;
}

/** One rule: its targets may be patterns (`%.log`). */
export interface MakeRule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
  readonly recipe: readonly string[];
  /** The target pattern of a static pattern rule, by which prerequisites get their stem. */
  readonly pattern: string | undefined;
  /** Variables that hold for these targets and what they need alone. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Includes are followed this deep; makefiles that generate themselves go round in circles. */
const INCLUDE_DEPTH_MAX = 8;

interface Reading {
  readonly cwd: string;
  readonly files: FileReader;
  readonly variables: Map<string, string>;
  readonly environmental: Set<string>;
  readonly fixed: ReadonlySet<string>;
  readonly exported: Set<string>;
  readonly rules: (MakeRule & { readonly recipe: string[] })[];
  unreadable: string | undefined;
  /** The branch of every conditional that is read; all of them where there is none. */
  readonly branch: number | undefined;
  /** The branches that the line stands in: their numbers, counted in each conditional. */
  readonly branches: number[];
  branchesMax: number;
}

/**
 * Reads a makefile as many times as its conditionals have branches: each time another branch of them is read, and once
 * all of them are, so that whatever the conditions are, what runs is among what is found.
 */
export function readMakeFiles(
  text: string,
  given: ReadonlyMap<string, string>,
  place: { readonly cwd: string; readonly files: FileReader },
): readonly MakeFile[] {
  const all = readMakeFile(text, given, place);
  const count = Math.min(all.branchesMax, BRANCHES_MAX);
  return [
    all,
    ...Array.from({ length: count }, (_, branch) =>
      readMakeFile(text, given, { ...place, branch }),
    ),
  ];
}

/** Branches of one conditional that are read each by itself. */
const BRANCHES_MAX = 6;

/**
 * Reads a makefile. `given` are the variables of the command line, which nothing in
 * the file overrides.
 */
function readMakeFile(
  text: string,
  given: ReadonlyMap<string, string>,
  place: { readonly cwd: string; readonly files: FileReader; readonly branch?: number },
): MakeFile & { readonly branchesMax: number } {
  const reading: Reading = {
    branch: undefined,
    branches: [],
    branchesMax: 0,
    ...place,
    variables: new Map([["MAKE", "make"], ["CURDIR", place.cwd], ["SHELL", "/bin/sh"], ...given]),
    environmental: new Set(),
    fixed: new Set(given.keys()),
    exported: new Set(),
    rules: [],
    unreadable: undefined,
  };
  readLines(text, reading, 0);
  const { exported, rules, unreadable, branchesMax } = reading;
  return {
    variables: toVariables(reading),
    exported,
    rules,
    unreadable,
    branchesMax,
  };
}

function readLines(text: string, reading: Reading, depth: number): void {
  const lines = toLogicalLines(text);
  let define: { name: string; body: string[] } | undefined;
  let rule: Reading["rules"][number] | undefined;
  for (const line of lines) {
    if (define !== undefined) {
      if (/^\s*endef\b/.test(line)) {
        assign(define.name, "=", define.body.join("\n"), reading);
        define = undefined;
      } else define.body.push(line);
      continue;
    }
    const isRecipe = line.startsWith(reading.variables.get(".RECIPEPREFIX")?.[0] ?? "\t");
    const bare = withoutComment(line).trim();
    if (!isRecipe && enterBranch(bare, reading)) continue;
    if (!isRead(reading)) continue;
    if (isRecipe) {
      rule?.recipe.push(line.slice(1));
      continue;
    }
    const opened = /^(?:override\s+|export\s+)*define\s+(\S+)\s*(?::{0,3}|\?|\+)=?\s*$/.exec(bare);
    if (opened !== null) define = { name: opened[1]!, body: [] };
    else if (bare !== "") rule = readStatement(bare, reading, depth) ?? rule;
  }
}

/** Notes which branches of conditionals the next lines stand in. */
function enterBranch(line: string, reading: Reading): boolean {
  const { branches } = reading;
  if (/^(?:ifeq|ifneq|ifdef|ifndef)\b/.test(line)) branches.push(0);
  else if (/^else\b/.test(line)) branches.push((branches.pop() ?? 0) + 1);
  else if (/^endif\b/.test(line)) {
    // Without an `else` the branch behind the last one is nothing at all.
    const last = branches.pop() ?? 0;
    reading.branchesMax = Math.max(reading.branchesMax, last + 1, 2);
  } else return false;
  return true;
}

function isRead({ branch, branches }: Reading): boolean {
  return branch === undefined || branches.every((at) => at === branch);
}

/** A line that is no recipe; answers the rule that it opens. */
function readStatement(
  line: string,
  reading: Reading,
  depth: number,
): Reading["rules"][number] | undefined {
  if (/^(?:undefine|unexport|vpath)\b/.test(line)) return undefined;
  // What these make of the file only make knows.
  const isGenerating = /\$[({](?:eval|file|guile)\b|^-?load\b/.test(line);
  if (isGenerating && /py[^]*test|test[^]*py/i.test(line)) reading.unreadable ??= "$(eval)";
  const included = /^[-s]?include\s+(.*)$/.exec(line);
  if (included !== null) {
    for (const name of words(included[1]!, reading)) include(name, reading, depth);
    return undefined;
  }
  const exported = /^export\b\s*(.*)$/.exec(line);
  const statement = exported?.[1] ?? line;
  const assignment = ASSIGNMENT.exec(statement);
  if (assignment !== null) {
    const [, name = "", operator = "", value = ""] = assignment;
    const isOverriding = /^(?:private\s+)*override\b/.test(statement);
    assign(name, operator, value, isOverriding ? { ...reading, fixed: new Set() } : reading);
    if (exported !== null) reading.exported.add(name);
    return undefined;
  }
  if (exported !== null) {
    for (const name of statement.split(/\s+/)) reading.exported.add(name);
    return undefined;
  }
  return readRule(line, reading);
}

const ASSIGNMENT = /^(?:override\s+|private\s+)*([^\s:=?+!#]+)\s*(=|:{1,3}=|\?=|\+=|!=)\s*([^]*)$/;

function readRule(line: string, reading: Reading): Reading["rules"][number] | undefined {
  const colon = findColon(line);
  if (colon === -1) return undefined;
  const targets = words(line.slice(0, colon).replace(/&$/, ""), reading);
  const behind = line.slice(colon).replace(/^:+/, "");
  const semicolon = behind.indexOf(";");
  const head = (semicolon === -1 ? behind : behind.slice(0, semicolon)).trim();
  const own = ASSIGNMENT.exec(head);
  if (own !== null) {
    reading.rules.push({ ...NO_RULE, targets, variables: ownVariable(own, reading) });
    return undefined;
  }
  // A static pattern rule has a second colon: `objects: %.o: %.c`.
  const parts = head.split(/:(?!=)/);
  const rule = {
    ...NO_RULE,
    targets,
    prerequisites: words((parts.at(-1) ?? "").replace("|", " "), reading),
    pattern: parts.length > 1 ? words(parts[0]!, reading)[0] : undefined,
    recipe: semicolon === -1 ? [] : [behind.slice(semicolon + 1).trim()],
  };
  reading.rules.push(rule);
  return rule;
}

const NO_RULE = {
  prerequisites: [],
  recipe: [],
  pattern: undefined,
  variables: new Map<string, string>(),
};

function ownVariable(
  [, name = "", operator = "", value = ""]: RegExpExecArray,
  reading: Reading,
): ReadonlyMap<string, string> {
  if (reading.fixed.has(name)) return new Map();
  const before = reading.variables.get(name);
  if (operator === "?=" && before !== undefined) return new Map();
  const text = operator === "+=" && before !== undefined ? `${before} ${value}` : value;
  return new Map([[name, operator === "!=" ? `$(shell ${text})` : text]]);
}

/** The colon that ends the targets: not one inside `$(…)`, nor a Windows drive's. */
function findColon(line: string): number {
  let depth = 0;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === "(" || character === "{") depth += 1;
    else if (character === ")" || character === "}") depth -= 1;
    else if (character === ":" && depth <= 0) return index;
  }
  return -1;
}

function assign(name: string, operator: string, value: string, reading: Reading): void {
  const expanded = expandMake(name, toVariables(reading)).trim();
  if (reading.fixed.has(expanded)) return;
  const before = reading.variables.get(expanded);
  if (operator === "?=") {
    if (before !== undefined) return;
    reading.environmental.add(expanded);
    reading.variables.set(expanded, value);
  } else if (operator === "+=" && before !== undefined) {
    reading.variables.set(expanded, `${before} ${value}`);
  } else if (operator === "!=") {
    reading.variables.set(expanded, `$(shell ${value})`);
  } else if (operator === "=" || operator === "+=") {
    reading.environmental.delete(expanded);
    reading.variables.set(expanded, value);
  } else {
    const now = expandMake(value, toVariables(reading), "keep");
    reading.environmental.delete(expanded);
    reading.variables.set(expanded, now);
  }
}

function include(name: string, reading: Reading, depth: number): void {
  if (/[*?[]/.test(name)) {
    for (const found of matching(name, reading)) include(found, reading, depth);
    return;
  }
  const path = absolutePath(reading.cwd, name);
  if (reading.files.kind(path) !== "file") return;
  const text = depth < INCLUDE_DEPTH_MAX ? reading.files.readText(path) : undefined;
  if (text === undefined) reading.unreadable ??= name;
  else readLines(text, reading, depth + 1);
}

/** Files that an `include` with a pattern names; only the last part of a path may be one. */
function matching(pattern: string, reading: Reading): readonly string[] {
  const slash = pattern.lastIndexOf("/");
  const folder = slash < 0 ? "." : pattern.slice(0, slash);
  const names = /[*?[]/.test(folder)
    ? undefined
    : reading.files.list(absolutePath(reading.cwd, folder));
  if (names === undefined) return [];
  const tokens = parsePattern([{ text: pattern.slice(slash + 1), isQuoted: false }]);
  return names
    .filter((name) => !/[*?[]/.test(name) && matchesPattern(tokens, name))
    .map((name) => `${folder}/${name}`);
}

function words(text: string, reading: Reading): string[] {
  return expandMake(text, toVariables(reading))
    .split(/\s+/)
    .filter((word) => word !== "");
}

function toVariables({ variables, environmental, cwd, files }: Reading): MakeVariables {
  const wildcard = (patterns: string): readonly string[] | undefined =>
    expandWildcard(patterns, cwd, files);
  return { values: variables, environmental, wildcard };
}

/** Lines with their continuations joined; a recipe keeps the backslash, which is the shell's to read. */
function toLogicalLines(text: string): string[] {
  const lines: string[] = [];
  let open: string | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const line: string = open === undefined ? raw : join(open, raw);
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(line)) open = line;
    else {
      lines.push(line);
      open = undefined;
    }
  }
  if (open !== undefined) lines.push(open);
  return lines;
}

function join(open: string, raw: string): string {
  if (open.startsWith("\t")) return `${open}\n${raw.replace(/^\t/, "")}`;
  return `${open.slice(0, -1).trimEnd()} ${raw.trimStart()}`;
}

function withoutComment(line: string): string {
  return line.replace(/(^|[^\\])#.*$/s, "$1");
}
