import { exhausted } from "../exhausted.ts";
import { quotedAtom } from "./atom.ts";
import type { Atom } from "./atom.ts";
import { runAssigned, runPrompt } from "./hidden-script.ts";
import type { Scene } from "./machine.ts";
import { listValue, oneValue, unsetValue } from "./parameter-value.ts";
import type { ParameterValue } from "./parameter-value.ts";
import type { ParameterExpansionPart, ParameterOperation, Word } from "./parse-script.ts";
import { matchesPattern } from "./shell-pattern.ts";
import type { PatternToken } from "./shell-pattern.ts";
import type { ShellState } from "./shell-state.ts";
import { isSameText, joinTexts, knownValue, textOf, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** How operators get at their operands. Reading runs the substitutions in them. */
export interface OperandReader {
  textOf(word: Word): Text;
  /** The words of an unquoted operand. */
  atomsOf(word: Word): readonly Atom[];
  /** The operand as a pattern; `undefined` where it is not certain. */
  patternOf(word: Word): readonly PatternToken[] | undefined;
  /** The operand as a number in decimal; `undefined` where it is not certain. */
  numberOf(word: Word): string | undefined;
}

/** What an operator needs. */
export interface Operating {
  readonly scene: Scene;
  readonly isQuoted: boolean;
  readonly operands: OperandReader;
}

/** A value, or the words of an operand that takes its place. */
export type Operated = ParameterValue | { readonly kind: "atoms"; readonly atoms: readonly Atom[] };

/** Applies a parameter expansion's operator to the parameter's value. */
export function applyOperation(
  part: ParameterExpansionPart,
  value: ParameterValue,
  operating: Operating,
): Operated {
  const { operation } = part;
  switch (operation?.type) {
    case undefined:
    case "Names":
      return value;
    case "Default":
      return applyDefault({ part, operation }, value, operating);
    case "Slice":
      return applySlice(operation, value, operating);
    case "Unknown":
      return mapValue(value, (text) => unknownFrom(text));
    case "Remove":
    case "Replace":
    case "CaseModification":
    case "Transform":
      return mapValue(value, textOperation(operation, operating));
    default:
      return exhausted(operation);
  }
}

type OperationOf<T extends ParameterOperation["type"]> = ParameterOperation & { readonly type: T };

function applyDefault(
  { part, operation }: { part: ParameterExpansionPart; operation: OperationOf<"Default"> },
  value: ParameterValue,
  operating: Operating,
): Operated {
  const { operator, operand } = operation;
  const isEmptyCounted = operator.startsWith(":");
  const presence = presenceOf(value, isEmptyCounted);
  if (operator.endsWith("?")) {
    // The message is expanded where it is needed, before the shell ends.
    if (presence !== "present") operating.operands.textOf(operand);
    return presence === "absent" ? unsetValue() : value;
  }
  const atoms = operating.isQuoted
    ? [quotedAtom(operating.operands.textOf(operand))]
    : operating.operands.atomsOf(operand);
  if (operator.endsWith("+")) {
    if (presence === "absent") return unsetValue();
    return presence === "present" ? { kind: "atoms", atoms } : maybe(atoms, value);
  }
  if (presence === "present") return value;
  if (operator.endsWith("=") && part.index === undefined) {
    const text = operating.operands.textOf(operand);
    runAssigned(part.parameter, text, operating.scene);
    operating.scene.state.assign(part.parameter, presence === "absent" ? text : unknownFrom(text));
  }
  return presence === "absent" ? { kind: "atoms", atoms } : maybe(atoms, value);
}

/**
 * Whether a parameter counts as set. A name that nothing sets counts as absent: what the
 * command itself says is its default is then what runs.
 */
function presenceOf(
  value: ParameterValue,
  isEmptyCounted: boolean,
): "present" | "absent" | "unknown" {
  if (value.presence !== "set") return "absent";
  if (!isEmptyCounted || value.texts.length > 1) return "present";
  const [text] = value.texts;
  if (text === undefined || text.length === 0) return "absent";
  return text.some((piece) => typeof piece === "string") ? "present" : "unknown";
}

function maybe(atoms: readonly Atom[], value: ParameterValue): ParameterValue {
  const texts = atoms.flatMap((atom) => (atom.kind === "text" ? [atom.text] : []));
  return oneValue(unknownFrom(...texts, ...value.texts));
}

function applySlice(
  operation: OperationOf<"Slice">,
  value: ParameterValue,
  { operands, scene }: Operating,
): ParameterValue {
  const offsetText = operands.numberOf(operation.offset);
  const lengthText = operation.length === undefined ? "" : operands.numberOf(operation.length);
  if (offsetText === undefined || lengthText === undefined || value.isOpen) {
    return value.isList
      ? listValue([unknownFrom(...value.texts)], true)
      : mapValue(value, (text) => unknownFrom(text));
  }
  const cut = <T extends { slice(from: number, to?: number): T; readonly length: number }>(
    all: T,
  ): T => {
    const offset = Number(offsetText) < 0 ? all.length + Number(offsetText) : Number(offsetText);
    if (offset < 0) return all.slice(0, 0);
    if (operation.length === undefined) return all.slice(offset);
    const length = Number(lengthText);
    return length < 0 ? all.slice(offset, all.length + length) : all.slice(offset, offset + length);
  };
  if (value.isList) {
    // `${@:1}` begins at $1, `${@:0}` at $0; arrays count from their first element.
    const isPositional = operation.pos > 0 && isPositionalList(value, scene);
    const all = isPositional ? scene.state.positional : value.texts;
    return listValue(cut([...all]), false);
  }
  return mapValue(value, (text) => {
    const known = knownValue(text);
    return known === undefined ? unknownFrom(text) : textOf(cut(new Slicable(known)).text);
  });
}

function isPositionalList(value: ParameterValue, scene: Scene): boolean {
  const positional = scene.state.positional.slice(1);
  return (
    positional.length === value.texts.length &&
    positional.every((text, index) => text === value.texts[index])
  );
}

class Slicable {
  readonly text: string;
  readonly length: number;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
  }

  slice(from: number, to?: number): Slicable {
    return new Slicable(this.text.slice(from, to));
  }
}

function mapValue(value: ParameterValue, change: (text: Text) => Text): ParameterValue {
  return { ...value, texts: value.presence === "unset" ? value.texts : value.texts.map(change) };
}

type TextOperation = OperationOf<"Remove" | "Replace" | "CaseModification" | "Transform">;

function textOperation(
  operation: TextOperation,
  { operands, scene }: Operating,
): (text: Text) => Text {
  const onKnown =
    (change: (known: string) => Text | undefined, ...others: readonly Text[]) =>
    (text: Text): Text => {
      const known = knownValue(text);
      return (
        (known === undefined ? undefined : change(known)) ??
        unknownFrom(joinTexts([text, ...others]))
      );
    };
  switch (operation.type) {
    case "Remove": {
      const pattern = operands.patternOf(operation.operand);
      return onKnown((known) => pattern && textOf(removeMatch(known, pattern, operation.operator)));
    }
    case "Replace": {
      const pattern = operands.patternOf(operation.pattern);
      const replacement = operands.textOf(operation.replacement);
      const { operator } = operation;
      return onKnown(
        (known) => pattern && replaceByCase(known, { pattern, replacement, operator }, scene.state),
        replacement,
        operands.textOf(operation.pattern),
      );
    }
    case "CaseModification": {
      const pattern = operation.operand && operands.patternOf(operation.operand);
      if (operation.operand !== undefined && pattern === undefined)
        return (text) => unknownFrom(text);
      return onKnown((known) => textOf(changeCase(known, operation.operator, pattern)));
    }
    case "Transform": {
      const operator = knownValue(operands.textOf(operation.operand));
      return (text) => {
        if (operator === "P") runPrompt(text, scene);
        return onKnown((known) => transform(known, operator))(text);
      };
    }
    default:
      return exhausted(operation);
  }
}

/** Longest text that patterns are tried on position by position: the cost grows with its square. */
const PATTERN_TEXT_MAX = 4096;

function removeMatch(text: string, pattern: readonly PatternToken[], operator: string): string {
  if (text.length > PATTERN_TEXT_MAX) return text;
  const isPrefix = operator.startsWith("#");
  const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
  if (operator.length === 2) lengths.reverse();
  for (const length of lengths) {
    const part = isPrefix ? text.slice(0, length) : text.slice(text.length - length);
    if (matchesPattern(pattern, part)) {
      return isPrefix ? text.slice(length) : text.slice(0, text.length - length);
    }
  }
  return text;
}

interface Replacing {
  readonly pattern: readonly PatternToken[];
  readonly replacement: Text;
  readonly operator: string;
}

/** Under `nocasematch`, which may be on, a pattern of letters matches more than it says; `#` and `%` do not care. */
function replaceByCase(
  text: string,
  replacing: Replacing,
  { isCaseLoose }: ShellState,
): Text | undefined {
  const exact = replaceMatches(text, replacing);
  if (!isCaseLoose || exact === undefined) return exact;
  const loose = replaceMatches(text, replacing, true) ?? [];
  return isSameText(exact, loose) ? exact : unknownFrom(exact, loose);
}

function replaceMatches(
  text: string,
  { pattern, replacement, operator }: Replacing,
  isCaseLoose = false,
): Text | undefined {
  // Since bash 5.2 `&` in the replacement stands for the match.
  if (
    text.length > PATTERN_TEXT_MAX ||
    replacement.some((piece) => typeof piece === "string" && piece.includes("&"))
  ) {
    return undefined;
  }
  // Nothing stands at the beginning and at the end of every text: `${X/#/before}`, `${X/%/behind}`.
  if (pattern.length === 0 && operator === "/#") return joinTexts([replacement, textOf(text)]);
  if (pattern.length === 0 && operator === "/%") return joinTexts([textOf(text), replacement]);
  if (pattern.length === 0) return textOf(text);
  const pieces: Text[] = [];
  let from = 0;
  let at = 0;
  while (at <= text.length) {
    const end = matchEnd(pattern, { text, at, isCaseLoose });
    const isFitting = operator === "/#" ? at === 0 : operator !== "/%" || end === text.length;
    if (end !== undefined && isFitting && (end > at || text === "")) {
      pieces.push(textOf(text.slice(from, at)), replacement);
      from = end;
      at = end;
      if (operator !== "//") break;
    } else at++;
  }
  return joinTexts([...pieces, textOf(text.slice(from))]);
}

function matchEnd(
  pattern: readonly PatternToken[],
  {
    text,
    at,
    isCaseLoose,
  }: { readonly text: string; readonly at: number; readonly isCaseLoose: boolean },
): number | undefined {
  for (let end = text.length; end >= at; end--) {
    if (matchesPattern(pattern, text.slice(at, end), isCaseLoose)) return end;
  }
  return undefined;
}

function changeCase(
  text: string,
  operator: string,
  pattern: readonly PatternToken[] | undefined,
): string {
  const change = (character: string): string => {
    if (pattern !== undefined && pattern.length > 0 && !matchesPattern(pattern, character))
      return character;
    return operator.startsWith("^") ? character.toUpperCase() : character.toLowerCase();
  };
  if (operator.length === 2) return text.replaceAll(/[^]/g, change);
  return text === "" ? "" : change(text[0]!) + text.slice(1);
}

function transform(text: string, operator: string | undefined): Text | undefined {
  switch (operator ?? "") {
    case "Q":
      return textOf(`'${text.replaceAll("'", String.raw`'\''`)}'`);
    case "U":
      return textOf(text.toUpperCase());
    case "L":
      return textOf(text.toLowerCase());
    case "u":
      return textOf(text === "" ? "" : text[0]!.toUpperCase() + text.slice(1));
    case "P":
    case "E":
      return /[\\$`!]/.test(text) ? undefined : textOf(text);
    default:
      return undefined;
  }
}
