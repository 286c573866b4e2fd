import { absolutePath } from "../posix-path.ts";
import { knownWord, type WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { readJustFile, type JustFile, type JustParameter, type JustRecipe } from "./just-file.ts";
import {
  findIn,
  findUpwards,
  NOTHING,
  textOf,
  toLookup,
  toOpaque,
  type RunnerCall,
} from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { toShellText, unknownText } from "./shell-text.ts";

const JUSTFILES = ["justfile", "Justfile", "JUSTFILE", ".justfile"];

const PRINTS_ONLY = [
  "-l",
  "--list",
  "-s",
  "--show",
  "--summary",
  "--dump",
  "--evaluate",
  "--variables",
  "--fmt",
  "--init",
  "--completions",
  "--changelog",
  "--help",
  "-h",
  "--version",
  "-V",
  "-n",
  "--dry-run",
];

/** `--set NAME VALUE` is the one option that takes two words: it is the same as `NAME=VALUE`. */
function withoutSet(args: readonly WordValue[]): readonly WordValue[] {
  const index = args.findIndex((word) => textOf(word) === "--set");
  const [name, value] = args.slice(index + 1);
  if (index === -1 || name === undefined || value === undefined) return args;
  const setting = knownWord(`${textOf(name) ?? ""}=${textOf(value) ?? ""}`);
  const rest = withoutSet(args.slice(index + 3));
  const operand = rest.findIndex((word) => !(textOf(word) ?? "x").startsWith("-"));
  const at = operand === -1 ? rest.length : operand;
  return [...args.slice(0, index), ...rest.slice(0, at), setting, ...rest.slice(at)];
}

/** just. Source: github.com/casey/just, README. */
export function lookUpJust(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(withoutSet(call.args), {
    withValue: [
      "-f",
      "--justfile",
      "-d",
      "--working-directory",
      "--shell",
      "--shell-arg",
      "--color",
    ],
    endsAtOperand: true,
  });
  if (hasOption(line, ...PRINTS_ONLY)) return NOTHING;
  const operands = [...line.operands, ...(line.rest ?? [])];
  if (hasOption(line, "-c", "--command")) {
    return toLookup([script(toShellText(operands), call.cwd, "just --command")]);
  }
  const named = textOf(valuesOf(line, "-f", "--justfile").at(-1));
  const found =
    named === undefined
      ? findUpwards(call.cwd, JUSTFILES, call.files)
      : findIn(call.cwd, [named], call.files);
  if (found.kind === "absent") return NOTHING;
  if (found.kind === "unreadable") return toOpaque(found.path, call);
  const justfile = readJustFile(found.text, found.folder, call.files);
  const moved = textOf(valuesOf(line, "-d", "--working-directory").at(-1));
  const folder = moved === undefined ? found.folder : absolutePath(call.cwd, moved);
  return runRecipes(operands, { justfile, folder, call, scripts: [] });
}

interface Running {
  readonly justfile: JustFile;
  readonly folder: string;
  readonly call: RunnerCall;
  /** What runs, in order. */
  readonly scripts: RunnerScript[];
}

function runRecipes(operands: readonly WordValue[], running: Running): RunnerLookup {
  const { justfile, call, scripts } = running;
  let rest = operands;
  for (let set = readSetting(rest[0]); set !== undefined; set = readSetting(rest[0])) {
    justfile.variables.set(set.name, set.value);
    rest = rest.slice(1);
  }
  const [first] = justfile.recipes.keys();
  if (rest.length === 0 && first !== undefined) rest = [knownWord(first)];
  while (rest.length > 0) {
    const name = textOf(rest[0]);
    const recipe = name === undefined ? undefined : recipeOf(name, justfile);
    if (name === undefined || recipe === undefined) {
      if (justfile.unreadable !== undefined) return toOpaque(justfile.unreadable, call);
      if (name !== undefined) break;
      // A recipe that is not known may be any of them.
      for (const each of justfile.recipes.keys()) run(each, [], running);
      break;
    }
    const isVariadic = recipe.parameters.some((parameter) => parameter.isVariadic);
    const count = isVariadic ? rest.length - 1 : recipe.parameters.length;
    run(
      name,
      rest.slice(1, 1 + count).map((word) => toShellText([word])),
      running,
    );
    rest = rest.slice(1 + count);
  }
  return toLookup(scripts);
}

function readSetting(
  word: WordValue | undefined,
): { readonly name: string; readonly value: string } | undefined {
  const match = /^([A-Za-z_][\w-]*)=([^]*)$/.exec(textOf(word) ?? "");
  return match === null
    ? undefined
    : { name: match[1]!, value: `'${match[2]!.replaceAll("'", "")}'` };
}

function recipeOf(name: string, { recipes, aliases }: JustFile): JustRecipe | undefined {
  return recipes.get(aliases.get(name) ?? name);
}

/** Adds the scripts of a recipe and of what it depends on. `args` are shell text. */
function run(name: string, args: readonly string[], running: Running, depth = 0): void {
  const recipe = recipeOf(name, running.justfile);
  // just refuses a recipe that depends on itself.
  if (recipe === undefined || depth > 32) return;
  const values = bind(recipe.parameters, args, running.justfile);
  const follow = (dependency: readonly string[]): void => {
    const [callee = "", ...given] = dependency;
    const evaluated = given.map((text) => evaluate(text, values, running.justfile));
    run(callee, evaluated, running, depth + 1);
  };
  recipe.before.forEach(follow);
  const text = alternativesOf(recipe)
    .map((each) => bodyText(each, values, running.justfile))
    .join("\n");
  const cwd = recipe.changesFolder ? running.folder : running.call.cwd;
  if (text !== "") {
    running.scripts.push({
      ...script(text, cwd, `justfile recipe ${name}`),
      environment: exportsOf(running.justfile),
    });
  }
  recipe.after.forEach(follow);
}

function bind(
  parameters: readonly JustParameter[],
  args: readonly string[],
  justfile: JustFile,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  parameters.forEach((parameter, index) => {
    const given = parameter.isVariadic ? args.slice(index).join(" ") : args[index];
    const fallback = parameter.fallback ?? "''";
    values.set(
      parameter.name,
      given === undefined || given === "" ? evaluate(fallback, values, justfile) : given,
    );
  });
  return values;
}

/** `{{ if a == b { c } else { d } }}`: which branch it is only just knows, so that a body is read with each. */
function alternativesOf(recipe: JustRecipe): readonly JustRecipe[] {
  const hasBranches = recipe.body.some((line) => CONDITIONAL.test(line));
  if (!hasBranches) return [recipe];
  return [1, 2].map((branch) => ({
    ...recipe,
    body: recipe.body.map((line) =>
      line.replaceAll(
        new RegExp(CONDITIONAL, "g"),
        (...groups: string[]) => `{{${groups[branch]!}}}`,
      ),
    ),
  }));
}

const CONDITIONAL = /\{\{\s*if\b[^{}]*\{([^{}]*)\}\s*else\s*\{([^{}]*)\}\s*\}\}/;

function bodyText(
  recipe: JustRecipe,
  values: ReadonlyMap<string, string>,
  justfile: JustFile,
): string {
  const indent = /^\s*/.exec(recipe.body.find((line) => line.trim() !== "") ?? "")?.[0] ?? "";
  const lines = recipe.body.map((line) =>
    (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())
      .replaceAll("{{{{", "\u0000")
      .replaceAll(/\{\{([^]*?)\}\}/g, (_, inner: string) => evaluate(inner, values, justfile))
      .replaceAll("\u0000", "{{"),
  );
  const shebang = /^#!\s*(.*)$/.exec(lines[0]?.trim() ?? "");
  if (shebang === null) {
    // Every line is a shell of its own; a comment is just's where `ignore-comments` is set.
    return joinContinued(lines)
      .map((line) => line.replace(/^[@-]+/, ""))
      .filter((line) => line.trim() !== "")
      .map((line) => `(\n${line}\n)`)
      .join("\n");
  }
  const program = (shebang[1] ?? "").replace(/^\S*\/env\s+(?:-S\s+)?/, "").replace(/^\S*\//, "");
  const body = lines.slice(1).join("\n");
  if (/^(?:ba|da|z|k)?sh\b/.test(program)) return body;
  return `${program} - <<'TAPEGATE_SCRIPT'\n${body}\nTAPEGATE_SCRIPT`;
}

function joinContinued(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.endsWith("\\") === true) joined[joined.length - 1] = `${last}\n${line}`;
    else joined.push(line);
  }
  return joined;
}

/** The text of an expression: a name, a quoted text, those joined with `+` and `/`; else unknown. */
function evaluate(
  expression: string,
  values: ReadonlyMap<string, string>,
  justfile: JustFile,
  depth = 0,
): string {
  const tokens = expression
    .trim()
    .match(/"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`|[A-Za-z_][\w-]*|[+/]|\S/g);
  if (tokens === null) return "";
  const parts = tokens.map((token, index): string | undefined => {
    if (index % 2 === 1) return token === "+" ? "" : token === "/" ? "/" : undefined;
    if (token.startsWith("'")) return token.slice(1, -1);
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll(/\\(.)/g, unescape);
    const value = values.get(token);
    if (value !== undefined) return value;
    const assigned = justfile.variables.get(token);
    return assigned === undefined || depth > 16
      ? undefined
      : evaluate(assigned, values, justfile, depth + 1);
  });
  const called = callText(expression.trim(), justfile);
  if (called !== undefined) return called;
  const isBacktick = tokens.length === 1 && tokens[0].startsWith("`");
  if (isBacktick) return `$(${tokens[0].slice(1, -1)})`;
  return parts.includes(undefined) ? unknownText(true) : parts.join("");
}

/** Functions whose value is certain, or as certain as a variable of the environment is. */
function callText(expression: string, { folder }: JustFile): string | undefined {
  if (/^(?:justfile_directory|justfile_dir|source_directory|source_dir)\(\s*\)$/.test(expression))
    return folder;
  const [, name, fallback] =
    /^env(?:_var(?:_or_default)?)?\(\s*["'](\w+)["']\s*(?:,\s*["']([\w./ -]*)["']\s*)?\)$/.exec(
      expression,
    ) ?? [];
  return name === undefined
    ? undefined
    : `\${${name}${fallback === undefined ? "" : `:-${fallback}`}}`;
}

function unescape(_: string, character: string): string {
  return { n: "\n", t: "\t", r: "\r" }[character] ?? character;
}

function exportsOf(justfile: JustFile): ReadonlyMap<string, string> {
  const environment = new Map<string, string>();
  for (const name of justfile.exported) {
    const value = evaluate(justfile.variables.get(name) ?? "''", new Map(), justfile);
    if (!value.includes("$(")) environment.set(name, value);
  }
  return environment;
}

function script(text: string, cwd: string, origin: string): RunnerScript {
  return { text, cwd, origin, environment: new Map() };
}
