import { blaming } from "../shell/builtin.ts";
import { runPlainText } from "../shell/dialects.ts";
import { baseName } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { TakenOptions } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { runSubshell } from "../shell/subshell.ts";
import { knownValue, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { noteShellOption } from "../shell/shell-options.ts";
import { runNamedFile } from "./script-file.ts";
import { childShell, isPlainShell, SHELL_NAMES } from "./shell-names.ts";
import { runStarted } from "./start-files.ts";
import type { ShellStart } from "./start-files.ts";

export { SHELL_NAMES };

const VALUED = words("-o -O --rcfile --init-file");
const FLAGS = words(
  "-c -l -i -s -x -e -u -v -n -f -a -b -h -k -m -p -r -t -B -C -D -E -H -P -T --login --norc --noprofile --posix --noediting --verbose --restricted",
);

/** Follows a shell that is given a script: `-c`, a file, or standard input. */
export function launchShell(call: Call, scene: Scene): readonly ShellState[] {
  const taken = takeShellOptions(call.argv.slice(1));
  const [first, ...rest] = taken.rest;
  // `-n` only reads the script.
  if (taken.options.some(({ name }) => name === "-n")) return [scene.state];
  const start = startOf(call, taken);
  const around: Around = { call, scene, start, taken };
  const isCommand = taken.options.some(({ name }) => /^(?:-c|--command)$/.test(name));
  if (isCommand && first !== undefined) return runScript(first.text, rest, around);
  if (isCommand) return [scene.state];
  if (taken.hasOpaque && first !== undefined) return runOpaque(around);
  const isInput = first === undefined || taken.options.some(({ name }) => name === "-s");
  if (isInput) return runScript(scene.state.stdin, taken.rest, around, { isInput: true });
  const ran = runNamedFile(first.text, { args: rest, interpreter: "shell", start }, call, scene);
  if (ran === undefined) refuseIfMentioning(first.text, call, scene);
  return ran ?? [scene.state];
}

/** Which files the shell runs at its start, by its options. */
function startOf(call: Call, { options }: TakenOptions): ShellStart {
  const has = (...names: readonly string[]): boolean =>
    options.some(({ name }) => names.includes(name));
  return {
    name: baseName(knownValue(call.argv[0]!.text) ?? ""),
    isLogin: has("-l", "--login"),
    isInteractive: has("-i"),
    named: options
      .filter(({ name }) => name === "--rcfile" || name === "--init-file")
      .flatMap(({ value }) => (value === undefined ? [] : [value.text])),
  };
}

/** `+x` and `+O name` are options too. */
function takeShellOptions(argv: readonly Field[]): TakenOptions {
  const plain = argv.map((field) => {
    const known = knownValue(field.text);
    if (known === undefined || !/^[-+][A-Za-z]+$/.test(known)) return field;
    const letters = known.startsWith("-") ? known.slice(1) : known.slice(1).replaceAll("c", "");
    // Inside of a cluster too `o` takes the next word (`bash -oc pipefail 'script'`), never the letters behind it.
    const [taking = ""] = /o/i.exec(letters) ?? [];
    return { ...field, text: [`-${letters.replaceAll(/o/gi, "")}${taking}`] };
  });
  const taken = takeOptions(plain, { valued: VALUED, flags: FLAGS });
  const rest = argv.slice(argv.length - taken.rest.length);
  // A single dash ends the options, as two do.
  const isDash = rest[0] !== undefined && knownValue(rest[0].text) === "-";
  return { ...taken, rest: isDash ? rest.slice(1) : rest };
}

interface Around {
  readonly call: Call;
  readonly scene: Scene;
  readonly start: ShellStart;
  readonly taken: TakenOptions;
}

function runScript(
  text: Text,
  args: readonly Field[],
  { call, scene, start, taken }: Around,
  { isInput = false }: { readonly isInput?: boolean } = {},
): readonly ShellState[] {
  const { machine } = scene;
  const around = blaming(call, scene);
  const finals = runSubshell(around, (current) => {
    const child = childShell(call, current);
    child.positional = isInput
      ? [["bash"], ...args.map(({ text }) => text)]
      : args.length === 0
        ? [["bash"]]
        : args.map(({ text }) => text);
    child.isPositionalOpen = args.some(({ isSplit }) => isSplit);
    if (isInput) child.stdin = unknownFrom(text);
    if (/zsh|ksh|fish/.test(start.name)) child.isGlobUnusual = true;
    for (const { name, value } of taken.options) {
      if (name === "-O") noteShellOption(value && knownValue(value.text), child);
    }
    return runStarted(start, { ...around, state: child }, (state) => {
      const inside = { ...around, state };
      const states = isPlainShell(start.name)
        ? runPlainText(text, inside)
        : machine.runText(text, inside);
      return isInput ? states.flatMap((each) => runReplaced(each, inside)) : states;
    });
  });
  if (isInput) for (const final of finals) final.stdin = [];
  return finals;
}

/** `exec < file` in a shell that reads its commands from standard input: it reads on in the file. */
function runReplaced(state: ShellState, scene: Scene): readonly ShellState[] {
  if (!state.isInputReplaced || state.flow !== "normal") return [state];
  const { machine } = scene;
  const text = state.stdin;
  state.isInputReplaced = false;
  state.stdin = unknownFrom(text);
  return machine.nested(() =>
    machine
      .runText(text, { ...scene, state })
      .flatMap((each) => runReplaced(each, { ...scene, state: each })),
  );
}

/** Options that cannot be known may be `-c`: each word behind them may be the script. */
function runOpaque(around: Around): readonly ShellState[] {
  const { call, scene, start, taken } = around;
  const [file, ...args] = taken.rest;
  const apart = { ...scene, state: scene.state.fork() };
  runNamedFile(file!.text, { args, interpreter: "shell", start }, call, apart);
  for (const [index, field] of taken.rest.entries()) {
    runScript(field.text, taken.rest.slice(index + 1), {
      ...around,
      scene: { ...scene, state: scene.state.fork() },
    });
  }
  return [scene.state];
}

function refuseIfMentioning(text: Text, call: Call, { machine }: Scene): void {
  if (!text.some((piece) => typeof piece !== "string" && piece.mentions)) return;
  machine.refuse({
    code: "PYTEST_MAY_RUN",
    span: call.span,
    reason:
      "This runs a script whose name cannot be known before it runs and may start a test runner.",
  });
}
