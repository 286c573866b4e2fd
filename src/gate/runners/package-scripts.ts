import { absolutePath } from "../posix-path.ts";
import type { FileReader } from "../context.ts";
import type { WordValue } from "../word-value.ts";
import { findUpwards, type RunnerCall } from "./runner.ts";
import type { RunnerScript } from "./runner-lookup.ts";
import { toShellText } from "./shell-text.ts";
import { isMap, type YamlValue } from "./yaml-value.ts";
import { parseYaml } from "./yaml-document.ts";

/** One package.json, as far as package managers run what stands in it. */
export interface PackageFile {
  readonly folder: string;
  readonly name: string;
  readonly scripts: ReadonlyMap<string, string>;
  /** Patterns of the folders of its workspaces. */
  readonly workspaces: readonly string[];
}

/** The package around a directory: `undefined` where there is none, or its file cannot be read. */
export type PackageLookup = PackageFile | "absent" | "unreadable";

/** Finds the package that a manager started in a directory works on. */
export function findPackage(folder: string, files: FileReader): PackageLookup {
  const found = findUpwards(folder, ["package.json"], files);
  if (found.kind === "absent") return "absent";
  if (found.kind === "unreadable") return "unreadable";
  return readPackage(found.text, found.folder, files) ?? "unreadable";
}

/** Every package of the workspaces around a directory, the root's own first. */
export function findWorkspaces(folder: string, files: FileReader): readonly PackageFile[] {
  for (let at = folder; ; at = absolutePath(at, "..")) {
    const root = findPackage(at, files);
    if (typeof root === "string") return [];
    if (root.workspaces.length > 0 || root.folder === files.root || root.folder === "/") {
      return [
        root,
        ...root.workspaces.flatMap((pattern) => packagesAt(root.folder, pattern, files)),
      ];
    }
    at = root.folder;
  }
}

/**
 * The scripts that a manager runs for one name: what comes before it, itself with the arguments
 * behind it, what comes after it.
 */
export function scriptsFor(
  { folder, scripts }: PackageFile,
  name: string,
  args: readonly WordValue[],
): readonly RunnerScript[] {
  return [`pre${name}`, name, `post${name}`].flatMap((key) => {
    const script = scripts.get(key);
    if (script === undefined || (key !== name && !scripts.has(name))) return [];
    const text = key === name && args.length > 0 ? `${script} ${toShellText(args)}` : script;
    return [
      { text, cwd: folder, origin: `package.json scripts.${key}`, environment: NO_ENVIRONMENT },
    ];
  });
}

/** The rest of a command line that a package manager runs as a command of its own. */
export function commandScript(call: RunnerCall, words: readonly WordValue[]): RunnerScript {
  return {
    text: toShellText(words),
    cwd: call.cwd,
    origin: `${call.program} runs a command`,
    environment: NO_ENVIRONMENT,
  };
}

const NO_ENVIRONMENT: ReadonlyMap<string, string> = new Map();

function readPackage(text: string, folder: string, files: FileReader): PackageFile | undefined {
  const value = parseJsonText(text);
  if (!isMap(value)) return undefined;
  const scripts = new Map<string, string>();
  for (const [name, script] of Object.entries(isMap(value["scripts"]) ? value["scripts"] : {})) {
    if (typeof script === "string") scripts.set(name, script);
  }
  const name = typeof value["name"] === "string" ? value["name"] : "";
  const workspaces = [...patternsOf(value["workspaces"]), ...pnpmWorkspaces(folder, files)];
  return { folder, name, scripts, workspaces };
}

/** JSON is read into the same values as YAML: only objects, lists and texts matter here. */
function parseJsonText(text: string): YamlValue | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as YamlValue;
  } catch {
    return undefined;
  }
}

function patternsOf(value: YamlValue | undefined): readonly string[] {
  const list = isMap(value) ? value["packages"] : value;
  return Array.isArray(list)
    ? (list as readonly YamlValue[]).filter((entry) => typeof entry === "string")
    : [];
}

function pnpmWorkspaces(folder: string, files: FileReader): readonly string[] {
  const path = absolutePath(folder, "pnpm-workspace.yaml");
  const text = files.kind(path) === "file" ? files.readText(path) : undefined;
  return text === undefined ? [] : patternsOf(parseYaml(text));
}

/** Packages that a pattern of folders names: `tools`, `packages/*`, `apps/**`. */
function packagesAt(root: string, pattern: string, files: FileReader): readonly PackageFile[] {
  if (pattern.startsWith("!")) return [];
  let folders: readonly string[] = [root];
  for (const part of pattern.replace(/\/+$/, "").split("/")) {
    if (part === "" || part === ".") continue;
    folders = folders.flatMap((folder) =>
      part.includes("*")
        ? (files.list(folder) ?? [])
            .filter(
              (name) => !name.startsWith(".") && name !== "node_modules" && isLike(name, part),
            )
            .map((name) => absolutePath(folder, name))
        : [absolutePath(folder, part)],
    );
  }
  return folders.flatMap((folder) => {
    const path = absolutePath(folder, "package.json");
    const text = files.kind(path) === "file" ? files.readText(path) : undefined;
    const own = text === undefined ? undefined : readPackage(text, folder, files);
    return own === undefined ? [] : [own];
  });
}

function isLike(name: string, part: string): boolean {
  const [before = "", ...after] = part.split(/\*+/);
  return name.startsWith(before) && name.endsWith(after.at(-1) ?? "");
}
