import {
  isTable,
  parseToml,
  tomlValueAt,
  type TomlTable,
  type TomlValue,
} from "../toml-document.ts";
import { knownWord, type WordValue } from "../word-value.ts";
import { readCommandLine, valuesOf } from "./command-line.ts";
import { findUpwards, NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { quoteText, toShellText } from "./shell-text.ts";

/** Scripts refer to each other this deep. */
const DEPTH_MAX = 16;

interface HatchScene {
  readonly environments: TomlTable;
  readonly folder: string;
  readonly environment: string;
}

/** Hatch's `run [ENV:]SCRIPT` and `test`. Source: hatch.pypa.io, "Environment configuration", "hatch test". */
export function lookUpHatch(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: ["-e", "--env", "-p", "--project", "--data-dir", "--cache-dir", "--config"],
    endsAtOperand: true,
  });
  const isNested = textOf(line.operands[0]) === "env";
  const [verb, ...words] = isNested ? line.operands.slice(1) : line.operands;
  const name = textOf(verb);
  if (isNested && name !== "run") return NOTHING;
  if (name !== "run" && name !== "test") return NOTHING;
  const environments = findEnvironments(call);
  if (environments === "unreadable") return toOpaque("pyproject.toml", call);
  const { table, folder } = environments;
  if (name === "test")
    return lookUpTest(words, { environments: table, folder, environment: "hatch-test" });
  const own = readCommandLine(words, {
    withValue: ["-e", "--env", "-i", "--include", "-x", "--exclude", "-f", "--filter"],
    endsAtOperand: true,
  });
  const [target, ...args] = own.operands.length > 0 ? own.operands : (own.rest ?? []);
  if (target === undefined) return NOTHING;
  const text = textOf(target);
  const prefixed = text === undefined ? null : /^([\w.+-]*):([^]+)$/.exec(text);
  const chosen = [...valuesOf(line, "-e", "--env"), ...valuesOf(own, "-e", "--env")]
    .map(textOf)
    .at(-1);
  const environment = prefixed?.[1] ?? chosen ?? "default";
  const scene = {
    environments: table,
    folder,
    environment: environment === "" ? "default" : environment,
  };
  const script = prefixed?.[2] ?? text;
  const scripts = scriptsOf(environment, table);
  if (script !== undefined && Object.hasOwn(scripts, script)) {
    return toLookup([toScript(script, expand(script, args, scripts), scene)]);
  }
  // No script: the words are a command, which the wrapper's own rule judges where there is no prefix.
  if (prefixed === null)
    return isNested
      ? toLookup([toScript(text ?? "", [toShellText([target, ...args])], scene)])
      : NOTHING;
  return toLookup([
    toScript(prefixed[2]!, [toShellText([knownWord(prefixed[2]!), ...args])], scene),
  ]);
}

function findEnvironments(
  call: RunnerCall,
): { readonly table: TomlTable; readonly folder: string } | "unreadable" {
  for (const [file, path] of [
    ["hatch.toml", ["envs"]],
    ["pyproject.toml", ["tool", "hatch", "envs"]],
  ] as const) {
    const found = findUpwards(call.cwd, [file], call.files);
    if (found.kind === "unreadable") return "unreadable";
    const table = found.kind === "text" ? tomlValueAt(parseToml(found.text), path) : undefined;
    if (isTable(table) && found.kind === "text") return { table, folder: found.folder };
  }
  return { table: {}, folder: call.cwd };
}

/** `hatch test` runs pytest with the arguments, or with the environment's `default-args`. */
function lookUpTest(words: readonly WordValue[], scene: HatchScene): RunnerLookup {
  const line = readCommandLine(words, {
    withValue: ["-p", "--python", "-i", "--include", "-x", "--exclude", "-n", "--env"],
  });
  const args = [...line.operands, ...(line.rest ?? [])];
  const own = scene.environments["hatch-test"];
  const given = isTable(own) ? own["default-args"] : undefined;
  const defaults = Array.isArray(given)
    ? (given as readonly TomlValue[]).filter((word) => typeof word === "string")
    : ["tests"];
  const text = `pytest ${args.length > 0 ? toShellText(args) : defaults.map(quoteText).join(" ")}`;
  return toLookup([toScript("test", [text], scene)]);
}

/** The scripts of an environment and of those that it is based on. */
function scriptsOf(environment: string, table: TomlTable, depth = 0): TomlTable {
  const own = table[environment];
  if (!isTable(own)) {
    // A matrix makes environments whose names have the table's name behind the last dot.
    const base = environment.includes(".")
      ? environment.slice(0, environment.indexOf("."))
      : undefined;
    return base !== undefined && depth < DEPTH_MAX
      ? scriptsOf(base, table, depth + 1)
      : inherited(environment, table, depth);
  }
  const scripts = isTable(own["scripts"]) ? own["scripts"] : {};
  const template = own["template"];
  const parent = typeof template === "string" ? template : "default";
  return parent === environment || depth > DEPTH_MAX
    ? scripts
    : { ...scriptsOf(parent, table, depth + 1), ...scripts };
}

function inherited(environment: string, table: TomlTable, depth: number): TomlTable {
  return environment === "default" || depth > DEPTH_MAX
    ? {}
    : scriptsOf("default", table, depth + 1);
}

/** A script's commands, with those that begin with another script's name replaced by its own. */
function expand(
  name: string,
  args: readonly WordValue[],
  scripts: TomlTable,
  depth = 0,
): readonly string[] {
  const value = scripts[name];
  const commands =
    typeof value === "string"
      ? [value]
      : Array.isArray(value)
        ? (value as readonly TomlValue[])
        : [];
  return commands.flatMap((command) => {
    if (typeof command !== "string") return [];
    const text = command
      .replace(/^\s*-\s+/, "")
      .replaceAll(/\{args(?::((?:[^{}]|\{[^{}]*\})*))?\}/g, (_, fallback: string | undefined) =>
        args.length > 0 ? toShellText(args) : (fallback ?? ""),
      )
      .replaceAll(/\{root(?::[^{}]*)?\}/g, ".");
    const [first = "", ...rest] = text.trim().split(/\s+/);
    return Object.hasOwn(scripts, first) && first !== name && depth < DEPTH_MAX
      ? expand(first, rest.map(knownWord), scripts, depth + 1)
      : [text];
  });
}

function toScript(name: string, commands: readonly string[], scene: HatchScene): RunnerScript {
  const own = scene.environments[scene.environment];
  const given = isTable(own) ? own["env-vars"] : undefined;
  const environment = new Map(
    Object.entries(isTable(given) ? given : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[1].includes("{"),
    ),
  );
  return {
    text: commands.join("\n"),
    cwd: scene.folder,
    origin: `hatch script ${scene.environment}:${name}`,
    environment,
  };
}
