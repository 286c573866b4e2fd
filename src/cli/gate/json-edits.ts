import { findNodeAtLocation, parseTree, type JSONPath, type Node } from "jsonc-parser";

/**
 * Edits of JSON text (with comments and trailing commas) that change what they add or take away
 * and not one other character. `jsonc-parser`'s own `modify` formats the lines around a change anew.
 */

/** Adds an element to the array at a path, as its last. */
export function appendElement(text: string, path: JSONPath, value: unknown): string {
  return appendItem(text, nodeAt(text, path), (indent) => stringify(value, text, indent));
}

/** Adds a member to the object at a path, as its last. */
export function appendMember(
  text: string,
  path: JSONPath,
  [key, value]: readonly [string, unknown],
): string {
  return appendItem(
    text,
    nodeAt(text, path),
    (indent) => `${JSON.stringify(key)}: ${stringify(value, text, indent)}`,
  );
}

/** Puts another value in the place of the one at a path. */
export function replaceValue(text: string, path: JSONPath, value: unknown): string {
  const { offset, length } = nodeAt(text, path);
  return splice(text, offset, offset + length, stringify(value, text, indentAt(text, offset)));
}

/** Takes an element or a member away, with the comma that it needed and the lines that it filled. */
export function removeItem(text: string, path: JSONPath): string {
  const value = nodeAt(text, path);
  const item = value.parent?.type === "property" ? value.parent : value;
  const siblings = item.parent?.children ?? [];
  const index = siblings.indexOf(item);
  const previous = siblings[index - 1];
  const end = endOf(item);
  const start = startOfGap(text, item.offset);
  const following = commaAfter(text, end);
  if (following !== undefined) return splice(text, start, following + 1, "");
  const rest = splice(text, start, end, "");
  const separating = previous === undefined ? undefined : commaAfter(text, endOf(previous));
  return separating === undefined ? rest : splice(rest, separating, separating + 1, "");
}

/** Whether nothing stands between the brackets at a path, not even a comment. */
export function isHollow(text: string, path: JSONPath): boolean {
  const { offset, length } = nodeAt(text, path);
  return text.slice(offset + 1, offset + length - 1).trim() === "";
}

function appendItem(text: string, container: Node, write: (indent: string) => string): string {
  const last = container.children?.at(-1);
  const outer = indentAt(text, container.offset);
  if (last === undefined) {
    const inner = outer + indentUnit(text);
    const eol = lineEnd(text);
    // What stands in the empty brackets may be a comment: it stays, in front.
    const inside = text.slice(container.offset + 1, endOf(container) - 1);
    const start = container.offset + 1 + inside.trimEnd().length;
    // On one line the blanks stay too, so that they are there again once the item is gone.
    if (eol === "")
      return splice(text, start, start, `${/^\s+$/.test(inside) ? " " : ""}${write("")}`);
    const body = `${eol}${inner}${write(inner)}${eol}${outer}`;
    return splice(text, start, endOf(container) - 1, body);
  }
  const isOneLine = !text.slice(container.offset, endOf(container)).includes("\n");
  const comma = commaAfter(text, endOf(last));
  if (isOneLine) {
    return comma === undefined
      ? splice(text, endOf(last), endOf(last), `, ${write("")}`)
      : splice(text, comma + 1, comma + 1, ` ${write("")},`);
  }
  const indent = indentAt(text, last.offset);
  const item = `${lineEnd(text)}${indent}${write(indent)}`;
  const behind = endOfComment(text, comma === undefined ? endOf(last) : comma + 1);
  return comma === undefined
    ? splice(splice(text, behind, behind, item), endOf(last), endOf(last), ",")
    : splice(text, behind, behind, `${item},`);
}

function nodeAt(text: string, path: JSONPath): Node {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const node = tree === undefined ? undefined : findNodeAtLocation(tree, path);
  if (node === undefined) throw new RangeError(`Cannot find ${path.join(".")} in the JSON text`);
  return node;
}

/** Where the comma stands that follows a value, comments between them or not. */
function commaAfter(text: string, from: number): number | undefined {
  // A comment is taken whole: a comma in it is none.
  const gap = /(?:\s|\/\/[^\n]*(?=\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*,/y;
  gap.lastIndex = from;
  return gap.test(text) ? gap.lastIndex - 1 : undefined;
}

/** The end of a comment on the same line, which belongs to what stands before it. */
function endOfComment(text: string, from: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(text.slice(from));
  return from + (rest?.[0].length ?? 0);
}

/** Where the white space begins that only sets an item apart from what precedes it. */
function startOfGap(text: string, offset: number): number {
  return offset - (/(?:\r?\n)?[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
}

function stringify(value: unknown, text: string, indent: string): string {
  const eol = lineEnd(text);
  return eol === ""
    ? JSON.stringify(value)
    : JSON.stringify(value, undefined, indentUnit(text)).replaceAll("\n", `${eol}${indent}`);
}

/** The file's own indentation, taken from its first indented line. */
function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}

/** The file's own line end; none where everything stands on one line. */
function lineEnd(text: string): string {
  const inside = text.trimEnd();
  return inside.includes("\r\n") ? "\r\n" : inside.includes("\n") ? "\n" : "";
}

/** The white space at the beginning of the line on which something stands. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
