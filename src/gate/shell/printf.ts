import { joinTexts, knownValue, textOf, unknownFrom, UNKNOWN } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** Rounds through the format for further arguments before the output is unknown. */
const ROUNDS_MAX = 256;

/** What `printf FORMAT ARGUMENT…` writes. */
export function formatPrintf(words: readonly Field[]): Text {
  const [format, ...rest] = words;
  if (format === undefined) return [];
  const known = knownValue(format.text);
  if (known === undefined || rest.some(({ isSplit }) => isSplit)) {
    return unknownFrom(...words.map(({ text }) => text));
  }
  const output: Text[] = [];
  let left: readonly Text[] = rest.map(({ text }) => text);
  for (let round = 0; round === 0 || left.length > 0; round++) {
    const formatted = formatOnce(known, left);
    if (round >= ROUNDS_MAX) return unknownFrom(...words.map(({ text }) => text));
    output.push(formatted.text);
    if (formatted.taken === 0) break;
    left = left.slice(formatted.taken);
  }
  return joinTexts(output);
}

function formatOnce(
  format: string,
  values: readonly Text[],
): { readonly text: Text; readonly taken: number } {
  const pieces: Text[] = [];
  let taken = 0;
  let from = 0;
  for (const match of format.matchAll(
    /%(?:%|([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlLjzt]*(\([^)]*\)T|[a-zA-Z]))/g,
  )) {
    pieces.push(textOf(unescapeBackslashes(format.slice(from, match.index))));
    from = match.index + match[0].length;
    if (match[0] === "%%") {
      pieces.push(textOf("%"));
      continue;
    }
    const value = values[taken++] ?? [];
    const isPlain = (match[2] ?? "") === "" && match[3] === undefined;
    pieces.push(isPlain ? convert(match[4]!, value) : padded(match, value));
  }
  pieces.push(textOf(unescapeBackslashes(format.slice(from))));
  return { text: joinTexts(pieces), taken };
}

function convert(conversion: string, value: Text): Text {
  const known = knownValue(value);
  switch (conversion) {
    case "s":
      return value;
    case "b":
      return known === undefined ? unknownFrom(value) : textOf(unescapeBackslashes(known));
    case "q":
    case "Q":
      return known === undefined ? unknownFrom(value) : textOf(quoted(known));
    case "c":
      return known === undefined ? unknownFrom(value) : textOf(known.slice(0, 1));
    case "d":
    case "i":
    case "u":
      return known !== undefined && /^-?(?:0|[1-9]\d{0,14})$/.test(known)
        ? textOf(known)
        : known === ""
          ? textOf("0")
          : [UNKNOWN];
    default:
      return unknownFrom(value);
  }
}

function padded(match: RegExpExecArray, value: Text): Text {
  const known = knownValue(value);
  const isStarred = match[2] === "*" || match[3] === "*";
  if (known === undefined || isStarred || match[4] !== "s") return unknownFrom(value);
  const cut = match[3] === undefined ? known : known.slice(0, Number(match[3]));
  const width = Math.min(Number(match[2]), 4096);
  return textOf(match[1]!.includes("-") ? cut.padEnd(width) : cut.padStart(width));
}

function quoted(text: string): string {
  if (text === "") return "''";
  return text.replaceAll(/[^\w@%+=:,./-]/g, String.raw`\$&`);
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["E", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["?", "?"],
]);

/** Text with the backslash escapes of `printf` and `echo -e` replaced. */
export function unescapeBackslashes(text: string): string {
  return text.replaceAll(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|0?([0-7]{1,3})|([^]))/g,
    (whole: string, ...groups: (string | undefined)[]) => {
      const [hex, short, long, octal, letter] = groups;
      const code = hex ?? short ?? long;
      if (code !== undefined) return fromCode(Number.parseInt(code, 16));
      if (octal !== undefined) return fromCode(Number.parseInt(octal, 8) & 0xff);
      return LETTERS.get(letter ?? "") ?? whole;
    },
  );
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
