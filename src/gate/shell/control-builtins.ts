import { blaming, ended, joinFields, knownWords, restCall } from "./builtin.ts";
import type { Builtin } from "./builtin.ts";
import { readNamed, UNKNOWN_ORIGIN } from "./file-names.ts";
import { FLOW_BUILTINS, isBuiltin } from "./flow-builtins.ts";
import { JOB_BUILTINS } from "./job-builtins.ts";
import type { Call, Scene } from "./machine.ts";
import { runHiddenScript, runHiddenSubscripts } from "./hidden-script.ts";
import { takeOptions } from "./options.ts";
import { words } from "../words.ts";
import { unescapeBackslashes } from "./printf.ts";
import { listingOf } from "./listing.ts";
import { noteShellOption } from "./shell-options.ts";
import { setTrap } from "./trap-builtin.ts";
import type { ShellState } from "./shell-state.ts";
import { joinTexts, knownValue, textOf, unknownFrom, UNKNOWN } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";
import { printf } from "./variable-builtins.ts";

/** Builtins that run text, end things, define names or write. */
export const CONTROL_BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["eval", (call, scene) => withBound(call, scene, evaluate)],
  ["source", (call, scene) => withBound(call, scene, sourceFile)],
  [".", (call, scene) => withBound(call, scene, sourceFile)],
  ["trap", setTrap],
  ["alias", defineAlias],
  ["unalias", (call, scene) => forgetAlias(call, scene)],
  ["hash", hashProgram],
  ["exec", execute],
  ["command", runCommand],
  ["builtin", runBuiltin],
  ["noglob", (call, scene) => runRest(call, scene)],
  ["nocorrect", (call, scene) => runRest(call, scene)],
  ["-", (call, scene) => runRest(call, scene)],
  [
    "repeat",
    (call, scene) => scene.machine.runCall(restCall(call, call.argv.slice(2)), scene.state),
  ],
  ...FLOW_BUILTINS,
  ...JOB_BUILTINS,
  ["enable", enableBuiltins],
  ["shopt", changeOptions],
  ["setopt", changeOptions],
  ["let", (call, scene) => runLet(call, scene)],
  ["echo", echo],
  ["printf", printf],
  [
    "pwd",
    (_call, { state }) =>
      write(state, state.cwd === undefined ? [UNKNOWN, "\n"] : [`${state.cwd}\n`]),
  ],
  ["type", whichProgram],
  ["true", (_call, { state }) => ended(state, isBuiltin(state) ? "success" : "unknown")],
  [":", (_call, { state }) => ended(state, isBuiltin(state) ? "success" : "unknown")],
  ["false", (_call, { state }) => ended(state, isBuiltin(state) ? "failure" : "unknown")],
  ["test", testValues],
  ["[", testValues],
]);

function testValues(call: Call, scene: Scene): readonly ShellState[] {
  runHiddenSubscripts(call, scene);
  return ended(scene.state, "unknown");
}

function write(state: ShellState, text: Text): readonly ShellState[] {
  state.write(text);
  return ended(state);
}

/** `enable -n` takes builtins away: what their names then start is not known. */
function enableBuiltins(_call: Call, { state }: Scene): readonly ShellState[] {
  state.isUnsure = true;
  return ended(state);
}

/** `NAME=value eval …`: what runs sees the variable; behind it bash has the old one, a plain shell the new one. */
function withBound(call: Call, scene: Scene, run: Builtin): readonly ShellState[] {
  const { state } = scene;
  const before = [...call.bound.keys()].map((name) => [name, state.variables.get(name)] as const);
  for (const [name, text] of call.bound) {
    state.setVariable(name, { kind: "scalar", text, isExported: true });
  }
  const finals = run(call, scene);
  if (state.isPlain) return finals;
  for (const final of finals) {
    for (const [name, variable] of before) {
      if (variable === undefined) final.dropVariable(name);
      else final.setVariable(name, variable);
    }
  }
  return finals;
}

function evaluate(call: Call, scene: Scene): readonly ShellState[] {
  // dash takes `--` for a command, which it does not find.
  const isSkipped = !scene.state.isPlain && knownValue(call.argv[1]?.text ?? []) === "--";
  return scene.machine.runText(
    joinFields(call.argv.slice(isSkipped ? 2 : 1)),
    blaming(call, scene),
  );
}

/** Runs a file in this shell: its variables and functions stay. */
function sourceFile(call: Call, scene: Scene): readonly ShellState[] {
  const { machine, state } = scene;
  const [file, ...positional] = call.argv.slice(
    knownValue(call.argv[1]?.text ?? []) === "--" ? 2 : 1,
  );
  if (file === undefined) return ended(state, "failure");
  const known = knownValue(file.text) ?? UNKNOWN_ORIGIN;
  const text = readNamed(file.text, scene);
  if (text === undefined) {
    // Which file it is cannot be known, and one that may be meant names a test runner.
    if (file.text.some((piece) => typeof piece !== "string" && piece.mentions))
      machine.refuse({
        code: "PYTEST_MAY_RUN",
        span: call.span,
        reason:
          "This runs a script whose name cannot be known before it runs and may start a test runner.",
      });
    state.isOpen = true;
    state.write([UNKNOWN]);
    return ended(state, "unknown");
  }
  const { isReturnable } = state;
  state.isReturnable = true;
  const before = { positional: state.positional, isOpen: state.isPositionalOpen };
  if (positional.length > 0) {
    state.positional = [state.positional[0]!, ...positional.map(({ text }) => text)];
    state.isPositionalOpen = positional.some(({ isSplit }) => isSplit);
  }
  const { source } = blaming(call, scene);
  const place = machine.places.get(text);
  const own = { ...source, offset: undefined, origin: place === undefined ? known : source.origin };
  const finals = machine.runText(text, scene, own);
  for (const final of finals) {
    if (final.flow === "return") final.flow = "normal";
    final.isReturnable = isReturnable;
    if (positional.length > 0) {
      final.positional = before.positional;
      final.isPositionalOpen = before.isOpen;
    }
  }
  return finals;
}

function defineAlias(call: Call, { state }: Scene): readonly ShellState[] {
  for (const { text } of call.argv.slice(1)) {
    const [first] = text;
    const end = typeof first === "string" ? first.indexOf("=") : -1;
    if (typeof first !== "string" || end < 1) continue;
    const value = [...textOf(first.slice(end + 1)), ...text.slice(1)];
    state.setAlias(first.slice(0, end), value);
  }
  return ended(state);
}

function forgetAlias(call: Call, { state }: Scene): readonly ShellState[] {
  for (const name of knownWords(call.argv.slice(1))) {
    if (name === "-a") {
      const names = [...state.aliases.keys()];
      for (const other of names) state.setAlias(other, undefined);
    } else if (name !== undefined) state.setAlias(name, undefined);
  }
  return ended(state);
}

/** `hash -p FILE NAME` gives a program another name. */
function hashProgram(call: Call, { state }: Scene): readonly ShellState[] {
  const taken = takeOptions(call.argv.slice(1), { valued: words("-p") });
  const path = taken.options.find(({ name }) => name === "-p")?.value;
  const name = taken.rest[0] === undefined ? undefined : knownValue(taken.rest[0].text);
  if (path !== undefined && name !== undefined) state.setAlias(name, path.text);
  return ended(state);
}

/** `exec` replaces the shell; without a program it only keeps the redirections. */
function execute(call: Call, scene: Scene): readonly ShellState[] {
  const { rest, options } = takeOptions(call.argv.slice(1), {
    valued: words("-a"),
    flags: words("-c -l"),
  });
  if (rest.length === 0) {
    scene.state.isExecuted = true;
    return ended(scene.state);
  }
  const isCleared = options.some(({ name }) => name === "-c");
  const removed = isCleared ? "all" : call.removed;
  const bound = isCleared ? new Map<string, Text>() : call.bound;
  return scene.machine.runCall(
    { ...call, argv: rest, removed, bound, isExternal: true },
    scene.state,
  );
}

function runCommand(call: Call, scene: Scene): readonly ShellState[] {
  const { rest, options } = takeOptions(call.argv.slice(1), {
    valued: new Set(),
    flags: words("-p -v -V"),
  });
  if (options.some(({ name }) => name === "-V")) return whichProgram(call, scene);
  if (options.some(({ name }) => name !== "-p")) return writePrograms(rest, scene.state);
  return scene.machine.runCall(
    { ...call, argv: rest, isExternal: !isBuiltinName(rest[0]), isFunctionless: true },
    scene.state,
  );
}

/** `command` runs builtins, never functions. */
function isBuiltinName(field: Field | undefined): boolean {
  const name = field === undefined ? undefined : knownValue(field.text);
  return (
    name !== undefined &&
    (CONTROL_BUILTINS.has(name) || /^(?:cd|export|read|set|unset|declare|pushd|popd)$/.test(name))
  );
}

/** `builtin exec > file` keeps no redirection. */
function runBuiltin(call: Call, scene: Scene): readonly ShellState[] {
  const states = runRest({ ...call, isFunctionless: true }, scene);
  for (const state of states) state.isExecuted = false;
  return states;
}

function runRest(call: Call, scene: Scene): readonly ShellState[] {
  return scene.machine.runCall(restCall(call, call.argv.slice(1)), scene.state);
}

function whichProgram(call: Call, { state }: Scene): readonly ShellState[] {
  const { rest, options } = takeOptions(call.argv.slice(1), { valued: new Set() });
  if (options.some(({ name }) => /^-[pP]$/.test(name))) return writePrograms(rest, state);
  state.write(unknownFrom(...rest.map(({ text }) => text), listingOf(call, state)));
  return ended(state, "unknown");
}

/** `command -v NAME` writes a path that ends in the name. */
export function writePrograms(fields: readonly Field[], state: ShellState): readonly ShellState[] {
  const texts = fields.map(({ text }) => joinTexts([text, textOf("\n")]));
  state.write(joinTexts(texts));
  return ended(state, "unknown");
}

function changeOptions(call: Call, { state }: Scene): readonly ShellState[] {
  for (const name of knownWords(call.argv.slice(1))) noteShellOption(name, state);
  return ended(state, "unknown");
}

function runLet(call: Call, scene: Scene): readonly ShellState[] {
  let states: readonly ShellState[] = [scene.state];
  for (const { text } of call.argv.slice(1)) {
    const script = joinTexts([textOf("(("), text, textOf("))")]);
    const around = blaming(call, scene);
    runHiddenScript(text, around);
    const source = { ...around.source, offset: undefined };
    states = states.flatMap((state) => scene.machine.runText(script, { ...around, state }, source));
  }
  return states;
}

function echo(call: Call, { state }: Scene): readonly ShellState[] {
  let fields = call.argv.slice(1);
  let isEscaped = state.isPlain;
  let end = "\n";
  for (;;) {
    const known = fields[0] === undefined ? undefined : knownValue(fields[0].text);
    if (known === undefined || !(state.isPlain ? /^-n$/ : /^-[neE]+$/).test(known)) break;
    if (known.includes("n")) end = "";
    if (known.includes("e")) isEscaped = true;
    fields = fields.slice(1);
  }
  const text = joinFields(fields);
  const output = isEscaped ? unescapedText(text) : text;
  state.write(fields.length === 1 && end === "" ? output : joinTexts([output, textOf(end)]));
  return ended(state);
}

function unescapedText(text: Text): Text {
  return joinTexts(
    text.map((piece) => (typeof piece === "string" ? textOf(unescapeBackslashes(piece)) : [piece])),
  );
}
