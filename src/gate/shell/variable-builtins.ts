import { assignElement, assignScalar, hideVariable } from "./assignments.ts";
import { blaming, ended, knownWords, splitAssignment } from "./builtin.ts";
import type { Builtin } from "./builtin.ts";
import { runAssigned, runHiddenSubscripts } from "./hidden-script.ts";
import type { Call, Scene } from "./machine.ts";
import { formatPrintf } from "./printf.ts";
import { read, readArray } from "./read-builtins.ts";
import type { ShellState } from "./shell-state.ts";
import { attributeOf } from "./shell-variable.ts";
import type { FunctionDefinition } from "./shell-variable.ts";
import { UNKNOWN, knownValue, unknownFrom } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** Builtins that set, export and forget variables. */
export const VARIABLE_BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["export", (call, scene) => declare(call, scene, { isExporting: true })],
  ["declare", (call, scene) => declare(call, scene, { isLocal: true })],
  ["typeset", (call, scene) => declare(call, scene, { isLocal: true })],
  ["local", declareLocal],
  ["readonly", (call, scene) => declare(call, scene, { isReadonly: true })],
  ["unset", unset],
  ["set", setOptions],
  ["shift", shift],
  ["read", read],
  ["mapfile", readArray],
  ["readarray", readArray],
  ["getopts", getOptions],
]);

interface Declaring {
  readonly isExporting?: boolean;
  readonly isLocal?: boolean;
  readonly isReadonly?: boolean;
}

function declare(call: Call, scene: Scene, how: Declaring): readonly ShellState[] {
  const { state } = scene;
  runHiddenSubscripts(call, scene);
  const flags = new Set<string>();
  for (const field of call.argv.slice(1)) {
    const known = knownValue(field.text);
    if (known !== undefined && /^[-+][A-Za-z]+$/.test(known)) {
      for (const flag of known.slice(1)) flags.add(known[0] + flag);
    } else {
      const assignment = splitAssignment(field.text);
      if (assignment !== undefined)
        runAssigned(assignment.name, assignment.value, blaming(call, scene));
      declareOne(field, { state, flags, how });
    }
  }
  return ended(state);
}

/** `local` outside of any function assigns nothing in bash, and does in zsh: both values may be there. */
function declareLocal(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  if (state.isReturnable) return declare(call, scene, { isLocal: true });
  const names = call.argv.slice(1).flatMap(({ text }) => {
    const name = splitAssignment(text)?.name ?? knownValue(text) ?? "-";
    return name.startsWith("-") ? [] : [name.replace(/\[.*$/, "")];
  });
  const before = names.map((name) => textsOf(name, state));
  const finals = declare(call, scene, {});
  for (const final of finals) {
    for (const [index, name] of names.entries()) {
      const text = unknownFrom(...before[index]!, ...textsOf(name, final));
      final.setVariable(name, { kind: "scalar", text, isExported: false });
    }
  }
  return finals;
}

function textsOf(name: string, state: ShellState): readonly Text[] {
  const variable = state.variable(name);
  if (variable?.kind === "scalar") return [variable.text];
  return variable?.kind === "array" ? [...variable.elements.values()] : [];
}

interface Declaration {
  readonly state: ShellState;
  readonly flags: ReadonlySet<string>;
  readonly how: Declaring;
}

function declareOne(field: Field, { state, flags, how }: Declaration): void {
  const assignment = splitAssignment(field.text);
  const name = assignment?.name ?? knownValue(field.text);
  if (name === undefined) return;
  if (flags.has("-f")) {
    const definition = state.functions.get(name);
    if (definition) {
      const isReadonly =
        definition.isReadonly === true || how.isReadonly === true || flags.has("-r");
      state.setFunction(name, {
        ...definition,
        isExported: isExportedFunction(definition, flags, how),
        ...(isReadonly ? { isReadonly } : {}),
      });
    }
    return;
  }
  if (how.isLocal === true && !flags.has("-g")) hideVariable(name.replace(/\[.*$/, ""), state);
  if (flags.has("-n") && how.isExporting !== true) {
    const target = assignment === undefined ? undefined : knownValue(assignment.value);
    if (target !== undefined) state.setVariable(name, { kind: "reference", name: target });
    return;
  }
  if (flags.has("-A") && state.variable(name)?.kind !== "array") {
    state.setVariable(name, {
      kind: "array",
      elements: new Map(),
      isAssociative: true,
      isOpen: false,
    });
  }
  noteAttribute(name.replace(/\[.*$/, ""), flags, state);
  if (assignment !== undefined) assignDeclared(assignment, state);
  const isExported = (how.isExporting === true && !flags.has("-n")) || flags.has("-x");
  const isHidden = flags.has("+x") || (how.isExporting === true && flags.has("-n"));
  const variable = state.variable(name);
  if ((isExported || isHidden) && variable?.kind === "scalar") {
    state.setVariable(name, { ...variable, isExported });
  } else if (isExported && (variable === undefined || variable.kind === "unset")) {
    // Exported without a value: the next assignment is exported too, and until then nothing is.
    state.setVariable(name, { kind: "scalar", text: [], isExported: true });
  }
  if (how.isReadonly === true || flags.has("-r"))
    state.readonlyNames = new Set([...state.readonlyNames, name.replace(/\[.*$/, "")]);
}

function isExportedFunction(
  { isExported }: FunctionDefinition,
  flags: ReadonlySet<string>,
  how: Declaring,
): boolean {
  if (flags.has("+x") || (how.isExporting === true && flags.has("-n"))) return false;
  return isExported || how.isExporting === true || flags.has("-x");
}

function assignDeclared(
  { name, operator, value }: NonNullable<ReturnType<typeof splitAssignment>>,
  state: ShellState,
): void {
  const known = knownValue(value);
  const isInteger = attributeOf(state.variable(name)) === "integer";
  const element = /^(\w+)\[(.*)\]$/.exec(name);
  if (element !== null) {
    const key = element[2] === "?" ? undefined : element[2];
    assignElement(element[1]!, { key, value, isAppending: operator === "+=" }, state);
  } else if (known?.startsWith("(") === true && known.endsWith(")") && !isInteger) {
    // An array that came as one word (`declare "A=(x y)"`): its words are not told apart.
    state.setVariable(name, {
      kind: "array",
      elements: new Map([["0", unknownFrom(value)]]),
      isAssociative: false,
      isOpen: true,
    });
  } else assignScalar(name, value, { state, isAppending: operator === "+=" });
}

/** `-i` evaluates what is assigned, `-u` and `-l` change its case; `+i` ends that. */
export function noteAttribute(name: string, flags: ReadonlySet<string>, state: ShellState): void {
  const isEnded = flags.has("+i") || flags.has("+u") || flags.has("+l") || flags.has("+c");
  const attribute = flags.has("-i")
    ? "integer"
    : flags.has("-u")
      ? "upper"
      : flags.has("-l")
        ? "lower"
        : flags.has("-c")
          ? "unsure"
          : undefined;
  if (attribute !== undefined || isEnded) state.setAttribute(name, attribute);
}

function unset(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  runHiddenSubscripts(call, scene);
  const names = knownWords(call.argv.slice(1));
  const isFunction = names.includes("-f");
  for (const name of names) {
    if (name === undefined) forgetPerhaps(state);
    if (name === undefined || name.startsWith("-")) continue;
    const element = /^(\w+)\[(.+)\]$/.exec(name);
    const array = element === null ? undefined : state.variable(element[1]!);
    if (array?.kind === "array") {
      const elements = new Map(array.elements);
      elements.delete(element![2]!);
      state.setVariable(element![1]!, { ...array, elements });
    } else if (isFunction || (state.variable(name) === undefined && state.functions.has(name))) {
      state.setFunction(name, undefined);
    } else state.setVariable(name, { kind: "unset" });
  }
  return ended(state);
}

/** A name that is not known may be that of any function. */
function forgetPerhaps(state: ShellState): void {
  const functions = [...state.functions];
  for (const [name, definition] of functions)
    state.setFunction(name, { ...definition, isUncertain: true });
}

function setOptions(call: Call, { state }: Scene): readonly ShellState[] {
  const rest = call.argv.slice(1);
  let index = 0;
  let isSetting = false;
  for (; index < rest.length; index++) {
    const known = knownValue(rest[index]!.text);
    if (known === "--") {
      isSetting = true;
      index++;
      break;
    }
    if (known === undefined || !/^[-+]/.test(known)) break;
    if (/^[-+][a-zA-Z]*f/.test(known)) state.isGlobUnusual = true;
    const option = /^[-+][a-zA-Z]*o$/.test(known) ? knownValue(rest[index + 1]?.text ?? []) : "";
    if (/^-[b-z]*a/i.test(known) || option === "allexport")
      state.isExportingAll = known.startsWith("-");
    if (/^[-+][a-zA-Z]*o$/.test(known)) index++;
  }
  const words = rest.slice(index);
  if (isSetting || words.length > 0) {
    state.positional = [state.positional[0]!, ...words.map(({ text }) => text)];
    state.isPositionalOpen = words.some(({ isSplit }) => isSplit);
  }
  return ended(state);
}

function shift(call: Call, { state }: Scene): readonly ShellState[] {
  const [, operand] = call.argv;
  const known = operand === undefined ? "1" : knownValue(operand.text);
  const count = known === undefined ? undefined : Number(known);
  if (count === undefined || !Number.isInteger(count) || count < 0) {
    state.positional = [state.positional[0]!, unknownFrom(...state.positional.slice(1))];
    state.isPositionalOpen = true;
    return ended(state);
  }
  // With an open list the words behind the known ones may be any of them.
  const isTooFar = count >= state.positional.length;
  if (!isTooFar || state.isPositionalOpen) {
    state.positional = [state.positional[0]!, ...state.positional.slice(1 + count)];
  }
  return ended(state, state.isPositionalOpen ? "unknown" : isTooFar ? "failure" : "success");
}

function getOptions(call: Call, { state }: Scene): readonly ShellState[] {
  const name = call.argv[2] === undefined ? undefined : knownValue(call.argv[2].text);
  if (name !== undefined) state.assign(name, [UNKNOWN]);
  state.assign("OPTARG", unknownFrom(...state.positional));
  state.assign("OPTIND", [UNKNOWN]);
  return ended(state, "unknown");
}

/** `printf`, with `-v` into a variable. */
export function printf(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const words = call.argv.slice(1);
  const [first, second] = words;
  if (first !== undefined && knownValue(first.text) === "-v" && second !== undefined) {
    if (state.isPlain) return ended(state, "failure");
    const name = knownValue(second.text);
    const text = formatPrintf(words.slice(2));
    runHiddenSubscripts({ ...call, argv: call.argv.slice(0, 3) }, scene);
    runAssigned(name ?? "", text, blaming(call, scene));
    const element = name === undefined ? null : /^(\w+)\[(\w+)\]$/.exec(name);
    if (element !== null)
      assignElement(element[1]!, { key: element[2], value: text, isAppending: false }, state);
    else if (name !== undefined) state.assign(name, text);
    return ended(state);
  }
  state.write(
    formatPrintf(first !== undefined && knownValue(first.text) === "--" ? words.slice(1) : words),
  );
  return ended(state);
}
