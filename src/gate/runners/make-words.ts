import { absolutePath } from "../posix-path.ts";

type WordFunction = (words: readonly (readonly string[])[]) => readonly string[] | undefined;

/** Functions that take lists of words and give one. Source: GNU make's manual, "Functions for Transforming Text". */
const WORD_FUNCTIONS: ReadonlyMap<string, WordFunction> = new Map<string, WordFunction>([
  ["sort", ([list = []]) => [...new Set(list)].sort()],
  ["firstword", ([list = []]) => list.slice(0, 1)],
  ["lastword", ([list = []]) => list.slice(-1)],
  ["addprefix", ([[prefix = ""] = [], list = []]) => list.map((word) => prefix + word)],
  ["addsuffix", ([[suffix = ""] = [], list = []]) => list.map((word) => word + suffix)],
  ["dir", ([list = []]) => list.map((word) => /^.*\//.exec(word)?.[0] ?? "./")],
  ["notdir", ([list = []]) => list.map((word) => word.replace(/^.*\//, ""))],
  ["basename", ([list = []]) => list.map((word) => word.replace(/\.[^./]*$/, ""))],
  [
    "filter",
    ([patterns = [], list = []]) =>
      list.filter((word) => patterns.some((one) => stemOf(one, word) !== undefined)),
  ],
  [
    "filter-out",
    ([patterns = [], list = []]) =>
      list.filter((word) => patterns.every((one) => stemOf(one, word) === undefined)),
  ],
  [
    "patsubst",
    ([[pattern = ""] = [], [into = ""] = [], list = []]) =>
      list.map((word) => {
        const stem = stemOf(pattern, word);
        return stem === undefined ? word : into.replace("%", () => stem);
      }),
  ],
  [
    "word",
    ([[index = ""] = [], list = []]) =>
      /^[1-9]\d*$/.test(index) ? list.slice(Number(index) - 1, Number(index)) : undefined,
  ],
]);

/** How many arguments the functions take that take more than one. */
const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ["addprefix", 2],
  ["addsuffix", 2],
  ["filter", 2],
  ["filter-out", 2],
  ["patsubst", 3],
  ["word", 2],
]);

/** The text that one of make's functions gives for arguments that are certain; `undefined` for any other function. */
export function wordFunction(
  name: string,
  given: readonly string[],
  cwd: string | undefined,
): string | undefined {
  if (name === "subst") {
    const [from = "", into = "", ...text] = given;
    return from === "" ? undefined : text.join(",").replaceAll(from, () => into);
  }
  const count = ARGUMENTS.get(name) ?? 1;
  // Commas beyond the last argument belong to it.
  const args = [...given.slice(0, count - 1), given.slice(count - 1).join(",")];
  if (args.some((one) => one.includes("\\"))) return undefined;
  const words = args.map((one) => one.split(/\s+/).filter((word) => word !== ""));
  if (name === "abspath" && cwd !== undefined && !cwd.includes("$")) {
    return words
      .flat()
      .map((word) => absolutePath(cwd, word))
      .join(" ");
  }
  // What is put before, behind or in the place of something is one word, or not followed.
  const isPlain = name.startsWith("filter") || words.slice(0, -1).every((list) => list.length <= 1);
  return isPlain ? WORD_FUNCTIONS.get(name)?.(words)?.join(" ") : undefined;
}

/** What `%` stands for where a pattern fits a word. */
function stemOf(pattern: string, word: string): string | undefined {
  const at = pattern.indexOf("%");
  if (at < 0) return pattern === word ? word : undefined;
  const before = pattern.slice(0, at);
  const after = pattern.slice(at + 1);
  const isFitting =
    word.length >= before.length + after.length && word.startsWith(before) && word.endsWith(after);
  return isFitting ? word.slice(before.length, word.length - after.length) : undefined;
}
