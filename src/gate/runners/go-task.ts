import { absolutePath } from "../posix-path.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { isNamed } from "./named-tasks.ts";
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
import { quoteText, toShellText, unknownText } from "./shell-text.ts";
import { parseYaml } from "./yaml-document.ts";
import { asMap, isMap, listOf, type YamlMap, type YamlValue } from "./yaml-value.ts";

/** Tasks call each other this deep. */
const DEPTH_MAX = 16;

const TASKFILES = [
  "Taskfile.yml",
  "taskfile.yml",
  "Taskfile.yaml",
  "taskfile.yaml",
  "Taskfile.dist.yml",
  "taskfile.dist.yml",
  "Taskfile.dist.yaml",
  "taskfile.dist.yaml",
];

/** Task (go-task). Source: taskfile.dev, "Schema" and "CLI". */
export function lookUpTask(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: [
      "-d",
      "--dir",
      "-t",
      "--taskfile",
      "-C",
      "--concurrency",
      "-o",
      "--output",
      "-I",
      "--interval",
      "--sort",
    ],
  });
  if (
    hasOption(
      line,
      "-l",
      "--list",
      "-a",
      "--list-all",
      "-n",
      "--dry",
      "--status",
      "--summary",
      "-i",
      "--init",
      "--version",
      "-h",
      "--help",
    )
  ) {
    return NOTHING;
  }
  const moved = textOf(valuesOf(line, "-d", "--dir").at(-1));
  const start = moved === undefined ? call.cwd : absolutePath(call.cwd, moved);
  const named = textOf(valuesOf(line, "-t", "--taskfile").at(-1));
  const found =
    named === undefined
      ? findUpwards(start, TASKFILES, call.files)
      : findIn(call.cwd, [named], call.files);
  if (found.kind === "absent") return NOTHING;
  const document = found.kind === "text" ? parseYaml(found.text) : undefined;
  if (found.kind === "unreadable" || !isMap(document)) return toOpaque(found.path, call);
  const given = line.operands.flatMap((word) => {
    const pair = /^([A-Za-z_]\w*)=([^]*)$/.exec(textOf(word) ?? "");
    return pair === null ? [] : [[pair[1]!, quoteText(pair[2]!)] as const];
  });
  const taskfile: Taskfile = {
    tasks: new Map(),
    variables: new Map([
      ["CLI_ARGS", toShellText(line.rest ?? [])],
      ["ROOT_DIR", quoteText(found.folder)],
    ]),
    given: new Map(given),
  };
  const isReadable = readTaskfile(
    document,
    { prefix: "", folder: found.folder, call, depth: 0 },
    taskfile,
  );
  if (!isReadable) return toOpaque("a Taskfile that it includes", call);
  const goals = line.operands
    .filter((word) => !/^[A-Za-z_]\w*=/.test(textOf(word) ?? ""))
    .map(textOf);
  const names = goals.includes(undefined)
    ? [...taskfile.tasks.keys()]
    : (goals as readonly string[]);
  const scripts: RunnerScript[] = [];
  for (const name of names.length > 0 ? names : ["default"]) {
    runTask(name, { taskfile, scripts, depth: 0 });
  }
  return toLookup(scripts);
}

interface Taskfile {
  readonly tasks: Map<
    string,
    { readonly folder: string; readonly prefix: string; readonly value: YamlValue }
  >;
  readonly variables: Map<string, string>;
  readonly given: ReadonlyMap<string, string>;
}

interface TaskPlace {
  readonly prefix: string;
  readonly folder: string;
  readonly call: RunnerCall;
  readonly depth: number;
}

/** Adds a Taskfile's tasks, and those of what it includes; whether all of it could be read. */
function readTaskfile(document: YamlMap, place: TaskPlace, taskfile: Taskfile): boolean {
  for (const [name, value] of Object.entries(asMap(document["vars"]))) {
    taskfile.variables.set(name, variableText(value));
  }
  for (const [name, value] of Object.entries(asMap(document["tasks"]))) {
    const entry = { folder: place.folder, prefix: place.prefix, value };
    taskfile.tasks.set(place.prefix + name, entry);
    for (const alias of listOf(isMap(value) ? value["aliases"] : undefined)) {
      if (typeof alias === "string") taskfile.tasks.set(place.prefix + alias, entry);
    }
  }
  return Object.entries(asMap(document["includes"])).every(([name, value]) => {
    const settings = asMap(value);
    const path = typeof value === "string" ? value : settings["taskfile"];
    if (typeof path !== "string" || place.depth >= DEPTH_MAX) return false;
    if (/^[a-z]+:\/\//.test(path)) return false;
    const absolute = absolutePath(place.folder, path);
    const isFolder = place.call.files.kind(absolute) === "directory";
    const found = isFolder
      ? findIn(absolute, TASKFILES, place.call.files)
      : findIn(place.folder, [path], place.call.files);
    const own = found.kind === "text" ? parseYaml(found.text) : undefined;
    if (found.kind !== "text" || !isMap(own)) return settings["optional"] === "true";
    const moved = settings["dir"];
    const folder = typeof moved === "string" ? absolutePath(place.folder, moved) : place.folder;
    const prefix = settings["flatten"] === "true" ? place.prefix : `${place.prefix}${name}:`;
    return readTaskfile(own, { ...place, prefix, folder, depth: place.depth + 1 }, taskfile);
  });
}

interface TaskRun {
  readonly taskfile: Taskfile;
  readonly scripts: RunnerScript[];
  readonly depth: number;
  readonly variables?: ReadonlyMap<string, string>;
}

function runTask(name: string, run: TaskRun): void {
  const { tasks } = run.taskfile;
  // A task whose name holds `*` answers to what fits; what fitted is not followed.
  const pattern = [...tasks.keys()].find((key) => key.includes("*") && isNamed(key, name));
  const task = tasks.get(name) ?? tasks.get(pattern ?? "");
  if (task === undefined || run.depth > DEPTH_MAX) return;
  const settings: YamlMap = isMap(task.value) ? task.value : { cmds: task.value };
  const variables = new Map([
    ...run.taskfile.variables,
    ...textsOf(settings["vars"]),
    ...(run.variables ?? []),
    ...run.taskfile.given,
    ["TASK", name],
  ]);
  const inside = { ...run, depth: run.depth + 1 };
  const callTask = (value: YamlValue, around: ReadonlyMap<string, string>): void => {
    const target = isMap(value) ? value["task"] : value;
    if (typeof target !== "string") return;
    const own = target.startsWith(":") ? target.slice(1) : task.prefix + fill(target, around);
    const passed = new Map(
      [...textsOf(isMap(value) ? value["vars"] : undefined)].map(
        ([key, text]) => [key, fill(text, around)] as const,
      ),
    );
    runTask(own, { ...inside, variables: passed });
  };
  for (const need of listOf(settings["deps"])) callTask(need, variables);
  const moved = settings["dir"];
  const cwd =
    typeof moved === "string" ? absolutePath(task.folder, fill(moved, variables)) : task.folder;
  const environment = new Map(
    [...textsOf(settings["env"])].filter(([, text]) => !/[{$]/.test(text)),
  );
  const commands = listOf(settings["cmds"] ?? settings["cmd"]);
  const conditions = [...listOf(settings["status"]), ...listOf(settings["preconditions"])];
  for (const command of [...conditions, ...commands]) {
    for (const item of itemsOf(command)) {
      const own = item === undefined ? variables : new Map([...variables, ["ITEM", item]]);
      const inner = isMap(command)
        ? (command["cmd"] ?? command["defer"] ?? command["sh"])
        : command;
      if (isMap(command) && command["task"] !== undefined) callTask(command, own);
      else if (isMap(inner)) callTask(inner, own);
      else if (typeof inner === "string") {
        const origin = `Taskfile task ${name}`;
        run.scripts.push({ text: fill(inner, own), cwd, origin, environment });
      }
    }
  }
}

/** What `{{.ITEM}}` is in each round of a `for`: known where it is a list of texts. */
function itemsOf(command: YamlValue): readonly (string | undefined)[] {
  const items = isMap(command) ? command["for"] : undefined;
  if (items === undefined) return [undefined];
  const texts = listOf(items).filter((item) => typeof item === "string");
  return Array.isArray(items) && texts.length === items.length ? texts : [unknownText(true)];
}

/** Go templates: `{{.NAME}}` where the name is known; whatever else a template computes is unknown. */
function fill(text: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  return text.replaceAll(/\{\{-?\s*([^]*?)\s*-?\}\}/g, (_, inner: string) => {
    const name = /^\.(\w+)$/.exec(inner)?.[1];
    const fallback =
      /^\.(\w+)\s*\|\s*default\s+("[^"]*"|'[^']*')$|^default\s+("[^"]*"|'[^']*')\s+\.(\w+)$/.exec(
        inner,
      );
    const value = variables.get(name ?? fallback?.[1] ?? fallback?.[4] ?? "");
    if (value !== undefined && depth < DEPTH_MAX) return fill(value, variables, depth + 1);
    if (fallback !== null) return (fallback[2] ?? fallback[3] ?? '""').slice(1, -1);
    return name === undefined ? unknownText(true) : `\${${name}-}`;
  });
}

function variableText(value: YamlValue): string {
  if (typeof value === "string") return value;
  const command = isMap(value) ? value["sh"] : undefined;
  return typeof command === "string" ? `$(${command})` : unknownText(true);
}

function textsOf(value: YamlValue | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(asMap(value)).map(([name, own]) => [name, variableText(own)]));
}
