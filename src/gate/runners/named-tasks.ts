import { absolutePath } from "../posix-path.ts";
import { isTable, type TomlTable, type TomlValue } from "../toml-document.ts";
import { knownWord, type WordValue } from "../word-value.ts";
import type { RunnerScript } from "./runner-lookup.ts";
import { quoteText, toShellText, unknownText } from "./shell-text.ts";

/** One task of mise or pixi, as its file writes it. */
export interface NamedTask {
  readonly value: TomlValue;
  /** Where it runs unless it says otherwise. */
  readonly folder: string;
  /** The file that holds it, for the reason of a finding. */
  readonly file: string;
}

/** Tasks by their names; a name that stands in several tables has several. */
export type NamedTasks = ReadonlyMap<string, readonly NamedTask[]>;

/** Tasks refer to each other this deep. */
const DEPTH_MAX = 16;

/** What one of these keys holds are names of tasks that run too. */
const NEEDS = ["depends", "depends-on", "depends_on"];
const NEEDS_AFTER = ["depends_post"];

/** The scripts of the tasks that a name or a pattern (`test:*`) means, each before what needs it. */
export function namedScripts(
  pattern: string,
  args: readonly WordValue[],
  tasks: NamedTasks,
  depth = 0,
): readonly RunnerScript[] {
  if (depth > DEPTH_MAX) return [];
  const names = [...tasks.keys()].filter(
    (name) => isNamed(pattern, name) || hasAlias(pattern, tasks.get(name)!),
  );
  return names.flatMap((name) =>
    tasks.get(name)!.flatMap((task) => scriptsOf({ name, task, args }, tasks, depth)),
  );
}

/** Whether a pattern means a name; `*` stands for anything. */
export function isNamed(pattern: string, name: string): boolean {
  if (!pattern.includes("*")) return pattern === name;
  const parts = pattern.split(/\*+/).map((part) => part.replaceAll(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

function hasAlias(pattern: string, tasks: readonly NamedTask[]): boolean {
  return tasks.some(({ value }) => isTable(value) && toTexts(value["alias"]).includes(pattern));
}

interface Started {
  readonly name: string;
  readonly task: NamedTask;
  readonly args: readonly WordValue[];
}

function scriptsOf(started: Started, tasks: NamedTasks, depth: number): readonly RunnerScript[] {
  const { value } = started.task;
  if (typeof value === "string") return commandScripts(started, [value], {});
  if (!isTable(value)) {
    const texts = value.filter((item) => typeof item === "string");
    return [
      ...commandScripts(started, texts, {}),
      ...value.flatMap((item) => needed(item, tasks, depth)),
    ];
  }
  const needs = (keys: readonly string[]): readonly RunnerScript[] =>
    keys
      .flatMap((key) => listOf(value[key]))
      .flatMap((item) =>
        typeof item === "string" ? named(item, tasks, depth) : needed(item, tasks, depth),
      );
  const run = listOf(value["run"]);
  const argv = value["cmd"];
  // pixi's `cmd` is one command, in words or as a text; mise's `run` is a script or several.
  const texts = [
    ...run.filter((item) => typeof item === "string"),
    ...(typeof argv === "string"
      ? [argv]
      : argv === undefined
        ? []
        : [toTexts(argv).map(quoteText).join(" ")]),
  ];
  return [
    ...needs(NEEDS),
    ...run.flatMap((item) => (typeof item === "string" ? [] : needed(item, tasks, depth))),
    ...commandScripts(started, texts, value),
    ...needs(NEEDS_AFTER),
  ];
}

function listOf(value: TomlValue | undefined): readonly TomlValue[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** `"name arguments"` */
function named(text: string, tasks: NamedTasks, depth: number): readonly RunnerScript[] {
  const [name = "", ...args] = text.trim().split(/\s+/);
  return namedScripts(name, args.map(knownWord), tasks, depth + 1);
}

/** `{task = "name", args = […]}`, `{tasks = ["a", "b"]}`, or a list of a name and its arguments. */
function needed(item: TomlValue, tasks: NamedTasks, depth: number): readonly RunnerScript[] {
  if (typeof item === "string") return [];
  if (!isTable(item)) {
    const [name = "", ...args] = toTexts(item);
    return namedScripts(name, args.map(knownWord), tasks, depth + 1);
  }
  const args = toTexts(item["args"]).map(knownWord);
  return [...toTexts(item["task"]), ...toTexts(item["tasks"])].flatMap((name) =>
    namedScripts(name, args, tasks, depth + 1),
  );
}

function commandScripts(
  { name, task, args }: Started,
  texts: readonly string[],
  table: TomlTable,
): readonly RunnerScript[] {
  const environment = new Map(
    Object.entries(isTable(table["env"]) ? table["env"] : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !/[${]/.test(entry[1]),
    ),
  );
  const moved = table["dir"] ?? table["cwd"];
  const place = typeof moved === "string" ? moved.replace(ROOT, task.folder) : undefined;
  const isUnknown = place !== undefined && /[{$]/.test(place);
  return texts.map((text, index) => {
    // Arguments come behind the last command, unless its template places them.
    const isLast = index === texts.length - 1 && args.length > 0;
    return {
      text: `${fillTemplates(text, task.folder)}${isLast ? ` ${toShellText(args)}` : ""}`,
      cwd: isUnknown ? undefined : absolutePath(task.folder, place ?? "."),
      origin: `${task.file} task ${name}`,
      environment,
    };
  });
}

const ROOT = /\{\{\s*config_root\s*\}\}/g;

/** What a template will be, only the runner knows. */
function fillTemplates(text: string, folder: string): string {
  return text
    .replaceAll(ROOT, () => folder)
    .replaceAll(/\{\{[^{}]*\}\}/g, () => unknownText(true))
    .replaceAll(/\{%[^{}]*%\}/g, "");
}

function toTexts(value: TomlValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === "string");
}
