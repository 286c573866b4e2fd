import { blaming, splitAssignment } from "../shell/builtin.ts";
import { toAbsolute } from "../shell/directory.ts";
import { runAssigned } from "../shell/hidden-script.ts";
import { inheritedBy } from "../shell/machine.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import type { OptionShape, TakenOption, TakenOptions } from "../shell/options.ts";
import { parameterValue } from "../shell/parameter-value.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { UNKNOWN, joinTexts, knownField, knownValue, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { splitEnvText } from "./env-split.ts";
import { tellingWord } from "./unknown-program.ts";

const SPLITTING = words("-S --split-string");

/** GNU's options, and those that only other systems know: `-a` (newer GNU), `-f` (uutils), `-L`, `-P`, `-U` (FreeBSD). */
const ENV_SHAPE: OptionShape = {
  valued: words("-u --unset -C --chdir -S --split-string -a --argv0 -f --file -L -P"),
  flags: words("-i --ignore-environment -0 --null -v --debug --list-signal-handling -U"),
  optional: words("--block-signal --default-signal --ignore-signal"),
  last: SPLITTING,
  isGetopt: true,
};

export function launchEnv(call: Call, scene: Scene): readonly ShellState[] {
  const taken = takeEnvOptions(call, scene);
  if (taken === undefined) return [scene.state];
  const isCleared =
    knownValue(taken.rest[0]?.text ?? []) === "-" ||
    taken.options.some(({ name }) => name === "-i" || name === "--ignore-environment");
  const bound = new Map<string, Text>(isCleared ? [] : call.bound);
  const removed = new Set(call.removed === "all" ? [] : call.removed);
  for (const { name, value } of taken.options) {
    const unset =
      name === "-u" || name === "--unset" ? knownValue(value?.text ?? [UNKNOWN]) : undefined;
    if (unset !== undefined) {
      bound.delete(unset);
      removed.add(unset);
    }
  }
  const rest = [...taken.rest];
  const functions: ExportedFunction[] = [];
  if (knownValue(rest[0]?.text ?? []) === "-") rest.shift();
  while (rest[0] !== undefined) {
    const assignment = splitAssignment(rest[0].text);
    if (assignment !== undefined) {
      bound.set(assignment.name, assignment.value);
      runAssigned(assignment.name, assignment.value, blaming(call, scene));
    } else if (!isOddAssignment(rest[0])) break;
    else functions.push(...exportedFunction(rest[0].text));
    rest.shift();
  }
  const isApproving =
    bound.get(scene.machine.policy.approvalVariable) ===
    call.bound.get(scene.machine.policy.approvalVariable);
  const isSplit = taken.options.some(({ name }) => SPLITTING.has(name));
  const keepsLead = !isCleared && removed.size === 0 && isApproving && !isSplit;
  const own: Call = {
    ...call,
    argv: rest,
    bound,
    removed: isCleared || call.removed === "all" ? "all" : removed,
    leadAt: keepsLead ? call.leadAt : undefined,
    isExternal: true,
  };
  const inside = withFunctions(functions, call, scene);
  const finals = runIn(directoryOf(taken, scene.state.cwd), own, {
    scene: inside,
    isOpaque: taken.hasOpaque || taken.hasUnknown || rest[0]?.isSplit === true,
  });
  for (const final of finals) {
    for (const { name } of functions) final.setFunction(name, scene.state.functions.get(name));
  }
  return finals;
}

/**
 * The options of `env`. It puts the words of `-S` in the place of that option and reads on from there, so that they may
 * hold further options. `undefined` where it objects to the text and starts nothing.
 */
function takeEnvOptions(call: Call, scene: Scene): TakenOptions | undefined {
  const options: TakenOption[] = [];
  let hasUnknown = false;
  let hasOpaque = false;
  let argv = call.argv.slice(1);
  for (;;) {
    scene.machine.step();
    const taken = takeOptions(argv, ENV_SHAPE);
    options.push(...taken.options);
    hasUnknown ||= taken.hasUnknown;
    hasOpaque ||= taken.hasOpaque;
    const last = taken.options.at(-1);
    if (last === undefined || !SPLITTING.has(last.name))
      return { options, rest: taken.rest, hasUnknown, hasOpaque };
    if (last.value === undefined) return undefined;
    const { text } = last.value;
    const fields = splitEnvText(text, (name) => environmentValue(name, call, scene));
    if (fields === undefined && knownValue(text) !== undefined) return undefined;
    // What is unknown in it may hold the quotes that are missing.
    hasOpaque ||= fields === undefined;
    argv = [...(fields ?? looseWords(text)), ...taken.rest];
  }
}

/** The value that `env` itself finds in its environment, whatever its options do to it. */
function environmentValue(name: string, call: Call, { state }: Scene): Text | undefined {
  const bound = call.bound.get(name);
  if (bound !== undefined) return bound;
  if (call.removed === "all" || call.removed.has(name)) return undefined;
  if (name === "PWD" || name === "OLDPWD") return parameterValue(name, state).texts[0];
  const inherited = inheritedBy(call, state).get(name);
  if (inherited !== undefined) return inherited;
  // A name that nothing in the command sets may stand in the environment that nobody sees here.
  return state.variables.has(name) && !state.isOpen ? undefined : [UNKNOWN];
}

/** The words of a text that may be parted anyhow. */
function looseWords(text: Text): readonly Field[] {
  return text.flatMap((piece): readonly Field[] =>
    typeof piece === "string"
      ? piece
          .split(/(?:\\[_c]|[\s'"])+/)
          .filter((word) => word !== "")
          .map((word) => knownField(word))
      : [{ text: [piece], isSplit: true, at: undefined }],
  );
}

/** A function that bash finds in its environment. */
interface ExportedFunction {
  readonly name: string;
  readonly definition: Text;
}

/** `env` takes every word with a `=` for an assignment, whatever the name. */
function isOddAssignment({ text, isSplit }: Field): boolean {
  const pieces = isSplit ? text.slice(0, 1) : text;
  return pieces.some((piece) => typeof piece === "string" && piece.includes("="));
}

/** `BASH_FUNC_name%%=() { …; }`: how bash exports a function. */
function exportedFunction(text: Text): readonly ExportedFunction[] {
  const [first] = text;
  const match = typeof first === "string" ? /^BASH_FUNC_(.+?)%%=(?=\(\))/.exec(first) : null;
  if (match === null) return [];
  const body = textOf((first as string).slice(match[0].length));
  return [
    { name: match[1]!, definition: joinTexts([textOf(`${match[1]!} `), body, text.slice(1)]) },
  ];
}

function withFunctions(functions: readonly ExportedFunction[], call: Call, scene: Scene): Scene {
  if (functions.length === 0) return scene;
  const state = scene.state.fork();
  const around = blaming(call, scene);
  const source = { ...around.source, offset: undefined };
  for (const { name, definition } of functions) {
    const [final] = scene.machine.runText(definition, { ...around, state: state.fork() }, source);
    const defined = final?.functions.get(name);
    if (defined !== undefined) state.setFunction(name, { ...defined, isExported: true });
  }
  return { ...scene, state };
}

function directoryOf(taken: TakenOptions, cwd: string | undefined): string | undefined {
  const named = taken.options.findLast(({ name }) => name === "-C" || name === "--chdir");
  if (named === undefined) return cwd;
  const known = named.value === undefined ? undefined : knownValue(named.value.text);
  return known === undefined ? undefined : toAbsolute(known, cwd);
}

export function runIn(
  cwd: string | undefined,
  call: Call,
  { scene, isOpaque = false }: { readonly scene: Scene; readonly isOpaque?: boolean },
): readonly ShellState[] {
  if (call.argv.length === 0) return [scene.state];
  const inside = scene.state.fork();
  inside.cwd = cwd;
  if (isOpaque) {
    const index = tellingWord(call.argv);
    if (index > 0) scene.machine.runCall({ ...call, argv: call.argv.slice(index) }, inside.fork());
  }
  return scene.machine.runCall(call, inside).map((final) => {
    final.cwd = scene.state.cwd;
    return final;
  });
}
