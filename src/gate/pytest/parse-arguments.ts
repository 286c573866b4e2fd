import type { WordValue } from "../word-value.ts";
import { knownWord } from "../word-value.ts";
import type { ValueCount } from "./pytest-options.ts";
import { PYTEST_OPTIONS } from "./pytest-options.ts";

/** One word of pytest's effective command line, and whether the repository's configuration gave it. */
export interface Argument {
  readonly word: WordValue;
  readonly isConfigured: boolean;
}

/** An option as it was given, with its value where it takes one. */
export interface GivenOption {
  readonly name: string;
  readonly values: readonly WordValue[];
  readonly isConfigured: boolean;
  /** Its place in the order of all options, operands and unknown words. */
  readonly place: number;
}

export interface GivenOperand {
  readonly word: WordValue;
  readonly isConfigured: boolean;
  /** It stands behind an option that nobody knows and may be that option's value. */
  readonly isMaybeValue: boolean;
}

export interface ParsedArguments {
  readonly options: readonly GivenOption[];
  readonly operands: readonly GivenOperand[];
  /** Options that are in no table. */
  readonly unknownOptions: readonly string[];
  /** The place of the last word that may be anything, even several options; -1 where there is none. */
  readonly lastOpaquePlace: number;
  /**
   * The place of the last word that may be the value of an uncertain word before it (`"$A" "$B"`); -1 where there is
   * none. A single such word is taken for the path that it stands for.
   */
  readonly lastMaybeValuePlace: number;
}

export interface ParseSettings {
  /** Options that the suite's own conftest files define. */
  readonly suiteOptions: ReadonlyMap<string, ValueCount>;
  /**
   * Whether `--` ends the options. It does on paper; Python before 3.12.8 (and 3.13.0) forgets it
   * when pytest parses a second time, so that `pytest -m unit -- -m e2e` runs e2e tests.
   */
  readonly isDashDashHeeded: boolean;
}

/** Reads a command line as pytest's argparse parser does. Total: what pytest would reject is read as far as it goes. */
export function parseArguments(
  args: readonly Argument[],
  settings: ParseSettings,
): ParsedArguments {
  const parser = new ArgumentsParser(args, settings);
  parser.parse();
  return parser;
}

class ArgumentsParser implements ParsedArguments {
  readonly options: GivenOption[] = [];
  readonly operands: GivenOperand[] = [];
  readonly unknownOptions: string[] = [];
  lastOpaquePlace = -1;
  lastMaybeValuePlace = -1;
  readonly #args: readonly Argument[];
  readonly #settings: ParseSettings;
  #at = 0;
  #isOptionsEnded = false;
  #isMaybeValue = false;
  /** Where the last operand stood of which nothing is known. */
  #bareAt = -1;

  constructor(args: readonly Argument[], settings: ParseSettings) {
    this.#settings = settings;
    this.#args = args;
  }

  parse(): void {
    while (this.#at < this.#args.length) {
      const { word, isConfigured } = this.#args[this.#at]!;
      this.#at += 1;
      const isMaybeValue = this.#isMaybeValue;
      this.#isMaybeValue = false;
      if (this.#isOptionsEnded) this.operands.push({ word, isConfigured, isMaybeValue });
      else if (word.kind === "known" && word.text === "--") this.#endOptions();
      else if (this.#isArgument(word)) this.#readOperand({ word, isConfigured, isMaybeValue });
      else this.#readOption(word);
    }
  }

  #endOptions(): void {
    this.#isOptionsEnded = this.#settings.isDashDashHeeded;
  }

  #readOperand(operand: GivenOperand): void {
    const { word } = operand;
    if (word.kind === "opaque" && word.isSplit && isBare(word)) this.lastOpaquePlace = this.#at;
    else this.operands.push(operand);
    if (this.#bareAt === this.#at - 1) this.lastMaybeValuePlace = this.#at;
    if (isBare(word)) this.#bareAt = this.#at;
  }

  #readOption(word: WordValue): void {
    const text = word.kind === "known" ? word.text : (word.parts[0] ?? "");
    const equals = text.indexOf("=");
    if (this.#countOf(text) !== undefined && word.kind === "known") {
      this.#take(text, undefined);
    } else if (equals > 0 && this.#countOf(text.slice(0, equals)) !== undefined) {
      this.#take(text.slice(0, equals), withoutStart(word, equals + 1));
    } else if (!text.startsWith("--") && this.#countOf(text.slice(0, 2)) !== undefined) {
      this.#readCluster(word, text);
    } else if (word.kind === "opaque" && equals < 0) {
      this.lastOpaquePlace = this.#at;
    } else {
      this.unknownOptions.push(equals > 0 ? text.slice(0, equals) : text);
      this.#isMaybeValue = equals < 0;
    }
  }

  /** `-xvm unit`, `-xmunit`: the first option that takes a value takes the rest. */
  #readCluster(word: WordValue, text: string): void {
    for (let at = 1; at < text.length; at += 1) {
      const name = `-${text[at]!}`;
      const count = this.#countOf(name);
      if (count === undefined) return;
      const isLast = at === text.length - 1;
      if (count !== 0) {
        // Python before 3.12 keeps the `=` of `-xm=unit`, and pytest then rejects the value.
        const start = text[at + 1] === "=" ? at + 2 : at + 1;
        const hasValue = !isLast || word.kind === "opaque";
        this.#take(name, hasValue ? withoutStart(word, start) : undefined);
        return;
      }
      this.#take(name, undefined);
    }
    if (word.kind === "opaque") this.lastOpaquePlace = this.#at;
  }

  /** Records an option; without an attached value it takes what it needs of the following words. */
  #take(name: string, attached: WordValue | undefined): void {
    const { isConfigured } = this.#args[this.#at - 1]!;
    const place = this.#at;
    const count = this.#countOf(name)!;
    // pytest rejects `--co=1`: it is not the option that it looks like.
    if (attached !== undefined && count === 0) return;
    const values = attached === undefined ? this.#takeFollowing(count) : [attached];
    this.options.push({ name, values, isConfigured, place });
  }

  #takeFollowing(count: ValueCount): WordValue[] {
    const most = count === "?" ? 1 : count === "+" ? Number.POSITIVE_INFINITY : count;
    const values: WordValue[] = [];
    while (values.length < most && this.#at < this.#args.length) {
      const { word } = this.#args[this.#at]!;
      if (word.kind === "known" && word.text === "--") break;
      if (!this.#isArgument(word)) break;
      values.push(word);
      this.#at += 1;
    }
    return values;
  }

  /** argparse's question whether a word is an option or may be an operand or a value. */
  #isArgument(word: WordValue): boolean {
    const text = word.kind === "known" ? word.text : (word.parts[0] ?? "");
    if (!text.startsWith("-")) return true;
    if (word.kind === "opaque") return false;
    if (text === "-" || text === "--") return text === "-";
    const equals = text.indexOf("=");
    if (this.#countOf(text) !== undefined) return false;
    if (equals > 0 && this.#countOf(text.slice(0, equals)) !== undefined) return false;
    if (text[1] !== "-" && this.#countOf(text.slice(0, 2)) !== undefined) return false;
    return /^-\d+$|^-\d*\.\d+$/.test(text) || text.includes(" ");
  }

  #countOf(name: string): ValueCount | undefined {
    return PYTEST_OPTIONS.get(name) ?? this.#settings.suiteOptions.get(name);
  }
}

/** Whether nothing at all is known of how a word begins. */
function isBare(word: WordValue): boolean {
  return word.kind === "opaque" && (word.parts[0] ?? "") === "";
}

function withoutStart(word: WordValue, length: number): WordValue {
  if (word.kind === "known") return knownWord(word.text.slice(length));
  return { ...word, parts: [(word.parts[0] ?? "").slice(length), ...word.parts.slice(1)] };
}
