import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import type { TakenOption } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownField, knownValue } from "../shell/text-value.ts";
import type { Field } from "../shell/text-value.ts";
import { words } from "../words.ts";

const SHAPE = {
  valued: words(
    "-g --group -G --supp-group -s --shell -w --whitelist-environment -u --user -c --command --session-command",
  ),
  flags: words("-l --login -m -p --preserve-environment -P --pty -T --no-pty -f --fast"),
};

/**
 * `su` and `runuser` start the user's shell: with the command of `-c`, with the words behind the user's name as its own
 * arguments (`su USER -- -c '…'`), or with standard input. `runuser -u USER` runs a program instead.
 */
export function launchUserShell(call: Call, scene: Scene): readonly ShellState[] {
  const { options, operands } = takePermuted(call.argv.slice(1));
  const { approvalVariable } = scene.machine.policy;
  const valueOf = (...names: readonly string[]): Field | undefined =>
    options.findLast(({ name }) => names.includes(name))?.value;
  const bound = new Map([...call.bound].filter(([name]) => name !== approvalVariable));
  const own = { ...call, bound, leadAt: undefined, isExternal: true };
  if (valueOf("-u", "--user") !== undefined) {
    if (operands.length === 0) return [scene.state];
    return scene.machine.runCall({ ...own, argv: operands }, scene.state);
  }
  const [first] = operands;
  const users = first !== undefined && knownValue(first.text) === "-" ? 2 : 1;
  const command = valueOf("-c", "--command", "--session-command");
  const argv = [
    // Which shell the user has is in another file: bash or a plain one.
    valueOf("-s", "--shell") ?? knownField("sh"),
    ...(command === undefined ? [] : [knownField("-c"), command]),
    ...operands.slice(users),
  ];
  return scene.machine.runCall({ ...own, argv }, scene.state);
}

/** Options may stand behind operands, up to `--`; with `-u` the first operand begins the command. */
function takePermuted(argv: readonly Field[]): {
  readonly options: readonly TakenOption[];
  readonly operands: readonly Field[];
} {
  const options: TakenOption[] = [];
  const operands: Field[] = [];
  let left = argv;
  while (left.length > 0) {
    const taken = takeOptions(left, SHAPE);
    options.push(...taken.options);
    const before = left[left.length - taken.rest.length - 1];
    const isEnd = before !== undefined && knownValue(before.text) === "--";
    const isProgram = options.some(({ name }) => name === "-u" || name === "--user");
    if (isEnd || isProgram) return { options, operands: [...operands, ...taken.rest] };
    operands.push(...taken.rest.slice(0, 1));
    left = taken.rest.slice(1);
  }
  return { options, operands };
}
