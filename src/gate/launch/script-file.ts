import { blaming } from "../shell/builtin.ts";
import { runPlainText } from "../shell/dialects.ts";
import { baseName, toFilePath } from "../shell/directory.ts";
import {
  filePathOf,
  isUnknownName,
  treePath,
  unknownFile,
  UNKNOWN_ORIGIN,
} from "../shell/file-names.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { runSubshell } from "../shell/subshell.ts";
import { knownField, knownValue, mentionsRunner } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { childShell, isPlainShell, SHELL_NAMES } from "./shell-names.ts";
import { runPythonProgram } from "./python-program.ts";
import { runStarted, scriptStart } from "./start-files.ts";
import type { ShellStart } from "./start-files.ts";

/** A file that a call runs. */
export interface FileRun {
  /** Absolute. */
  readonly path: string;
  readonly args: readonly Field[];
  /** Named by the command (`bash file`); otherwise the file's first line says it. */
  readonly interpreter: "shell" | "python" | undefined;
  /** How the shell is started that reads it. */
  readonly start?: ShellStart;
  /** Its text, where its name is not known. */
  readonly text?: Text;
}

/** Follows a script that a word names; `undefined` where none is known by that name. */
export function runNamedFile(
  name: Text,
  how: Omit<FileRun, "path" | "text">,
  call: Call,
  scene: Scene,
): readonly ShellState[] | undefined {
  const { state } = scene;
  const known = knownValue(name);
  if (known !== undefined)
    return runFile({ ...how, path: toFilePath(known, state.cwd) }, call, scene);
  const text = unknownFile(name, state);
  if (text !== undefined)
    return runFile({ ...how, path: filePathOf(name, state.cwd), text }, call, scene);
  const path = treePath(name, scene);
  return path === undefined ? undefined : runFile({ ...how, path }, call, scene);
}

/** Follows a script file; `undefined` where there is none that can be read as a script. */
export function runFile(
  file: FileRun,
  call: Call,
  scene: Scene,
): readonly ShellState[] | undefined {
  const { machine, state } = scene;
  const text =
    file.text ?? (file.path === "/dev/stdin" ? state.stdin : machine.readFile(file.path, state));
  if (text === undefined) return undefined;
  const interpreter = file.interpreter ?? interpreterOf(text);
  if (interpreter === undefined) return runInterpreter(file, { text, call, scene });
  const isOwn = machine.places.has(text);
  const origin = isOwn ? call.source.origin : originOf(file.path, scene);
  if (interpreter === "python") {
    return runPythonProgram({ text, args: file.args, path: file.path, origin }, call, scene);
  }
  if (
    text.some((piece) => typeof piece !== "string") &&
    knownValue(text) === undefined &&
    isBlind(text)
  ) {
    refuseBlind(file, call, scene);
  }
  const { source } = blaming(call, scene);
  const own = { ...source, offset: undefined, origin };
  return runSubshell({ ...scene, source: own }, (current) => {
    const child = childShell(call, current);
    child.positional = [[file.path], ...file.args.map(({ text }) => text)];
    child.isPositionalOpen = file.args.some(({ isSplit }) => isSplit);
    const inside = { machine, state: child, source: own };
    const place = isOwn ? undefined : own;
    return runStarted(file.start ?? scriptStart("bash"), inside, (started) =>
      isPlainFile(text, call)
        ? runPlainText(text, { ...inside, state: started }, place)
        : machine.runText(text, { ...inside, state: started }, place),
    );
  });
}

/** A program that the file's first line names: Linux gives it the rest of the line as one word, then the file's path. */
function runInterpreter(
  { path, args }: FileRun,
  { text, call, scene }: { readonly text: Text; readonly call: Call; readonly scene: Scene },
): readonly ShellState[] | undefined {
  const [first] = text;
  const line = typeof first === "string" ? /^#![ \t]*(\S+)[ \t]*([^\n]*)/.exec(first) : null;
  const [, program, argument] = line ?? [];
  if (program === undefined) return undefined;
  const rest = argument!.trimEnd();
  const words = [program, ...(rest === "" ? [] : [rest]), path].map((word) => knownField(word));
  const own: Call = { ...call, argv: [...words, ...args], leadAt: undefined, isExternal: true };
  return scene.machine.runCall(own, scene.state);
}

/** Whether the shell that reads it may be no bash: by its first line, or by the command. */
function isPlainFile(text: Text, call: Call): boolean {
  const caller = baseName(knownValue(call.argv[0]?.text ?? []) ?? "");
  if (SHELL_NAMES.has(caller)) return isPlainShell(caller);
  return typeof text[0] === "string" && /^#!.*\b(?:sh|dash|ash)\b/.test(text[0].split("\n", 1)[0]!);
}

/** All of it is unknown, yet text that names a test runner went into it. */
function isBlind(text: Text): boolean {
  return text.every((piece) => typeof piece !== "string") && mentionsRunner(text);
}

function refuseBlind(file: FileRun, call: Call, { machine }: Scene): void {
  machine.refuse({
    code: "PYTEST_MAY_RUN",
    span: call.span,
    reason: `This runs ${isUnknownName(file.path) ? UNKNOWN_ORIGIN : baseName(file.path)}, whose text cannot be known before it runs and may start a test runner.`,
  });
}

function originOf(path: string, { machine }: Scene): string {
  if (isUnknownName(path)) return UNKNOWN_ORIGIN;
  const { root } = machine.context.files;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

/** The interpreter that a file's first line names; a text without one is run by the shell. */
function interpreterOf(text: Text): "shell" | "python" | undefined {
  const [first] = text;
  if (typeof first !== "string") return "shell";
  if (first.includes("\0")) return undefined;
  if (!first.startsWith("#!")) return "shell";
  const line = first.slice(2, first.indexOf("\n") < 0 ? undefined : first.indexOf("\n"));
  const names = line
    .trim()
    .split(/\s+/)
    .map((word) => baseName(word));
  const name =
    names.find((word) => word !== "env" && !word.startsWith("-") && !word.includes("=")) ?? "";
  if (SHELL_NAMES.has(name)) return "shell";
  if (/^(?:python|pypy)[\d.]*$/.test(name) || (name === "uv" && names.includes("run")))
    return "python";
  return undefined;
}
