import { toFilePath, baseName } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownField, knownValue } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { runPythonProgram } from "./python-program.ts";
import { filePathOf, unknownFile } from "../shell/file-names.ts";
import { runFile } from "./script-file.ts";

/** Names of Python interpreters, versioned ones included. */
export const PYTHON_NAME: RegExp =
  /^(?:python|pypy|ipython|bpython|pythonw|py)(?:\d+(?:\.\d+)*t?)?(?:-dbg|-config)?(?:\.exe)?$/i;

/** Options that take a value, in the same word or the next. */
const VALUED = "WX";

/** Modules that run a Python module or file given to them, and their options that take a value. */
const PYTHON_RUNNERS: ReadonlyMap<string, string> = new Map([
  ["cProfile", "os"],
  ["profile", "os"],
  ["pdb", "c"],
  ["ipdb", "c"],
  ["pudb", ""],
  ["trace", "fCRg"],
  ["pyinstrument", "oriht"],
  ["faulthandler", ""],
  ["IPython", ""],
  ["asyncio", ""],
  ["runpy", ""],
]);

/** Modules that are the same programs as their commands. */
const MODULE_COMMANDS: ReadonlyMap<string, string> = new Map([
  ["coverage", "coverage"],
  ["uv", "uv"],
  ["poetry", "poetry"],
  ["pdm", "pdm"],
  ["hatch", "hatch"],
  ["pipenv", "pipenv"],
  ["pipx", "pipx"],
  ["tox", "tox"],
  ["nox", "nox"],
  ["invoke", "invoke"],
  ["poethepoet", "poe"],
  ["pre_commit", "pre-commit"],
  ["memray", "memray"],
  ["viztracer", "viztracer"],
  ["scalene", "scalene"],
  ["slipcover", "slipcover"],
  ["kernprof", "kernprof"],
  ["debugpy", "debugpy"],
  ["dotenv", "dotenv"],
  ["pytest_watch", "ptw"],
  ["pytest_watcher", "ptw"],
  ["torch.distributed.run", "torchrun"],
  ["accelerate.commands.launch", "accelerate-launch"],
]);

const PYTEST_MODULE = /^(?:pytest|py\.test)(?:\.__main__)?$/;

/** Follows a Python interpreter: `-m module`, `-c program`, a file, or standard input. */
export function launchPython(
  call: Call,
  words: readonly Field[],
  scene: Scene,
): readonly ShellState[] {
  const { state } = scene;
  for (let index = 0; index < words.length; index++) {
    const known = knownValue(words[index]!.text);
    if (known === undefined) return launchOpaque(call, words.slice(index), scene);
    if (known === "-")
      return runProgram({ text: state.stdin, args: words.slice(index + 1) }, call, scene);
    if (!known.startsWith("-")) return launchFile(call, words.slice(index), scene);
    if (known.startsWith("--")) {
      if (known === "--check-hash-based-pycs") index++;
      if (known === "--version" || known === "--help" || known.startsWith("--help-"))
        return [state];
      continue;
    }
    const letter = findEnding(known);
    if (letter === undefined) continue;
    const own = known.slice(letter.at + 1);
    const value = own === "" ? words[index + 1] : { ...words[index]!, text: [own] };
    const args = words.slice(index + (own === "" ? 2 : 1));
    if (letter.name === "V" || letter.name === "h" || letter.name === "?") return [state];
    if (letter.name === "c" && value !== undefined)
      return runProgram({ text: value.text, args }, call, scene);
    if (letter.name === "m" && value !== undefined)
      return launchModule(call, [value, ...args], scene);
    if (own === "") index++;
  }
  return runProgram({ text: state.stdin, args: [] }, call, scene);
}

/** The letter of a cluster that ends it: it takes the rest, or stops the interpreter. */
function findEnding(cluster: string): { readonly name: string; readonly at: number } | undefined {
  for (let at = 1; at < cluster.length; at++) {
    const name = cluster[at]!;
    if ("cmVh?".includes(name) || VALUED.includes(name)) return { name, at };
  }
  return undefined;
}

function runProgram(
  program: { readonly text: Text; readonly args: readonly Field[] },
  call: Call,
  scene: Scene,
): readonly ShellState[] {
  return runPythonProgram({ ...program, path: undefined, origin: call.source.origin }, call, scene);
}

/** Follows `python -m MODULE ARGUMENT…`. */
function launchModule(
  call: Call,
  [module, ...args]: readonly Field[],
  scene: Scene,
): readonly ShellState[] {
  const { machine, state } = scene;
  const name = module === undefined ? undefined : knownValue(module.text);
  if (module === undefined) return [state];
  if (name === undefined) {
    const isMentioning = module.text.some((piece) => typeof piece !== "string" && piece.mentions);
    const isFitting = module.text.some(
      (piece) => typeof piece === "string" && "pytest".includes(piece),
    );
    if (isMentioning || isFitting)
      machine.judge(call, { args, programAt: call.argv[0]?.at, isIndirect: false }, state);
    return [state];
  }
  if (PYTEST_MODULE.test(name)) {
    machine.judge(call, { args, programAt: call.argv[0]?.at, isIndirect: false }, state);
    return [state];
  }
  const valued = PYTHON_RUNNERS.get(name);
  if (valued !== undefined) return launchRunner(call, { args, valued }, scene);
  if (name === "timeit")
    return runProgram({ text: args.at(-1)?.text ?? [], args: [] }, call, scene);
  const command = MODULE_COMMANDS.get(name);
  if (command === undefined) {
    const path = toFilePath(`${name.replaceAll(".", "/")}.py`, state.cwd);
    const main = toFilePath(`${name.replaceAll(".", "/")}/__main__.py`, state.cwd);
    for (const file of [path, main]) {
      const isThere =
        file !== undefined &&
        (state.files.has(file) || machine.context.files.kind(file) === "file");
      if (isThere)
        return runFile({ path: file, args, interpreter: "python" }, call, scene) ?? [state];
    }
    return [state];
  }
  const argv = [{ ...knownField(command), at: call.argv[0]?.at }, ...args];
  return machine.runCall({ ...call, argv, isExternal: true }, state);
}

/** `python -m cProfile -o out -m pytest …`: options, then a module or a file. */
function launchRunner(
  call: Call,
  { args, valued }: { readonly args: readonly Field[]; readonly valued: string },
  scene: Scene,
): readonly ShellState[] {
  let index = 0;
  for (; index < args.length; index++) {
    const known = knownValue(args[index]!.text);
    if (known === undefined || !known.startsWith("-") || known === "-") break;
    if (known === "-m" || known === "--module" || known.startsWith("-m")) {
      const module =
        known === "-m" || known === "--module"
          ? args[index + 1]
          : { ...args[index]!, text: [known.slice(2)] };
      const rest = args.slice(known === "-m" || known === "--module" ? index + 2 : index + 1);
      return launchModule(call, module === undefined ? [] : [module, ...rest], scene);
    }
    if (known.length === 2 && valued.includes(known[1]!)) index++;
  }
  const rest = args.slice(index);
  return rest.length === 0 ? [scene.state] : launchFile(call, rest, scene);
}

function launchFile(
  call: Call,
  [file, ...args]: readonly Field[],
  scene: Scene,
): readonly ShellState[] {
  const { machine, state } = scene;
  const known = file === undefined ? undefined : knownValue(file.text);
  if (known === undefined) return launchOpaque(call, [file!, ...args], scene);
  if (
    /^(?:pytest|py\.test)(?:-?3(?:\.\d+)?)?(?:\.exe)?$/.test(baseName(known)) ||
    /(?:^|\/)pytest(?:\/__main__\.py|\/)?$/.test(known)
  ) {
    machine.judge(call, { args, programAt: call.argv[0]?.at, isIndirect: false }, state);
    return [state];
  }
  const inside = toFilePath(`${known}/__main__.py`, state.cwd);
  if (state.files.has(inside) || machine.context.files.kind(inside) === "file")
    return runFile({ path: inside, args, interpreter: "python" }, call, scene) ?? [state];
  const program = /(?:^|\/)bin\/([\w.-]+)$/.exec(known)?.[1];
  const path = toFilePath(known, state.cwd);
  const found =
    path === undefined ? undefined : runFile({ path, args, interpreter: "python" }, call, scene);
  if (program === undefined || found !== undefined) return found ?? [state];
  return machine.runCall(
    { ...call, argv: [{ ...file!, text: [program] }, ...args], isExternal: true },
    state,
  );
}

/** Words that cannot be known stand where the options are: `python $FLAGS -m pytest`. */
function launchOpaque(call: Call, words: readonly Field[], scene: Scene): readonly ShellState[] {
  const { machine, state } = scene;
  const [first, ...rest] = words;
  const tail = first!.text.at(-1);
  const isPath = typeof tail === "string" && /(?:^|\/)(?:pytest|py\.test)$/.test(tail);
  if (isPath || first!.text.some((piece) => typeof piece !== "string" && piece.mentions)) {
    machine.judge(call, { args: rest, programAt: call.argv[0]?.at, isIndirect: false }, state);
  }
  const text = unknownFile(first!.text, state);
  if (text !== undefined) {
    const path = filePathOf(first!.text, state.cwd);
    const apart = { ...scene, state: state.fork() };
    runFile({ path, args: rest, interpreter: "python", text }, call, apart);
  }
  if (first!.isSplit && rest.length > 0) return launchPython(call, rest, scene);
  return [state];
}
