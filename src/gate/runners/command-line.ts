import { knownWord, type WordValue } from "../word-value.ts";

/** What of a program's options changes what the following words mean. */
export interface OptionTable {
  /** Options that take the next word, long (`--prefix`) or short (`-C`). */
  readonly withValue: readonly string[];
  /** Everything behind the first operand belongs to it (`npx tool --its-own-option`). */
  readonly endsAtOperand?: boolean;
}

/** A command line with its options taken apart. */
export interface CommandLine {
  /** Values by option, in the order given; a flag has none. */
  readonly options: ReadonlyMap<string, readonly WordValue[]>;
  readonly operands: readonly WordValue[];
  /** What stands behind `--`; `undefined` where there is no `--`. */
  readonly rest: readonly WordValue[] | undefined;
}

/** Takes options apart as getopt does: `-Cdir`, `-C dir`, `--prefix=dir`, `--prefix dir`, `--`. */
export function readCommandLine(args: readonly WordValue[], table: OptionTable): CommandLine {
  const options = new Map<string, readonly WordValue[]>();
  const operands: WordValue[] = [];
  const add = (name: string, value?: WordValue): void => {
    const values = options.get(name) ?? [];
    options.set(name, value === undefined ? values : [...values, value]);
  };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]!;
    const head = word.kind === "known" ? word.text : (word.parts[0] ?? "");
    if (head === "--" && word.kind === "known") {
      return { options, operands, rest: args.slice(index + 1) };
    }
    if (!head.startsWith("-") || head === "-") {
      operands.push(word);
      if (table.endsAtOperand === true) {
        operands.push(...args.slice(index + 1));
        break;
      }
      continue;
    }
    const option = splitOption(head, word, table.withValue);
    for (const flag of option.flags ?? []) add(flag);
    if (option.value !== undefined) add(option.name, option.value);
    else if (table.withValue.includes(option.name) && word.kind === "known") {
      index += 1;
      const value = args[index];
      if (value !== undefined) add(option.name, value);
    } else add(option.name);
  }
  return { options, operands, rest: undefined };
}

/** Every value of an option under any of its names. */
export function valuesOf(line: CommandLine, ...names: readonly string[]): readonly WordValue[] {
  return names.flatMap((name) => line.options.get(name) ?? []);
}

/** Whether one of these options stands on the line. */
export function hasOption(line: CommandLine, ...names: readonly string[]): boolean {
  return names.some((name) => line.options.has(name));
}

function splitOption(
  head: string,
  word: WordValue,
  withValue: readonly string[],
): {
  readonly name: string;
  readonly value: WordValue | undefined;
  /** Flags before it in the same word. */
  readonly flags?: readonly string[];
} {
  if (head.startsWith("--")) {
    const equals = head.indexOf("=");
    if (equals === -1) return { name: head, value: undefined };
    return { name: head.slice(0, equals), value: behind(word, equals + 1) };
  }
  const short = head.slice(0, 2);
  if (head.length > 2 && withValue.includes(short)) {
    return { name: short, value: behind(word, head[2] === "=" ? 3 : 2) };
  }
  return withValue.includes(head)
    ? { name: head, value: undefined }
    : splitCluster(head, word, withValue);
}

/** `-qre value`: flags, of which the last may take a value. The word itself counts as an option too. */
function splitCluster(
  head: string,
  word: WordValue,
  withValue: readonly string[],
): ReturnType<typeof splitOption> {
  if (!/^-[A-Za-z]{2}/.test(head)) return { name: head, value: undefined };
  const letters = Array.from(head.slice(1), (letter) => `-${letter}`);
  const at = letters.findIndex((letter) => withValue.includes(letter));
  if (at < 0) return { name: head, value: undefined, flags: letters };
  const from = head[at + 2] === "=" ? at + 3 : at + 2;
  return {
    name: letters[at]!,
    value: head.length > at + 2 ? behind(word, from) : undefined,
    flags: letters.slice(0, at),
  };
}

/** A word without its first characters, which are certain. */
function behind(word: WordValue, length: number): WordValue {
  if (word.kind === "known") return knownWord(word.text.slice(length));
  const [first, ...others] = word.parts;
  return { ...word, parts: [(first ?? "").slice(length), ...others] };
}
