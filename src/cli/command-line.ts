import { parseArgs } from "node:util";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/** One option of a command. */
export interface OptionRow {
  /** What stands for the value in the help text (`DIR`); absent for a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly isMultiple?: true;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** One line, or more by line feeds. */
  readonly help: string;
}

/** A command as its help text and its parser know it. */
export interface CommandSpec {
  readonly name: string;
  /** What comes after `tapegate <name> [options]`: `-- COMMAND…`; empty where nothing may. */
  readonly operands: string;
  /** What it does, in a few lines. */
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionRow>>;
  /** Stands at the end of the help text. */
  readonly epilogue?: string;
}

/** A command line, taken apart. */
export interface CommandLine {
  /** Whether `--help` or `-h` stands before `--`. */
  readonly asksHelp: boolean;
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** An option's last value. */
  value(name: string): string | undefined;
  /** All values of an option that may be repeated. */
  values(name: string): readonly string[];
  /** Words before `--` that are no options. */
  readonly operands: readonly string[];
  /** Words after `--`, untouched; `undefined` where there is no `--`. */
  readonly rest: readonly string[] | undefined;
}

/**
 * Takes a command's words apart.
 *
 * @throws {UsageError} on an unknown option, a missing or unwanted value, a value that is no choice.
 */
export function parseCommandLine(spec: CommandSpec, argv: readonly string[]): CommandLine {
  const boundary = argv.indexOf("--");
  const own = boundary === -1 ? argv : argv.slice(0, boundary);
  const { tokens } = parseArgs({
    args: [...own],
    options: parserOptions(spec),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const values = given.get(token.name) ?? [];
    given.set(token.name, values);
    values.push(checkOption(spec, token));
  }
  return {
    asksHelp: given.has("help"),
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    operands,
    rest: boundary === -1 ? undefined : argv.slice(boundary + 1),
  };
}

function parserOptions(
  spec: CommandSpec,
): Record<string, { type: "string" | "boolean"; short?: string; multiple: true }> {
  const rows = Object.entries(spec.options).map(([name, row]) => [
    name,
    { type: row.value === undefined ? ("boolean" as const) : ("string" as const), multiple: true },
  ]);
  return {
    ...Object.fromEntries(rows),
    help: { type: "boolean", short: "h", multiple: true },
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

/** The option's value as text, empty for a switch. */
function checkOption(spec: CommandSpec, token: OptionToken): string {
  if (token.name === "help") return "";
  const row = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
  if (row === undefined) {
    const nearest = nearestName(token.name, [...Object.keys(spec.options), "help"]);
    const hint = nearest === undefined ? "" : `. Did you mean "--${nearest}"?`;
    throw new UsageError(`Unknown option "${token.rawName}"${hint}`, spec.name);
  }
  if (row.value === undefined) {
    if (token.value === undefined) return "";
    throw new UsageError(
      `Option "--${token.name}" takes no value: "${token.value}" was given`,
      spec.name,
    );
  }
  if (token.value === undefined || token.value === "") {
    throw new UsageError(`Option "--${token.name}" needs a value: ${row.value}`, spec.name);
  }
  if (row.choices !== undefined && !row.choices.includes(token.value)) {
    throw new UsageError(
      `Option "--${token.name}" is one of ${row.choices.join(", ")}: "${token.value}" was given`,
      spec.name,
    );
  }
  return token.value;
}

/** The help text of a command. */
export function helpText(spec: CommandSpec): string {
  const rows: (readonly [string, string])[] = [
    ...Object.entries(spec.options).map(
      ([name, row]) =>
        [`--${name}${row.value === undefined ? "" : ` ${row.value}`}`, row.help] as const,
    ),
    ["-h, --help", "This text."],
  ];
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const indent = `\n${" ".repeat(width + 2)}`;
  const lines = rows.map(
    ([left, right]) => `  ${left.padEnd(width)}${right.replaceAll("\n", indent)}`,
  );
  const operands = spec.operands === "" ? "" : ` ${spec.operands}`;
  const epilogue = spec.epilogue === undefined ? "" : `\n${spec.epilogue}\n`;
  return `Usage: tapegate ${spec.name} [options]${operands}\n\n${spec.summary}\n\nOptions:\n${lines.join("\n")}\n${epilogue}`;
}
