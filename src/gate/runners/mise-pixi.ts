import { absolutePath, ancestorsOf } from "../posix-path.ts";
import { isTable, parseToml, tomlValueAt, type TomlTable } from "../toml-document.ts";
import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { namedScripts, type NamedTask, type NamedTasks } from "./named-tasks.ts";
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
import { quoteText, toShellText } from "./shell-text.ts";

/** Where mise looks in every directory up to the root. Source: mise.jdx.dev, "Configuration" and "Tasks". */
const MISE_FILES = [
  "mise",
  "mise.local",
  ".mise",
  ".mise.local",
  "mise/config",
  ".mise/config",
  ".config/mise",
  ".config/mise/config",
].map((name) => `${name}.toml`);

/** Folders whose files are tasks. */
const MISE_FOLDERS = [
  "mise-tasks",
  ".mise-tasks",
  "mise/tasks",
  ".mise/tasks",
  ".config/mise/tasks",
];

const MISE_VALUED = [
  "-C",
  "--cd",
  "-E",
  "--env",
  "-j",
  "--jobs",
  "-t",
  "--tool",
  "-o",
  "--output",
  "-s",
  "--shell",
  "--timeout",
];

/** Verbs that run tasks, once or whenever a file changes. */
const RUNS: ReadonlySet<string> = new Set(["run", "r", "watch", "w"]);

/** `mise run NAME`, `mise NAME`, `mise run one ::: two`. */
export function lookUpMise(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, { withValue: MISE_VALUED, endsAtOperand: true });
  const [verb, ...operands] = line.operands;
  const name = textOf(verb);
  if (verb === undefined || name === "exec" || name === "x") return NOTHING;
  // `mise tasks run NAME` is the same; its other verbs only show tasks.
  const isListing = name !== undefined && ["tasks", "task", "t"].includes(name);
  const [inner, ...behind] = isListing ? operands : line.operands;
  const isRun = RUNS.has(textOf(inner) ?? "");
  if (isListing && !isRun) return NOTHING;
  const words = isRun ? behind : line.operands;
  const own = readCommandLine(words, { withValue: MISE_VALUED, endsAtOperand: true });
  if (hasOption(own, "-n", "--dry-run", "--help", "-h")) return NOTHING;
  const moved = textOf([...valuesOf(line, "-C", "--cd"), ...valuesOf(own, "-C", "--cd")].at(-1));
  const at = moved === undefined ? call : { ...call, cwd: absolutePath(call.cwd, moved) };
  const found = miseTasks(at);
  if (found === undefined) return toOpaque("mise.toml", call);
  const given = [...own.operands, ...(own.rest ?? [])];
  const tasks = given.length === 0 ? [[]] : splitCalls(given);
  return toLookup(
    tasks.flatMap(([task, ...args]) => {
      const text = task === undefined ? "default" : textOf(task);
      return namedScripts(
        text ?? "*",
        args.filter((word) => textOf(word) !== "--"),
        found,
      );
    }),
  );
}

/** `one a b ::: two` */
function splitCalls(words: readonly WordValue[]): readonly (readonly WordValue[])[] {
  const calls: WordValue[][] = [[]];
  for (const word of words) {
    if (textOf(word) === ":::") calls.push([]);
    else calls.at(-1)!.push(word);
  }
  return calls;
}

function miseTasks({ cwd, files }: RunnerCall): NamedTasks | undefined {
  const tasks = new Map<string, readonly NamedTask[]>();
  for (const folder of ancestorsOf(cwd, files.root)) {
    for (const file of MISE_FILES) {
      const found = findIn(folder, [file], files);
      if (found.kind === "unreadable") return undefined;
      if (found.kind === "text")
        addTasks(tomlValueAt(parseToml(found.text), ["tasks"]), { tasks, folder, file });
    }
    for (const name of MISE_FOLDERS) {
      for (const file of files.list(absolutePath(folder, name)) ?? []) {
        const value = quoteText(absolutePath(folder, `${name}/${file}`));
        const task = file.replace(/\.\w+$/, "");
        if (!tasks.has(task)) tasks.set(task, [{ value, folder, file: `${name}/${file}` }]);
      }
    }
  }
  return tasks;
}

interface Adding {
  readonly tasks: Map<string, readonly NamedTask[]>;
  readonly folder: string;
  readonly file: string;
}

function addTasks(table: unknown, { tasks, folder, file }: Adding): void {
  for (const [name, value] of Object.entries(
    isTable(table as TomlTable) ? (table as TomlTable) : {},
  )) {
    tasks.set(name, [...(tasks.get(name) ?? []), { value, folder, file }]);
  }
}

/** `pixi run NAME`. Source: pixi.sh, "Advanced tasks". */
export function lookUpPixi(call: RunnerCall): RunnerLookup {
  const withValue = [
    "--manifest-path",
    "-m",
    "-e",
    "--environment",
    "--color",
    "-w",
    "--workspace",
  ];
  const line = readCommandLine(call.args, { withValue, endsAtOperand: true });
  const [verb, ...operands] = line.operands;
  if (!["run", "r"].includes(textOf(verb) ?? "")) return NOTHING;
  const own = readCommandLine(operands, { withValue, endsAtOperand: true });
  if (hasOption(own, "-n", "--dry-run", "--help", "-h", "-x", "--executable")) return NOTHING;
  const manifest = [
    ...valuesOf(line, "--manifest-path", "-m"),
    ...valuesOf(own, "--manifest-path", "-m"),
  ].at(-1);
  const found = pixiTasks(manifest === undefined ? undefined : (textOf(manifest) ?? "."), call);
  if (found === undefined) return toOpaque("pixi.toml", call);
  const [name, ...args] = [...own.operands, ...(own.rest ?? [])];
  if (name === undefined) return NOTHING;
  const given = args.filter((word, index) => index > 0 || textOf(word) !== "--");
  return toLookup(bareScripts(name, given, found));
}

/** pixi splits a command that comes as one word (`pixi run "test -x"`). */
function bareScripts(
  name: WordValue,
  args: readonly WordValue[],
  tasks: NamedTasks,
): readonly RunnerScript[] {
  const text = textOf(name);
  if (text === undefined) return namedScripts("*", args, tasks);
  const scripts = namedScripts(text, args, tasks);
  if (scripts.length > 0 || !/\s/.test(text)) return scripts;
  const [first = "", ...more] = text.trim().split(/\s+/);
  return namedScripts(first, args, tasks).map((script) => ({
    ...script,
    text: `${script.text} ${more.join(" ")} ${toShellText(args)}`,
  }));
}

function pixiTasks(manifest: string | undefined, call: RunnerCall): NamedTasks | undefined {
  const { files } = call;
  const path = manifest === undefined ? undefined : absolutePath(call.cwd, manifest);
  const isFolder = path !== undefined && files.kind(path) === "directory";
  const places: readonly (readonly [string, readonly string[]])[] = [
    ["pixi.toml", []],
    ["pyproject.toml", ["tool", "pixi"]],
  ];
  const tasks = new Map<string, readonly NamedTask[]>();
  for (const [file, keys] of places) {
    const found =
      path === undefined
        ? findUpwards(call.cwd, [file], files)
        : findIn(
            isFolder ? path : absolutePath(path, ".."),
            isFolder || path.endsWith(`/${file}`) ? [file] : [],
            files,
          );
    if (found.kind === "unreadable") return undefined;
    if (found.kind === "absent") continue;
    const table = tomlValueAt(parseToml(found.text), keys);
    if (!isTable(table)) continue;
    const adding = { tasks, folder: found.folder, file };
    for (const each of [table, ...tablesIn(table["feature"])]) {
      for (const one of [each, ...tablesIn(each["target"])]) addTasks(one["tasks"], adding);
    }
    if (tasks.size > 0) break;
  }
  return tasks;
}

function tablesIn(value: unknown): readonly TomlTable[] {
  return Object.values(isTable(value as TomlTable) ? (value as TomlTable) : {}).filter(isTable);
}
