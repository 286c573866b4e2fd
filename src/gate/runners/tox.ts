import { absolutePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
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
import { readToxFile, type ToxFile } from "./tox-file.ts";

const WITH_VALUE = [
  "-e",
  "--env",
  "-f",
  "-m",
  "-c",
  "--conf",
  "--root",
  "--workdir",
  "--work-dir",
  "--temp-dir",
  "-x",
  "--override",
  "-p",
  "--parallel",
  "-j",
  "--result-json",
  "--installpkg",
  "--install-pkg",
  "--hashseed",
  "--discover",
  "--skip-env",
];

/** Verbs that run no command of an environment. */
const RUNS_NOTHING = new Set([
  "config",
  "c",
  "list",
  "l",
  "devenv",
  "d",
  "quickstart",
  "q",
  "schema",
  "depends",
  "de",
  "man",
]);

const FILES = ["tox.ini", "setup.cfg", "pyproject.toml", "tox.toml"];

/** tox 3 and 4. Source: tox.wiki, "CLI interface" and "Configuration". */
export function lookUpTox(call: RunnerCall): RunnerLookup {
  const dashes = call.args.findIndex((word) => textOf(word) === "--");
  const before = dashes === -1 ? call.args : call.args.slice(0, dashes);
  const posargs = dashes === -1 ? undefined : call.args.slice(dashes + 1);
  const line = readCommandLine(before, { withValue: WITH_VALUE });
  const verb = textOf(line.operands[0]) ?? "";
  if (
    RUNS_NOTHING.has(verb) ||
    hasOption(
      line,
      "-l",
      "--listenvs",
      "-a",
      "--showconfig",
      "-n",
      "--notest",
      "--version",
      "-h",
      "--help",
      "--devenv",
    )
  ) {
    return NOTHING;
  }
  if (verb === "exec" || verb === "e") return lookUpExec(call, posargs ?? []);
  if (hasOption(line, "-x", "--override")) return toOpaque("-x/--override", call);
  const found = findConfiguration(call, textOf(valuesOf(line, "-c", "--conf").at(-1)));
  if (found === "absent") return NOTHING;
  if (found === "unreadable") return toOpaque("tox.ini", call);
  const { file, folder } = found;
  const chosen = valuesOf(line, "-e", "--env");
  const isUnknown = chosen.some((word) => word.kind === "opaque") || hasOption(line, "-f", "-m");
  const names = isUnknown
    ? [...file.defaults, ...file.named]
    : chosen.flatMap((word) => (textOf(word) ?? "").split(","));
  const environments =
    names.length === 0 || names.includes("ALL")
      ? [...file.defaults, ...(names.length === 0 ? [] : file.named)]
      : names;
  return toLookup(
    [...new Set(environments)].flatMap((name) => scriptsOf(name, { file, folder, posargs })),
  );
}

function findConfiguration(
  call: RunnerCall,
  named: string | undefined,
): { readonly file: ToxFile; readonly folder: string } | "absent" | "unreadable" {
  for (const name of named === undefined ? FILES : [named]) {
    const found =
      named === undefined
        ? findUpwards(call.cwd, [name], call.files)
        : findIn(call.cwd, [name], call.files);
    if (found.kind === "unreadable") return "unreadable";
    const file = found.kind === "text" ? readToxFile(found) : undefined;
    if (file !== undefined && found.kind === "text") return { file, folder: found.folder };
  }
  return "absent";
}

interface ToxScene {
  readonly file: ToxFile;
  readonly folder: string;
  readonly posargs: readonly WordValue[] | undefined;
}

function scriptsOf(name: string, { file, folder, posargs }: ToxScene): readonly RunnerScript[] {
  const replace = (text: string): string => substitute(text, { name, folder, posargs });
  const moved = file.setting(name, "change_dir");
  const cwd = moved === undefined ? folder : absolutePath(folder, replace(moved.trim()));
  const environment = new Map<string, string>();
  for (const line of (file.setting(name, "set_env") ?? "").split("\n")) {
    const pair = /^\s*([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (pair !== null && !pair[2]!.includes("{")) environment.set(pair[1]!, pair[2]!);
  }
  return ["commands_pre", "commands", "commands_post"].flatMap((key) => {
    const value = file.setting(name, key);
    if (value === undefined || value.trim() === "") return [];
    const text = value
      .replaceAll(/\\\n\s*/g, " ")
      .split("\n")
      .map((line) => replace(line).replace(/^\s*[-!]\s*/, ""))
      .join("\n");
    return [{ text, cwd, origin: `tox environment ${name}`, environment }];
  });
}

function substitute(
  text: string,
  { name, folder, posargs }: Omit<ToxScene, "file"> & { readonly name: string },
): string {
  const inner =
    /\{(posargs|\[\]|envname|env_name|toxinidir|tox_root|\/|:|[\w:-]+)(?::([^{}]*))?\}|\[\]/g;
  let result = text;
  // Innermost first: a default may hold another substitution.
  for (let round = 0; round < 4 && inner.test(result); round += 1) {
    result = result.replaceAll(
      inner,
      (_, key: string | undefined, fallback: string | undefined) => {
        if (key === undefined || key === "posargs") {
          return posargs === undefined ? (fallback ?? "") : toShellText(posargs);
        }
        if (key === "envname" || key === "env_name") return name;
        if (key === "toxinidir" || key === "tox_root") return quoteText(folder);
        if (key === "/") return "/";
        if (key === ":") return ":";
        if (key === "env") return `\${${(fallback ?? "").replace(/^(\w+):?/, "$1-")}}`;
        return unknownText(false).replaceAll('"', "");
      },
    );
    inner.lastIndex = 0;
  }
  return result;
}

function lookUpExec(call: RunnerCall, words: readonly WordValue[]): RunnerLookup {
  if (words.length === 0) return NOTHING;
  return toLookup([
    { text: toShellText(words), cwd: call.cwd, origin: "tox exec", environment: new Map() },
  ]);
}
