import { readIni } from "../ini-document.ts";
import {
  isTable,
  parseToml,
  tomlValueAt,
  type TomlTable,
  type TomlValue,
} from "../toml-document.ts";
import type { Definition } from "./runner.ts";
import { quoteText } from "./shell-text.ts";

/** What the gate needs of tox's configuration. */
export interface ToxFile {
  /** The environments that run where none is named. */
  readonly defaults: readonly string[];
  /** Every environment that has a section of its own. */
  readonly named: readonly string[];
  /** A setting of an environment, in shell text with tox's `{…}` still in it. */
  readonly setting: (environment: string, name: string) => string | undefined;
}

/** Reads tox.ini, setup.cfg, tox.toml or pyproject.toml; `undefined` where nothing there is tox's. */
export function readToxFile({
  path,
  text,
}: Definition & { readonly kind: "text" }): ToxFile | undefined {
  if (!path.endsWith(".toml")) return fromIni(text, path.endsWith(".cfg") ? "tox:tox" : "tox");
  const document = parseToml(text);
  const root = path.endsWith("/tox.toml") ? document : tomlValueAt(document, ["tool", "tox"]);
  if (!isTable(root)) return undefined;
  const legacy = root["legacy_tox_ini"];
  return typeof legacy === "string" ? fromIni(legacy, "tox") : fromToml(root);
}

function fromIni(text: string, own: string): ToxFile | undefined {
  const sections = readIni(text);
  const core = sections.get(own);
  const names = [...sections.keys()].flatMap((name) => /^testenv:(.+)$/.exec(name)?.[1] ?? []);
  if (core === undefined && !sections.has("testenv") && names.length === 0) return undefined;
  const defaults = expandNames(core?.["env_list"] ?? core?.["envlist"] ?? "py");
  return {
    defaults,
    named: names.flatMap(expandNames),
    setting: (environment, name) => {
      const section = [...sections].find(
        ([header]) =>
          header.startsWith("testenv:") && expandNames(header.slice(8)).includes(environment),
      )?.[1];
      const value = valueOf(section, name) ?? valueOf(sections.get("testenv"), name);
      return value === undefined
        ? undefined
        : byFactors(value, environment).replaceAll(
            /\{\[([^\]{}]+)\]([\w-]+)\}/g,
            (whole, header: string, key: string) => sections.get(header)?.[key] ?? whole,
          );
    },
  };
}

/** tox 4's names, and the older ones. */
const OLD_NAMES: Readonly<Record<string, string>> = { change_dir: "changedir", set_env: "setenv" };

function valueOf(
  section: Readonly<Record<string, string>> | undefined,
  name: string,
): string | undefined {
  return section?.[name] ?? section?.[OLD_NAMES[name] ?? name];
}

/** `py{310,311}-{unit,e2e}` and lists of it. */
function expandNames(text: string): readonly string[] {
  return text
    .split(/[\s,]+(?![^{]*\})/)
    .filter((name) => name !== "")
    .flatMap(expandBraces)
    .slice(0, 512);
}

function expandBraces(text: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(text);
  if (braces === null) return [text];
  return braces[1]!
    .split(",")
    .flatMap((choice) =>
      expandBraces(
        text.slice(0, braces.index) + choice.trim() + text.slice(braces.index + braces[0].length),
      ),
    )
    .slice(0, 512);
}

/** Keeps the lines of a setting whose factors (`unit: …`, `!e2e: …`, `py3-unit,lint: …`) an environment has. */
function byFactors(value: string, environment: string): string {
  const own = new Set(environment.split("-"));
  return value
    .split("\n")
    .flatMap((line) => {
      const conditional = /^([!\w.{},\s-]+?):(?:\s+|$)(.*)$/.exec(line.trim());
      if (conditional === null || !/^[!\w.{},-]+(?:\s*,\s*[!\w.{},-]+)*$/.test(conditional[1]!))
        return [line];
      const isMet = expandNames(conditional[1]!).some((factors) =>
        factors
          .split("-")
          .every((factor) =>
            factor.startsWith("!") ? !own.has(factor.slice(1)) : own.has(factor),
          ),
      );
      return isMet ? [conditional[2]!] : [];
    })
    .join("\n");
}

function fromToml(root: TomlTable): ToxFile {
  const environments = isTable(root["env"]) ? root["env"] : {};
  const base = isTable(root["env_run_base"]) ? root["env_run_base"] : {};
  const list = root["env_list"];
  return {
    defaults: Array.isArray(list)
      ? (list as readonly TomlValue[]).filter((name) => typeof name === "string")
      : ["py"],
    named: Object.keys(environments),
    setting: (environment, name) => {
      const own = environments[environment];
      const value = (isTable(own) ? own[name] : undefined) ?? base[name];
      return value === undefined ? undefined : toText(value, name);
    },
  };
}

/** A setting of the TOML form as the lines of the ini form. */
function toText(value: TomlValue, name: string): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) {
    return Object.entries(value as TomlTable)
      .map(([key, own]) => `${key}=${typeof own === "string" ? own : ""}`)
      .join("\n");
  }
  const items = value as readonly TomlValue[];
  if (!name.startsWith("commands")) return items.map((item) => toText(item, name)).join("\n");
  return items
    .map((command) =>
      Array.isArray(command)
        ? (command as readonly TomlValue[]).map(toWord).join(" ")
        : toWord(command),
    )
    .join("\n");
}

function toWord(value: TomlValue): string {
  if (typeof value === "string") return /[{}]/.test(value) ? value : quoteText(value);
  if (!isTable(value)) return "";
  if (value["replace"] !== "posargs") return "{unknown}";
  const fallback = value["default"];
  return `{posargs:${Array.isArray(fallback) ? (fallback as readonly TomlValue[]).map(toWord).join(" ") : ""}}`;
}
