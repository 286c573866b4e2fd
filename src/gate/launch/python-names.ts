import { unknownFrom } from "../shell/text-value.ts";
import type { PythonToken } from "./python-tokens.ts";
import { resolveName, textOfValue, toField } from "./python-value.ts";
import type { PythonNames } from "./python-value.ts";
import { PythonReader } from "./python-reader.ts";

/** What `from MODULE import *` brings along that starts programs. */
const STARRED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "subprocess",
    ["run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput"],
  ],
  [
    "os",
    [
      "system",
      "popen",
      "execl",
      "execlp",
      "execv",
      "execvp",
      "spawnl",
      "spawnlp",
      "spawnv",
      "spawnvp",
    ],
  ],
  ["pytest", ["main"]],
]);

/** Reads an import statement; gives the position of its last token. */
export function readImport(
  tokens: readonly PythonToken[],
  start: number,
  names: PythonNames,
): number {
  let end = start;
  const words: string[] = [];
  for (; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (token.kind === "newline" || (token.kind === "punctuation" && token.text === ";")) break;
    if (token.kind !== "string") words.push(token.text);
  }
  const text = words
    .join(" ")
    .replaceAll(/ ?\. ?/g, ".")
    .replaceAll(/[()]/g, " ");
  const from = /^from (\S+) import (.*)$/.exec(text);
  const list = from === null ? text.replace(/^import /, "") : from[2]!;
  for (const item of list.split(",")) {
    const [name, as, local] = item.trim().split(/\s+/);
    if (name === undefined || name === "") continue;
    if (name === "*" && from !== null) {
      for (const starred of STARRED.get(from[1]!) ?? [])
        names.imports.set(starred, `${from[1]!}.${starred}`);
      continue;
    }
    const full = from === null ? name : `${from[1]!}.${name}`;
    if (as === "as" && local !== undefined) names.imports.set(local, full);
    else if (from !== null) names.imports.set(name, full);
    else if (!name.includes(".")) names.imports.set(name, name);
  }
  return end;
}

export function readAssignment(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): void {
  const name = tokens[at]!;
  const equals = tokens[at + 1];
  const next = tokens[at + 2];
  if (name.kind !== "name" || equals?.kind !== "punctuation" || next === undefined) return;
  const isDoubled = next.kind === "punctuation" && next.text === "=";
  if (equals.text === "=" && !isDoubled) {
    // `main = pytest.main`, `m = __import__("pytest")`
    const reference = referenceAt(tokens, at + 2, names);
    if (reference !== undefined) names.imports.set(name.text, reference);
    names.variables.set(name.text, new PythonReader(tokens, names, at + 2).readSum());
    if (reference !== undefined) names.variables.delete(name.text);
  } else if (equals.text === "+" && isDoubled) {
    const added = new PythonReader(tokens, names, at + 3).readSum();
    const before = names.variables.get(name.text);
    if (before?.kind === "list" && added.kind === "list") {
      names.variables.set(name.text, { kind: "list", items: [...before.items, ...added.items] });
    } else
      names.variables.set(name.text, {
        kind: "text",
        text: unknownFrom(textOfValue(added), before === undefined ? [] : textOfValue(before)),
      });
  }
}

/** `a.append("…")` and its kin: they change the list that a variable holds. */
export function readListChange(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): void {
  const name = textAt(tokens, at);
  const before = name === undefined ? undefined : names.variables.get(name);
  const method = textAt(tokens, at + 2);
  if (before === undefined || textAt(tokens, at + 1) !== "." || textAt(tokens, at + 3) !== "(")
    return;
  if (!/^(?:append|extend|insert|remove|pop|clear|reverse|sort)$/.test(method ?? "")) return;
  const parameters = new PythonReader(tokens, names, at + 3).readArguments();
  const added = parameters.map(({ value }) => value);
  if (before.kind === "list" && method === "append" && added.length === 1) {
    const items = [...before.items, toField(added[0]!)];
    names.variables.set(name!, { kind: "list", items });
  } else if (before.kind === "list" && method === "extend" && added[0]?.kind === "list") {
    const items = [...before.items, ...added[0].items];
    names.variables.set(name!, { kind: "list", items });
  } else {
    const text = unknownFrom(textOfValue(before), ...added.map((value) => textOfValue(value)));
    names.variables.set(name!, { kind: "list", items: [{ text, isSplit: true, at: undefined }] });
  }
}

/** `a[0] = "…"`: what the variable holds then is not followed. */
export function readItemAssignment(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): void {
  const name = textAt(tokens, at);
  const before = name === undefined ? undefined : names.variables.get(name);
  if (before === undefined || textAt(tokens, at + 1) !== "[") return;
  let depth = 0;
  let end = at + 1;
  for (; end < tokens.length; end++) {
    const text = textAt(tokens, end);
    if (text === "[") depth++;
    else if (text === "]" && --depth === 0) break;
  }
  if (textAt(tokens, end + 1) !== "=" || textAt(tokens, end + 2) === "=") return;
  const added = new PythonReader(tokens, names, end + 2).readSum();
  const text = unknownFrom(textOfValue(before), textOfValue(added));
  names.variables.set(name!, { kind: "list", items: [{ text, isSplit: true, at: undefined }] });
}

/** The dotted name that an assignment gives another name to. */
function referenceAt(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): string | undefined {
  const dotted = dottedAt(tokens, at, names);
  if (dotted === undefined) return undefined;
  const after = tokens[dotted.end];
  const isWhole =
    after === undefined ||
    after.kind === "newline" ||
    (after.kind === "punctuation" && after.text === ";");
  return isWhole && dotted.full.includes(".")
    ? dotted.full
    : isWhole && dotted.isModule
      ? dotted.full
      : undefined;
}

interface Dotted {
  readonly full: string;
  readonly end: number;
  readonly isModule: boolean;
}

/** A dotted name, `__import__("pytest").main` included. */
export function dottedAt(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): Dotted | undefined {
  const first = tokens[at];
  if (first?.kind !== "name") return undefined;
  const attribute = attributeAt(tokens, at, names);
  if (attribute !== undefined) return attribute;
  let end = at + 1;
  let path = first.text;
  const nextName = (): boolean => textAt(tokens, end) === "." && tokens[end + 1]?.kind === "name";
  while (nextName()) {
    path += `.${textAt(tokens, end + 1)!}`;
    end += 2;
  }
  let full = resolveName(path, names);
  const isImporting =
    /^(?:__import__|importlib\.import_module)$/.test(full) && textAt(tokens, end) === "(";
  const module = tokens[end + 1];
  if (isImporting && module?.kind === "string" && textAt(tokens, end + 2) === ")") {
    full = module.value;
    end += 3;
    while (nextName()) {
      full += `.${textAt(tokens, end + 1)!}`;
      end += 2;
    }
    return { full, end, isModule: true };
  }
  return { full, end, isModule: names.imports.has(first.text) };
}

/** `getattr(module, "name")`. */
function attributeAt(
  tokens: readonly PythonToken[],
  at: number,
  names: PythonNames,
): Dotted | undefined {
  if (textAt(tokens, at) !== "getattr" || textAt(tokens, at + 1) !== "(") return undefined;
  const owner = dottedAt(tokens, at + 2, names);
  if (owner === undefined || textAt(tokens, owner.end) !== ",") return undefined;
  const name = tokens[owner.end + 1];
  if (name?.kind !== "string" || textAt(tokens, owner.end + 2) !== ")") return undefined;
  return { full: `${owner.full}.${name.value}`, end: owner.end + 3, isModule: owner.isModule };
}

export function textAt(tokens: readonly PythonToken[], at: number): string | undefined {
  const token = tokens[at];
  return token === undefined || token.kind === "string" || token.kind === "newline"
    ? undefined
    : token.text;
}
