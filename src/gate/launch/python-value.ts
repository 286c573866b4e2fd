import { splitShlexWords } from "../pytest/shlex-words.ts";
import type { ShlexStyle } from "../pytest/shlex-words.ts";
import {
  UNKNOWN,
  joinTexts,
  knownField,
  knownValue,
  textOf,
  unknownFrom,
} from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";

/** What the gate knows of a Python value. */
export type PythonValue =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "list"; readonly items: readonly Field[] }
  | { readonly kind: "other" };

/** One argument of a call. */
export interface PythonArgument {
  readonly name: string | undefined;
  readonly value: PythonValue;
}

/** What names stand for while a program is read. */
export interface PythonNames {
  /** Dotted names of modules and functions behind local names: `pt` → `pytest`. */
  readonly imports: Map<string, string>;
  readonly variables: Map<string, PythonValue>;
  /** `sys.argv`. */
  readonly argv: readonly Field[];
  /** `__file__`. */
  readonly path: string | undefined;
  /** What the program finds outside itself: its standard input, its environment. */
  readonly outside: Text;
  /** Reads a file as the program would. */
  readonly readFile: (path: string) => Text | undefined;
}

/** The full dotted name behind a local one. */
export function resolveName(dotted: string, names: PythonNames): string {
  const [first, ...rest] = dotted.split(".");
  const imported = names.imports.get(first!);
  return imported === undefined ? dotted : [imported, ...rest].join(".");
}

/** The words of a value that stands where a program and its arguments are wanted. */
export function toFields(value: PythonValue): readonly Field[] {
  return value.kind === "list" ? value.items : [toField(value)];
}

/** The text of a value. */
export function textOfValue(value: PythonValue): Text {
  if (value.kind === "text") return value.text;
  return value.kind === "list" ? unknownFrom(...value.items.map(({ text }) => text)) : [UNKNOWN];
}

export function toField(value: PythonValue): Field {
  return { text: textOfValue(value), isSplit: false, at: undefined };
}

export function unknownField(value: PythonValue): Field {
  return { text: unknownFrom(textOfValue(value)), isSplit: true, at: undefined };
}

export function fieldValue(field: Field): PythonValue {
  return { kind: "text", text: field.text };
}

export function addValues(one: PythonValue, other: PythonValue): PythonValue {
  if (one.kind === "text" && other.kind === "text")
    return { kind: "text", text: joinTexts([one.text, other.text]) };
  if (one.kind === "list" && other.kind === "list")
    return { kind: "list", items: [...one.items, ...other.items] };
  if (one.kind === "list" || other.kind === "list") {
    const items = [one, other].flatMap((value) =>
      value.kind === "list" ? value.items : [unknownField(value)],
    );
    return { kind: "list", items };
  }
  return { kind: "text", text: joinTexts([textOfValue(one), textOfValue(other)]) };
}

export function mixValues(one: PythonValue, other: PythonValue): PythonValue {
  if (one.kind === "other" && other.kind === "other") return one;
  return { kind: "text", text: unknownFrom(textOfValue(one), textOfValue(other)) };
}

/** What `str.split` and `str.strip` take for white space. */
const PYTHON_SPACE =
  // oxlint-disable-next-line no-control-regex
  /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const STRIPPED = new RegExp(`^(?:${PYTHON_SPACE.source})?([^]*?)(?:${PYTHON_SPACE.source})?$`);

interface MethodCall {
  readonly parameters: readonly PythonArgument[] | undefined;
  readonly names: PythonNames;
}

/** The text of the file that a path names. */
function fileText(path: PythonValue, names: PythonNames): PythonValue {
  const known = knownValue(textOfValue(path));
  const text = known === undefined ? undefined : names.readFile(known);
  return { kind: "text", text: text ?? unknownFrom(textOfValue(path)) };
}

export function callMethod(
  value: PythonValue,
  method: string,
  { parameters, names }: MethodCall,
): PythonValue {
  const first = parameters?.[0]?.value;
  if (value.kind === "text" && method === "read_text") return fileText(value, names);
  if (value.kind === "text" && method === "read" && parameters?.length === 0) return value;
  if (value.kind === "text" && method === "split" && parameters?.length === 0) {
    const known = knownValue(value.text);
    if (known !== undefined) {
      return {
        kind: "list",
        items: known
          .split(PYTHON_SPACE)
          .filter((word) => word !== "")
          .map((word) => toField({ kind: "text", text: [word] })),
      };
    }
  }
  if (value.kind === "text" && method === "join" && first?.kind === "list") {
    const texts = first.items.flatMap(({ text }, index) =>
      index === 0 ? [text] : [value.text, text],
    );
    return { kind: "text", text: joinTexts(texts) };
  }
  if (value.kind === "text" && method === "strip" && parameters?.length === 0) {
    const known = knownValue(value.text);
    if (known === undefined) return value;
    const [, stripped] = STRIPPED.exec(known)!;
    return { kind: "text", text: textOf(stripped!) };
  }
  if (value.kind === "text" && method === "format" && parameters?.length === 0) {
    const hasBraces = value.text.some((piece) => typeof piece === "string" && /[{}]/.test(piece));
    if (!hasBraces) return value;
  }
  const told = (parameters ?? []).map((argument) => textOfValue(argument.value));
  return value.kind === "other"
    ? value
    : { kind: "text", text: unknownFrom(textOfValue(value), ...told) };
}

export function callNamed(
  name: string,
  parameters: readonly PythonArgument[],
  names: PythonNames,
): PythonValue {
  const first = parameters[0]?.value;
  if (/^(?:input|sys\.stdin\.(?:read|readline)|os\.getenv|os\.environ\.get)$/.test(name))
    return { kind: "text", text: names.outside };
  if (first === undefined) return { kind: "other" };
  if (
    /^(?:str|os\.fspath|Path|pathlib\.Path|os\.path\.abspath|os\.path\.expanduser)$/.test(name) &&
    parameters.length === 1
  )
    return first;
  if (/^(?:list|tuple|compile)$/.test(name)) return first;
  if (/^(?:io\.)?open$/.test(name)) return fileText(first, names);
  if (name === "shlex.split" && first.kind === "text") {
    const items = shlexItems(knownValue(first.text), parameters.length > 1);
    return { kind: "list", items: items ?? [unknownField(first)] };
  }
  if (name === "os.path.join") {
    // An absolute part drops what stands before it.
    const start = parameters.findLastIndex(({ value }) => {
      const [first] = textOfValue(value);
      return typeof first === "string" && first.startsWith("/");
    });
    const texts = parameters
      .slice(Math.max(0, start))
      .flatMap(({ value }, index) =>
        index === 0 ? [textOfValue(value)] : [textOf("/"), textOfValue(value)],
      );
    return { kind: "text", text: joinTexts(texts) };
  }
  if (/^(?:__import__|importlib\.import_module)$/.test(name)) return { kind: "other" };
  return { kind: "text", text: unknownFrom(...parameters.map(({ value }) => textOfValue(value))) };
}

/** `undefined` where Python raises an error, or where `comments=` and `posix=` make a difference. */
function shlexItems(text: string | undefined, hasStyle: boolean): readonly Field[] | undefined {
  if (text === undefined) return undefined;
  const [words, ...others] = [
    splitShlexWords(text),
    ...(hasStyle ? SHLEX_STYLES.map((style) => splitShlexWords(text, style)) : []),
  ];
  const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(words));
  return isSame ? words?.map((word) => knownField(word)) : undefined;
}

const SHLEX_STYLES: readonly ShlexStyle[] = [
  { hasComments: true },
  { isPosix: false },
  { isPosix: false, hasComments: true },
];

export function formatted(value: string, names: PythonNames): Text {
  const texts: Text[] = [];
  let from = 0;
  for (const match of value.matchAll(/\{\{|\}\}|\{([^{}]*)\}/g)) {
    texts.push(textOf(value.slice(from, match.index)));
    from = match.index + match[0].length;
    if (match[1] === undefined) texts.push(textOf(match[0][0]!));
    else {
      const variable = names.variables.get(match[1].trim());
      const isExecutable = resolveName(match[1].trim(), names) === "sys.executable";
      texts.push(
        isExecutable ? ["python"] : variable === undefined ? [UNKNOWN] : textOfValue(variable),
      );
    }
  }
  texts.push(textOf(value.slice(from)));
  return joinTexts(texts);
}
