import { expandedAtom } from "./atom.ts";
import type { Atom } from "./atom.ts";
import { runHiddenSubscript } from "./hidden-script.ts";
import type { Scene } from "./machine.ts";
import { applyOperation } from "./parameter-operation.ts";
import type { OperandReader } from "./parameter-operation.ts";
import {
  listValue,
  oneValue,
  parameterValue,
  unknownValue,
  unsetValue,
} from "./parameter-value.ts";
import type { ParameterValue } from "./parameter-value.ts";
import type { ParameterExpansionPart } from "./parse-script.ts";
import type { ShellState } from "./shell-state.ts";
import type { Variable } from "./shell-variable.ts";
import { knownValue, textOf, unknownFrom, UNKNOWN } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** The words that a parameter expansion gives. */
export function expandParameter(
  part: ParameterExpansionPart,
  scene: Scene,
  how: { readonly isQuoted: boolean; readonly operands: OperandReader },
): readonly Atom[] {
  const value = baseValue(part, scene, how.operands);
  const operated =
    part.prefix === "#" ? lengthOf(value) : applyOperation(part, value, { scene, ...how });
  return "kind" in operated ? operated.atoms : atomsOf(operated, how.isQuoted, scene.state);
}

/** The words of a value, quoted or not. */
export function atomsOf(
  value: ParameterValue,
  isQuoted: boolean,
  state: ShellState,
): readonly Atom[] {
  if (value.presence === "unset" && !value.isList) return isQuoted ? [expandedAtom([], true)] : [];
  if (!value.isList) return [expandedAtom(value.texts[0] ?? [], isQuoted)];
  const atoms = value.texts.flatMap((text, index): Atom[] => {
    const atom = expandedAtom(text, isQuoted);
    return index === 0 ? [atom] : [{ kind: "break" }, atom];
  });
  if (!value.isOpen) return atoms;
  // The further words are unknown in number: an unquoted unknown says that.
  const rest = expandedAtom(unknownFrom(...value.texts, ...state.positional), false);
  return atoms.length === 0 ? [rest] : [...atoms, { kind: "break" }, rest];
}

function baseValue(
  part: ParameterExpansionPart,
  scene: Scene,
  operands: OperandReader,
): ParameterValue {
  const { state } = scene;
  const { parameter, index, prefix } = part;
  if (prefix === "!") {
    for (const text of parameterValue(parameter, scene.state).texts)
      runHiddenSubscript(text, scene);
    return indirectValue(part, state);
  }
  if (index === undefined) return parameterValue(parameter, state);
  const subscript = index.text;
  // The subscript is expanded whatever the variable is.
  const key = /[$`]/.test(subscript) ? operands.textOf(index) : undefined;
  const variable = state.variable(parameter);
  if (subscript === "@" || subscript === "*") {
    if (variable?.kind === "array")
      return listValue([...variable.elements.values()], variable.isOpen);
    const single = parameterValue(parameter, state);
    return single.presence === "set"
      ? { ...single, isList: true }
      : listValue([], single.presence === "unlisted");
  }
  if (variable?.kind !== "array") {
    const value = parameterValue(parameter, state);
    // What is not listed may be an array that bash or a file sets.
    const isArray = state.isOpen || (variable === undefined && value.presence === "set");
    return subscript === "0" ? value : isArray ? unknownValue() : unsetValue();
  }
  const found = variable.isAssociative
    ? knownValue(key ?? operands.textOf(index))
    : operands.numberOf(index);
  return elementValue(variable, found);
}

function elementValue(
  variable: Extract<Variable, { readonly kind: "array" }>,
  key: string | undefined,
): ParameterValue {
  const all = unknownFrom(...variable.elements.values());
  if (key === undefined) return oneValue(all);
  const found = elementAt(variable.elements, key);
  return found === undefined ? (variable.isOpen ? oneValue(all) : unsetValue()) : oneValue(found);
}

function elementAt(elements: ReadonlyMap<string, Text>, key: string): Text | undefined {
  if (!/^-\d+$/.test(key)) return elements.get(key);
  const last = Math.max(-1, ...[...elements.keys()].map(Number));
  return elements.get(String(last + 1 + Number(key)));
}

function indirectValue(part: ParameterExpansionPart, state: ShellState): ParameterValue {
  const variable = state.variable(part.parameter);
  if (part.operation?.type === "Names") return listValue([], true);
  if (part.index?.text === "@" || part.index?.text === "*") {
    if (variable?.kind !== "array") return listValue([], true);
    return listValue([...variable.elements.keys()].map(textOf), variable.isOpen);
  }
  const own = state.variables.get(part.parameter);
  if (own?.kind === "reference") return oneValue(textOf(own.name));
  const target = parameterValue(part.parameter, state);
  const name = target.presence === "set" ? knownValue(target.texts[0]!) : undefined;
  if (name === undefined) return unknownValue();
  const element = /^(\w+)\[(@|\*|\w+)\]$/.exec(name);
  if (element === null) return parameterValue(name, state);
  const array = state.variable(element[1]!);
  if (array?.kind !== "array") return unknownValue();
  if (element[2] === "@" || element[2] === "*")
    return listValue([...array.elements.values()], array.isOpen);
  return oneValue(array.elements.get(element[2]!) ?? unknownFrom(...array.elements.values()));
}

function lengthOf(value: ParameterValue): ParameterValue {
  if (value.isList) return oneValue(value.isOpen ? [UNKNOWN] : textOf(String(value.texts.length)));
  if (value.presence === "unset") return oneValue(textOf("0"));
  const known = knownValue(value.texts[0] ?? []);
  return oneValue(known === undefined ? [UNKNOWN] : textOf(String(known.length)));
}
