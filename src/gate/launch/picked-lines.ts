import { toFilePath } from "../shell/directory.ts";
import type { Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import type { OptionShape } from "../shell/options.ts";
import { begunLinesOf, joinTexts, knownValue, linesFrom, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { words } from "../words.ts";

interface Picker extends OptionShape {
  /** Operands that are no files: a pattern. */
  readonly operands: number;
  /** An option that stands for the operand. */
  readonly instead?: string;
}

const GREP: Picker = {
  valued: words("-e --regexp -m --max-count"),
  flags: words(
    "-v -i -E -F -G -P -w -x -a --invert-match --ignore-case --extended-regexp --fixed-strings --perl-regexp --word-regexp --line-regexp",
  ),
  operands: 1,
  instead: "-e --regexp",
};
const HEAD: Picker = {
  valued: words("-n --lines"),
  flags: words("-q -0 -1 -2 -3 -4 -5 -6 -7 -8 -9"),
  operands: 0,
};

/** Programs that write some lines of their input as they are, with the options under which they do. */
const PICKERS: ReadonlyMap<string, Picker> = new Map([
  ["grep", GREP],
  ["egrep", GREP],
  ["fgrep", GREP],
  ["head", HEAD],
  ["tail", HEAD],
  [
    "sort",
    {
      valued: words("-k --key -t --field-separator"),
      flags: words(
        "-u -r -n -V -R -h -f -d -b -g -M -s --unique --reverse --numeric-sort --version-sort --random-sort --human-numeric-sort --ignore-case",
      ),
      operands: 0,
    },
  ],
  ["uniq", { valued: words(""), flags: words("-u -d -i --unique --repeated"), operands: 0 }],
  ["tac", { valued: words(""), flags: words(""), operands: 0 }],
  ["shuf", { valued: words("-n --head-count"), flags: words(""), operands: 0 }],
]);

/** What such a program writes where each line of its input begins in the same directory; `undefined` where that is not certain. */
export function pickedLines(base: string, args: readonly Field[], scene: Scene): Text | undefined {
  const picker = PICKERS.get(base);
  const begun = picker === undefined ? undefined : begunLines(scene);
  if (picker === undefined || begun === undefined) return undefined;
  const { options, rest, hasOpaque } = takeOptions(args, picker);
  const isOwn = ({ name }: { readonly name: string }): boolean =>
    picker.valued.has(name) || picker.flags?.has(name) === true;
  const isGiven = options.some(({ name }) => picker.instead?.split(" ").includes(name) === true);
  if (hasOpaque || !options.every(isOwn)) return undefined;
  return rest.length === (isGiven ? 0 : picker.operands) ? begun : undefined;
}

/** Any lines of a text, as far as they begin alike: at the end of a directory's name. */
function begunLines(scene: Scene): Text | undefined {
  const { stdin: input } = scene.state;
  if (begunLinesOf(input) !== undefined) return input;
  const lines = knownValue(input)?.split("\n");
  if (lines?.at(-1) === "") lines.pop();
  const [first] = lines ?? [];
  if (lines === undefined || first === undefined) return undefined;
  if (!lines.every((line) => /^[\w./][\w./@:+=,-]*$/.test(line) && !line.includes("..")))
    return undefined;
  let start = first;
  while (start !== "" && !lines.every((line) => `${line}/`.startsWith(`${start}/`)))
    start = start.slice(0, Math.max(0, start.lastIndexOf("/")));
  const rest = linesFrom(input, ...scriptsOf(lines, scene));
  const isBelow = start !== "" && !lines.includes(start);
  return joinTexts([textOf(isBelow ? `${start}/` : start), [rest], textOf("\n")]);
}

/** Scripts that are looked at, whether one names a test runner. */
const SCRIPTS_MAX = 8;

/** The texts of the scripts that lines name: who runs one of them may start what is in it. */
function scriptsOf(lines: readonly string[], { state, machine }: Scene): readonly Text[] {
  if (state.written === undefined) return [];
  return lines
    .filter((line) => /(?:^|\/)(?:[^./]+|[^/]+\.(?:sh|bash))$/.test(line))
    .map((line) => toFilePath(line, state.cwd))
    .filter((path) => state.files.has(path) || machine.context.files.kind(path) === "file")
    .slice(0, SCRIPTS_MAX)
    .flatMap((path) => [machine.skimFile(path, state) ?? []]);
}
