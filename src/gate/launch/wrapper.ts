import { words } from "../words.ts";
import type { Words } from "../words.ts";
import type { OptionShape } from "../shell/options.ts";

/** A program that runs the rest of its command line. */
export interface Wrapper extends OptionShape {
  /** Operands before the wrapped command. */
  readonly operands?: number;
  /** No options of its own stand behind the last of these operands. */
  readonly isStrict?: boolean;
  /** `NAME=value` before the wrapped command is set for it. */
  readonly hasAssignments?: boolean;
  /** Without it, an approval bound to the wrapper does not reach the command: it runs elsewhere, or not once. */
  readonly isCarrying: boolean;
  /** Options that give the working directory. */
  readonly directory?: Words;
  /** Options whose value is a shell script. */
  readonly scripts?: Words;
  /** All words behind the options are one shell script. */
  readonly isScript?: boolean;
  /** Flags that make all words behind the options one shell script (`entr -s`). */
  readonly scriptFlags?: Words;
  /** Each word behind the options is a shell script of its own (`concurrently`), or only the first one. */
  readonly scriptWords?: "each" | "first";
  /** Options that name the program; the words are its arguments (`docker run --entrypoint`). */
  readonly program?: Words;
  /** The program whose arguments the words are. */
  readonly through?: string;
  /** The command stands behind the first of these words, whatever stands before it. */
  readonly command?: Words;
  /** Without a command a shell reads standard input: always, or with one of these options. */
  readonly shell?: Words | "always";
  /** Options behind which the rest is a Python module or file, as behind `python`. */
  readonly isPython?: boolean;
  /** The words are a command only when `--` stands before them. */
  readonly needsDashes?: boolean;
  /** Words around the program's name stand for its package: `pytest@8`, `nixpkgs#python3Packages.pytest`. */
  readonly hasVersions?: boolean;
  /** The command runs inside another file system: the working directory is unknown there. */
  readonly isElsewhere?: boolean;
}

/** A program whose subcommands wrap. */
export interface SubcommandWrapper {
  /** Options before the subcommand. */
  readonly global: OptionShape & { readonly directory?: Words };
  readonly subcommands: ReadonlyMap<string, Wrapper | SubcommandWrapper>;
  /** What runs where the first word is no listed subcommand. */
  readonly fallback?: Wrapper;
}

/** A wrapper as the tables write it: options as words separated by spaces. */
export interface Row {
  readonly valued?: string;
  readonly flags?: string;
  readonly operands?: number;
  readonly isStrict?: boolean;
  readonly directory?: string;
  readonly scripts?: string;
  readonly hasAssignments?: boolean;
  readonly isCarrying?: boolean;
  readonly isScript?: boolean;
  readonly scriptFlags?: string;
  readonly scriptWords?: "each" | "first";
  readonly program?: string;
  readonly through?: string;
  readonly command?: string;
  readonly shell?: string;
  readonly isPython?: boolean;
  readonly needsDashes?: boolean;
  readonly hasVersions?: boolean;
  readonly isElsewhere?: boolean;
  readonly isSingleDash?: boolean;
}

/** The wrapper of a row; it carries an approval unless it says otherwise. */
export function row({
  valued = "",
  flags = "",
  directory,
  scripts,
  scriptFlags,
  program,
  command,
  shell,
  ...rest
}: Row): Wrapper {
  return {
    isCarrying: true,
    ...rest,
    valued: words(`${valued} ${directory ?? ""} ${scripts ?? ""} ${program ?? ""}`),
    flags: words(`${flags} ${scriptFlags ?? ""} ${shell === "always" ? "" : (shell ?? "")}`),
    ...(directory === undefined ? {} : { directory: words(directory) }),
    ...(scripts === undefined ? {} : { scripts: words(scripts) }),
    ...(scriptFlags === undefined ? {} : { scriptFlags: words(scriptFlags) }),
    ...(program === undefined ? {} : { program: words(program) }),
    ...(command === undefined ? {} : { command: words(command) }),
    ...(shell === undefined ? {} : { shell: shell === "always" ? shell : words(shell) }),
  };
}
