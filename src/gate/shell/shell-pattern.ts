import { exhausted } from "../exhausted.ts";
/**
 * Shell patterns (`*`, `?`, `[a-z]`), matched without regular expressions, so that no pattern can
 * make the match take more than length × length steps.
 */
export type PatternToken =
  | { readonly kind: "character"; readonly character: string }
  | { readonly kind: "any" }
  | { readonly kind: "star" }
  | { readonly kind: "set"; readonly isNegated: boolean; readonly ranges: readonly Range[] };

type Range = readonly [from: string, to: string];

/** One stretch of a pattern: quoted text matches itself only. */
export interface PatternPiece {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Reads a pattern. Total: a `[` that nothing closes is an ordinary character. */
export function parsePattern(pieces: readonly PatternPiece[]): readonly PatternToken[] {
  const cells = pieces.flatMap(({ text, isQuoted }) =>
    text.split("").map((character) => ({ character, isQuoted })),
  );
  const tokens: PatternToken[] = [];
  for (let index = 0; index < cells.length; index++) {
    const { character, isQuoted } = cells[index]!;
    const next = cells[index + 1];
    if (isQuoted) tokens.push({ kind: "character", character });
    else if (character === "*") tokens.push({ kind: "star" });
    else if (character === "?") tokens.push({ kind: "any" });
    else if (character === "\\" && next !== undefined) {
      tokens.push({ kind: "character", character: next.character });
      index++;
    } else if (character === "[") {
      const set = parseSet(cells, index);
      tokens.push(set?.token ?? { kind: "character", character });
      index = set?.end ?? index;
    } else tokens.push({ kind: "character", character });
  }
  return tokens;
}

interface Cell {
  readonly character: string;
  readonly isQuoted: boolean;
}

/** Classes that bash knows in every locale that matters here. */
const CLASSES: ReadonlyMap<string, readonly Range[]> = new Map([
  [
    "alpha",
    [
      ["a", "z"],
      ["A", "Z"],
    ],
  ],
  ["digit", [["0", "9"]]],
  [
    "alnum",
    [
      ["a", "z"],
      ["A", "Z"],
      ["0", "9"],
    ],
  ],
  ["lower", [["a", "z"]]],
  ["upper", [["A", "Z"]]],
  [
    "space",
    [
      [" ", " "],
      ["\t", "\r"],
    ],
  ],
  [
    "punct",
    [
      ["!", "/"],
      [":", "@"],
      ["[", "`"],
      ["{", "~"],
    ],
  ],
  [
    "word",
    [
      ["a", "z"],
      ["A", "Z"],
      ["0", "9"],
      ["_", "_"],
    ],
  ],
] as const);

function parseSet(
  cells: readonly Cell[],
  start: number,
): { readonly token: PatternToken; readonly end: number } | undefined {
  let index = start + 1;
  const isNegated = cells[index]?.character === "!" || cells[index]?.character === "^";
  if (isNegated) index++;
  const first = index;
  const ranges: Range[] = [];
  for (; index < cells.length; index++) {
    const { character, isQuoted } = cells[index]!;
    if (character === "]" && !isQuoted && index > first) {
      return { token: { kind: "set", isNegated, ranges }, end: index };
    }
    if (character === "[" && cells[index + 1]?.character === ":") {
      const name = classNameAt(cells, index);
      if (name !== undefined) {
        ranges.push(...(CLASSES.get(name) ?? [["\0", "\uffff"]]));
        index += name.length + 3;
        continue;
      }
    }
    const to = cells[index + 2];
    if (cells[index + 1]?.character === "-" && to !== undefined && to.character !== "]") {
      ranges.push([character, to.character]);
      index += 2;
    } else ranges.push([character, character]);
  }
  return undefined;
}

function classNameAt(cells: readonly Cell[], start: number): string | undefined {
  const ahead = cells
    .slice(start, start + 12)
    .map((cell) => cell.character)
    .join("");
  return /^\[:([a-z]+):\]/.exec(ahead)?.[1];
}

/** Whether the whole text matches. */
export function matchesPattern(
  tokens: readonly PatternToken[],
  text: string,
  isCaseLoose = false,
): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current?.kind === "star") {
      star = token++;
      starAt = at;
    } else if (current !== undefined && matchesEither(current, text[at]!, isCaseLoose)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token]?.kind === "star") token++;
  return token === tokens.length;
}

/** Whether the whole text matches; `undefined` where it depends on whether case counts, and that is not certain. */
export function matchesCase(
  tokens: readonly PatternToken[],
  text: string,
  isCaseLoose: boolean,
): boolean | undefined {
  const exact = matchesPattern(tokens, text);
  if (!isCaseLoose) return exact;
  return matchesPattern(tokens, text, true) === exact ? exact : undefined;
}

function matchesEither(token: PatternToken, character: string, isCaseLoose: boolean): boolean {
  if (!isCaseLoose) return matchesOne(token, character);
  const spellings = [character, character.toLowerCase(), character.toUpperCase()];
  const isMatching = (spelling: string): boolean => matchesOne(token, spelling);
  // `[!a]` takes neither of both.
  return token.kind === "set" && token.isNegated
    ? spellings.every(isMatching)
    : spellings.some(isMatching);
}

function matchesOne(token: PatternToken, character: string): boolean {
  switch (token.kind) {
    case "character":
      return token.character === character;
    case "any":
    case "star":
      return true;
    case "set":
      return (
        token.ranges.some(([from, to]) => character >= from && character <= to) !== token.isNegated
      );
    default:
      return exhausted(token);
  }
}
