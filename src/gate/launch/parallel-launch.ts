import { joinFields } from "../shell/builtin.ts";
import { toFilePath } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { OptionShape, TakenOption } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { settle } from "../shell/state-set.ts";
import {
  UNKNOWN,
  joinTexts,
  knownField,
  knownValue,
  textOf,
  unknownFrom,
} from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { ITEM_RUNS_MAX, unknownItems, unknownWords, withoutApproval } from "./items.ts";
import { runShellText } from "./wrapper-launch.ts";

const PARALLEL_SHAPE: OptionShape = {
  valued: words(
    "-j --jobs -P -a --arg-file -C --colsep -d --delimiter -n -N -L -S --sshlogin -I --timeout --delay --retries --results --joblog --halt --tmpdir --workdir --wd --max-args --max-replace-args --memfree --load --tagstring --env -E -s --max-chars",
  ),
  flags: words(
    "-k --keep-order --bar --progress --eta -u --ungroup --line-buffer --lb -0 --null -q --quote -r --no-run-if-empty -t --verbose -v -X -m --tag --will-cite --dry-run --pipe --xargs --citation --link",
  ),
  optional: words("-i --replace -l --max-lines -e --eof"),
};

/** Options that make one item out of several, several out of one, or another mark. */
const REGROUPING =
  /^(?:-[CdEeIiLlmNnsX0]|--(?:colsep|delimiter|eof|link|max-args|max-chars|max-lines|max-replace-args|null|replace|xargs))$/;

export function launchParallel(call: Call, scene: Scene): readonly ShellState[] {
  const taken = takeOptions(call.argv.slice(1), PARALLEL_SHAPE);
  const end = taken.rest.findIndex((field) => sourceMark(field) !== undefined);
  const command = end < 0 ? taken.rest : taken.rest.slice(0, end);
  const sources = sourcesOf(taken.options, end < 0 ? [] : taken.rest.slice(end), scene);
  const isRegrouped = taken.hasUnknown || taken.options.some((option) => isRegrouping(option));
  const own = {
    ...call,
    bound: withoutApproval(call, scene.machine.policy.approvalVariable),
    leadAt: undefined,
  };
  let states: readonly ShellState[] = [scene.state];
  for (const items of combinationsOf(sources, isRegrouped)) {
    const text = commandText(command, items);
    states = settle(states.flatMap((state) => runShellText(text, own, { ...scene, state })));
  }
  // The program of that name in moreutils takes its items from behind `--`.
  const dashes = end < 0 ? command.findIndex(({ text }) => knownValue(text) === "--") : -1;
  if (dashes > 0) {
    const text = joinFields([...command.slice(0, dashes), unknownWords(joinFields(command))]);
    runShellText(text, own, { ...scene, state: scene.state.fork() });
  }
  return states;
}

/** One item for each run is what it does anyway. */
function isRegrouping({ name, value }: TakenOption): boolean {
  const isOne = /^(?:-[nN]|--max-args|--max-replace-args)$/.test(name) && value !== undefined;
  return REGROUPING.test(name) && !(isOne && knownValue(value.text) === "1");
}

/** `:::` begins words that are items, `::::` files that hold items; a `+` behind it pairs them with those before. */
function sourceMark({ text }: Field): string | undefined {
  const known = knownValue(text);
  return known !== undefined && /^::::?\+?$/.test(known) ? known : undefined;
}

/** The sources of items. A run takes one item out of each. */
function sourcesOf(
  options: readonly TakenOption[],
  rest: readonly Field[],
  scene: Scene,
): readonly (readonly Field[])[] {
  const sources: Field[][] = options
    .filter(({ name }) => name === "-a" || name === "--arg-file")
    .map(({ value }) => [...fileItems(value, scene)]);
  let mark = "";
  for (const field of rest) {
    const next = sourceMark(field);
    if (next !== undefined) {
      mark = next;
      if (!mark.startsWith("::::")) sources.push([]);
    } else if (mark.startsWith("::::")) sources.push([...fileItems(field, scene)]);
    else sources.at(-1)!.push(field);
  }
  return sources.length > 0 ? sources : [linesOf(scene.state.stdin)];
}

function fileItems(file: Field | undefined, { machine, state }: Scene): readonly Field[] {
  const known = file === undefined ? undefined : knownValue(file.text);
  if (known === "-") return linesOf(state.stdin);
  const path = known === undefined ? undefined : toFilePath(known, state.cwd);
  return linesOf((path === undefined ? undefined : machine.readFile(path, state)) ?? [UNKNOWN]);
}

function linesOf(input: Text): readonly Field[] {
  const known = knownValue(input);
  if (known === undefined) return unknownItems(input);
  return known
    .split(/[\n\0]/)
    .filter((line) => line !== "")
    .map((line) => knownField(line));
}

/** The items of each run. Where there are too many, or they are put together in another way, one run of unknown ones. */
function combinationsOf(
  sources: readonly (readonly Field[])[],
  isRegrouped: boolean,
): readonly (readonly Field[])[] {
  const count = sources.reduce((product, items) => product * items.length, 1);
  if (count > ITEM_RUNS_MAX || (isRegrouped && count > 0)) {
    return [sources.map((items) => unknownWords(...items.map(({ text }) => text)))];
  }
  return sources.reduce<readonly (readonly Field[])[]>(
    (runs, items) => runs.flatMap((run) => items.map((item) => [...run, item])),
    [[]],
  );
}

/** The shell script of one run: the items stand where the command says, or behind it, or are the script. */
function commandText(command: readonly Field[], items: readonly Field[]): Text {
  if (command.length === 0) return joinFields(items);
  const isMarked = command.some(({ text }) => /\{[^{}]*\}/.test(knownValue(text) ?? ""));
  return joinFields(
    isMarked ? command.map((field) => withMarks(field, items)) : [...command, ...items],
  );
}

/** `{}` is all items, `{2}` the second; every other mark (`{.}`, `{/}`, `{= … =}`) makes something of them. */
function withMarks(field: Field, items: readonly Field[]): Field {
  const known = knownValue(field.text);
  if (known === undefined) return field;
  const texts = known.split(/(\{[^{}]*\})/).map((part): Text => {
    if (!/^\{[^{}]*\}$/.test(part)) return textOf(part);
    if (part === "{}") return joinFields(items);
    const one = /^\{([1-9]\d*)\}$/.exec(part);
    const item = one === null ? undefined : items[Number(one[1]) - 1];
    return item?.text ?? unknownFrom(...items.map(({ text }) => text));
  });
  return { text: joinTexts(texts), isSplit: true, at: field.at };
}
