import type { FileReader } from "../context.ts";
import { findRunnerRule } from "../runners/other-runners.ts";
import { RUNNER_PROGRAMS } from "../runners/runner-names.ts";
import { lookUpRunner } from "../runners/runner-scripts.ts";
import type { RunnerLookup } from "../runners/runner-scripts.ts";
import { blaming, ended } from "../shell/builtin.ts";
import { BASH_ONLY, runPlainText, SPECIAL } from "../shell/dialects.ts";
import { CONTROL_BUILTINS } from "../shell/control-builtins.ts";
import { baseName, toFilePath } from "../shell/directory.ts";
import { DIRECTORY_BUILTINS } from "../shell/directory-builtins.ts";
import { filePathOf } from "../shell/file-names.ts";
import { inheritedBy } from "../shell/machine.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import type { FunctionDefinition } from "../shell/shell-variable.ts";
import { settle } from "../shell/state-set.ts";
import {
  joinTexts,
  knownField,
  knownValue,
  textOf,
  textToWordValue,
  toWordValue,
} from "../shell/text-value.ts";
import type { Text } from "../shell/text-value.ts";
import { VARIABLE_BUILTINS } from "../shell/variable-builtins.ts";
import { writtenOver } from "../shell/written-files.ts";
import { runSubshell } from "../shell/subshell.ts";
import type { WordValue } from "../word-value.ts";
import { callFunction } from "./call-function.ts";
import { runExternal } from "./external-programs.ts";
import { launchGit } from "./git.ts";
import { runHiddenCommands } from "./hidden-commands.ts";
import { LAUNCHERS } from "./launchers.ts";
import { launchPython, PYTHON_NAME } from "./python-launch.ts";
import { runFile } from "./script-file.ts";
import { launchShell, SHELL_NAMES } from "./shell-launch.ts";
import { withListing, withOutput } from "./unknown-output.ts";
import { launchUnknown } from "./unknown-program.ts";
import { launchWrapper, wrapperOf } from "./wrapper-launch.ts";

/** Names under which pytest is installed. */
const PYTEST_NAME = /^(?:pytest|py\.test)(?:-?3(?:\.\d+)?)?(?:\.exe)?$/i;
/** Programs that start pytest again and again with the arguments behind `--`. */
const PYTEST_WATCHERS: ReadonlySet<string> = new Set(["ptw", "pytest-watch", "pytest-watcher"]);

/** Says what a command whose words are known starts, and follows it. */
export function launch(call: Call, scene: Scene): readonly ShellState[] {
  const [program] = call.argv;
  if (program === undefined) return [scene.state];
  const name = knownValue(program.text);
  if (name === undefined) return launchUnnamed(call, scene);
  if (!call.isExternal) {
    const definition = call.isFunctionless === true ? undefined : scene.state.functions.get(name);
    if (definition !== undefined) return callOne(definition, call, scene);
    if (scene.state.isPlain && BASH_ONLY.has(name)) return ended(scene.state);
    // Of `eval -- …`: no program is called so.
    if (scene.state.isPlain && name === "--") return ended(scene.state, "failure");
    const builtin =
      CONTROL_BUILTINS.get(name) ?? VARIABLE_BUILTINS.get(name) ?? DIRECTORY_BUILTINS.get(name);
    if (builtin !== undefined) {
      if (scene.state.isPlain && SPECIAL.has(name)) keepBound(call, scene.state);
      return withListing(call, scene, () => builtin(call, scene));
    }
  }
  if (SILENT.has(baseName(name))) return launchProgram(call, name, scene);
  return withOutput(scene, () => launchProgram(call, name, scene));
}

/** The assignments before a special builtin stay, in a shell that keeps to POSIX. */
function keepBound({ bound }: Call, state: ShellState): void {
  for (const [name, text] of bound) {
    state.setVariable(name, { kind: "scalar", text, isExported: true });
  }
}

/** A program whose name is not known may be a script that the command wrote under that name. */
function launchUnnamed(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const { text } = call.argv[0]!;
  const isTold = text.some((piece) => typeof piece === "string" && /\w/.test(piece));
  const path = filePathOf(text, state.cwd);
  if (isTold && state.files.has(path)) {
    const file = { path, args: call.argv.slice(1), interpreter: undefined };
    runFile(file, call, { ...scene, state: state.fork() });
  }
  return launchUnknown(call, scene);
}

/** Programs that certainly write nothing. */
const SILENT: ReadonlySet<string> = new Set(["true", "false", "test", "["]);

/** Calls a function, or whatever else its name may stand for. */
function callOne(definition: FunctionDefinition, call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const { others = [], isUncertain } = definition;
  if (others.length === 0 && isUncertain !== true) return callFunction(definition, call, scene);
  const before = state.fork();
  const finals = [definition, ...others].flatMap((each) =>
    callFunction(each, call, { ...scene, state: before.fork() }),
  );
  if (isUncertain !== true) return settle(finals);
  before.setFunction(knownValue(call.argv[0]!.text)!, undefined);
  return settle([...finals, ...launch(call, { ...scene, state: before })]);
}

function launchProgram(call: Call, written: string, scene: Scene): readonly ShellState[] {
  // zsh replaces `=name` by the program's path.
  const name = /^=\w/.test(written) ? written.slice(1) : written;
  const base = programName(name);
  scene.state.status = "unknown";
  // The program of that name does what the builtin does, in a shell of its own.
  if (base === "command") {
    CONTROL_BUILTINS.get(base)!(call, { ...scene, state: scene.state.fork() });
    return [scene.state];
  }
  if (PYTEST_NAME.test(base) || PYTEST_WATCHERS.has(base)) return launchPytest(call, base, scene);
  runHiddenCommands(base, call, scene);
  const tested = launchTestCommand(call, base, scene);
  if (tested !== undefined) return tested;
  const ran = launchRunner(call, base, scene);
  if (ran !== undefined) return ran;
  if (SHELL_NAMES.has(base) || isOwnProgram(name)) return launchShell(call, scene);
  if (PYTHON_NAME.test(base)) return launchPython(call, call.argv.slice(1), scene);
  const launcher = LAUNCHERS.get(base) ?? (base === "git" ? launchGit : undefined);
  // A thousand wrappers in a row are no command that somebody means.
  if (launcher !== undefined) return scene.machine.nested(() => launcher(call, scene));
  const wrapper = wrapperOf(base, scene.machine.policy);
  if (wrapper !== undefined) return scene.machine.nested(() => launchWrapper(wrapper, call, scene));
  refuseByRule(call, base, scene);
  const path = name.includes("/")
    ? toFilePath(name, scene.state.cwd)
    : onChangedPath(name, call, scene);
  if (path !== undefined) {
    const file = runFile({ path, args: call.argv.slice(1), interpreter: undefined }, call, scene);
    if (file !== undefined) return file;
  }
  return runExternal(base, call, scene);
}

/** `/proc/self/exe` and `/proc/$$/exe`, of which only the last name is known, are the shell itself. */
function isOwnProgram(name: string): boolean {
  return name === "exe" || /^\/proc\/[^/]+\/exe$/.test(name);
}

/** The program's name without its directory, nor what Windows puts around a name (`C:\\bin\\docker.exe`, `npx.cmd`). */
function programName(path: string): string {
  const name = baseName(path.replaceAll("\\", "/"));
  return name.replace(/\.(?:exe|cmd|bat)$/i, "");
}

/** A program in a directory that the command itself put on `PATH`: it may be a script of the tree. */
function onChangedPath(name: string, call: Call, { state, machine }: Scene): string | undefined {
  const variable = state.variables.get("PATH");
  const path = call.bound.get("PATH") ?? (variable?.kind === "scalar" ? variable.text : undefined);
  if (path === undefined) return undefined;
  const { files } = machine.context;
  return path
    .flatMap((piece) => (typeof piece === "string" ? piece.split(":") : []))
    .slice(0, PATH_DIRECTORIES_MAX)
    .map((directory) => toFilePath(`${directory === "" ? "." : directory}/${name}`, state.cwd))
    .find((file) => file !== undefined && (state.files.has(file) || files.kind(file) === "file"));
}

/** Directories of a changed `PATH` that are looked at. */
const PATH_DIRECTORIES_MAX = 16;

function launchPytest(call: Call, base: string, { machine, state }: Scene): readonly ShellState[] {
  const rest = call.argv.slice(1);
  const dashes = rest.findIndex(({ text }) => knownValue(text) === "--");
  const args = PYTEST_WATCHERS.has(base) && dashes >= 0 ? rest.slice(dashes + 1) : rest;
  machine.judge(call, { args, programAt: call.argv[0]!.at, isIndirect: false }, state);
  return [state];
}

/** `hatch test` and `rye test` are pytest under another name. */
function launchTestCommand(
  call: Call,
  base: string,
  { machine, state }: Scene,
): readonly ShellState[] | undefined {
  const verb = call.argv.findIndex(({ text }, index) => index > 0 && knownValue(text) === "test");
  if ((base !== "hatch" && base !== "rye") || verb !== 1) return undefined;
  const rest = call.argv.slice(2);
  const dashes = rest.findIndex(({ text }) => knownValue(text) === "--");
  const args = dashes < 0 ? rest : rest.slice(dashes + 1);
  machine.judge(call, { args, programAt: call.argv[0]!.at, isIndirect: false }, state);
  return [state];
}

/** Runs what a task runner's definition files say, or refuses where they cannot be read. */
function launchRunner(call: Call, base: string, scene: Scene): readonly ShellState[] | undefined {
  // What reads definition files is code of its own, loaded only where a runner is named.
  if (!RUNNER_PROGRAMS.has(base) || (base === "bun" && isEvaluating(call))) return undefined;
  const { state, machine } = scene;
  const argv = [knownField(base), ...call.argv.slice(1)].map((field) => toWordValue(field));
  const files = withInput(writtenOver(machine.context.files, state, machine.policy), state);
  const found: RunnerLookup = lookUpRunner(
    [...argv.slice(0, 1), ...makeSettings(base, call, scene), ...argv.slice(1)],
    state.cwd,
    files,
  );
  if (found.kind === "none") return undefined;
  if (found.kind === "opaque") {
    machine.refuse({
      code: "RUNNER_E2E",
      span: call.span,
      reason: found.reason,
      argv: call.argv.map(({ text }) => knownValue(text) ?? "…"),
    });
    return [state];
  }
  for (const script of found.scripts) {
    const child = state.fork();
    child.cwd = script.cwd;
    for (const [name, value] of [...call.bound].filter(
      ([name]) => name !== machine.policy.approvalVariable,
    )) {
      child.setVariable(name, { kind: "scalar", text: value, isExported: true });
    }
    for (const [name, value] of script.environment) {
      child.setVariable(name, { kind: "scalar", text: textOf(value), isExported: true });
    }
    const around = blaming(call, scene);
    const source = { ...around.source, offset: undefined, origin: script.origin };
    runSubshell({ ...around, state: child }, (inside) =>
      runPlainText(textOf(script.text), { ...around, state: inside }, source),
    );
  }
  return [state];
}

/** `bun -e program` */
function isEvaluating({ argv }: Call): boolean {
  return argv.some(({ text }) => /^(?:-e|--eval|-p|--print|-)$/.test(knownValue(text) ?? ""));
}

/** Definition files may come on standard input (`make -f -`). */
function withInput(files: FileReader, { stdin }: ShellState): FileReader {
  const isInput = (path: string): boolean => path === "/dev/stdin" || path === "/dev/fd/0";
  return {
    ...files,
    kind: (path) => (isInput(path) ? "file" : files.kind(path)),
    readText: (path) => (isInput(path) ? knownValue(stdin) : files.readText(path)),
  };
}

/** Runners whose environment names what they run, unless an option does. */
const CHOOSES: ReadonlyMap<
  string,
  { readonly variable: string; readonly written: string; readonly option: RegExp }
> = new Map([
  ["tox", { variable: "TOXENV", written: "-e", option: /^-\w*e|^--env/ }],
  [
    "nox",
    { variable: "NOXSESSION", written: "-s", option: /^-\w*[setk]|^--(?:session|tags|keywords)/ },
  ],
]);

/** Options and files that make, tox and nox take out of their environment. */
function makeSettings(base: string, call: Call, { state }: Scene): readonly WordValue[] {
  const inherited = inheritedBy(call, state);
  const chosen = CHOOSES.get(base);
  if (chosen !== undefined) {
    const text = call.bound.get(chosen.variable) ?? inherited.get(chosen.variable);
    const isGiven = call.argv.some((word) => chosen.option.test(knownValue(word.text) ?? ""));
    if (text === undefined || isGiven) return [];
    return [toWordValue(knownField(chosen.written)), textToWordValue(text)];
  }
  if (base !== "make" && base !== "gmake") return [];
  const wordsOf = (name: string): readonly string[] =>
    knownValue(call.bound.get(name) ?? inherited.get(name) ?? [])
      ?.split(/(?<!\\)\s+/)
      .filter((word) => word !== "") ?? [];
  const flags = ["MAKEFLAGS", "GNUMAKEFLAGS"].flatMap(wordsOf);
  const options = flags.filter((word) => word.startsWith("--eval"));
  const texts = [
    ...options.map((word) => word.replaceAll(/\\([^])/g, "$1")),
    ...wordsOf("MAKEFILES").map((file) => `--eval=include ${file}`),
  ];
  const isOverriding = [...flags, ...call.argv.map(({ text }) => knownValue(text) ?? "")].some(
    (word) => /^-[a-zA-Z]*e|^--environment-o/.test(word),
  );
  // Under `-e` the environment wins over the makefile, as the command line does.
  const settings: readonly Text[] = isOverriding
    ? [...new Map([...changedFor(call, state), ...call.bound])].map(([name, text]) =>
        joinTexts([textOf(`${name}=`), text]),
      )
    : [];
  return [
    ...texts.map((text) => toWordValue(knownField(text))),
    ...settings.map((text) => textToWordValue(text)),
  ];
}

/** What the command itself exported. */
function changedFor(
  { removed }: Call,
  state: ShellState,
): readonly (readonly [name: string, text: Text])[] {
  return state
    .exportedChanges()
    .flatMap(([name, text]) =>
      text === undefined || removed === "all" || removed.has(name) ? [] : [[name, text] as const],
    );
}

function refuseByRule(call: Call, base: string, { machine }: Scene): void {
  const words = [knownField(base), ...call.argv.slice(1)].map((field) => toWordValue(field));
  const rule = findRunnerRule(words, machine.policy);
  if (rule === undefined || call.bound.get(machine.policy.approvalVariable)?.[0] === "1") return;
  machine.refuse({
    code: "RUNNER_E2E",
    span: call.span,
    reason: `This runs ${rule.name}, which the policy lets run only with approval.`,
    argv: [base, ...call.argv.slice(1).map(({ text }) => knownValue(text) ?? "…")],
  });
}
