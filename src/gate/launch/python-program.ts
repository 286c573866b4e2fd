import { blaming } from "../shell/builtin.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import {
  UNKNOWN,
  knownField,
  knownValue,
  mentionsRunner,
  textOf,
  toShellText,
  unknownFrom,
} from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { toFilePath } from "../shell/directory.ts";
import { noteProgramFiles } from "./program-files.ts";
import { modulesOf, topLevelOf } from "./python-imports.ts";
import {
  dottedAt,
  readAssignment,
  readImport,
  readItemAssignment,
  readListChange,
  textAt,
} from "./python-names.ts";
import {
  positional,
  runMain,
  runModule,
  runOs,
  runProgram,
  runShell,
  runWords,
} from "./python-sinks.ts";
import type { Around } from "./python-sinks.ts";
import { tokenizePython } from "./python-tokens.ts";
import type { PythonToken } from "./python-tokens.ts";
import { toFields } from "./python-value.ts";
import type { PythonArgument, PythonNames } from "./python-value.ts";
import { PythonReader } from "./python-reader.ts";

/** A Python program that a call runs. */
export interface PythonProgram {
  readonly text: Text;
  readonly args: readonly Field[];
  /** Absolute, where it is a file. */
  readonly path: string | undefined;
  readonly origin: string | undefined;
  /** Modules that are being imported. */
  readonly importing?: ReadonlySet<string>;
}

/** Finds what a Python program starts: `pytest.main`, `subprocess.run`, `os.system`, `runpy`. */
export function runPythonProgram(
  program: PythonProgram,
  call: Call,
  scene: Scene,
): readonly ShellState[] {
  const { state } = scene;
  const known = knownValue(program.text);
  if (known === undefined && isBlind(program.text)) {
    refuseProgram(call, scene);
  }
  const text = known ?? toShellText(program.text);
  state.write(unknownFrom(program.text, ...program.args.map(({ text }) => text)));
  runImported(text, program, { call, scene });
  noteProgramFiles(text, scene);
  if (
    !/pytest|subprocess|os\.|system|exec|popen|spawn|runpy|import_module|__import__|\bsh\b/i.test(
      text,
    )
  )
    return [state];
  const argv = [knownField(program.path ?? "-c"), ...program.args];
  const names: PythonNames = {
    imports: new Map(),
    variables: new Map(),
    argv,
    path: program.path,
    outside: outsideOf(program, call, scene),
    readFile: (path) => scene.machine.readFile(toFilePath(path, state.cwd), state),
  };
  const { source } = blaming(call, scene);
  const own: Call = {
    ...call,
    source: { ...source, offset: undefined, origin: program.origin ?? "a Python program" },
  };
  const tokens = tokenizePython(text);
  readProgram(tokens, names, { call: own, scene: insideProgram(tokens, call, scene) });
  if (isReflective(text, tokens)) refuseProgram(call, scene);
  return [state];
}

/**
 * The scene inside a program: its environment is what was bound to it, the approval apart, and nobody knows what the
 * program changes before it starts another.
 */
function insideProgram(tokens: readonly PythonToken[], call: Call, scene: Scene): Scene {
  const state = scene.state.fork();
  for (const [name, text] of call.bound) {
    if (name !== scene.machine.policy.approvalVariable)
      state.setVariable(name, { kind: "scalar", text, isExported: true });
  }
  if (tokens.some((token) => token.kind === "name" && /^f?chdir$/.test(token.text)))
    state.cwd = undefined;
  for (const token of tokens) {
    const text =
      token.kind === "string" ? token.value : token.kind === "name" ? token.text : undefined;
    // As a key, a parameter or the beginning of an assignment; in shell text the shell's side sees it.
    if (text !== undefined && /^\s*PYTEST_ADDOPTS\s*(?:=|$)/.test(text))
      state.setVariable("PYTEST_ADDOPTS", { kind: "scalar", text: [UNKNOWN], isExported: true });
  }
  return { ...scene, state };
}

/** Runs what the modules that a program imports do at once, where they lie in the tree or were just written. */
function runImported(text: string, program: PythonProgram, { call, scene }: Around): void {
  const { state, machine } = scene;
  const folder = program.path === undefined ? state.cwd : toFilePath("..", program.path);
  const importing = program.importing ?? new Set<string>();
  if (folder === undefined || !text.includes("import")) return;
  let count = 0;
  for (const module of modulesOf(tokenizePython(text))) {
    const name = module.replaceAll(".", "/");
    const path = [`${name}.py`, `${name}/__init__.py`]
      .map((file) => toFilePath(file, folder))
      .find((path) => {
        if (importing.has(path)) return false;
        if (state.files.has(path)) return true;
        return program.path === undefined && machine.context.files.kind(path) === "file";
      });
    if (path === undefined || ++count > IMPORTS_MAX) continue;
    const known = knownValue(machine.readFile(path, state) ?? []);
    if (known === undefined) continue;
    const imported = {
      text: textOf(topLevelOf(known)),
      args: program.args,
      path,
      origin: program.origin,
      importing: new Set([...importing, path]),
    };
    machine.nested(() => runPythonProgram(imported, call, { ...scene, state: state.fork() }));
  }
}

/** Imported modules of the tree that are read. */
const IMPORTS_MAX = 4;

/** What a program finds outside itself: whether a test runner is named there. */
function outsideOf(program: PythonProgram, call: Call, { state }: Scene): Text {
  const exported = [...state.variables.values()].flatMap((variable) =>
    variable.kind === "scalar" && variable.isExported ? [variable.text] : [],
  );
  const input = program.text === state.stdin ? [] : [state.stdin];
  return unknownFrom(...input, ...call.bound.values(), ...exported);
}

function refuseProgram(call: Call, { machine }: Scene): void {
  machine.refuse({
    code: "PYTEST_MAY_RUN",
    span: call.span,
    reason: "This runs a Python program that cannot be known before it runs and may start pytest.",
  });
}

const SINK_NAMES =
  /^(?:system|popen|run|call|check_call|check_output|Popen|getoutput|main|console_main|run_module|run_path|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|fork_exec)$/;

/** What starts a program is looked up by its name, in a way that is not followed. */
function isReflective(text: string, tokens: readonly PythonToken[]): boolean {
  if (
    !/\b(?:getattr|__getattribute__|__dict__|vars|attrgetter|methodcaller|globals|locals|modules)\b|__import__\s*\(\s*[^"'\s]|__import__\s*\(\s*["'][^"']*["']\s*[^)\s]|import_module\s*\(\s*[^"'\s]|import_module\s*\(\s*["'][^"']*["']\s*[^)\s]/.test(
      text,
    )
  )
    return false;
  const isFollowed =
    /\bgetattr\s*\(\s*(?:[\w.]+|__import__\s*\(\s*["'][\w.]+["']\s*\))\s*,\s*["']\w+["']\s*\)/;
  const rest = text.replace(isFollowed, "");
  const isNaming = tokens.some(
    (token) =>
      (token.kind === "string" && SINK_NAMES.test(token.value) && rest.includes(token.value)) ||
      (token.kind === "name" && SINK_NAMES.test(token.text)),
  );
  const strings = tokens
    .map((token) =>
      token.kind === "string" ? token.value : token.kind === "name" ? token.text : "",
    )
    .join(" ");
  return isNaming && mentionsRunner([strings]);
}

function isBlind(text: Text): boolean {
  return text.every((piece) => typeof piece !== "string") && mentionsRunner(text);
}

function readProgram(tokens: readonly PythonToken[], names: PythonNames, around: Around): void {
  for (let at = 0; at < tokens.length; at++) {
    around.scene.machine.step();
    const token = tokens[at]!;
    if (token.kind !== "name") continue;
    const previous = tokens[at - 1];
    if (token.text === "import" || token.text === "from") at = readImport(tokens, at, names);
    else if (previous?.kind !== "punctuation" || previous.text !== ".") {
      readAssignment(tokens, at, names);
      readItemAssignment(tokens, at, names);
      readListChange(tokens, at, names);
      readCall(tokens, at, { names, around });
    }
  }
}

function readCall(
  tokens: readonly PythonToken[],
  at: number,
  { names, around }: { readonly names: PythonNames; readonly around: Around },
): void {
  const dotted = dottedAt(tokens, at, names);
  if (dotted === undefined) return;
  const before = tokens[at - 1];
  if (before?.kind === "name" && before.text === "def") return;
  const sink = sinkOf(dotted.full);
  if (sink === undefined) return;
  if (textAt(tokens, dotted.end) !== "(") {
    const isCallable = sink === runMain || HANDED_ON.test(dotted.full);
    if (isCallable && isHandedOn(tokens, at, dotted.end))
      runHandedOn(sink, tokens, { names, around });
    return;
  }
  const reader = new PythonReader(tokens, names, dotted.end);
  sink(reader.readArguments(), names, around);
}

/** `target=pytest.main`: a function that is named and not called is called by somebody else, unless it gets a new name. */
function isHandedOn(tokens: readonly PythonToken[], at: number, end: number): boolean {
  const after = tokens[end];
  const isLast = after === undefined || after.kind === "newline" || textAt(tokens, end) === ";";
  return !(textAt(tokens, at - 1) === "=" && isLast) && !isLast && !isLookedAt(tokens, at, end);
}

/** `help(pytest.main)`, `inspect.getsource(pytest.main)`: the function is read, not called. */
function isLookedAt(tokens: readonly PythonToken[], at: number, end: number): boolean {
  const isAlone = textAt(tokens, at - 1) === "(" && textAt(tokens, end) === ")";
  return isAlone && LOOKS_AT.has(textAt(tokens, at - 2) ?? "");
}

const LOOKS_AT: ReadonlySet<string> = new Set(
  "help print repr str type dir id callable getsource getsourcelines getsourcefile getfile getdoc signature".split(
    " ",
  ),
);

/** Functions of which nothing but a call is wanted; `subprocess.Popen` is a type too. */
const HANDED_ON = /^(?:subprocess|os)\.(?:run|call|check_call|check_output|system|popen)$/;

function runHandedOn(
  sink: Sink,
  tokens: readonly PythonToken[],
  { names, around }: { readonly names: PythonNames; readonly around: Around },
): void {
  if (sink === runMain) {
    runMain([{ name: undefined, value: { kind: "other" } }], names, around);
    return;
  }
  const strings = tokens.map((token) => (token.kind === "string" ? token.value : "")).join(" ");
  if (mentionsRunner([strings])) refuseProgram(around.call, around.scene);
}

/** What a called function does with its arguments. */
type Sink = (parameters: readonly PythonArgument[], names: PythonNames, around: Around) => void;

function sinkOf(name: string): Sink | undefined {
  if (
    /^(?:pytest|py\.test|_pytest\.config)\.(?:main|console_main|cmdline\.main)$/.test(name) ||
    name === "py.test.cmdline.main"
  )
    return runMain;
  if (/^runpy\.run_(?:module|path)$/.test(name)) return runModule;
  if (
    /^(?:subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|asyncio\.(?:subprocess\.)?create_subprocess_exec|pty\.spawn)$/.test(
      name,
    )
  )
    return runProgram;
  if (
    /^(?:os\.(?:system|popen)|asyncio\.(?:subprocess\.)?create_subprocess_shell|commands\.getoutput)$/.test(
      name,
    )
  )
    return runShell;
  if (/^os\.(?:exec|spawn|posix_spawn)[a-z]*$/.test(name))
    return (parameters, _names, around) => runOs(name, parameters, around);
  if (name === "exec" || name === "eval") return runNested;
  if (/^sh\.(?:pytest|python\d*|bash|sh)$/.test(name)) {
    return (parameters, _names, around) =>
      runWords(
        [knownField(name.slice(3)), ...positional(parameters).flatMap((value) => toFields(value))],
        around,
      );
  }
  return undefined;
}

function runNested(
  parameters: readonly PythonArgument[],
  names: PythonNames,
  around: Around,
): void {
  const first = parameters[0]?.value;
  const known = first?.kind === "text" ? knownValue(first.text) : undefined;
  const text = first?.kind === "text" ? first.text : names.outside;
  if (known === undefined && (mentionsRunner(text) || mentionsRunner(names.outside)))
    refuseProgram(around.call, around.scene);
  if (known !== undefined)
    around.scene.machine.nested(() => readProgram(tokenizePython(known), names, around));
}
