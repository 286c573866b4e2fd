import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import { baseName, normalizePath, toFilePath } from "../shell/directory.ts";
import { filePathOf, readNamed, unknownFile } from "../shell/file-names.ts";
import { writeFile } from "../shell/redirections.ts";
import type { OptionShape } from "../shell/options.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { CONTROL_BUILTINS, writePrograms } from "../shell/control-builtins.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { joinTexts, knownValue, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { isHarmlessProgram } from "../may-mention.ts";
import { familyOf, runForeign } from "./foreign-programs.ts";
import { pickedLines } from "./picked-lines.ts";
import { tellingWord } from "./unknown-program.ts";

/** What a program without side effects writes; `undefined` where that is not certain. */
type Output = (args: readonly Field[], scene: Scene) => Text | undefined;

const OUTPUTS: ReadonlyMap<string, Output> = new Map<string, Output>([
  ["cat", concatenate],
  [
    "basename",
    (args) =>
      pathPart(args, (path, suffix) =>
        withoutSuffix(baseName(path.replace(/(?<=.)\/+$/, "")), suffix),
      ),
  ],
  ["dirname", (args) => pathPart(args, (path) => parentOf(path))],
  ["realpath", (args, { state }) => absolutePath(args, state)],
  ["readlink", (args, { state }) => absolutePath(args, state)],
  ["seq", sequence],
  ["ls", listFiles],
]);

/** Programs that exist as builtins and as files, and write the same. */
const BOTH: ReadonlySet<string> = new Set(["echo", "printf", "pwd", "true", "false", "test", "["]);

/** A program that starts nothing that the gate knows: only what it writes matters. */
export function runExternal(base: string, call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const args = call.argv.slice(1);
  if (BOTH.has(base)) {
    const argv = [{ ...call.argv[0]!, text: textOf(base) }, ...args];
    return CONTROL_BUILTINS.get(base)!({ ...call, argv }, scene);
  }
  if (base === "mktemp") {
    // Any name that nothing else has: what is written there is found again.
    state.write([`/tmp/mktemp.${call.span.start}\n`]);
    return [state];
  }
  if (base === "which" || base === "whereis") {
    return writePrograms(takeOptions(args, { valued: new Set() }).rest, state);
  }
  runBehindDashes(base, call, scene);
  runNotFound(call, scene);
  const family = familyOf(base);
  if (family !== undefined) runForeign(family, call, scene);
  noteOutputFile(base, args, scene);
  const output = OUTPUTS.get(base)?.(args, scene) ?? pickedLines(base, args, scene);
  const skimmed = output === undefined && FILTERS.has(base) ? skimArguments(args, scene) : [];
  state.write(output ?? unknownFrom(...args.map(({ text }) => text), ...skimmed, state.stdin));
  return [state];
}

/** A program that nobody lists may run what stands behind `--`, where that names a program that runs tests. */
function runBehindDashes(base: string, call: Call, { machine, state }: Scene): void {
  const at = call.argv.findIndex(({ text }) => knownValue(text) === "--");
  const argv = call.argv.slice(at + 1);
  if (at < 0 || isHarmlessProgram(base) || tellingWord(argv.slice(0, 1)) !== 0) return;
  const bound = new Map(
    [...call.bound].filter(([name]) => name !== machine.policy.approvalVariable),
  );
  machine.runCall({ ...call, argv, bound, leadAt: undefined, isExternal: true }, state.fork());
}

/** bash calls this function, in a shell of its own, with the words of a command that it does not find. */
function runNotFound(call: Call, { machine, state }: Scene): void {
  for (const name of ["command_not_found_handle", "command_not_found_handler"]) {
    if (!state.functions.has(name)) continue;
    const argv = [{ ...call.argv[0]!, text: textOf(name) }, ...call.argv];
    machine.nested(() =>
      machine.runCall({ ...call, argv, isExternal: false, isFunctionless: false }, state.fork()),
    );
  }
}

/** Programs that write parts of the files that they are given. */
const FILTERS = words(
  "cat head tail grep egrep fgrep rg sort uniq tac rev cut nl fold expand unexpand paste join comm shuf strings zcat gunzip gzip jq yq iconv fmt column tr base64 xxd od dd bat batcat more less pv m4 cpp pr",
);

/** `sort -o FILE` and `uniq IN OUT` write what they read to a file. */
function noteOutputFile(base: string, args: readonly Field[], scene: Scene): void {
  const target = outputFileOf(base, args);
  if (target === undefined) return;
  const texts = args.map(({ text }) => readNamed(text, scene) ?? text);
  const path = filePathOf(target, scene.state.cwd);
  writeFile({ path, isAppending: false }, unknownFrom(scene.state.stdin, ...texts), scene);
}

function outputFileOf(base: string, args: readonly Field[]): Text | undefined {
  if (base === "uniq") {
    const { rest } = takeOptions(args, UNIQ_SHAPE);
    return rest[1]?.text;
  }
  const known = args.map(({ text }) => knownValue(text) ?? "");
  const at =
    base === "sort" ? known.findIndex((word) => /^(?:-[a-zA-Z]*o|--output)/.test(word)) : -1;
  if (at < 0) return undefined;
  const own = known[at]!.replace(/^(?:-[a-zA-Z]*?o|--output=?)/, "");
  return own === "" ? args[at + 1]?.text : textOf(own);
}

const UNIQ_SHAPE: OptionShape = {
  valued: words("-f -s -w --skip-fields --skip-chars --check-chars"),
};

/** The texts of the files among the arguments, where somebody reads the output. */
function skimArguments(args: readonly Field[], { machine, state }: Scene): readonly Text[] {
  if (state.written === undefined) return [];
  return args.flatMap(({ text }) => {
    const known = knownValue(text);
    if (known === undefined) return [unknownFile(text, state) ?? []];
    const path = toFilePath(known, state.cwd);
    const isFile = state.files.has(path) || machine.context.files.kind(path) === "file";
    return isFile ? [machine.skimFile(path, state) ?? []] : [];
  });
}

function concatenate(args: readonly Field[], { machine, state }: Scene): Text | undefined {
  const { rest, options } = takeOptions(args, { valued: new Set() });
  if (options.length > 0) return undefined;
  const texts = (rest.length === 0 ? [undefined] : rest).map((field) => {
    const known = field === undefined ? "-" : knownValue(field.text);
    if (known === "-" || known === "/dev/stdin") return state.stdin;
    if (known === undefined) return unknownFile(field!.text, state);
    return readIfText(toFilePath(known, state.cwd), { machine, state });
  });
  return texts.every((text) => text !== undefined) ? joinTexts(texts) : undefined;
}

/** Only what may be run matters: a file is read where its text may go to a shell, which is rare. */
function readIfText(
  path: string,
  { machine, state }: Pick<Scene, "machine" | "state">,
): Text | undefined {
  return state.written === undefined && !state.files.has(path)
    ? undefined
    : machine.skimFile(path, state);
}

function pathPart(
  args: readonly Field[],
  part: (path: string, suffix: string) => string,
): Text | undefined {
  const [path, suffix] = args.map(({ text }) => knownValue(text));
  if (path === undefined || path.startsWith("-") || args.length > 2) return undefined;
  return textOf(`${part(path, suffix ?? "")}\n`);
}

function withoutSuffix(name: string, suffix: string): string {
  return suffix !== "" && name !== suffix && name.endsWith(suffix)
    ? name.slice(0, -suffix.length)
    : name;
}

function parentOf(path: string): string {
  const trimmed = path.replace(/(?<=.)\/+$/, "");
  if (!trimmed.includes("/")) return ".";
  return trimmed.slice(0, trimmed.lastIndexOf("/")) || "/";
}

function absolutePath(args: readonly Field[], state: ShellState): Text | undefined {
  const { rest } = takeOptions(args, { valued: words("--relative-to --relative-base") });
  const known = rest.length === 1 ? knownValue(rest[0]!.text) : undefined;
  const path = known === undefined ? undefined : toFilePath(known, state.cwd);
  return path === undefined ? undefined : textOf(`${normalizePath(path)}\n`);
}

function sequence(args: readonly Field[]): Text | undefined {
  const numbers = args.map(({ text }) => Number(knownValue(text) ?? "x"));
  if (numbers.length === 0 || numbers.some((number) => !Number.isSafeInteger(number)))
    return undefined;
  const [first, second, third] = numbers as [number, number?, number?];
  const [from, step, to] =
    numbers.length === 1
      ? [1, 1, first]
      : numbers.length === 2
        ? [first, 1, second!]
        : [first, second!, third!];
  const count = step === 0 ? 0 : Math.floor((to - from) / step) + 1;
  if (count > 64) return undefined;
  return textOf(
    Array.from({ length: Math.max(0, count) }, (_, index) => `${from + index * step}\n`).join(""),
  );
}

/** `ls FILE…` writes the files' names back. */
function listFiles(args: readonly Field[], { machine, state }: Scene): Text | undefined {
  const { rest, options } = takeOptions(args, { valued: new Set() });
  const names = rest.map(({ text }) => knownValue(text));
  const isPlain = options.every(({ name }) => /^-[1dtrSU]$/.test(name));
  const isFiles =
    names.length > 0 &&
    names.every((name) => {
      const path = name === undefined ? undefined : toFilePath(name, state.cwd);
      return path !== undefined && machine.context.files.kind(path) === "file";
    });
  return isPlain && isFiles ? textOf(names.map((name) => `${name}\n`).join("")) : undefined;
}
