import { absolutePath } from "../posix-path.ts";
import type { FileReader } from "../context.ts";

/** What the gate needs of a justfile. */
export interface JustFile {
  readonly folder: string;
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly aliases: Map<string, string>;
  /** In the order given: the first is the default. */
  readonly recipes: Map<string, JustRecipe>;
  /** Something that it imports or uses as a module and that cannot be read. */
  unreadable: string | undefined;
}

/** One recipe. */
export interface JustRecipe {
  readonly parameters: readonly JustParameter[];
  /** Recipes that run before and after, each with its arguments as written. */
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
  readonly body: readonly string[];
  readonly changesFolder: boolean;
}

/** A parameter of a recipe: `name`, `name="default"`, `+names`, `*names`. */
export interface JustParameter {
  readonly name: string;
  readonly fallback: string | undefined;
  readonly isVariadic: boolean;
}

/** Imports are followed this deep. */
const IMPORT_DEPTH_MAX = 8;

/** Reads a justfile and what it imports. Source: github.com/casey/just, README and GRAMMAR.md. */
export function readJustFile(text: string, folder: string, files: FileReader): JustFile {
  const justfile: JustFile = {
    folder,
    variables: new Map(),
    exported: new Set(),
    aliases: new Map(),
    recipes: new Map(),
    unreadable: undefined,
  };
  readInto(justfile, text, { folder, files, depth: 0 });
  return justfile;
}

interface Place {
  readonly folder: string;
  readonly files: FileReader;
  readonly depth: number;
}

function readInto(justfile: JustFile, text: string, place: Place): void {
  let body: string[] | undefined;
  let attributes = "";
  let exportsAll = false;
  for (const line of text.replaceAll(/\\\r?\n(?=\S)/g, " ").split(/\r?\n/)) {
    if (/^\s/.test(line) || line === "") {
      body?.push(line);
      continue;
    }
    body = undefined;
    if (line.startsWith("#")) continue;
    if (line.startsWith("[")) {
      attributes += line;
      continue;
    }
    if (/^set\s+export\b(?!.*false)/.test(line)) exportsAll = true;
    if (!readStatement(justfile, line, place)) {
      const header = readHeader(line, attributes);
      if (header !== undefined) {
        body = [];
        justfile.recipes.set(header.name, { ...header.recipe, body });
      }
    }
    attributes = "";
  }
  if (exportsAll) for (const name of justfile.variables.keys()) justfile.exported.add(name);
}

/** A line that is no recipe; whether it was one. */
function readStatement(justfile: JustFile, line: string, { folder, files, depth }: Place): boolean {
  const assignment = /^(export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(.*)$/.exec(line);
  if (assignment !== null) {
    const [, exported, name = "", value = ""] = assignment;
    justfile.variables.set(name, value);
    if (exported !== undefined) justfile.exported.add(name);
    return true;
  }
  const alias = /^alias\s+([\w-]+)\s*:=\s*([\w:-]+)/.exec(line);
  if (alias !== null) {
    justfile.aliases.set(alias[1]!, alias[2]!);
    return true;
  }
  const imported = /^(import|mod)(\?)?\s+(?:([\w-]+)\s*)?(?:'([^']*)'|"([^"]*)")?\s*(?:#.*)?$/.exec(
    line,
  );
  if (imported === null) return /^(?:set|unexport)\s/.test(line);
  const [, kind, isOptional, name, single, double] = imported;
  if (kind === "mod") {
    // A module's recipes are not read: a call of one is opaque.
    justfile.unreadable ??= name ?? "mod";
    return true;
  }
  const path = absolutePath(folder, single ?? double ?? "");
  const text = depth < IMPORT_DEPTH_MAX ? files.readText(path) : undefined;
  if (text !== undefined) {
    readInto(justfile, text, { folder: absolutePath(path, ".."), files, depth: depth + 1 });
  } else if (isOptional === undefined) justfile.unreadable ??= path;
  return true;
}

function readHeader(
  line: string,
  attributes: string,
): { readonly name: string; readonly recipe: JustRecipe } | undefined {
  const tokens: readonly string[] = line.match(TOKEN) ?? [];
  const colon = tokens.indexOf(":");
  const name = /^@?([A-Za-z_][\w-]*)$/.exec(tokens[0] ?? "")?.[1];
  if (colon === -1 || name === undefined) return undefined;
  const dependencies = readDependencies(tokens.slice(colon + 1));
  return {
    name,
    recipe: {
      parameters: readParameters(tokens.slice(1, colon)),
      ...dependencies,
      body: [],
      changesFolder: !/\bno-cd\b/.test(attributes),
    },
  };
}

/** Names (with `@`, `+`, `*`, `$` before them), texts, operators; comments end the line. */
const TOKEN = /#.*$|"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`|[@+*$]*[A-Za-z_][\w:-]*(?<!:)|&&|[=():+/]/g;

function readParameters(tokens: readonly string[]): readonly JustParameter[] {
  const parameters: JustParameter[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const match = /^([+*]?)\$?([A-Za-z_][\w-]*)$/.exec(tokens[index]!);
    if (match === null) continue;
    const hasDefault = tokens[index + 1] === "=";
    if (hasDefault) index += 2;
    parameters.push({
      name: match[2]!,
      fallback: hasDefault ? tokens[index] : match[1] === "*" ? "''" : undefined,
      isVariadic: match[1] !== "",
    });
  }
  return parameters;
}

function readDependencies(tokens: readonly string[]): Pick<JustRecipe, "before" | "after"> {
  const before: (readonly string[])[] = [];
  const after: (readonly string[])[] = [];
  let list = before;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.startsWith("#")) break;
    if (token === "&&") list = after;
    else if (token === "(") {
      const end = tokens.indexOf(")", index);
      list.push(tokens.slice(index + 1, end === -1 ? undefined : end));
      index = end === -1 ? tokens.length : end;
    } else list.push([token]);
  }
  return { before, after };
}
