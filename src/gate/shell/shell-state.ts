import { FILES_WRITTEN_MAX, LimitReached, VARIABLES_MAX } from "../limits.ts";
import { leaveOut } from "./leave-out.ts";
import {
  eachSink,
  eitherSinks,
  FIRST_SINKS,
  isSameSinks,
  WATCHED,
  withSinks,
} from "./descriptors.ts";
import type { Sinks } from "./descriptors.ts";
import {
  attributed,
  attributeOf,
  eitherFunction,
  isSameList,
  isSameOutput,
  isSameTables,
  isSameVariable,
  unknownOf,
} from "./shell-variable.ts";
import type { Attribute, FunctionDefinition, Tables, Variable } from "./shell-variable.ts";
import { UNKNOWN, isSameText, joinTexts, textOf, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** How the last command ended, as far as that is certain. */
export type Status = "success" | "failure" | "unknown";

/** Whether the next command still runs, and if not, how far the stop reaches. */
export type Flow = "normal" | "break" | "continue" | "return" | "exit";

/** Never written to: a state copies a table before it changes it. */
const NO_TABLES: Tables = {
  variables: new Map(),
  functions: new Map(),
  aliases: new Map(),
  files: new Map(),
};
const NONE_OWNED: ReadonlySet<keyof Tables> = new Set();

/** What the shell knows at one point of the command. One state stands for one way to get there. */
export class ShellState {
  cwd: string | undefined;
  previousCwd: string | undefined;
  directories: readonly (string | undefined)[] = [];
  /** `$0`, `$1`, …: the first is the name. */
  positional: readonly Text[] = [textOf("bash")];
  /** There may be further positional parameters. */
  isPositionalOpen = false;
  /** What is left on standard input. */
  stdin: Text = [UNKNOWN];
  /** What was written to standard output since it is watched; `undefined` where nobody watches. */
  output: Text | undefined = undefined;
  /** Where descriptors write. */
  sinks: Sinks = FIRST_SINKS;
  /** An `exec` without a program has just run: the redirections of its command stay. */
  isExecuted = false;
  /** An `exec` has given the shell another standard input: a shell that reads its commands there goes on with it. */
  isInputReplaced = false;
  status: Status = "unknown";
  flow: Flow = "normal";
  /** Loops that a `break` or `continue` under way still has to leave, its own one included. */
  levels = 1;
  /** Loops around this point in the same function and the same shell. */
  loops = 0;
  /** There may be further loops that a `break` leaves: those of the caller, or of the shell around. */
  hasOuterLoops = false;
  /** In a function or a sourced file, where `return` ends something. */
  isReturnable = false;
  /** Builtins may have been switched off or replaced in a way that is not known. */
  isUnsure = false;
  /** `readonly` variables. */
  readonlyNames: ReadonlySet<string> = new Set();
  /** Commands of `trap … EXIT` and its like. */
  traps: readonly Text[] = [];
  /** What `local` hid in the running function, to be restored when it returns. */
  hidden: readonly (readonly [name: string, variable: Variable | undefined])[] = [];
  /** Variables that are not listed may still be set, by a file that could not be read. */
  isOpen = false;
  /** `shopt` or another shell changed how paths are expanded, so that a pattern's words are unknown. */
  isGlobUnusual = false;
  /** `shopt -s nocasematch` may be on: patterns may not tell case apart. */
  isCaseLoose = false;
  /** `shopt -s lastpipe` may be on: the last command of a pipeline may run in this shell. */
  isLastPipe = false;
  /** `set -a`: what is assigned is exported. */
  isExportingAll = false;
  /** The shell is no bash: what only bash knows does nothing. */
  isPlain = false;
  private tables: Tables;
  /** Tables that no other state shares. */
  private owned: ReadonlySet<keyof Tables> = NONE_OWNED;

  /** The environment that the shell inherited: names that no variable hides. */
  readonly environment: ReadonlyMap<string, string>;

  constructor(
    cwd: string | undefined,
    environment: ReadonlyMap<string, string>,
    tables: Tables = NO_TABLES,
  ) {
    this.cwd = cwd;
    this.environment = environment;
    this.previousCwd = undefined;
    this.tables = tables;
  }

  /** A second state that says the same and then goes its own way. */
  fork(): ShellState {
    this.owned = NONE_OWNED;
    return Object.assign(new ShellState(this.cwd, this.environment, this.tables), this);
  }

  get variables(): ReadonlyMap<string, Variable> {
    return this.tables.variables;
  }

  get functions(): ReadonlyMap<string, FunctionDefinition> {
    return this.tables.functions;
  }

  get aliases(): ReadonlyMap<string, Text> {
    return this.tables.aliases;
  }

  get files(): ReadonlyMap<string, Text> {
    return this.tables.files;
  }

  /** The variable behind a name, references followed, the inherited environment included. */
  variable(name: string): Variable | undefined {
    const found = this.tables.variables.get(name);
    if (found?.kind === "reference") {
      const target = this.tables.variables.get(found.name);
      return target?.kind === "reference" ? undefined : target;
    }
    if (found !== undefined) return found;
    const inherited = this.environment.get(name);
    if (inherited === undefined) return undefined;
    return { kind: "scalar", text: textOf(inherited), isExported: true };
  }

  /** What a program started now inherits. */
  exported(): Map<string, Text> {
    const exported = new Map([...this.environment].map(([name, value]) => [name, textOf(value)]));
    for (const [name, variable] of this.tables.variables) {
      if (variable.kind === "scalar" && variable.isExported) exported.set(name, variable.text);
      else exported.delete(name);
    }
    return exported;
  }

  /** How the environment of a program differs from the one that the shell inherited. */
  exportedChanges(): readonly (readonly [name: string, text: Text | undefined])[] {
    const changes: [string, Text | undefined][] = [];
    for (const [name, variable] of this.tables.variables) {
      if (variable.kind === "scalar" && variable.isExported) changes.push([name, variable.text]);
      else if (this.environment.has(name)) changes.push([name, undefined]);
    }
    return changes;
  }

  setVariable(name: string, variable: Variable): void {
    if (this.readonlyNames.has(name)) return this.keepPerhaps(name, variable);
    const existing = this.tables.variables.get(name);
    const target =
      existing?.kind === "reference" && variable.kind !== "reference" ? existing.name : name;
    if (existing === undefined && this.tables.variables.size >= VARIABLES_MAX) {
      throw new LimitReached(`it has more than ${VARIABLES_MAX} shell variables`);
    }
    this.own("variables").set(target, variable);
  }

  /** A read-only variable keeps its value; where it became one in a branch only, it may not. */
  private keepPerhaps(name: string, variable: Variable): void {
    const before = this.tables.variables.get(name);
    if (before !== undefined && isSameVariable(before, variable)) return;
    this.own("variables").set(name, {
      kind: "scalar",
      text: unknownOf(before, variable),
      isExported: before?.kind === "scalar" && before.isExported,
    });
  }

  /** Assigns a scalar, or the first element of an array, and keeps whether it is exported. */
  assign(name: string, text: Text): void {
    const existing = this.variable(name);
    if (existing?.kind === "array") {
      const value = attributed(text, existing.attribute);
      const elements = new Map(existing.elements).set("0", value);
      this.setVariable(name, { ...existing, elements });
      return;
    }
    const isExported = this.isExportingAll || (existing?.kind === "scalar" && existing.isExported);
    const attribute = attributeOf(existing);
    const value = attributed(text, attribute);
    this.setVariable(name, { kind: "scalar", text: value, isExported, attribute });
  }

  /** Notes what assignments do to a variable from now on; the value that it has stays. */
  setAttribute(name: string, attribute: Attribute | undefined): void {
    const existing = this.variable(name) ?? { kind: "unset" };
    if (existing.kind !== "reference") this.setVariable(name, { ...existing, attribute });
  }

  setFunction(name: string, definition: FunctionDefinition | undefined): void {
    const functions = this.own("functions");
    if (definition === undefined) functions.delete(name);
    else functions.set(name, definition);
  }

  setAlias(name: string, text: Text | undefined): void {
    const aliases = this.own("aliases");
    if (text === undefined) aliases.delete(name);
    else aliases.set(name, text);
  }

  /** Notes a file that the command wrote. `files` is a new map afterwards, never the same one changed. */
  setFile(path: string, text: Text): void {
    if (this.files.size >= FILES_WRITTEN_MAX && !this.files.has(path)) return leaveOut(text);
    this.tables = { ...this.tables, files: new Map(this.files).set(path, text) };
  }

  /** Takes over the files that a subshell wrote. */
  adoptFiles(subshell: ShellState): void {
    this.tables = { ...this.tables, files: subshell.tables.files };
  }

  /** Forgets a variable, so that the inherited environment shows again. */
  dropVariable(name: string): void {
    this.own("variables").delete(name);
  }

  /** Notes what a command writes to standard output, or to what else a descriptor was opened on. */
  write(text: Text, sink: string | undefined = this.sinks.get("1")): void {
    if (sink === undefined) return;
    for (const each of eachSink(sink)) {
      if (each !== WATCHED) this.setFile(each, joinTexts([this.files.get(each) ?? [], text]));
      else if (this.output !== undefined) this.output = joinTexts([this.output, text]);
    }
  }

  /** What went to standard output until now; `undefined` where nothing reads it. */
  get written(): Text | undefined {
    const sink = this.sinks.get("1");
    if (sink === undefined) return undefined;
    const [first] = eachSink(sink);
    return first === WATCHED ? this.output : (this.files.get(first!) ?? []);
  }

  /** From here on, somebody reads the standard output. */
  watch(): void {
    this.output = [];
    if (this.sinks.get("1") !== WATCHED) this.sinks = withSinks(this.sinks, [["1", WATCHED]]);
  }

  /** Whether both states say the same, so that one of them is enough. */
  isSame(other: ShellState): boolean {
    return (
      this.cwd === other.cwd &&
      this.flow === other.flow &&
      this.levels === other.levels &&
      this.loops === other.loops &&
      this.isUnsure === other.isUnsure &&
      this.readonlyNames.size === other.readonlyNames.size &&
      this.isExportingAll === other.isExportingAll &&
      this.hidden.length === other.hidden.length &&
      this.status === other.status &&
      this.previousCwd === other.previousCwd &&
      this.isOpen === other.isOpen &&
      this.isGlobUnusual === other.isGlobUnusual &&
      this.isPlain === other.isPlain &&
      this.isCaseLoose === other.isCaseLoose &&
      this.isLastPipe === other.isLastPipe &&
      this.isPositionalOpen === other.isPositionalOpen &&
      isSameList(this.traps, other.traps) &&
      isSameText(this.stdin, other.stdin) &&
      isSameOutput(this.output, other.output) &&
      isSameSinks(this.sinks, other.sinks) &&
      this.isExecuted === other.isExecuted &&
      this.isInputReplaced === other.isInputReplaced &&
      isSameList(this.positional, other.positional) &&
      isSameDirectories(this.directories, other.directories) &&
      isSameTables(this.tables, other.tables)
    );
  }

  /** One state that stands for both: what they differ in is unknown. */
  mergeWith(other: ShellState): ShellState {
    const merged = this.fork();
    if (this.cwd !== other.cwd) merged.cwd = undefined;
    if (this.previousCwd !== other.previousCwd) merged.previousCwd = undefined;
    if (!isSameDirectories(this.directories, other.directories)) merged.directories = [undefined];
    if (!isSameText(this.stdin, other.stdin)) merged.stdin = unknownFrom(this.stdin, other.stdin);
    if (!isSameOutput(this.output, other.output)) {
      merged.output = unknownFrom(this.output ?? [], other.output ?? []);
    }
    merged.sinks = eitherSinks(this.sinks, other.sinks);
    merged.isExecuted ||= other.isExecuted;
    merged.isInputReplaced ||= other.isInputReplaced;
    if (!isSameList(this.positional, other.positional)) {
      merged.positional = [textOf("bash"), unknownFrom(...this.positional, ...other.positional)];
      merged.isPositionalOpen = true;
    }
    merged.isPositionalOpen ||= other.isPositionalOpen;
    merged.isOpen ||= other.isOpen;
    merged.isUnsure ||= other.isUnsure;
    merged.readonlyNames = new Set([...merged.readonlyNames, ...other.readonlyNames]);
    merged.isExportingAll ||= other.isExportingAll;
    merged.hidden = [...new Map([...other.hidden, ...merged.hidden])];
    merged.isGlobUnusual ||= other.isGlobUnusual;
    merged.isCaseLoose ||= other.isCaseLoose;
    merged.isLastPipe ||= other.isLastPipe;
    if (this.status !== other.status) merged.status = "unknown";
    if (!isSameList(this.traps, other.traps))
      merged.traps = [...new Set([...this.traps, ...other.traps])];
    mergeTables(merged, other);
    return merged;
  }

  private own<K extends keyof Tables>(key: K): Tables[K] {
    if (!this.owned.has(key)) {
      this.tables = { ...this.tables, [key]: new Map(this.tables[key] as Map<string, unknown>) };
      this.owned = new Set(this.owned).add(key);
    }
    return this.tables[key];
  }
}

function isSameDirectories(
  one: readonly (string | undefined)[],
  other: readonly (string | undefined)[],
): boolean {
  return one.length === other.length && one.every((path, index) => path === other[index]);
}

function mergeTables(merged: ShellState, other: ShellState): void {
  for (const name of new Set([...merged.variables.keys(), ...other.variables.keys()])) {
    const one = merged.variables.get(name);
    const two = other.variables.get(name);
    if (one === undefined || two === undefined || !isSameVariable(one, two)) {
      const isExported = [one, two].some((side) => side?.kind === "scalar" && side.isExported);
      const isPlain = attributeOf(one) === undefined && attributeOf(two) === undefined;
      const attribute = isPlain ? undefined : "unsure";
      merged.setVariable(name, {
        kind: "scalar",
        text: unknownOf(one, two),
        isExported,
        attribute,
      });
    }
  }
  // A function, alias or file of either side may be there, or not be there.
  for (const name of new Set([...merged.functions.keys(), ...other.functions.keys()])) {
    merged.setFunction(name, eitherFunction(merged.functions.get(name), other.functions.get(name)));
  }
  for (const [name, text] of other.aliases) {
    const existing = merged.aliases.get(name);
    if (existing === undefined) merged.setAlias(name, text);
    else if (!isSameText(existing, text)) merged.setAlias(name, unknownFrom(existing, text));
  }
  for (const [path, text] of other.files) {
    const existing = merged.files.get(path);
    if (existing === undefined) merged.setFile(path, text);
    else if (!isSameText(existing, text)) merged.setFile(path, unknownFrom(existing, text));
  }
}
