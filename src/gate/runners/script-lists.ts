import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { isNamed } from "./named-tasks.ts";
import { findPackage, findWorkspaces, scriptsFor, type PackageFile } from "./package-scripts.ts";
import { findIn, NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { isMap, type YamlValue } from "./yaml-value.ts";
import { knownWord } from "../word-value.ts";

/**
 * npm-run-all: `run-s NAME…`, `run-p 'test:*'`, `npm-run-all -s a -p b "c -- -x" -- ARGUMENTS`.
 * Source: github.com/mysticatea/npm-run-all, "docs".
 */
export function lookUpRunAll(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, { withValue: ["--max-parallel", "--npm-path"] });
  if (hasOption(line, "-h", "--help", "-v", "--version")) return NOTHING;
  const own = findPackage(call.cwd, call.files);
  if (own === "unreadable") return toOpaque("package.json", call);
  if (own === "absent") return NOTHING;
  const rest = line.rest ?? [];
  return toLookup(line.operands.flatMap((word) => patternScripts(word, rest, own)));
}

/** A pattern of names, with arguments behind it in the same word. */
function patternScripts(
  word: WordValue,
  rest: readonly WordValue[],
  own: PackageFile,
): readonly RunnerScript[] {
  const text = textOf(word);
  const [pattern = "*", ...more] = text?.trim().split(/\s+/) ?? [];
  // `{1}`, `{@}` and `{*}` stand for what comes behind `--`.
  const args = more
    .filter((part) => part !== "--")
    .flatMap((part) => (/^\{.*\}$/.test(part) ? rest : [knownWord(part)]));
  return [...own.scripts.keys()]
    .filter((name) => isNamed(pattern.replaceAll("**", "*"), name))
    .flatMap((name) => scriptsFor(own, name, args));
}

/** `turbo run NAME… [-- ARGUMENTS]`: the scripts of these names in every package. Source: turborepo.com, "run". */
export function lookUpTurbo(call: RunnerCall): RunnerLookup {
  const withValue = [
    "--cwd",
    "-F",
    "--filter",
    "--concurrency",
    "--cache-dir",
    "--output-logs",
    "--log-order",
    "--env-mode",
  ];
  const line = readCommandLine(call.args, { withValue });
  if (hasOption(line, "-h", "--help", "--version", "--dry-run", "--dry")) return NOTHING;
  const [first] = line.operands;
  const operands = textOf(first) === "run" ? line.operands.slice(1) : line.operands;
  const moved = textOf(valuesOf(line, "--cwd").at(-1));
  const folder = moved === undefined ? call.cwd : `${call.cwd}/${moved}`;
  const packages = findWorkspaces(folder, call.files);
  const wanted = operands.map((word) => textOf(word)?.replace(/^.*#/, "") ?? "*");
  const names = [...new Set(wanted.flatMap((name) => [...neededBy(name, packages, call), name]))];
  return toLookup(
    packages.flatMap((one) =>
      [...one.scripts.keys()]
        .filter((key) => names.some((name) => isNamed(name, key)))
        .flatMap((key) => scriptsFor(one, key, wanted.includes(key) ? (line.rest ?? []) : [])),
    ),
  );
}

/** What turbo.json says a task depends on. */
function neededBy(
  name: string,
  packages: readonly PackageFile[],
  call: RunnerCall,
  depth = 0,
): readonly string[] {
  const [root] = packages;
  const found =
    root === undefined ? undefined : findIn(root.folder, ["turbo.json", "turbo.jsonc"], call.files);
  if (found?.kind !== "text" || depth > DEPTH_MAX) return [];
  const config = parseCommented(found.text);
  const tasks = isMap(config) ? (config["tasks"] ?? config["pipeline"]) : undefined;
  const task = isMap(tasks) ? tasks[name] : undefined;
  const needs = isMap(task) && Array.isArray(task["dependsOn"]) ? task["dependsOn"] : [];
  return (needs as readonly YamlValue[])
    .filter((item) => typeof item === "string")
    .map((item) => item.replace(/^.*[#^]/, ""))
    .flatMap((item) => (item === name ? [] : [...neededBy(item, packages, call, depth + 1), item]));
}

/** JSON with comments on lines of their own and commas behind the last entry. */
function parseCommented(text: string): YamlValue | undefined {
  const plain = text.replaceAll(/^\s*\/\/.*$/gm, "").replaceAll(/,(?=\s*[}\]])/g, "");
  try {
    return JSON.parse(plain) as YamlValue;
  } catch {
    return undefined;
  }
}

/** Tasks depend on each other this deep. */
const DEPTH_MAX = 8;
