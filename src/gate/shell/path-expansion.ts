import type { FileReader } from "../context.ts";
import { isMark } from "./directory.ts";
import { WORDS_MAX } from "../limits.ts";
import type { Cell, Cells } from "./atom.ts";
import { isUnknownName } from "./file-names.ts";
import { matchesPattern, parsePattern } from "./shell-pattern.ts";
import type { PatternPiece, PatternToken } from "./shell-pattern.ts";
import type { ShellState } from "./shell-state.ts";
import { joinTexts, mentionsRunner, UNKNOWN } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** What one word becomes by path expansion: its words, and whether they may be others in number. */
export interface Paths {
  readonly texts: readonly Text[];
  readonly isSplit: boolean;
}

/** Expands the patterns of one word against the working tree, as bash does. */
export function expandPaths(word: Cells, state: ShellState, files: FileReader): Paths {
  const plain = joinTexts(word.cells.map(({ piece }) => [piece]));
  if (!word.cells.some((cell) => hasPattern(cell)))
    return { texts: [plain], isSplit: word.isSplit };
  const isKnown = word.cells.every(({ piece }) => typeof piece === "string");
  const isCertain = isKnown && !state.isGlobUnusual && !hasUnknownNames(state);
  const found = isCertain ? findPaths(word.cells, state, files) : undefined;
  if (found === undefined) return { texts: [maskPatterns(word.cells)], isSplit: true };
  if (found.length === 0) return { texts: [plain], isSplit: word.isSplit };
  return { texts: found.map((path) => [path]), isSplit: false };
}

/** A file whose name is not known may match; it matters where it may be run. */
function hasUnknownNames({ files }: ShellState): boolean {
  for (const [path, text] of files) if (isUnknownName(path) && mentionsRunner(text)) return true;
  return false;
}

function hasPattern({ piece, isActive }: Cell): boolean {
  return isActive && typeof piece === "string" && /[*?[]/.test(piece);
}

/** The literal parts of a pattern whose matches cannot be known. */
function maskPatterns(cells: readonly Cell[]): Text {
  return joinTexts(
    cells.map(({ piece, isActive }): Text => {
      if (!isActive || typeof piece !== "string") return [piece];
      return piece
        .split(/[*?]+|\[[^\]/]*\]?/)
        .flatMap((part, index) => (index === 0 ? [part] : [UNKNOWN, part]))
        .filter((part) => part !== "");
    }),
  );
}

/** Every path that matches, or `undefined` where the tree cannot be listed or there are too many. */
function findPaths(
  cells: readonly Cell[],
  state: ShellState,
  files: FileReader,
): readonly string[] | undefined {
  const components = splitComponents(cells);
  const isAbsolute = components[0]?.length === 0;
  if (!isAbsolute && state.cwd === undefined) return undefined;
  let paths: readonly string[] = [isAbsolute ? "/" : ""];
  for (const [index, component] of components.slice(isAbsolute ? 1 : 0).entries()) {
    const isLast = index === components.length - (isAbsolute ? 2 : 1);
    const next: string[] = [];
    for (const path of paths) {
      const names = matchNames(component, path, { state, files, isLast });
      if (names === undefined) return undefined;
      next.push(...names.map((name) => path + name + (isLast ? "" : "/")));
    }
    if (next.length > WORDS_MAX) return undefined;
    paths = next;
  }
  return paths;
}

function splitComponents(cells: readonly Cell[]): readonly (readonly PatternPiece[])[] {
  const components: PatternPiece[][] = [[]];
  for (const { piece, isActive } of cells) {
    for (const [index, text] of (typeof piece === "string" ? piece : "").split("/").entries()) {
      if (index > 0) components.push([]);
      if (text !== "") components.at(-1)!.push({ text, isQuoted: !isActive });
    }
  }
  return components;
}

interface Place {
  readonly state: ShellState;
  readonly files: FileReader;
  readonly isLast: boolean;
}

function matchNames(
  component: readonly PatternPiece[],
  parent: string,
  { state, files, isLast }: Place,
): readonly string[] | undefined {
  const literal = component.map(({ text }) => text).join("");
  const directory = parent.startsWith("/") ? parent : `${state.cwd}/${parent}`;
  if (!component.some(({ text, isQuoted }) => !isQuoted && /[*?[]/.test(text))) {
    const kind = files.kind(directory + (directory.endsWith("/") ? "" : "/") + literal);
    return kind === "missing" || (kind === "file" && !isLast) ? [] : [literal];
  }
  const listed = files.list(directory.replace(/(?<=.)\/+$/, ""));
  const written = namesWritten(directory, state);
  if (listed === undefined && written.length === 0) {
    return files.kind(directory) === "directory" ? undefined : [];
  }
  const tokens = parsePattern(component);
  return [...new Set([...(listed ?? []), ...written])].filter(
    (name) =>
      isNameMatching(tokens, name) &&
      (isLast || files.kind(`${directory}/${name}`) === "directory"),
  );
}

function isNameMatching(tokens: readonly PatternToken[], name: string): boolean {
  const [first] = tokens;
  const isDotAsked = first?.kind === "character" && first.character === ".";
  return (isDotAsked || !name.startsWith(".")) && matchesPattern(tokens, name);
}

function namesWritten(directory: string, state: ShellState): readonly string[] {
  const base = directory.replace(/\/*$/, "/");
  return [...state.files.keys()]
    .filter(
      (path) => path.startsWith(base) && !isMark(path) && !path.slice(base.length).includes("/"),
    )
    .map((path) => path.slice(base.length));
}
