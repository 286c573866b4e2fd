import { arrayFrom, setArray } from "./assignments.ts";
import { blaming, ended, joinFields } from "./builtin.ts";
import { runAssigned, runHiddenSubscript, runHiddenSubscripts } from "./hidden-script.ts";
import type { Call, Scene } from "./machine.ts";
import { words as optionWords } from "../words.ts";
import { takeOptions } from "./options.ts";
import type { ShellState } from "./shell-state.ts";
import { begunLinesOf, joinTexts, knownValue, textOf, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Options of `read` that take a value. */
const READ_VALUED = "adinNptu";

export function read(call: Call, scene: Scene): readonly ShellState[] {
  return fromDescriptor(call, scene, () => readWords(call, scene));
}

/** `-u 3` reads what descriptor 3 is opened on, as far as it was not read before. */
function fromDescriptor(
  call: Call,
  { state, source }: Scene,
  run: () => readonly ShellState[],
): readonly ShellState[] {
  const words = call.argv.slice(1).map(({ text }) => knownValue(text) ?? "");
  const at = words.findIndex((word) => /^-[a-zA-Z]*u/.test(word));
  const own = at < 0 ? "" : words[at]!.slice(words[at]!.indexOf("u") + 1);
  const path = `/dev/fd/${own === "" ? words[at + 1] : own}`;
  if (at < 0) return run();
  const { stdin } = state;
  const text = state.files.get(path);
  // Any other may be a coprocess, whose text stands here.
  state.stdin = text ?? unknownFrom([source.text]);
  const finals = run();
  for (const final of finals) {
    if (text !== undefined) final.setFile(path, final.stdin);
    final.stdin = stdin;
  }
  return finals;
}

function readWords(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  runHiddenSubscripts(call, scene);
  runHiddenSubscript(state.stdin, blaming(call, scene));
  const names: string[] = [];
  let array: string | undefined;
  let delimiter: string | undefined = "\n";
  let isRaw = false;
  const words = call.argv.slice(1);
  for (let index = 0; index < words.length; index++) {
    const known = knownValue(words[index]!.text);
    if (known === undefined || !known.startsWith("-") || names.length > 0) {
      if (known !== undefined) names.push(known);
      continue;
    }
    const valued = known
      .slice(1)
      .split("")
      .findIndex((letter) => READ_VALUED.includes(letter));
    isRaw ||= (valued < 0 ? known : known.slice(0, valued + 1)).includes("r");
    if (valued < 0) continue;
    const letter = known[valued + 1]!;
    const own = known.slice(valued + 2);
    const value = own === "" ? knownValue(words[++index]?.text ?? []) : own;
    if (letter === "a") array = value;
    if (letter === "d") delimiter = value === "" ? "\0" : value;
    if (letter === "n" || letter === "N") delimiter = undefined;
  }
  // Without `-r` a line that ends in a backslash goes on in the next one.
  const isContinued = state.stdin.some(
    (piece) => typeof piece === "string" && piece.includes("\\\n"),
  );
  if (!isRaw && isContinued) state.stdin = unknownFrom(state.stdin);
  const input = state.stdin;
  const finals = assignRead({ names, array, delimiter, ifs: call.bound.get("IFS") }, state);
  for (const name of names) runAssigned(name, input, blaming(call, scene));
  return finals;
}

interface Reading {
  readonly names: readonly string[];
  readonly array: string | undefined;
  readonly delimiter: string | undefined;
  readonly ifs: Text | undefined;
}

function assignRead(
  { names, array, delimiter, ifs }: Reading,
  state: ShellState,
): readonly ShellState[] {
  const { line, rest, status } = takeLine(state.stdin, delimiter);
  state.stdin = rest;
  const value = knownValue(line);
  const separators = ifs === undefined ? ifsOf(state) : knownValue(ifs);
  if (value === undefined || separators === undefined) {
    const begun = names.length === 1 ? begunLinesOf(line) : undefined;
    for (const name of names) state.assign(name, begun ?? unknownFrom(line));
    if (array !== undefined)
      setArray(
        array,
        { ...arrayFrom([{ text: unknownFrom(line), isSplit: true, at: undefined }]), isOpen: true },
        state,
      );
    if (names.length === 0) state.assign("REPLY", line);
    return ended(state, status);
  }
  const clean = value.replaceAll(/\\(.)/g, "$1");
  const words = splitLine(
    clean,
    separators,
    array === undefined ? Math.max(1, names.length) : Infinity,
  );
  if (array !== undefined) {
    setArray(
      array,
      arrayFrom(words.map((word) => ({ text: textOf(word), isSplit: false, at: undefined }))),
      state,
    );
  }
  for (const [index, name] of names.entries()) state.assign(name, textOf(words[index] ?? ""));
  if (names.length === 0 && array === undefined) state.assign("REPLY", textOf(value));
  return ended(state, status);
}

function ifsOf(state: ShellState): string | undefined {
  const ifs = state.variables.get("IFS");
  return ifs?.kind === "scalar" ? knownValue(ifs.text) : " \t\n";
}

function splitLine(line: string, separators: string, count: number): readonly string[] {
  const blanks = separators
    .split("")
    .filter((one) => " \t\n".includes(one))
    .join("");
  const trim = (text: string): string => {
    let from = 0;
    let to = text.length;
    while (from < to && blanks.includes(text[from]!)) from++;
    while (to > from && blanks.includes(text[to - 1]!)) to--;
    return text.slice(from, to);
  };
  const words: string[] = [];
  let rest = trim(line);
  while (rest !== "" && words.length < count - 1) {
    let end = 0;
    while (end < rest.length && !separators.includes(rest[end]!)) end++;
    words.push(rest.slice(0, end));
    const isHard = end < rest.length && !blanks.includes(rest[end]!);
    rest = trim(rest.slice(end));
    if (!isHard && rest !== "" && separators.includes(rest[0]!)) rest = trim(rest.slice(1));
    else if (isHard) rest = trim(rest.slice(1));
  }
  return rest === "" ? words : [...words, rest];
}

interface Line {
  readonly line: Text;
  readonly rest: Text;
  readonly status: "success" | "failure" | "unknown";
}

function takeLine(input: Text, delimiter: string | undefined): Line {
  if (input.length === 0) return { line: [], rest: [], status: "failure" };
  if (delimiter === undefined)
    return { line: unknownFrom(input), rest: unknownFrom(input), status: "unknown" };
  const [first] = input;
  const end = typeof first === "string" ? first.indexOf(delimiter) : -1;
  if (typeof first !== "string" || end < 0) {
    // The line runs into what is unknown, or to the end of the input.
    const isWhole = input.length === 1 && typeof first === "string";
    const begun = /^[\n\0]$/.test(delimiter) ? begunLinesOf(input) : undefined;
    if (begun !== undefined) return { line: begun, rest: input, status: "unknown" };
    if (isWhole)
      return { line: input, rest: [], status: delimiter === "\n" ? "failure" : "unknown" };
    return { line: unknownFrom(input), rest: unknownFrom(input), status: "unknown" };
  }
  const rest = first.slice(end + 1);
  return {
    line: textOf(first.slice(0, end)),
    rest: [...textOf(rest), ...input.slice(1)],
    status: "success",
  };
}

const READ_ARRAY_VALUED = optionWords("-d -n -O -s -u -C -c");
const READ_ARRAY_FLAGS = optionWords("-t");

export function readArray(call: Call, scene: Scene): readonly ShellState[] {
  return fromDescriptor(call, scene, () => readLines(call, scene));
}

function readLines(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  runHiddenSubscripts(call, scene);
  runHiddenSubscript(state.stdin, blaming(call, scene));
  runCallback(call, scene);
  const { options, rest } = takeOptions(call.argv.slice(1), {
    valued: READ_ARRAY_VALUED,
    flags: READ_ARRAY_FLAGS,
  });
  const name = knownValue(rest[0]?.text ?? []) ?? "MAPFILE";
  const valueOf = (option: string): string | undefined => {
    const given = options.findLast((one) => one.name === option);
    return given === undefined ? "0" : knownValue(given.value?.text ?? []);
  };
  const counts = ["-s", "-n"].map((option) => Number(valueOf(option) ?? "?"));
  const [skipped = 0, most = 0] = counts;
  const known = knownValue(state.stdin);
  const isOther = options.some((option) => option.name === "-d" || option.name === "-O");
  if (known === undefined || isOther || counts.some((count) => !Number.isInteger(count))) {
    // What was in the array stays beside what `-O` puts behind it.
    const before = state.variable(name);
    const kept = before?.kind === "array" ? [...before.elements.values()] : [];
    const text = unknownFrom(state.stdin, ...kept);
    setArray(name, { ...arrayFrom([{ text, isSplit: true, at: undefined }]), isOpen: true }, state);
    state.stdin = most === 0 ? [] : unknownFrom(state.stdin);
    return ended(state);
  }
  const isTrimmed = options.some((option) => option.name === "-t");
  const all = known.split("\n").slice(0, known.endsWith("\n") ? -1 : undefined);
  const end = most === 0 ? all.length : skipped + most;
  const fields = all.slice(skipped, end).map((line) => ({
    text: textOf(isTrimmed ? line : `${line}\n`),
    isSplit: false,
    at: undefined,
  }));
  setArray(name, arrayFrom(fields), state);
  state.stdin = textOf(
    all
      .slice(end)
      .map((line) => `${line}\n`)
      .join(""),
  );
  return ended(state);
}

/** `mapfile -C TEXT` evaluates the text with an index and a line behind it. */
function runCallback(call: Call, scene: Scene): void {
  const { options } = takeOptions(call.argv.slice(1), { valued: READ_ARRAY_VALUED });
  const callback = options.findLast(({ name }) => name === "-C")?.value;
  if (callback === undefined) return;
  const line = unknownFrom(scene.state.stdin);
  const script = joinFields([
    callback,
    { ...callback, text: textOf("0") },
    { ...callback, text: joinTexts([textOf("'"), line, textOf("'")]) },
  ]);
  const around = blaming(call, scene);
  const source = { ...around.source, offset: undefined };
  scene.machine.runText(script, { ...around, state: scene.state.fork() }, source);
}
