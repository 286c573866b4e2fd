import type { Policy } from "../policy/policy.ts";
import { blaming, joinFields, splitAssignment } from "../shell/builtin.ts";
import { runPlainText } from "../shell/dialects.ts";
import { toAbsolute } from "../shell/directory.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { Words } from "../words.ts";
import type { TakenOptions } from "../shell/options.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { runSubshell } from "../shell/subshell.ts";
import { knownField, knownValue, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { launchPython } from "./python-launch.ts";
import { RARE_NAMES } from "./rare-names.ts";
import { rareWrapperOf } from "./rare-wrappers.ts";
import { childShell } from "./shell-names.ts";
import { tellingWord } from "./unknown-program.ts";
import { WRAPPERS } from "./wrapper-table.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

/** The wrapper of that name: the policy's first, then the shipped table. */
export function wrapperOf(
  program: string,
  policy: Policy,
): Wrapper | SubcommandWrapper | undefined {
  const own = policy.wrappers.find((rule) => rule.program === program);
  if (own === undefined)
    return RARE_NAMES.has(program) ? rareWrapperOf(program) : WRAPPERS.get(program);
  const valued = words((own.optionsWithValue ?? []).join(" "));
  return { valued, operands: own.operands ?? 0, isCarrying: true };
}

/** Takes a wrapper off and follows what it runs. */
export function launchWrapper(
  wrapper: Wrapper | SubcommandWrapper,
  call: Call,
  scene: Scene,
): readonly ShellState[] {
  if ("subcommands" in wrapper) return launchSubcommand(wrapper, call, scene);
  return follow(wrapper, call, { scene, words: call.argv.slice(1) });
}

function launchSubcommand(
  wrapper: SubcommandWrapper,
  call: Call,
  scene: Scene,
): readonly ShellState[] {
  const { rest, options, hasOpaque, hasUnknown } = takeOptions(call.argv.slice(1), wrapper.global);
  const name = rest[0] === undefined ? undefined : knownValue(rest[0].text);
  const found = name === undefined ? undefined : wrapper.subcommands.get(name);
  const inside = enter(options, wrapper.global.directory, scene);
  if (found === undefined) {
    if (wrapper.fallback !== undefined)
      return follow(wrapper.fallback, call, { scene: inside, words: rest });
    if (hasOpaque || hasUnknown) return runTelling(call, rest, scene);
    return [scene.state];
  }
  const next = { ...call, argv: rest };
  const finals = launchWrapper(found, next, inside);
  return finals.map((final) => leave(final, scene.state));
}

interface Following {
  readonly scene: Scene;
  readonly words: readonly Field[];
}

function follow(
  wrapper: Wrapper,
  call: Call,
  { scene, words: all }: Following,
): readonly ShellState[] {
  const taken = named(takeLeading(all, wrapper), wrapper);
  const inside = enter(taken.options, wrapper.directory, scene);
  if (wrapper.isElsewhere === true) inside.state.cwd = undefined;
  for (const { name, value } of taken.options) {
    if (value !== undefined && wrapper.scripts?.has(name) === true)
      runShellText(value.text, call, inside);
  }
  const { rest, bound } = takeAssignments(taken.rest, wrapper, call);
  const isGiven = taken.options.some(({ name }) => wrapper.scripts?.has(name) === true);
  if (rest.length === 0 && !isGiven && startsShell(wrapper, taken))
    return runShellText(scene.state.stdin, call, inside).map((final) => leave(final, scene.state));
  const own: Call = {
    ...call,
    argv: wrapper.hasVersions === true ? withoutVersion(rest) : rest,
    bound: wrapper.isCarrying ? bound : withoutApproval(call.bound, bound, scene),
    leadAt: wrapper.isCarrying ? call.leadAt : undefined,
    isExternal: true,
  };
  if (taken.hasOpaque)
    return runTelling(own, all, inside).map((final) => leave(final, scene.state));
  const finals = runRest(wrapper, own, { taken, inside });
  if (taken.hasUnknown && !isTelling(own.argv)) runTelling(own, taken.rest, inside);
  return finals.map((final) => leave(final, scene.state));
}

/** Whether it runs a shell that reads standard input where it is given no command. */
function startsShell({ shell }: Wrapper, { options }: TakenOptions): boolean {
  return shell === "always" || options.some(({ name }) => shell?.has(name) === true);
}

/** The command with the program in front that an option names, or that all words are for. */
function named(taken: TakenOptions, { program, through }: Wrapper): TakenOptions {
  if (through !== undefined && taken.rest.length > 0)
    return { ...taken, rest: [knownField(through), ...taken.rest] };
  const value = taken.options.findLast(({ name }) => program?.has(name) === true)?.value;
  const known = value === undefined ? "" : knownValue(value.text);
  if (value === undefined || known === "") return taken;
  // podman takes the words of an entry point as JSON too.
  const list = [
    ...(known?.startsWith("[") === true ? known : "").matchAll(/"((?:\\[^]|[^"\\])*)"/g),
  ];
  const first = list.length > 0 ? list.map((match) => knownField(match[1]!)) : [value];
  return { ...taken, rest: [...first, ...taken.rest] };
}

/** Options and operands before the wrapped command; options may stand between the operands too. */
function takeLeading(all: readonly Field[], wrapper: Wrapper): TakenOptions {
  const { command } = wrapper;
  if (command !== undefined) {
    const at = all.findIndex(({ text }) => command.has(knownValue(text) ?? ""));
    const before = takeBetween(at < 0 ? all : all.slice(0, at), wrapper, Number.POSITIVE_INFINITY);
    const rest = at < 0 ? [] : all.slice(at + 1);
    return { options: before.options, rest, hasUnknown: false, hasOpaque: false };
  }
  const taken = takeBetween(all, wrapper, wrapper.operands ?? 0);
  if (wrapper.needsDashes !== true) return taken;
  const before = all[all.length - taken.rest.length - 1];
  const hasDashes = before !== undefined && knownValue(before.text) === "--";
  return hasDashes ? taken : { ...taken, rest: behindDashes(taken.rest) };
}

function takeBetween(all: readonly Field[], wrapper: Wrapper, operands: number): TakenOptions {
  let taken = takeOptions(all, wrapper);
  for (let operand = 0; operand < operands && taken.rest.length > 0; operand++) {
    const isLast = wrapper.isStrict === true && operand + 1 === operands;
    const behind = taken.rest.slice(1);
    const next: TakenOptions = isLast
      ? { options: [], rest: behind, hasUnknown: false, hasOpaque: false }
      : takeOptions(behind, wrapper);
    taken = {
      options: [...taken.options, ...next.options],
      rest: next.rest,
      hasUnknown: taken.hasUnknown || next.hasUnknown,
      hasOpaque: taken.hasOpaque || next.hasOpaque || taken.rest[0]!.isSplit,
    };
  }
  return taken;
}

function runRest(
  wrapper: Wrapper,
  call: Call,
  { taken, inside }: { readonly taken: TakenOptions; readonly inside: Scene },
): readonly ShellState[] {
  const isModule = taken.options.some(({ name }) => name === "-m" || name === "--module");
  if (wrapper.isPython === true && isModule) {
    const [module, ...args] = call.argv;
    if (module === undefined) return [inside.state];
    return launchPython(
      call,
      [{ text: ["-m"], isSplit: false, at: undefined }, module, ...args],
      inside,
    );
  }
  if (call.argv.length === 0) return [inside.state];
  if (wrapper.scriptWords !== undefined) return runScripts(wrapper.scriptWords, call, inside);
  const hasOption = (names: Words | undefined): boolean =>
    taken.options.some(({ name }) => names?.has(name) === true);
  if (wrapper.isScript === true || hasOption(wrapper.scriptFlags)) {
    if (!hasOption(DIRECT))
      return runShellText(
        joinFields(call.argv.filter(({ text }) => !isKeyName(text))),
        call,
        inside,
      );
  }
  if (wrapper.isPython === true && !isProgram(call.argv[0]!, wrapper))
    return launchPython(call, call.argv, inside);
  return inside.machine.runCall(call, inside.state);
}

/** Flags with which a program that hands its words to a shell runs them itself. */
const DIRECT = words("-x --exec");

/** Runs words that are shell scripts each. `npm:name` is short for `npm run name`. */
function runScripts(
  which: "each" | "first",
  { argv, ...call }: Call,
  inside: Scene,
): readonly ShellState[] {
  const isScript = ({ text: [first] }: Field): boolean =>
    typeof first !== "string" || !first.startsWith("-");
  for (const { text } of argv.filter(isScript).slice(0, which === "first" ? 1 : undefined)) {
    const known = knownValue(text);
    const short = /^(npm|pnpm|yarn|bun):(.*)$/.exec(known ?? "");
    // A word alone may be the name of a package's script.
    const isName = known !== undefined && /^[\w:-]+$/.test(known) && which === "each";
    const scripts = short
      ? [textOf(`${short[1]} run ${short[2]}`)]
      : isName
        ? [text, textOf(`npm run ${known}`)]
        : [text];
    for (const script of scripts)
      runShellText(script, { ...call, argv }, { ...inside, state: inside.state.fork() });
  }
  return [inside.state];
}

/** `uv run` runs programs and Python files; the others run Python files only. */
function isProgram(field: Field, wrapper: Wrapper): boolean {
  const known = knownValue(field.text);
  return (
    wrapper.flags?.has("--frozen") === true && (known === undefined || !/\.pyw?$|^-$/.test(known))
  );
}

/** Keys that `tmux send-keys` presses behind the text. */
function isKeyName(text: Text): boolean {
  return /^(?:Enter|C-m|C-j|KPEnter)$/.test(knownValue(text) ?? "");
}

/** Runs a script that a wrapper hands to `sh -c`. */
export function runShellText(text: Text, call: Call, scene: Scene): readonly ShellState[] {
  const around = blaming(call, scene);
  // The approval of the wrapper is not bound to the commands of the script.
  return runSubshell(around, (state) =>
    runPlainText(text, { ...around, state: childShell(call, state) }),
  );
}

function behindDashes(rest: readonly Field[]): readonly Field[] {
  const dashes = rest.findIndex(({ text }) => knownValue(text) === "--");
  return dashes < 0 ? [] : rest.slice(dashes + 1);
}

function takeAssignments(
  rest: readonly Field[],
  { hasAssignments }: Wrapper,
  call: Call,
): { readonly rest: readonly Field[]; readonly bound: ReadonlyMap<string, Text> } {
  const bound = new Map(call.bound);
  let index = 0;
  if (hasAssignments !== true) return { rest, bound };
  for (; index < rest.length; index++) {
    const assignment = splitAssignment(rest[index]!.text);
    if (assignment === undefined) break;
    bound.set(assignment.name, assignment.value);
  }
  return { rest: rest.slice(index), bound };
}

/** What a wrapper sets itself is bound; what was bound to the wrapper does not approve behind it. */
function withoutApproval(
  before: ReadonlyMap<string, Text>,
  bound: ReadonlyMap<string, Text>,
  { machine }: Scene,
): ReadonlyMap<string, Text> {
  const { approvalVariable } = machine.policy;
  if (bound.get(approvalVariable) !== before.get(approvalVariable)) return bound;
  const without = new Map(bound);
  without.delete(approvalVariable);
  return without;
}

function withoutVersion(argv: readonly Field[]): readonly Field[] {
  const [program, ...rest] = argv;
  const known = program === undefined ? undefined : knownValue(program.text);
  if (program === undefined || known === undefined) return argv;
  const name = known.replace(/^[^#]*#(?:.*\.)?/, "").replace(/(?<=\w)(?:@|==|\[).*$/, "");
  // `nix run package -- arguments`
  const args =
    known.includes("#") && knownValue(rest[0]?.text ?? []) === "--" ? rest.slice(1) : rest;
  return [{ ...program, text: textOf(name) }, ...args];
}

/** The scene in the directory that an option names. */
function enter(
  options: TakenOptions["options"],
  directory: Words | undefined,
  scene: Scene,
): Scene {
  const named =
    directory === undefined ? undefined : options.findLast(({ name }) => directory.has(name));
  const state = scene.state.fork();
  if (named !== undefined) {
    const known = named.value === undefined ? undefined : knownValue(named.value.text);
    state.cwd = known === undefined ? undefined : toAbsolute(known, state.cwd);
  }
  return { ...scene, state };
}

/** Behind the wrapper the shell is where it was. */
function leave(final: ShellState, before: ShellState): ShellState {
  final.cwd = before.cwd;
  return final;
}

function isTelling(argv: readonly Field[]): boolean {
  return tellingWord(argv.slice(0, 1)) === 0;
}

/** Runs the rest from the first word that names a launcher: what stands before it cannot be told apart. */
function runTelling(call: Call, all: readonly Field[], scene: Scene): readonly ShellState[] {
  const index = tellingWord(all);
  if (index >= 0)
    scene.machine.runCall(
      { ...call, argv: all.slice(index), isExternal: true },
      scene.state.fork(),
    );
  return [scene.state];
}
