import type { FileReader, GateContext } from "../context.ts";
import { absolutePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { knownWord } from "../word-value.ts";
import type { Argument, ParsedArguments } from "./parse-arguments.ts";
import { parseArguments } from "./parse-arguments.ts";
import type { PytestConfig } from "./pytest-config.ts";
import { findPytestConfig, readPytestConfig, readSuiteOptions } from "./pytest-config.ts";
import type { ValueCount } from "./pytest-options.ts";
import type { PytestRun } from "./pytest-run.ts";
import { splitShlexWords } from "./shlex-words.ts";

/** The command line that pytest comes to, before it is read. */
export interface EffectiveArguments {
  /** `addopts`, then `PYTEST_ADDOPTS`, then the run's own words, with `@file` words replaced. */
  readonly args: readonly Argument[];
  readonly suiteOptions: ReadonlyMap<string, ValueCount>;
  /** The configuration file that pytest uses; `undefined` where there is none or it cannot be read. */
  readonly config: PytestConfig | undefined;
  /** Operands that pytest takes from `testpaths` where the command names none. */
  readonly testpaths: readonly WordValue[];
}

/** A word that may be anything, several options included. */
const ANYTHING: WordValue = { kind: "opaque", parts: [null], isSplit: true };

/** A file that names itself (`@a` in `a`) ends here; pytest itself ends in a recursion error. */
const FILE_NESTING_MAX = 8;

/** More arguments than any command line holds: the rest is unknown. */
const ARGUMENTS_MAX = 20_000;

/** What pytest would read as its arguments, in the order in which it reads them. */
export function readEffectiveArguments(run: PytestRun, context: GateContext): EffectiveArguments {
  const { cwd } = run;
  const { files } = context;
  const environment = run.bound.get("PYTEST_ADDOPTS") ?? run.inherited.get("PYTEST_ADDOPTS");
  const own = [...splitOptions(environment), ...run.args];
  const given = expandFiles(own, { cwd, files, depth: 0 }).map(fromCommand);
  const settings = { isDashDashHeeded: true, suiteOptions: new Map<string, ValueCount>() };
  const first = parseArguments(given, settings);
  const suiteOptions =
    first.unknownOptions.length === 0 ? settings.suiteOptions : findSuiteOptions(cwd, context);
  const parsed =
    suiteOptions.size === 0 ? first : parseArguments(given, { ...settings, suiteOptions });

  const config = findConfig(parsed, cwd, files);
  const addopts = lastOverride(parsed, "addopts");
  const testpaths = lastOverride(parsed, "testpaths");
  const configured = expandFiles(
    config === "unreadable" ? [ANYTHING] : (config?.addopts ?? []).map(knownWord),
    { cwd, files, depth: 0 },
  ).map((word): Argument => ({ word, isConfigured: true }));
  const found = config === "unreadable" ? undefined : config;
  return {
    args: [
      ...(addopts === undefined ? configured : splitOptions(addopts).map(fromCommand)),
      ...given,
    ],
    suiteOptions,
    config: found,
    testpaths:
      testpaths === undefined
        ? found?.directory === cwd
          ? (found?.testpaths ?? []).map(knownWord)
          : []
        : splitOptions(testpaths),
  };
}

function fromCommand(word: WordValue): Argument {
  return { word, isConfigured: false };
}

/** The words of `PYTEST_ADDOPTS` or of an `addopts` on the command line. */
function splitOptions(value: WordValue | undefined): readonly WordValue[] {
  if (value === undefined) return [];
  if (value.kind === "opaque") return [ANYTHING];
  // Python raises an error on an open quote and runs nothing; another splitter might not.
  return splitShlexWords(value.text)?.map(knownWord) ?? [ANYTHING];
}

interface FileArguments {
  readonly cwd: string | undefined;
  readonly files: FileReader;
  readonly depth: number;
}

/** argparse replaces `@file` by the file's lines, one argument each, wherever it stands. */
function expandFiles(words: readonly WordValue[], place: FileArguments): WordValue[] {
  const expanded: WordValue[] = [];
  for (const word of words) {
    const start = word.kind === "known" ? word.text : (word.parts[0] ?? "");
    if (!start.startsWith("@")) expanded.push(word);
    else if (word.kind === "opaque") expanded.push(ANYTHING);
    else expanded.push(...readFileArguments(word.text.slice(1), place));
    if (expanded.length > ARGUMENTS_MAX) return [...expanded.slice(0, ARGUMENTS_MAX), ANYTHING];
  }
  return expanded;
}

function readFileArguments(path: string, place: FileArguments): WordValue[] {
  const { cwd, files, depth } = place;
  const isUnknown = cwd === undefined && !path.startsWith("/");
  const text = isUnknown ? undefined : files.readText(absolutePath(cwd ?? "/", path));
  if (text === undefined || depth >= FILE_NESTING_MAX) return [ANYTHING];
  // The line ends of Python's str.splitlines.
  // oxlint-disable-next-line no-control-regex
  const lines = text.split(/\r\n|[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029]/);
  if (lines.at(-1) === "") lines.pop();
  return expandFiles(lines.map(knownWord), { ...place, depth: depth + 1 });
}

/** The value of the last `-o name=…`; a word whose name is unknown may be any of them. */
function lastOverride(parsed: ParsedArguments, name: string): WordValue | undefined {
  let found: WordValue | undefined;
  for (const option of parsed.options) {
    const [value] = option.values;
    if (value === undefined || (option.name !== "-o" && option.name !== "--override-ini")) continue;
    const start = value.kind === "known" ? value.text : (value.parts[0] ?? "");
    if (value.kind === "opaque" && !start.includes("=")) found = ANYTHING;
    else if (start.startsWith(`${name}=`)) {
      found = value.kind === "known" ? knownWord(start.slice(name.length + 1)) : ANYTHING;
    }
  }
  return found;
}

function findConfig(
  parsed: ParsedArguments,
  cwd: string | undefined,
  files: FileReader,
): PytestConfig | "unreadable" | undefined {
  const chosen = parsed.options.findLast(({ name }) => name === "-c" || name === "--config-file");
  if (chosen !== undefined) {
    const [file] = chosen.values;
    if (file?.kind !== "known") return "unreadable";
    if (file.text === "/dev/null") return undefined;
    if (cwd === undefined) return "unreadable";
    const path = absolutePath(cwd, file.text);
    return readPytestConfig(path, files) ?? (isReadable(path, files) ? undefined : "unreadable");
  }
  if (cwd === undefined) return undefined;
  return findPytestConfig(startDirectory(parsed, cwd, files), files);
}

function isReadable(path: string, files: FileReader): boolean {
  return files.readText(path) !== undefined;
}

/** pytest looks for its configuration from the common ancestor of the operands that exist. */
function startDirectory(parsed: ParsedArguments, cwd: string, files: FileReader): string {
  let common: string[] | undefined;
  for (const { word } of parsed.operands) {
    if (word.kind !== "known") continue;
    const path = absolutePath(cwd, word.text.split("::", 1)[0]!);
    const kind = files.kind(path);
    if (kind === "missing") continue;
    const names = (kind === "file" ? absolutePath(path, "..") : path).split("/");
    if (common === undefined) common = names;
    else {
      const differing = common.findIndex((name, index) => name !== names[index]);
      if (differing >= 0) common = common.slice(0, differing);
    }
  }
  return common === undefined ? cwd : common.join("/") || "/";
}

/** Options that the suite's conftest files define, where pytest loads them before it reads its arguments. */
function findSuiteOptions(
  cwd: string | undefined,
  context: GateContext,
): ReadonlyMap<string, ValueCount> {
  const { files } = context;
  const options = new Map<string, ValueCount>();
  const directories = new Set([files.root, absolutePath(files.root, "tests")]);
  if (cwd !== undefined) directories.add(cwd).add(absolutePath(cwd, "tests"));
  for (const directory of directories) {
    const path = absolutePath(directory, "conftest.py");
    const text = files.kind(path) === "file" ? files.readText(path) : undefined;
    for (const [name, count] of readSuiteOptions(text ?? "")) options.set(name, count);
  }
  return options;
}
