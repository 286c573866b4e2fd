import type { FileReader } from "../context.ts";
import { absolutePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { readMakeFiles, type MakeFile, type MakeRule } from "./make-file.ts";
import { expandMake, type MakeVariables } from "./make-text.ts";
import {
  findIn,
  NOTHING,
  textOf,
  toLookup,
  toOpaque,
  type Definition,
  type RunnerCall,
} from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { toShellText } from "./shell-text.ts";

const OPTIONS_WITH_VALUE = [
  "-C",
  "--directory",
  "-f",
  "--file",
  "--makefile",
  "-I",
  "--include-dir",
  "-o",
  "--old-file",
  "-W",
  "--what-if",
  "-E",
  "--eval",
];

/** GNU make, by the names that it has. Source: the manual, "How to Write Makefiles" and "make -h". */
export function lookUpMake(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, { withValue: OPTIONS_WITH_VALUE });
  if (hasOption(line, "--version", "-v", "--help", "-h", "-q", "--question")) return NOTHING;
  const cwd = valuesOf(line, "-C", "--directory")
    .map((word) => textOf(word) ?? ".")
    .reduce((folder, step) => absolutePath(folder, step), call.cwd);
  const named = valuesOf(line, "-f", "--file", "--makefile").map((word) => textOf(word));
  const found = findMakefiles(named, cwd, call.files);
  if (found.kind === "unreadable") return toOpaque(found.path, call);
  const evaluated = valuesOf(line, "-E", "--eval").map((word) => textOf(word));
  if (evaluated.includes(undefined)) return toOpaque("--eval", call);
  if (found.kind === "absent" && evaluated.length === 0) return NOTHING;
  const text = [...evaluated, found.kind === "text" ? found.text : ""].join("\n");
  const operands = [...line.operands, ...(line.rest ?? [])];
  const makefiles = readMakeFiles(text, givenVariables(operands), { cwd, files: call.files });
  const unreadable = makefiles.find((makefile) => makefile.unreadable !== undefined)?.unreadable;
  if (unreadable !== undefined) return toOpaque(unreadable, call);
  const goals = operands.filter((word) => !isAssignment(word)).map((word) => textOf(word));
  const isDry = hasOption(line, "-n", "--dry-run", "--just-print", "--recon", "-t", "--touch");
  const scripts = makefiles.flatMap((makefile) => scriptsOf({ makefile, cwd, isDry }, goals));
  const distinct = new Map(
    scripts.map((script) => [
      JSON.stringify([script.text, script.origin, [...script.environment]]),
      script,
    ]),
  );
  return toLookup([...distinct.values()]);
}

/** The makefiles that `-f` names, one behind the other, or the one that make finds by itself. */
function findMakefiles(
  named: readonly (string | undefined)[],
  cwd: string,
  files: FileReader,
): Definition {
  if (named.length === 0) return findIn(cwd, MAKEFILES, files);
  const found = named.map((name) => {
    if (name === undefined) return { kind: "unreadable", path: "-f" } as const;
    return findIn(cwd, [name === "-" ? "/dev/stdin" : name], files);
  });
  const texts = found.filter((one) => one.kind === "text");
  const [first] = texts;
  const bad = found.find((one) => one.kind === "unreadable");
  if (bad !== undefined) return bad;
  if (first === undefined) return { kind: "absent" };
  return { ...first, text: texts.map(({ text }) => text).join("\n") };
}

/** What one run of make works on. */
interface Making {
  readonly makefile: MakeFile;
  readonly cwd: string;
  /** Only lines that run even where make just prints. */
  readonly isDry: boolean;
}

const MAKEFILES = ["GNUmakefile", "makefile", "Makefile"];

/** Lines that run even where make only prints. */
const RUNS_DRY = /^\s*[@-]*\+|\$[({]MAKE[)}]/;

function isAssignment(word: WordValue): boolean {
  const head = word.kind === "known" ? word.text : (word.parts[0] ?? "");
  return /^[^\s=:?+!]+\s*(?:=|:{1,3}=|\?=|\+=|!=)/.test(head);
}

function givenVariables(operands: readonly WordValue[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const word of operands.filter(isAssignment)) {
    const text = word.kind === "known" ? word.text.replaceAll("$", "$$$$") : toShellText([word]);
    const parts = /^"?([^\s=:?+!]+?)\s*[:?+!]*=([^]*)$/.exec(text);
    if (parts !== null) given.set(parts[1]!, parts[2]!);
  }
  return given;
}

/** The recipes of the goals and of everything that they need, each before what needs it. */
function scriptsOf(
  making: Making,
  named: readonly (string | undefined)[],
): readonly RunnerScript[] {
  const { makefile } = making;
  const all = makefile.rules.flatMap((rule) => rule.targets);
  // A goal that is not known may be any of them.
  const goals = named.includes(undefined) ? all : (named as readonly string[]);
  const scripts: RunnerScript[] = immediateScripts(making);
  const seen = new Set<string>();
  const visit = (target: string, inherited: ReadonlyMap<string, string>): void => {
    if (seen.has(target)) return;
    seen.add(target);
    const matches = rulesFor(target, makefile.rules);
    const own = new Map([...inherited, ...matches.flatMap(({ rule }) => [...rule.variables])]);
    for (const { rule, stem } of matches) {
      for (const name of rule.prerequisites) visit(name.replace("%", stem), own);
      if (rule.recipe.length === 0) continue;
      scripts.push(toScript({ rule, target, stem, own }, making));
    }
  };
  for (const goal of goals.length > 0 ? goals : defaultGoals(makefile)) visit(goal, new Map());
  return scripts;
}

function defaultGoals({ rules, variables }: MakeFile): readonly string[] {
  const named = variables.values.get(".DEFAULT_GOAL");
  if (named !== undefined) return [expandMake(named, variables).trim()];
  const first = rules
    .filter((rule) => rule.variables.size === 0)
    .flatMap((rule) => rule.targets)
    .find((target) => !target.includes("%") && (!target.startsWith(".") || target.includes("/")));
  return first === undefined ? [] : [first];
}

function rulesFor(
  target: string,
  rules: readonly MakeRule[],
): readonly { readonly rule: MakeRule; readonly stem: string }[] {
  const exact = rules
    .filter((rule) => rule.targets.includes(target))
    .map((rule) => ({ rule, stem: matchStem(rule.pattern ?? "", target) ?? "" }));
  if (exact.some(({ rule }) => rule.recipe.length > 0)) return exact;
  const patterned = rules.flatMap((rule) =>
    rule.targets.flatMap((pattern) => {
      const stem = matchStem(pattern, target);
      return stem === undefined ? [] : [{ rule, stem }];
    }),
  );
  return [...exact, ...patterned.slice(0, 1)];
}

function matchStem(pattern: string, target: string): string | undefined {
  const [before, after] = pattern.split("%");
  if (before === undefined || after === undefined) return undefined;
  const isMatch =
    target.length > before.length + after.length &&
    target.startsWith(before) &&
    target.endsWith(after);
  return isMatch ? target.slice(before.length, target.length - after.length) : undefined;
}

function toScript(
  {
    rule,
    target,
    stem,
    own,
  }: { rule: MakeRule; target: string; stem: string; own: ReadonlyMap<string, string> },
  { makefile, cwd, isDry }: Making,
): RunnerScript {
  const prerequisites = rule.prerequisites.map((name) => name.replace("%", stem));
  const variables: MakeVariables = {
    ...makefile.variables,
    environmental: new Set([...makefile.variables.environmental].filter((name) => !own.has(name))),
    values: new Map([
      ...makefile.variables.values,
      ...own,
      ["@", target],
      ["<", prerequisites[0] ?? ""],
      ["^", prerequisites.join(" ")],
      ["+", prerequisites.join(" ")],
      ["*", stem],
    ]),
  };
  // Every line is a shell of its own: a `cd` in one does not move the next.
  const isOneShell = makefile.rules.some((other) => other.targets.includes(".ONESHELL"));
  const lines = rule.recipe
    .filter((line) => !isDry || RUNS_DRY.test(line))
    .map((line) => expandMake(line, variables).replace(/^\s*[@+-]+\s*/, ""))
    .filter((line) => line.trim() !== "");
  const text = isOneShell ? lines.join("\n") : lines.map(toSubshell).join("\n");
  return { text, cwd, origin: `Makefile target ${target}`, environment: exportsOf(makefile) };
}

function toSubshell(line: string): string {
  return /\b(?:cd|pushd|export|alias|set|exec|exit)\b|=/.test(line) ? `(\n${line}\n)` : line;
}

function exportsOf({ variables, exported }: MakeFile): ReadonlyMap<string, string> {
  const environment = new Map<string, string>();
  for (const name of exported) {
    const value = variables.values.get(name);
    const text = value === undefined ? "$" : expandMake(value, variables);
    if (!text.includes("$")) environment.set(name, text);
  }
  return environment;
}

/** Commands that make runs while it reads: `:=` and `!=` with `$(shell …)`, whatever the goal is. */
function immediateScripts({ makefile: { variables }, cwd }: Making): RunnerScript[] {
  return [...variables.values].flatMap(([name, value]) =>
    /\$[({]shell\b/.test(value)
      ? [
          {
            text: `: ${expandMake(value, variables)}`,
            cwd,
            origin: `Makefile variable ${name}`,
            environment: new Map<string, string>(),
          },
        ]
      : [],
  );
}
