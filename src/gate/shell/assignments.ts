import { ELEMENTS_MAX } from "../limits.ts";
import { expandText, expandWord } from "./expand-word.ts";
import { runAssigned, runHiddenSubscript } from "./hidden-script.ts";
import type { Scene } from "./machine.ts";
import type { ArrayValue, Assignment, Word } from "./parse-script.ts";
import { parameterValue } from "./parameter-value.ts";
import type { ShellState } from "./shell-state.ts";
import { appended, attributed, attributeOf } from "./shell-variable.ts";
import type { Variable } from "./shell-variable.ts";
import { joinTexts, knownValue, textOf, unknownFrom } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** Applies `NAME=value`, `NAME+=value` and `NAME[i]=value`. */
export function applyScalar(assignment: Assignment, scene: Scene): void {
  const value = expandText(assignment.value as Word, scene);
  // A plain shell takes `NAME+=value` for a command that it does not find.
  if (scene.state.isPlain && assignment.append === true) return;
  runAssigned(assignment.name, value, scene);
  if (assignment.index === undefined) {
    assignScalar(assignment.name, value, {
      state: scene.state,
      isAppending: assignment.append === true,
    });
    return;
  }
  const key = indexOf(assignment.index, assignment.name, scene);
  assignElement(
    assignment.name,
    { key, value, isAppending: assignment.append === true },
    scene.state,
  );
}

/** Assigns or appends a scalar. */
export function assignScalar(
  name: string,
  value: Text,
  { state, isAppending }: { readonly state: ShellState; readonly isAppending: boolean },
): void {
  if (!isAppending) {
    state.assign(name, value);
    return;
  }
  const before = parameterValue(name, state);
  const attribute = attributeOf(state.variable(name));
  const text = before.presence === "set" ? (before.texts[0] ?? []) : [];
  const number = attribute === "integer" && text.length === 0 ? textOf("0") : text;
  state.assign(name, appended(number, value, attribute));
}

/** What stands in these arrays is an alias, or the path of a program. */
function noteNames(
  array: string,
  elements: Iterable<readonly [name: string, text: Text]>,
  state: ShellState,
): void {
  if (array !== "BASH_ALIASES" && array !== "BASH_CMDS") return;
  for (const [name, text] of elements) state.setAlias(name, text);
}

interface Element {
  readonly key: string | undefined;
  readonly value: Text;
  readonly isAppending: boolean;
}

/** Assigns one element of an array. */
export function assignElement(
  name: string,
  { key, value, isAppending }: Element,
  state: ShellState,
): void {
  const array = arrayOf(name, state);
  if (key === undefined) {
    const elements = new Map(
      [...array.elements.keys()].map((other) => [
        other,
        unknownFrom(value, ...array.elements.values()),
      ]),
    );
    state.setVariable(name, { ...array, elements, isOpen: true });
    return;
  }
  const { attribute } = array;
  const before = array.elements.get(key) ?? (attribute === "integer" ? textOf("0") : []);
  const text = isAppending ? appended(before, value, attribute) : attributed(value, attribute);
  const elements = new Map(array.elements).set(key, text);
  noteNames(name, [[key, text]], state);
  state.setVariable(name, {
    ...array,
    elements: array.isAssociative ? elements : sorted(elements),
  });
}

/** Applies `NAME=(…)` and `NAME+=(…)`. */
export function applyArray(assignment: Assignment, scene: Scene): void {
  const { elements } = assignment.value as ArrayValue;
  const existing = scene.state.variable(assignment.name);
  const isAssociative = existing?.kind === "array" && existing.isAssociative;
  const start = assignment.append === true ? arrayOf(assignment.name, scene.state) : undefined;
  let array: Extract<Variable, { kind: "array" }> = start ?? {
    kind: "array",
    elements: new Map(),
    isAssociative,
    isOpen: false,
  };
  let fields: Field[] = [];
  for (const word of elements) {
    const keyed = keyedElement(word, scene);
    if (keyed === undefined) {
      if (fields.length <= ELEMENTS_MAX) fields.push(...expandWord(word, scene));
      continue;
    }
    array = withFields(array, fields);
    fields = [];
    const changed = new Map(array.elements).set(keyed.key, keyed.value);
    array = { ...array, elements: isAssociative ? changed : sorted(changed) };
  }
  array = withFields(array, fields);
  for (const text of array.elements.values()) runHiddenSubscript(text, scene);
  noteNames(assignment.name, array.elements, scene.state);
  setArray(assignment.name, array, scene.state);
}

/** Gives a name an array, each element as the variable's attribute makes it. */
export function setArray(
  name: string,
  array: Extract<Variable, { kind: "array" }>,
  state: ShellState,
): void {
  const attribute = attributeOf(state.variable(name));
  if (attribute === undefined) return state.setVariable(name, array);
  const elements = [...array.elements].map(
    ([key, text]) => [key, attributed(text, attribute)] as const,
  );
  state.setVariable(name, { ...array, elements: new Map(elements), attribute });
}

/** An array of these words. */
export function arrayFrom(fields: readonly Field[]): Extract<Variable, { kind: "array" }> {
  return withFields(
    { kind: "array", elements: new Map(), isAssociative: false, isOpen: false },
    fields,
  );
}

/** How the builtin that declares it reads `NAME[i]=value`: with the index evaluated. */
export function elementName(assignment: Assignment, scene: Scene): string {
  if (assignment.index === undefined) return assignment.name;
  return `${assignment.name}[${indexOf(assignment.index, assignment.name, scene) ?? "?"}]`;
}

function withFields(
  array: Extract<Variable, { kind: "array" }>,
  fields: readonly Field[],
): Extract<Variable, { kind: "array" }> {
  const elements = new Map(array.elements);
  let next =
    Math.max(-1, ...[...elements.keys()].map(Number).filter((key) => !Number.isNaN(key))) + 1;
  for (const { text } of fields) {
    if (elements.size >= ELEMENTS_MAX) {
      const rest = unknownFrom(...fields.map((field) => field.text));
      elements.set("0", rest);
      return { ...array, elements, isOpen: true };
    }
    elements.set(String(next++), text);
  }
  return { ...array, elements, isOpen: array.isOpen || fields.some(({ isSplit }) => isSplit) };
}

/** `[key]=value` among the words of an array. */
function keyedElement(
  word: Word,
  scene: Scene,
): { readonly key: string; readonly value: Text } | undefined {
  if (!word.text.startsWith("[") || !word.text.includes("]=")) return undefined;
  const text = expandText(word, scene);
  const [first] = text;
  const end = typeof first === "string" ? first.indexOf("]=") : -1;
  if (typeof first !== "string" || end < 0) return undefined;
  const rest: Text = [first.slice(end + 2), ...text.slice(1)];
  return {
    key: first.slice(1, end).replaceAll(/^["']|["']$/g, ""),
    value: joinTexts([rest.filter((piece) => piece !== "")]),
  };
}

function indexOf(index: Word, name: string, scene: Scene): string | undefined {
  const text = expandText(index, scene);
  runHiddenSubscript(text, scene);
  const known = knownValue(text)?.trim();
  const variable = scene.state.variable(name);
  if (variable?.kind === "array" && variable.isAssociative) return known;
  if (name === "BASH_ALIASES" || name === "BASH_CMDS") return known;
  if (known === undefined || /^\d+$/.test(known)) return known;
  if (!/^[A-Za-z_]\w*$/.test(known)) return undefined;
  const value = knownValue(parameterValue(known, scene.state).texts[0] ?? []);
  return value !== undefined && /^\d+$/.test(value) ? value : undefined;
}

function arrayOf(name: string, state: ShellState): Extract<Variable, { kind: "array" }> {
  const existing = state.variable(name);
  if (existing?.kind === "array") return existing;
  const elements = new Map<string, Text>(existing?.kind === "scalar" ? [["0", existing.text]] : []);
  const attribute = attributeOf(existing);
  return { kind: "array", elements, isAssociative: false, isOpen: false, attribute };
}

function sorted(elements: ReadonlyMap<string, Text>): ReadonlyMap<string, Text> {
  return new Map([...elements].sort(([one], [other]) => Number(one) - Number(other)));
}

/** Notes what a local variable hides, for the function's return. */
export function hideVariable(name: string, state: ShellState): void {
  if (state.hidden.some(([other]) => other === name)) return;
  state.hidden = [...state.hidden, [name, state.variables.get(name)]];
}
