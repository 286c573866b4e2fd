import { absolutePath } from "../posix-path.ts";
import {
  isTable,
  parseToml,
  tomlValueAt,
  type TomlTable,
  type TomlValue,
} from "../toml-document.ts";
import { knownWord, type WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { findUpwards, NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { quoteText, toShellText } from "./shell-text.ts";

/** Where a runner keeps its tasks: files, and the path of the table inside each. */
interface TaskPlace {
  readonly file: string;
  readonly path: readonly string[];
}

/** Tasks of a TOML file and the folder in which they run. */
interface Tasks {
  readonly folder: string;
  readonly table: TomlTable;
  readonly file: string;
}

/** Tasks refer to each other this deep. */
const DEPTH_MAX = 16;

/** Poe the Poet. Source: poethepoet.natn.io, "Task types". */
export function lookUpPoe(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: ["-C", "--directory", "--root", "-e", "--executor", "-X", "--executor-opt"],
    endsAtOperand: true,
  });
  if (hasOption(line, "-h", "--help", "--version", "-d", "--dry-run")) return NOTHING;
  const moved = textOf(valuesOf(line, "-C", "--directory", "--root").at(-1));
  const cwd = moved === undefined ? call.cwd : absolutePath(call.cwd, moved);
  return lookUpTask({ ...call, cwd }, line.operands, [
    { file: "poe_tasks.toml", path: ["tasks"] },
    { file: "pyproject.toml", path: ["tool", "poe", "tasks"] },
  ]);
}

/** PDM's `run`, and its short form without it. Source: pdm-project.org, "PDM Scripts". */
export function lookUpPdm(call: RunnerCall): RunnerLookup {
  return lookUpRunVerb(
    call,
    ["-p", "--project", "-s", "--site-packages"],
    [{ file: "pyproject.toml", path: ["tool", "pdm", "scripts"] }],
  );
}

/** Rye's `run`. Source: rye.astral.sh, "User Guide: Scripts". */
export function lookUpRye(call: RunnerCall): RunnerLookup {
  return lookUpRunVerb(
    call,
    ["--pyproject"],
    [{ file: "pyproject.toml", path: ["tool", "rye", "scripts"] }],
  );
}

/** pipenv's `run` of a script of the Pipfile. Source: pipenv.pypa.io, "Scripts". */
export function lookUpPipenv(call: RunnerCall): RunnerLookup {
  return lookUpRunVerb(call, ["--python"], [{ file: "Pipfile", path: ["scripts"] }]);
}

function lookUpRunVerb(
  call: RunnerCall,
  withValue: readonly string[],
  places: readonly TaskPlace[],
): RunnerLookup {
  const line = readCommandLine(call.args, { withValue, endsAtOperand: true });
  const [verb, ...operands] = line.operands;
  const isRun = textOf(verb) === "run";
  if (!isRun && call.program !== "pdm") return NOTHING;
  const own = isRun ? readCommandLine(operands, { withValue, endsAtOperand: true }) : line;
  const moved = textOf(
    [...valuesOf(line, "-p", "--project"), ...valuesOf(own, "-p", "--project")].at(-1),
  );
  const cwd = moved === undefined ? call.cwd : absolutePath(call.cwd, moved);
  return lookUpTask({ ...call, cwd }, own.operands, places);
}

/** A task by its name; `none` where no task has it: then a wrapper's own rule judges the line. */
function lookUpTask(
  call: RunnerCall,
  [name, ...args]: readonly WordValue[],
  places: readonly TaskPlace[],
): RunnerLookup {
  const text = textOf(name);
  const found = findTasks(call, places);
  if (found === "unreadable") return toOpaque(places[0]!.file, call);
  if (name === undefined || found === undefined) return NOTHING;
  const names = text === undefined ? Object.keys(found.table) : [text];
  return toLookup(names.flatMap((task) => scriptsOf(task, args, found)));
}

function findTasks(
  call: RunnerCall,
  places: readonly TaskPlace[],
): Tasks | "unreadable" | undefined {
  for (const { file, path } of places) {
    const found = findUpwards(call.cwd, [file], call.files);
    if (found.kind === "unreadable") return "unreadable";
    if (found.kind === "absent") continue;
    const table = tomlValueAt(parseToml(found.text), path);
    if (isTable(table)) return { folder: found.folder, table, file };
  }
  return undefined;
}

function scriptsOf(
  name: string,
  args: readonly WordValue[],
  tasks: Tasks,
  depth = 0,
): readonly RunnerScript[] {
  if (!Object.hasOwn(tasks.table, name) || depth > DEPTH_MAX) return [];
  const around = (prefix: string): readonly RunnerScript[] =>
    scriptsOf(`${prefix}${name}`, [], tasks, depth + 1);
  const before = [...around("pre_"), ...around("pre-")];
  return [
    ...before,
    ...taskScripts({ name, value: tasks.table[name]!, args }, tasks, depth),
    ...around("post_"),
    ...around("post-"),
  ];
}

interface Task {
  readonly name: string;
  readonly value: TomlValue;
  readonly args: readonly WordValue[];
}

function taskScripts(task: Task, tasks: Tasks, depth: number): readonly RunnerScript[] {
  const { value, args, name } = task;
  if (typeof value === "string") return [toScript(task, value, tasks)];
  if (!isTable(value)) return sequence(value, task, tasks, depth);
  const needed = [
    ...toList(value["deps"]),
    ...Object.values(isTable(value["uses"]) ? value["uses"] : {}),
  ];
  const before = needed.flatMap((entry) => reference(entry, tasks, depth));
  for (const key of ["cmd", "shell", "script", "call", "expr", "ref"]) {
    const own = value[key];
    if (own === undefined) continue;
    return [
      ...before,
      ...commandScripts({ name, value: own, args }, key, { task: value, tasks, depth }),
    ];
  }
  const list = value["sequence"] ?? value["composite"] ?? value["chain"] ?? value["parallel"];
  return list === undefined ? before : [...before, ...sequence(list, task, tasks, depth)];
}

function commandScripts(
  own: Task,
  key: string,
  {
    task,
    tasks,
    depth,
  }: { readonly task: TomlTable; readonly tasks: Tasks; readonly depth: number },
): readonly RunnerScript[] {
  if (key === "ref") return reference(own.value, tasks, depth);
  const words = Array.isArray(own.value)
    ? toList(own.value).map(quoteText).join(" ")
    : typeof own.value === "string"
      ? key === "cmd" && !own.value.includes("#")
        ? // A command is one, over however many lines it goes.
          own.value.trim().replaceAll(/\s*\n\s*/g, " ")
        : own.value
      : "";
  const text = key === "script" || key === "call" ? pythonCall(words) : words;
  if (key === "expr" || text === "") return [];
  const script = toScript(own, text, tasks);
  const moved = task["cwd"] ?? task["working_dir"];
  const environment = new Map(
    Object.entries(isTable(task["env"]) ? task["env"] : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[1].includes("$"),
    ),
  );
  return [
    {
      ...script,
      environment,
      cwd: typeof moved === "string" ? absolutePath(tasks.folder, moved) : script.cwd,
    },
  ];
}

/** `package.module:function(…)`: a Python program that the shell side judges like any other. */
function pythonCall(target: string): string {
  const match = /^([\w.]+):([\w.]+)/.exec(target);
  if (match === null) return "";
  const [, module = "", callee = ""] = match;
  return `python -c ${quoteText(`import ${module}; ${module}.${callee}()`)}`;
}

function sequence(
  value: TomlValue,
  { name, args }: Task,
  tasks: Tasks,
  depth: number,
): readonly RunnerScript[] {
  const items: readonly TomlValue[] = Array.isArray(value) ? value : [];
  // Rye's `chain` and PDM's `composite` name tasks or hold commands; a plain list of texts is a command.
  if (
    tasks.file === "pyproject.toml" &&
    items.length > 0 &&
    tasks.table[name] === value &&
    isWords(items)
  ) {
    const first = items[0] as string;
    if (!Object.hasOwn(tasks.table, first)) {
      return [
        toScript(
          { name, value, args },
          (items as readonly string[]).map(quoteText).join(" "),
          tasks,
        ),
      ];
    }
  }
  return items.flatMap((item) =>
    typeof item === "string"
      ? reference(item, tasks, depth)
      : taskScripts({ name, value: item, args: [] }, tasks, depth + 1),
  );
}

function isWords(items: readonly TomlValue[]): boolean {
  return items.every((item) => typeof item === "string");
}

/** A task named inside another, with arguments behind its name; a command where no task has the name. */
function reference(value: TomlValue, tasks: Tasks, depth: number): readonly RunnerScript[] {
  if (typeof value !== "string" || depth > DEPTH_MAX) return [];
  const [name = "", ...args] = value.trim().split(/\s+/);
  return Object.hasOwn(tasks.table, name)
    ? scriptsOf(name, args.map(knownWord), tasks, depth + 1)
    : [toScript({ name, value, args: [] }, value, tasks)];
}

/** `{args}` and `{args:default}` take the arguments; where they stand nowhere, they come last. */
function toScript({ name, args }: Task, text: string, tasks: Tasks): RunnerScript {
  const given = toShellText(args);
  const placed = text.replaceAll(/\{args(?::([^{}]*))?\}/g, (_, fallback: string | undefined) =>
    args.length > 0 ? given : (fallback ?? ""),
  );
  return {
    text: placed === text && args.length > 0 ? `${text} ${given}` : placed,
    cwd: tasks.folder,
    origin: `${tasks.file} task ${name}`,
    environment: new Map(),
  };
}

function toList(value: TomlValue | undefined): readonly string[] {
  return Array.isArray(value)
    ? (value as readonly TomlValue[]).filter((item) => typeof item === "string")
    : [];
}
