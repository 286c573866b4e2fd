import type { CompoundCommand, CompoundList, Redirected } from "./parse-script.ts";
import type { Source } from "./source.ts";
import { exhausted } from "../exhausted.ts";
import { isSameText, joinTexts, knownValue, textOf, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** What a shell variable holds. `unset` is certain; a name that stands nowhere is not. */
export type Variable =
  | {
      readonly kind: "scalar";
      readonly text: Text;
      readonly isExported: boolean;
      readonly attribute?: Attribute | undefined;
    }
  | {
      readonly kind: "array";
      /** Values by index or key, in the order in which `"${A[@]}"` gives them. */
      readonly elements: ReadonlyMap<string, Text>;
      readonly isAssociative: boolean;
      /** There may be further elements. */
      readonly isOpen: boolean;
      readonly attribute?: Attribute | undefined;
    }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "unset"; readonly attribute?: Attribute | undefined };

/** What an assignment does to the value: `declare -i`, `-u`, `-l`, or something that is not certain. */
export type Attribute = "integer" | "upper" | "lower" | "unsure";

/** What an assignment to a variable does to its value. */
export function attributeOf(variable: Variable | undefined): Attribute | undefined {
  return variable === undefined || variable.kind === "reference" ? undefined : variable.attribute;
}

/** A value as a variable with the attribute holds it. */
export function attributed(text: Text, attribute: Attribute | undefined): Text {
  switch (attribute) {
    case undefined:
      return text;
    case "integer":
      return /^(?:-?[1-9]\d{0,14}|0)$/.test(knownValue(text) ?? "") ? text : unknownFrom(text);
    case "upper":
      return text.map((piece) => (typeof piece === "string" ? piece.toUpperCase() : piece));
    case "lower":
      return text.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : piece));
    case "unsure":
      return unknownFrom(text);
    default:
      return exhausted(attribute);
  }
}

/** What `+=` makes of two values: the sum of an integer variable, otherwise one behind the other. */
export function appended(before: Text, value: Text, attribute: Attribute | undefined): Text {
  if (attribute !== "integer") return attributed(joinTexts([before, value]), attribute);
  const [one, other] = [before, value].map((text) => knownValue(attributed(text, attribute)));
  if (value.length === 0 || one === undefined || other === undefined)
    return unknownFrom(joinTexts([before, value]));
  return attributed(textOf(String(Number(one) + Number(other))), attribute);
}

/** A function's body and the text in which its positions count. */
export interface FunctionDefinition {
  readonly body: CompoundCommand | Redirected | CompoundList;
  readonly source: Source;
  readonly isExported: boolean;
  /** What the name may stand for instead. */
  readonly others?: readonly FunctionDefinition[];
  /** The name may also stand for no function at all. */
  readonly isUncertain?: boolean;
  /** `readonly -f`: a later definition fails. */
  readonly isReadonly?: boolean;
}

/** One definition that stands for both, of which either may be missing. */
export function eitherFunction(
  one: FunctionDefinition | undefined,
  other: FunctionDefinition | undefined,
): FunctionDefinition | undefined {
  if (one === other || (one === undefined && other === undefined)) return one;
  if (one === undefined || other === undefined) return { ...(one ?? other)!, isUncertain: true };
  const all = [one, ...(one.others ?? []), other, ...(other.others ?? [])];
  const isUncertain = one.isUncertain === true || other.isUncertain === true;
  return {
    ...one,
    isExported: one.isExported || other.isExported,
    others: [...new Map(all.slice(1).map((each) => [each.body, each])).values()].filter(
      ({ body }) => body !== one.body,
    ),
    ...(isUncertain ? { isUncertain } : {}),
  };
}

/** The maps of a state: shared between forks until one of them writes. */
export interface Tables {
  readonly variables: Map<string, Variable>;
  readonly functions: Map<string, FunctionDefinition>;
  readonly aliases: Map<string, Text>;
  /** Files that the command itself wrote, by absolute path. */
  readonly files: Map<string, Text>;
}

export function isSameOutput(one: Text | undefined, other: Text | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSameText(one, other);
}

export function isSameList(one: readonly Text[], other: readonly Text[]): boolean {
  return (
    one === other ||
    (one.length === other.length && one.every((text, index) => isSameText(text, other[index]!)))
  );
}

export function isSameTables(one: Tables, other: Tables): boolean {
  return (
    isSameMap(one.variables, other.variables, isSameVariable) &&
    isSameMap(one.functions, other.functions, isSameFunction) &&
    isSameMap(one.aliases, other.aliases, isSameText) &&
    isSameMap(one.files, other.files, isSameText)
  );
}

function isSameFunction(one: FunctionDefinition, other: FunctionDefinition): boolean {
  return (
    one.body === other.body &&
    one.isUncertain === other.isUncertain &&
    one.others?.length === other.others?.length
  );
}

function isSameMap<V>(
  one: ReadonlyMap<string, V>,
  other: ReadonlyMap<string, V>,
  isSame: (a: V, b: V) => boolean,
): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [name, value] of one) {
    const against = other.get(name);
    if (against === undefined || (against !== value && !isSame(value, against))) return false;
  }
  return true;
}

export function isSameVariable(one: Variable, other: Variable): boolean {
  if (attributeOf(one) !== attributeOf(other)) return false;
  if (one.kind === "scalar" && other.kind === "scalar") {
    return one.isExported === other.isExported && isSameText(one.text, other.text);
  }
  if (one.kind === "array" && other.kind === "array") {
    return one.isOpen === other.isOpen && isSameMap(one.elements, other.elements, isSameText);
  }
  return one.kind === other.kind && one.kind === "unset";
}

export function unknownOf(...variables: readonly (Variable | undefined)[]): Text {
  return unknownFrom(
    ...variables.flatMap((variable) => {
      if (variable?.kind === "scalar") return [variable.text];
      return variable?.kind === "array" ? [...variable.elements.values()] : [];
    }),
  );
}
