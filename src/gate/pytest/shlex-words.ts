/** Arguments of `shlex.split` that change how it reads. */
export interface ShlexStyle {
  /** `posix=True`, the default: quotes are taken off and backslashes escape. Otherwise both stay. */
  readonly isPosix?: boolean;
  /** `comments=True`: a `#` ends the line, inside a word too. */
  readonly hasComments?: boolean;
}

/**
 * Splits text as Python's `shlex.split` does; pytest reads `PYTEST_ADDOPTS` and `addopts` with its defaults. `undefined`
 * where Python raises `ValueError` (an open quote, a backslash at the end).
 */
export function splitShlexWords(
  text: string,
  { isPosix = true, hasComments = false }: ShlexStyle = {},
): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  const end = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (/[ \t\r\n]/.test(character)) end();
    else if (character === "#" && hasComments) {
      const newline = text.indexOf("\n", at);
      at = newline < 0 ? text.length : newline;
      // Without POSIX the word goes on behind the comment.
      if (isPosix) end();
    } else if (character === "\\" && isPosix) {
      at += 1;
      if (at >= text.length) return undefined;
      word = (word ?? "") + text[at]!;
    } else if (isQuote(character) && (isPosix || word === undefined)) {
      const quoted = isPosix ? readQuoted(text, at) : readPlainQuoted(text, at);
      if (quoted === undefined) return undefined;
      word = (word ?? "") + quoted.value;
      at = quoted.end;
      // Without POSIX a word that begins with a quote ends with it.
      if (!isPosix) end();
    } else {
      word = (word ?? "") + character;
    }
  }
  end();
  return words;
}

function isQuote(character: string): boolean {
  return character === "'" || character === '"';
}

/** A quoted stretch with its quotes. */
function readPlainQuoted(text: string, start: number): { value: string; end: number } | undefined {
  const end = text.indexOf(text[start]!, start + 1);
  return end < 0 ? undefined : { value: text.slice(start, end + 1), end };
}

/** A quoted stretch that begins at `start`; `end` is its closing quote. */
function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  const quote = text[start]!;
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === quote) return { value, end: at };
    const next = text[at + 1];
    // Only in double quotes does a backslash escape, and only a quote or itself.
    if (quote === '"' && character === "\\" && (next === '"' || next === "\\")) {
      value += next;
      at += 1;
    } else {
      value += character;
    }
  }
  return undefined;
}
