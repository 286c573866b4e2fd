/** One token of a Python program, as far as finding calls in it needs. */
export type PythonToken =
  | { readonly kind: "name"; readonly text: string; readonly at: number }
  | {
      readonly kind: "string";
      readonly value: string;
      readonly isFormatted: boolean;
      readonly at: number;
    }
  | { readonly kind: "number"; readonly text: string; readonly at: number }
  | { readonly kind: "newline"; readonly at: number }
  | { readonly kind: "punctuation"; readonly text: string; readonly at: number };

const TOKEN =
  /(?<comment>#[^\n]*)|(?<prefix>[rRbBuUfFtT]{0,3})(?<quote>"""|'''|"|')|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<newline>\n)|(?<continued>\\\n)|(?<punctuation>\*\*|[^\s])/gu;

/** Tokens of a Python program. Total: whatever is no token is skipped. */
export function tokenizePython(text: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let depth = 0;
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { prefix, quote, name, number, newline, punctuation } = match.groups!;
    const at = match.index;
    if (quote !== undefined) {
      const string = readString(text, pattern.lastIndex, { quote, isRaw: /r/i.test(prefix!) });
      tokens.push({ kind: "string", value: string.value, isFormatted: /[ft]/i.test(prefix!), at });
      pattern.lastIndex = string.end;
    } else if (name !== undefined) tokens.push({ kind: "name", text: name, at });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (newline !== undefined) {
      if (depth === 0) tokens.push({ kind: "newline", at });
    } else if (punctuation !== undefined) {
      if ("([{".includes(punctuation)) depth++;
      if (")]}".includes(punctuation)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: "punctuation", text: punctuation, at });
    }
  }
  return tokens;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["\n", ""],
]);

function readString(
  text: string,
  from: number,
  { quote, isRaw }: { readonly quote: string; readonly isRaw: boolean },
): { readonly value: string; readonly end: number } {
  let at = from;
  while (at < text.length && !text.startsWith(quote, at)) {
    if (quote.length === 1 && text[at] === "\n") break;
    at += text[at] === "\\" ? 2 : 1;
  }
  const raw = text.slice(from, Math.min(at, text.length));
  const value = isRaw
    ? raw
    : raw.replaceAll(
        /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{1,3})|([^]))/g,
        (whole: string, ...groups: (string | undefined)[]) => {
          const [hex, short, octal, letter] = groups;
          if (hex !== undefined || short !== undefined)
            return String.fromCharCode(Number.parseInt((hex ?? short)!, 16));
          if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
          return ESCAPES.get(letter ?? "") ?? whole;
        },
      );
  return { value, end: Math.min(at + quote.length, text.length) };
}
