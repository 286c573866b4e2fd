/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly reason: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const COLON = /[ \t\n\r]*:/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE_CODE = 0x20;

/** Finds the first fault of a text that is no JSON; `undefined` where it is JSON. Not recursive. */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: ("]" | "}")[] = [];
  let position = 0;
  let expects: "value" | "first" | "name" | "after" = "value";
  for (;;) {
    position = skip(SPACE, text, position) ?? position;
    const closer = closers.at(-1);
    const sign = text[position];
    if (sign === undefined) {
      if (expects === "after" && closer === undefined) return undefined;
      return faultAt(text, position, "it ends too early");
    }
    if (expects === "after") {
      if (closer === undefined) return faultAt(text, position, "text after the end");
      if (sign === closer) closers.pop();
      else if (sign === ",") expects = closer === "}" ? "name" : "value";
      else return faultAt(text, position, `"," or "${closer}" expected`);
      position++;
      continue;
    }
    if (expects === "first" && sign === closer) {
      closers.pop();
      expects = "after";
      position++;
      continue;
    }
    if (expects === "name" || (expects === "first" && closer === "}")) {
      const nameEnd = skipString(text, position);
      const end = nameEnd === undefined ? undefined : skip(COLON, text, nameEnd);
      if (end === undefined) return faultAt(text, position, "a name and a colon expected");
      position = end;
      expects = "value";
      continue;
    }
    if (sign === "{" || sign === "[") {
      closers.push(sign === "{" ? "}" : "]");
      expects = "first";
      position++;
      continue;
    }
    const end = sign === '"' ? skipString(text, position) : skip(SCALAR, text, position);
    if (end === undefined) return faultAt(text, position, "a value expected");
    position = end;
    expects = "after";
  }
}

function skip(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of the string that starts at a position. By hand: a pattern runs out of stack at megabytes. */
function skipString(text: string, position: number): number | undefined {
  if (text[position] !== '"') return undefined;
  for (let at = position + 1; at < text.length;) {
    const sign = text[at]!;
    if (sign === '"') return at + 1;
    if (sign.charCodeAt(0) < SPACE_CODE) return undefined;
    const next = sign === "\\" ? skip(ESCAPE, text, at) : at + 1;
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

function faultAt(text: string, position: number, reason: string): JsonFault {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: position - lineStart + 1, reason };
}
