import { readNamed } from "../shell/file-names.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { OptionShape, TakenOption } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { settle } from "../shell/state-set.ts";
import { UNKNOWN, knownField, knownValue, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { ITEM_RUNS_MAX, replaceIn, unknownItems, unknownWords, withoutApproval } from "./items.ts";
import { tellingWord } from "./unknown-program.ts";
import { readXargsItems } from "./xargs-items.ts";
import type { XargsLine, XargsStyle } from "./xargs-items.ts";

/** GNU's options, and `-J`, `-R` and `-S` of FreeBSD and macOS. */
const XARGS_SHAPE: OptionShape = {
  valued: words(
    "-a --arg-file -d --delimiter -E -I -L -n --max-args -P --max-procs -s --max-chars -R -S -J --process-slot-var",
  ),
  flags: words(
    "-0 --null -r --no-run-if-empty -t --verbose -p --interactive -x --exit -o --open-tty --show-limits",
  ),
  optional: words("-e --eof -i --replace -l --max-lines"),
  isGetopt: true,
};

/** Bytes of one command line that no `xargs` exceeds by itself (128 KiB), less some for the environment. */
const COMMAND_LINE_BYTES = 100_000;

export function launchXargs(call: Call, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const taken = takeOptions(call.argv.slice(1), XARGS_SHAPE);
  const way = wayOf(taken.options);
  const argv = taken.rest.length === 0 ? [knownField("echo")] : taken.rest;
  const input = inputOf(way, scene);
  const own: Call = {
    ...call,
    bound: withoutApproval(call, machine.policy.approvalVariable),
    leadAt: undefined,
    isExternal: true,
    argv,
  };
  const start = state.fork();
  // Where the items come from a file, the command reads what xargs was given.
  if (way.file === undefined) start.stdin = [];
  const calls = callsOf(argv, input, way);
  if (taken.hasOpaque || taken.hasUnknown) {
    const index = tellingWord(argv);
    if (index > 0) calls.push([...argv.slice(index), unknownWords(input)]);
  }
  let states: readonly ShellState[] = [start];
  for (const argv of calls) {
    states = settle(states.flatMap((state) => machine.runCall({ ...own, argv }, state)));
  }
  return states;
}

/** What the options make of the input. */
interface Way {
  style: XargsStyle;
  /** Something in the options that decides how the items are read cannot be known. */
  isUnknown: boolean;
  file: Field | undefined;
  /** The mark that is replaced by an item (`-I`). */
  mark: string | undefined;
  /** The word that is replaced by all items (`-J`). */
  place: string | undefined;
  perRun: number | undefined;
  linesPerRun: number | undefined;
  bytesMax: number;
  isSkippedEmpty: boolean;
}

/** Of `-I`, `-L` and `-n` the last one counts; `-n 1` behind `-I` says nothing new. */
function wayOf(options: readonly TakenOption[]): Way {
  const way: Way = {
    style: { kind: "quoted", end: undefined, isReplacing: false },
    isUnknown: false,
    file: undefined,
    mark: undefined,
    place: undefined,
    perRun: undefined,
    linesPerRun: undefined,
    bytesMax: COMMAND_LINE_BYTES,
    isSkippedEmpty: false,
  };
  let end: string | undefined;
  let delimiter: string | undefined;
  for (const { name, value } of options) {
    const known = value === undefined ? undefined : knownValue(value.text);
    if (name === "-a" || name === "--arg-file") {
      way.file = known === "-" ? undefined : value;
      continue;
    }
    way.isUnknown ||= value !== undefined && known === undefined && !/^(?:-P|--max-p)/.test(name);
    if (/^(?:-0|--null)$/.test(name)) delimiter = "\0";
    else if (/^(?:-d|--delimiter)$/.test(name)) delimiter = delimiterOf(known ?? "");
    else if (/^(?:-E|-e|--eof)$/.test(name)) end = known === "" ? undefined : known;
    else if (/^(?:-r|--no-run-if-empty)$/.test(name)) way.isSkippedEmpty = true;
    else if (/^(?:-s|--max-chars)$/.test(name)) way.bytesMax = Number(known);
    else if (name === "-J") way.place = known;
    else setGrouping(way, name, known);
  }
  way.style =
    delimiter === undefined
      ? { kind: "quoted", end, isReplacing: way.mark !== undefined }
      : { kind: "delimited", delimiter };
  return way;
}

function setGrouping(way: Way, name: string, known: string | undefined): void {
  if (/^(?:-I|-i|--replace)$/.test(name)) {
    way.mark = known ?? "{}";
    way.perRun = undefined;
    way.linesPerRun = undefined;
  } else if (/^(?:-L|-l|--max-lines)$/.test(name)) {
    way.linesPerRun = Math.max(1, Math.trunc(Number(known ?? 1)) || 1);
    way.perRun = undefined;
    way.mark = undefined;
  } else if (/^(?:-n|--max-args)$/.test(name)) {
    const perRun = Math.max(1, Math.trunc(Number(known)) || 1);
    way.linesPerRun = undefined;
    if (perRun === 1 && way.mark !== undefined) return;
    way.perRun = perRun;
    way.mark = undefined;
  }
}

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
]);

/** The character that `-d` names, as itself or as in C. */
function delimiterOf(written: string): string {
  const code = /^\\(?:x([0-9a-fA-F]+)|([0-7]+))$/.exec(written);
  if (code !== null)
    return String.fromCharCode(
      Number.parseInt(code[1] ?? code[2]!, code[1] === undefined ? 8 : 16),
    );
  const control = written.startsWith("\\") ? CONTROLS.get(written.slice(1)) : undefined;
  // A longer one is an error, and nothing runs.
  return control ?? (written === "" ? "\0" : written);
}

function inputOf({ file }: Way, scene: Scene): Text {
  if (file === undefined) return scene.state.stdin;
  if (knownValue(file.text) === "/dev/null") return [];
  return readNamed(file.text, scene) ?? [UNKNOWN];
}

/** The command lines that `xargs` makes. Unknown input may be any number of words. */
function callsOf(argv: readonly Field[], input: Text, way: Way): (readonly Field[])[] {
  const known = knownValue(input);
  if (known === undefined || way.isUnknown) {
    const isByLines = way.style.kind === "quoted" || /^[\n\0]$/.test(way.style.delimiter);
    return [withItems(argv, isByLines ? unknownItems(input) : [unknownWords(input)], way)];
  }
  const { lines } = readXargsItems(known, way.style);
  const groups = groupsOf(lines, way);
  if (groups.length === 0)
    return way.isSkippedEmpty || way.mark !== undefined ? [] : [withItems(argv, [], way)];
  const calls = groups
    .slice(0, ITEM_RUNS_MAX)
    .map((group) => withItems(argv, fieldsOf(group, argv, way), way));
  const more = groups.slice(ITEM_RUNS_MAX).flat();
  if (more.length > 0) calls.push(withItems(argv, [unknownWords([more.join(" ")])], way));
  return calls;
}

function groupsOf(
  lines: readonly XargsLine[],
  { mark, perRun, linesPerRun }: Way,
): readonly (readonly string[])[] {
  if (mark !== undefined) return lines.map(({ items }) => items);
  if (linesPerRun === undefined) {
    const items = lines.flatMap(({ items }) => items);
    if (perRun === undefined) return items.length === 0 ? [] : [items];
    return Array.from({ length: Math.ceil(items.length / perRun) }, (_, index) =>
      items.slice(index * perRun, (index + 1) * perRun),
    );
  }
  const groups: (readonly string[])[] = [];
  let group: string[] = [];
  let count = 0;
  for (const { items, isCounted } of lines) {
    group.push(...items);
    if (isCounted) count++;
    if (count >= linesPerRun) {
      groups.push(group);
      group = [];
      count = 0;
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/** What does not fit into one command line is parted into several, nobody knows where. */
function fieldsOf(
  group: readonly string[],
  argv: readonly Field[],
  { bytesMax }: Way,
): readonly Field[] {
  const texts = [...argv.map(({ text }) => knownValue(text) ?? ""), ...group];
  const bytes = texts.reduce((sum, text) => sum + bytesOf(text) + 1, 0);
  if (bytes < bytesMax) return group.map((item) => knownField(item));
  return [unknownWords([group.join(" ")])];
}

/** The bytes of a text, or more than it takes. */
function bytesOf(text: string): number {
  return /^[ -~\s]*$/.test(text) ? text.length : 3 * text.length;
}

function withItems(
  argv: readonly Field[],
  items: readonly Field[],
  { mark, place, isUnknown }: Way,
): readonly Field[] {
  if (mark !== undefined) {
    const [item] = items;
    const replaced = argv.map((field) =>
      item === undefined ? field : replaceIn(field, mark, item),
    );
    if (!isUnknown) return replaced;
    // The mark itself may be what nobody knows.
    return replaced.map((field, index) =>
      index === 0
        ? field
        : { ...field, text: unknownFrom(field.text, ...items.map(({ text }) => text)) },
    );
  }
  const at = place === undefined ? -1 : argv.findIndex(({ text }) => knownValue(text) === place);
  if (at >= 0) return [...argv.slice(0, at), ...items, ...argv.slice(at + 1)];
  return [...argv, ...items];
}
