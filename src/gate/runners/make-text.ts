import { wordFunction } from "./make-words.ts";

/** A makefile's variables. */
export interface MakeVariables {
  /** Values as written: they are expanded where they are used. */
  readonly values: ReadonlyMap<string, string>;
  /** Names whose value the environment may have given instead (`NAME ?= value`). */
  readonly environmental: ReadonlySet<string>;
  /** The files that a pattern means; `undefined` where that is not certain. */
  readonly wildcard?: (pattern: string) => readonly string[] | undefined;
}

/** Deeper nesting of variables is a loop. */
const EXPANSION_DEPTH_MAX = 24;

/** A value that doubles itself would have no end. */
const EXPANDED_CHARACTERS_MAX = 65_536;

/**
 * Expands `$(NAME)`, `${NAME}`, `$N`, `$$` and `$(shell …)` as make does before it hands a line to the
 * shell. What only the environment knows becomes a shell parameter, what make's other functions
 * would compute becomes the output of a command that nobody knows. With `"keep"`, `$$` and unknown
 * names stay as they are, for a text that is expanded again.
 */
export function expandMake(
  text: string,
  variables: MakeVariables,
  mode: "shell" | "keep" = "shell",
): string {
  return expand(text, { variables, mode, depth: 0 });
}

interface Expansion {
  readonly variables: MakeVariables;
  readonly mode: "shell" | "keep";
  readonly depth: number;
}

function expand(text: string, expansion: Expansion): string {
  if (!text.includes("$")) return text;
  if (expansion.depth > EXPANSION_DEPTH_MAX) return UNKNOWN;
  let result = "";
  for (let index = 0; index < text.length;) {
    const character = text[index]!;
    if (character !== "$") {
      result += character;
      index += 1;
      continue;
    }
    const next = text[index + 1] ?? "";
    if (next === "$") {
      result += expansion.mode === "keep" ? "$$" : "$";
      index += 2;
    } else if (next === "(" || next === "{") {
      const end = findClosing(text, index + 1);
      result += reference(text.slice(index + 2, end), text.slice(index, end + 1), expansion);
      index = end + 1;
    } else {
      result += next === "" ? "$" : reference(next, text.slice(index, index + 2), expansion);
      index += 2;
    }
    if (result.length > EXPANDED_CHARACTERS_MAX) return UNKNOWN;
  }
  return result;
}

const UNKNOWN = "$(tapegate-unknown)";

/** Its output may name a test runner, since the command that writes it does. */
const UNKNOWN_MENTIONING = "$(tapegate-unknown pytest)";

/** What stands between the parentheses: a name, a substitution reference, a function. */
function reference(inner: string, whole: string, expansion: Expansion): string {
  if (whole === UNKNOWN || whole === UNKNOWN_MENTIONING) return whole;
  const inside = { ...expansion, depth: expansion.depth + 1 };
  const call = /^([a-z-]+)\s+([^]*)$/.exec(inner);
  if (call !== null) return expandFunction(call[1]!, call[2]!, inside);
  const name = expand(inner, inside).replace(/:[^:=]*=.*$/, "");
  const value = expansion.variables.values.get(name);
  const isReplaced = name.length < inner.length && inner.includes("=") && inner.includes(":");
  if (expansion.mode === "keep" && value === undefined) return whole;
  if (value === undefined) {
    return /^[A-Za-z_]\w*$/.test(name) ? `\${${name}-}` : AUTOMATIC.test(name) ? UNKNOWN : "";
  }
  if (isReplaced) return UNKNOWN;
  const expanded = expand(value, inside);
  return expansion.variables.environmental.has(name) &&
    expansion.mode === "shell" &&
    /^[\w@%+=:,./ -]*$/.test(expanded)
    ? `\${${name}-${expanded}}`
    : expanded;
}

/** `$@`, `$<`, `$*` and their kin, where no rule gave them a value. */
const AUTOMATIC = /^[@<^+?*%|][DF]?$/;

function expandFunction(name: string, argument: string, expansion: Expansion): string {
  switch (name) {
    case "shell":
      // The command runs, and its output is what the shell's own substitution gives.
      return expansion.mode === "keep"
        ? `$(shell ${expand(argument, expansion)})`
        : `$(${expand(argument, expansion)})`;
    case "strip":
      return expand(argument, expansion).trim();
    case "if":
    case "or":
    case "and": {
      // Which branch it is only make knows, unless the condition is certain.
      const [condition = "", ...others] = splitArguments(argument);
      const branches = name === "if" ? others : [condition, ...others];
      const texts = branches.map((branch) => expand(branch.trim(), expansion));
      const value = expand(condition.trim(), expansion);
      if (name === "if" && expansion.mode === "shell" && !value.includes("$"))
        return texts[value === "" ? 1 : 0] ?? "";
      return texts.length === 1 ? texts[0]! : unknownOf(texts);
    }
    case "call": {
      const [callee = "", ...given] = splitArguments(argument);
      const body = expansion.variables.values.get(callee.trim());
      if (body === undefined) return UNKNOWN;
      const parameters = given.map((value, index): [string, string] => [
        String(index + 1),
        expand(value, expansion).replaceAll("$", "$$$$"),
      ]);
      const values = new Map([...expansion.variables.values, ...parameters]);
      const variables = { ...expansion.variables, values };
      return expand(body, { ...expansion, variables });
    }
    case "info":
    case "warning":
    case "error":
      return "";
    case "wildcard": {
      const patterns = expand(argument, expansion).trim();
      const found = patterns.includes("$") ? undefined : expansion.variables.wildcard?.(patterns);
      return found?.join(" ") ?? unknownOf([patterns]);
    }
    case "foreach":
      return expandEach(argument, expansion);
    default: {
      const given = splitArguments(argument).map((one) => expand(one, expansion));
      const isKnown = given.every((one) => !one.includes("$"));
      const text = isKnown
        ? wordFunction(name, given, expansion.variables.values.get("CURDIR"))
        : undefined;
      return text ?? unknownOf(given);
    }
  }
}

/** What make computes in a way that is not followed: the shell is shown whether a runner is named in it. */
function unknownOf(texts: readonly string[]): string {
  const all = texts.join(" ").toLowerCase();
  return all.includes("py") && all.includes("test") ? UNKNOWN_MENTIONING : UNKNOWN;
}

/** `$(foreach NAME,LIST,TEXT)`. */
function expandEach(argument: string, expansion: Expansion): string {
  const [name = "", list = "", ...rest] = splitArguments(argument);
  const body = rest.join(",");
  const words = expand(list, expansion)
    .split(/\s+/)
    .filter((word) => word !== "");
  const { values } = expansion.variables;
  if (words.length > EACH_MAX || words.some((word) => word.includes("$")))
    return unknownOf([...words, expand(body, expansion)]);
  return words
    .map((word) => {
      const own = new Map([...values, [expand(name, expansion).trim(), word]]);
      const variables = { ...expansion.variables, values: own };
      return expand(body, { ...expansion, variables });
    })
    .join(" ");
}

/** Rounds of one `foreach` that are followed. */
const EACH_MAX = 64;

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "(" || character === "{") depth += 1;
    else if (character === ")" || character === "}") depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** The parenthesis that closes the one at `start`; the text's end where none does. */
function findClosing(text: string, start: number): number {
  const open = text[start]!;
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    else if (text[index] === close) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}
