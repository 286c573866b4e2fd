import type { FileReader } from "../context.ts";
import { readIni } from "../ini-document.ts";
import { absolutePath, ancestorsOf, isWithin } from "../posix-path.ts";
import type { TomlTable, TomlValue } from "../toml-document.ts";
import { isTable, parseToml, tomlValueAt } from "../toml-document.ts";
import type { ValueCount } from "./pytest-options.ts";
import { splitShlexWords } from "./shlex-words.ts";

/** What the gate needs of the configuration file that pytest would choose. */
export interface PytestConfig {
  /** Where the file lies: pytest's root directory, from which node ids are counted. */
  readonly directory: string;
  readonly addopts: readonly string[];
  readonly testpaths: readonly string[];
}

/** In the order in which pytest 9 tries them (`_pytest/config/findpaths.py`). */
const CONFIG_NAMES = [
  "pytest.toml",
  ".pytest.toml",
  "pytest.ini",
  ".pytest.ini",
  "pyproject.toml",
  "tox.ini",
  "setup.cfg",
] as const;

/** What was found from a directory upwards in one tree: a command of many runs asks from the same place for each. */
const foundConfigs = new WeakMap<FileReader, Map<string, PytestConfig | undefined>>();

/** The configuration that pytest finds from a directory upwards, not beyond the repository's root. */
export function findPytestConfig(start: string, files: FileReader): PytestConfig | undefined {
  const found = foundConfigs.get(files) ?? new Map<string, PytestConfig | undefined>();
  foundConfigs.set(files, found);
  if (!found.has(start)) found.set(start, searchPytestConfig(start, files));
  return found.get(start);
}

function searchPytestConfig(start: string, files: FileReader): PytestConfig | undefined {
  if (!isWithin(start, files.root)) return undefined;
  for (const directory of ancestorsOf(start, files.root)) {
    for (const name of CONFIG_NAMES) {
      const path = absolutePath(directory, name);
      const config = files.kind(path) === "file" ? readPytestConfig(path, files) : undefined;
      if (config !== undefined) return config;
    }
  }
  return undefined;
}

/** One configuration file; `undefined` where it cannot be read or says nothing to pytest. */
export function readPytestConfig(path: string, files: FileReader): PytestConfig | undefined {
  const text = files.readText(path);
  if (text === undefined) return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const section = readSection(name, text);
  if (section === undefined) return undefined;
  return {
    directory: absolutePath(path, ".."),
    addopts: toWords(section["addopts"]),
    testpaths: toWords(section["testpaths"]),
  };
}

function readSection(name: string, text: string): TomlTable | undefined {
  if (name.endsWith(".toml")) {
    const document = parseToml(text);
    const isOwn = name === "pytest.toml" || name === ".pytest.toml";
    if (isOwn) return asTable(document["pytest"]) ?? {};
    const tool = asTable(tomlValueAt(document, ["tool", "pytest"]));
    return asTable(tool?.["ini_options"]) ?? tool;
  }
  const sections = readIni(text);
  if (name.endsWith(".cfg")) return sections.get("tool:pytest");
  const isOwn = name === "pytest.ini" || name === ".pytest.ini";
  return sections.get("pytest") ?? (isOwn ? {} : undefined);
}

function asTable(value: TomlValue | undefined): TomlTable | undefined {
  return isTable(value) ? value : undefined;
}

/** Ini values are read as pytest reads the type `args`: split like a shell's words. */
function toWords(value: TomlValue | undefined): readonly string[] {
  if (value === undefined || isTable(value)) return [];
  if (typeof value === "string") return splitShlexWords(value) ?? [];
  return value.filter((item) => typeof item === "string");
}

/** Calls of `parser.addoption("--name", …)` up to a closing parenthesis at the end of a line. */
const ADD_OPTION =
  /\baddoption\(\s*((?:["']-[\w-]+["']\s*(?:,\s*)?)+)([^]{0,2000}?)\)[ \t]*(?:\n|$)/g;

/** The options that a conftest file defines, by the text of its `addoption` calls. */
export function readSuiteOptions(text: string): ReadonlyMap<string, ValueCount> {
  const options = new Map<string, ValueCount>();
  for (const [, names = "", rest = ""] of text.matchAll(ADD_OPTION)) {
    for (const [name] of names.matchAll(/-[\w-]+/g)) options.set(name, valueCount(rest));
  }
  return options;
}

function valueCount(keywords: string): ValueCount {
  if (/\baction\s*=\s*["'](?:store_(?:true|false|const)|append_const|count)["']/.test(keywords))
    return 0;
  const nargs = /\bnargs\s*=\s*["']?([?*+\d]+)/.exec(keywords)?.[1];
  if (nargs === "?") return "?";
  return nargs === "+" || nargs === "*" ? "+" : 1;
}
