import { exhausted } from "../exhausted.ts";
import { WORDS_MAX } from "../limits.ts";
import { evaluateArithmetic } from "./arithmetic.ts";
import type { ArithmeticScene } from "./arithmetic.ts";
import { expandedAtom, plainAtom, quotedAtom, splitAtoms } from "./atom.ts";
import type { Atom } from "./atom.ts";
import { escapeBraces, expandBraces } from "./brace-expansion.ts";
import { atomsOf, expandParameter } from "./expand-parameter.ts";
import { runHiddenSubscript } from "./hidden-script.ts";
import type { Scene } from "./machine.ts";
import type { OperandReader } from "./parameter-operation.ts";
import { joinedText, parameterValue } from "./parameter-value.ts";
import { parseScript, partsOf } from "./parse-script.ts";
import type {
  ArithmeticExpression,
  BraceExpansionPart,
  CommandExpansionPart,
  HereDocBody,
  Word,
  WordPart,
} from "./parse-script.ts";
import { expandPaths } from "./path-expansion.ts";
import { parsePattern } from "./shell-pattern.ts";
import type { PatternPiece, PatternToken } from "./shell-pattern.ts";
import type { ShellState } from "./shell-state.ts";
import { derivedSource, placeIn, spanIn } from "./source.ts";
import {
  joinTexts,
  knownField,
  knownValue,
  literalText,
  textOf,
  unknownFrom,
  UNKNOWN,
} from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** The words that one word of a command becomes, in bash's order of expansions. */
export function expandWord(word: Word, scene: Scene): readonly Field[] {
  const at = placeIn(scene.source, word.pos);
  const parts = partsOf(word);
  const verbatim = verbatimOffset(word);
  if (verbatim !== undefined) {
    const text = literalText(verbatim.value);
    if (at !== undefined) scene.machine.places.set(text, at + verbatim.offset);
    return [{ text, isSplit: false, at }];
  }
  if (parts === undefined && /^[^~\ue000\ue001][^\ue000\ue001]*$/.test(word.value)) {
    return [knownField(word.value, at)];
  }
  const isBraced = parts?.some((part) => part.type === "BraceExpansion") === true;
  if (!isBraced || scene.state.isPlain) return expandFields(word, scene, at);
  const raws = expandBraces(word.text);
  if (raws === undefined) return [{ text: unknownFrom(textOf(word.text)), isSplit: true, at }];
  const span = spanIn(scene.source, word);
  return raws.flatMap((raw) => {
    scene.machine.step();
    const { word: reparsed, text } = parseWord(raw);
    const source = derivedSource(text, scene.source, span);
    return reparsed === undefined ? [] : expandFields(reparsed, { ...scene, source }, at);
  });
}

/** The text of a word where bash does not split it: assignments, `case`, redirections, here-strings. */
export function expandText(word: Word, scene: Scene): Text {
  const atoms = atomsOfWord(word, scene);
  const texts: Text[] = [[]];
  for (const atom of atoms) {
    if (atom.kind === "break") texts.push([]);
    else texts[texts.length - 1] = joinTexts([texts.at(-1)!, atom.text]);
  }
  return word.text.includes("*") ? starJoined(texts, scene.state) : joinedText(texts);
}

/** A text as it would expand inside of double quotes. */
export function expandValue(value: string, scene: Scene): Text {
  const { word, text } = parseWord(`"${value.replaceAll(/["]/g, String.raw`\$&`)}"`);
  if (word === undefined) return unknownFrom(textOf(value));
  const source = derivedSource(text, scene.source, scene.source.span);
  return expandText(word, { ...scene, source });
}

/** The text of a here-document after its expansions. */
export function expandHereDoc(body: HereDocBody, scene: Scene): Text {
  if (body.parts === undefined) return literalText(body.text);
  return atomsText(body.parts.flatMap((part) => atomsOfPart(part, scene, true)));
}

/** A word as a pattern for `case` and `${X%…}`; `undefined` where it is not certain. */
export function expandPattern(word: Word, scene: Scene): readonly PatternToken[] | undefined {
  const pieces: PatternPiece[] = [];
  let active = "";
  for (const atom of atomsOfWord(word, scene)) {
    if (atom.kind === "break") continue;
    const known = knownValue(atom.text);
    if (known === undefined) return undefined;
    active += atom.isQuoted ? "." : known;
    pieces.push({ text: known, isQuoted: !atom.isPattern && !atom.isSplit });
  }
  // `shopt -s extglob` may be on: then such a pattern means something else.
  return /[?*+@!]\(/.test(active) ? undefined : parsePattern(pieces);
}

/** The value of an arithmetic expression as text. Runs the substitutions in it. */
export function expandArithmetic(expression: ArithmeticExpression | undefined, scene: Scene): Text {
  if (expression === undefined) return [UNKNOWN];
  const value = evaluateArithmetic(expression, arithmeticScene(scene));
  return value === undefined ? [UNKNOWN] : textOf(String(value));
}

/** A word that is one quotation whose text stands in the source letter for letter. */
function verbatimOffset(
  word: Word,
): { readonly value: string; readonly offset: number } | undefined {
  const parts = partsOf(word);
  const part = parts?.length === 1 ? parts[0]! : undefined;
  if (part?.type === "SingleQuoted") return { value: part.value, offset: 1 };
  const child =
    part?.type === "DoubleQuoted" && part.parts.length === 1 ? part.parts[0] : undefined;
  if (child?.type !== "Literal" || child.text !== child.value) return undefined;
  return { value: child.value, offset: 1 };
}

function expandFields(word: Word, scene: Scene, at: number | undefined): readonly Field[] {
  const words = splitAtoms(atomsOfWord(word, scene), scene.state);
  if (words.length > WORDS_MAX) {
    const all = words.flatMap(({ cells }) => cells.map(({ piece }): Text => [piece]));
    return [{ text: unknownFrom(...all), isSplit: true, at }];
  }
  return words.flatMap((cells) => {
    const { texts, isSplit } = expandPaths(cells, scene.state, scene.machine.context.files);
    return texts.map((text) => ({ text, isSplit, at }));
  });
}

/** A word, and the text in which its positions count. */
function parseWord(raw: string): { readonly word: Word | undefined; readonly text: string } {
  const { words, text } = parseWords(raw);
  return { word: words[0], text };
}

function parseWords(raw: string): { readonly words: readonly Word[]; readonly text: string } {
  const text = `: ${raw.startsWith("#") ? "\\" : ""}${raw}`;
  const command = parseScript(text).commands[0]?.command;
  const args = command?.type === "Command" ? command.args : [];
  return { words: args.filter((word) => word.type === "Word"), text };
}

/** Braces that are none: bash expands what stands between them all the same. */
function bracesAtoms(part: BraceExpansionPart, scene: Scene): readonly Atom[] {
  if (!/[$`~<>]/.test(part.text)) return [plainAtom(textOf(part.text))];
  // unbash 6.0.4 parts a word before `<(`.
  const { words, text } = parseWords(escapeBraces(part.text));
  const source = derivedSource(text, scene.source, spanIn(scene.source, part));
  return scene.machine.nested(() =>
    words.flatMap((word) => atomsOfWord(word, { ...scene, source })),
  );
}

function atomsOfWord(word: Word, scene: Scene): readonly Atom[] {
  const parts = partsOf(word);
  if (parts === undefined) return [tildeAtom(word.value, word.text, scene)];
  return parts.flatMap((part, index): readonly Atom[] => {
    if (index === 0 && part.type === "Literal" && part.text.startsWith("~")) {
      const isWhole = parts.length === 1 || part.text.includes("/");
      return [
        isWhole ? tildeAtom(part.value, part.text, scene) : plainAtom(literalText(part.value)),
      ];
    }
    return atomsOfPart(part, scene, false);
  });
}

function tildeAtom(value: string, written: string, { state }: Scene): Atom {
  if (!written.startsWith("~")) return plainAtom(literalText(value));
  const end = value.includes("/") ? value.indexOf("/") : value.length;
  const name = value.slice(1, end);
  const home = name === "+" ? "PWD" : name === "-" ? "OLDPWD" : "HOME";
  const isHome = name === "" || name === "+" || name === "-";
  const known = isHome ? (parameterValue(home, state).texts[0] ?? [UNKNOWN]) : [UNKNOWN];
  return plainAtom(joinTexts([known, literalText(value.slice(end))]));
}

function atomsOfPart(part: WordPart, scene: Scene, isQuoted: boolean): readonly Atom[] {
  switch (part.type) {
    case "Literal":
      return [isQuoted ? quotedAtom(literalText(part.value)) : plainAtom(literalText(part.value))];
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [quotedAtom(literalText(part.value))];
    case "DoubleQuoted":
    case "LocaleString":
      return doubleQuoted(part.parts, scene);
    case "Glob":
      return [
        { kind: "text", text: textOf(part.value), isQuoted, isSplit: false, isPattern: true },
      ];
    case "SimpleExpansion":
      return simpleAtoms(part.text.slice(1), scene, isQuoted);
    case "ParameterExpansion": {
      if (
        isQuoted &&
        part.operation === undefined &&
        isJoined(part.index?.text ?? part.parameter)
      ) {
        return [
          quotedAtom(
            starText(expandParameter(part, scene, { isQuoted, operands: readerOf(scene) }), scene),
          ),
        ];
      }
      return expandParameter(part, scene, { isQuoted, operands: readerOf(scene) });
    }
    case "CommandExpansion":
      return [expandedAtom(outputOf(part, scene), isQuoted)];
    case "ArithmeticExpansion":
      return [
        expandedAtom(
          scene.machine.nested(() => expandArithmetic(part.expression, scene)),
          isQuoted,
        ),
      ];
    case "ProcessSubstitution":
      return [quotedAtom(scene.machine.outputOf(part, scene))];
    case "ExtendedGlob":
      return [{ ...plainAtom([UNKNOWN]), isSplit: true } as Atom];
    case "BraceExpansion":
      return bracesAtoms(part, scene);
    default:
      return exhausted(part);
  }
}

function doubleQuoted(parts: readonly WordPart[], scene: Scene): readonly Atom[] {
  const atoms = parts.flatMap((part) => atomsOfPart(part, scene, true));
  // `"$@"` alone is no word at all where there are no parameters; every other quotation is one.
  const isEmptyList = atoms.length === 0 && parts.length === 1;
  return isEmptyList || atoms.length > 0 ? atoms : [quotedAtom([])];
}

function simpleAtoms(name: string, scene: Scene, isQuoted: boolean): readonly Atom[] {
  const atoms = atomsOf(parameterValue(name, scene.state), isQuoted, scene.state);
  return name === "*" && isQuoted ? [quotedAtom(starText(atoms, scene))] : atoms;
}

function isJoined(subscript: string): boolean {
  return subscript === "*";
}

/** `"$*"` joins with the first character of `IFS`. */
function starText(atoms: readonly Atom[], { state }: Scene): Text {
  return starJoined(
    atoms.flatMap((atom) => (atom.kind === "text" ? [atom.text] : [])),
    state,
  );
}

function starJoined(texts: readonly Text[], state: ShellState): Text {
  const ifs = parameterValue("IFS", state);
  const known = ifs.presence === "unset" ? " " : knownValue(ifs.texts[0] ?? []);
  return known === undefined ? unknownFrom(...texts) : joinedText(texts, known.slice(0, 1));
}

function atomsText(atoms: readonly Atom[]): Text {
  return joinTexts(atoms.map((atom) => (atom.kind === "text" ? atom.text : textOf(" "))));
}

/** Output without the newlines at its end, which a substitution takes away. */
function outputOf(part: CommandExpansionPart, scene: Scene): Text {
  // Nothing runs in it: hostile text is full of these.
  if (/^(?:\$\(\s*\)|`\s*`)$/.test(part.text)) return [];
  return trimNewlines(scene.machine.outputOf(part, scene));
}

function trimNewlines(text: Text): Text {
  const last = text.at(-1);
  if (typeof last !== "string") return text;
  const trimmed = last.replace(/\n+$/, "");
  return [...text.slice(0, -1), ...textOf(trimmed)];
}

function readerOf(scene: Scene): OperandReader {
  return {
    textOf: (word) => expandText(word, scene),
    atomsOf: (word) => atomsOfWord(word, scene).map((atom) => toSplit(atom)),
    patternOf: (word) => expandPattern(word, scene),
    numberOf: (word) => {
      const expanded = expandText(word, scene);
      runHiddenSubscript(expanded, scene);
      const text = knownValue(expanded)?.trim();
      if (text === undefined || /^-?\d{1,9}$/.test(text)) return text;
      return /^\w+$/.test(text)
        ? knownNumber(parameterValue(text, scene.state).texts[0])
        : undefined;
    },
  };
}

/** The words of an operand are split where they are not quoted, its literal text included. */
function toSplit(atom: Atom): Atom {
  return atom.kind === "text" && !atom.isQuoted ? { ...atom, isSplit: true } : atom;
}

function knownNumber(text: Text | undefined): string | undefined {
  const known = text === undefined ? undefined : knownValue(text);
  return known !== undefined && /^-?\d{1,9}$/.test(known) ? known : undefined;
}

function arithmeticScene(scene: Scene): ArithmeticScene {
  return {
    state: scene.state,
    runHidden: (text) => runHiddenSubscript(textOf(text), scene),
    mayFail: () => scene.machine.abandon(scene.state),
    textOfWord: (word) => {
      if (word.parts !== undefined)
        return knownValue(atomsText(word.parts.flatMap((part) => atomsOfPart(part, scene, true))));
      const name = /^\$(\w+|[#?!$-])$/.exec(word.value)?.[1];
      if (name === undefined) return word.value;
      return knownValue(parameterValue(name, scene.state).texts[0] ?? []);
    },
    outputOf: (expression) => {
      const part = {
        ...expression,
        type: "CommandExpansion",
        text: expression.text,
        script: expression.script,
      };
      return knownValue(outputOf(part as CommandExpansionPart, scene));
    },
  };
}
