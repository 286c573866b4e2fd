/** A known value in every spelling in which it may stand in a text. */
export interface LiteralSpellings {
  isIn(text: string): boolean;
  replaceIn(text: string, replacement: string): string;
}

/**
 * Finds a value as it is, inside JSON text, inside JSON text inside JSON text, percent-encoded by
 * whatever rule (of `a/b+c=` each client encodes other characters), inside base64, and as hex digits. In JSON text also
 * where letters are escaped that need not be.
 *
 * Each character has its spellings apart, so that mixtures are found, and no two of them begin a text
 * alike but for runs of backslashes, whose length is bounded: the search stays linear.
 */
export function literalSpellings(value: string): LiteralSpellings {
  const fixed = [...new Set([value, ...base64Spellings(value), ...hexSpellings(value)])];
  const mixed = NEEDS_SPELLINGS.test(value)
    ? new RegExp(mixedPattern(value, NEEDS_SPELLINGS), "g")
    : undefined;
  let escapedAll: RegExp | undefined;
  const patternFor = (text: string): RegExp | undefined =>
    NEEDLESS_ESCAPE.test(text) ? (escapedAll ??= new RegExp(mixedPattern(value, ANY), "g")) : mixed;
  return {
    isIn: (text) => {
      if (fixed.some((spelling) => text.includes(spelling))) return true;
      const pattern = patternFor(text);
      return pattern !== undefined && text.search(pattern) >= 0;
    },
    replaceIn: (text, replacement) => {
      const pattern = patternFor(text);
      let replaced = pattern === undefined ? text : text.replace(pattern, replacement);
      for (const spelling of fixed) {
        if (replaced.includes(spelling)) replaced = replaced.replaceAll(spelling, replacement);
      }
      return replaced;
    },
  };
}

/** Characters that nobody escapes: those that stand for themselves in JSON, URLs and forms (RFC 3986, 2.3). */
const NEEDS_SPELLINGS = /[^A-Za-z0-9_.-]/;

/** JSON may write as `\\u0061` what needs no escape: only texts that do so are looked through for that. */
const NEEDLESS_ESCAPE = /\\u00(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\da])/i;

const ANY = /./s;

/** Runs of backslashes are one piece: taken one by one, there would be many ways to share a longer run. */
const PIECE = /\\+|[^\\]/gsu;

/** JSON text in JSON text in JSON text writes a character with up to this many backslashes before it. */
const ESCAPING_BACKSLASHES_MAX = 3;

/** The same makes up to four backslashes of one. */
const BACKSLASHES_OF_ONE_MAX = 4;

/** What JSON writes as a letter behind a backslash (RFC 8259, 7). */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["\b", "b"],
  ["\f", "f"],
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
]);

/** @param spelt What is looked for in its spellings, too. */
function mixedPattern(value: string, spelt: RegExp): string {
  return (value.match(PIECE) ?? [])
    .map((piece) => (spelt.test(piece) ? piecePattern(piece) : escaped(piece)))
    .join("");
}

function piecePattern(piece: string): string {
  const backslashes = String.raw`\\{1,${ESCAPING_BACKSLASHES_MAX}}`;
  if (piece.startsWith("\\")) {
    const { length } = piece;
    const plain = String.raw`\\{${length},${length * BACKSLASHES_OF_ONE_MAX}}`;
    return `(?:${plain}|(?:%5[cC]){${length}}|(?:${backslashes}u005[cC]){${length}})`;
  }
  const letter = LETTERS.get(piece);
  return `(?:${[
    escaped(piece),
    percentPattern(piece),
    `${backslashes}${unitsPattern(piece)}`,
    ...(piece === " " ? [String.raw`\+`] : []),
    ...(piece === '"' || piece === "/" ? [backslashes + escaped(piece)] : []),
    ...(letter === undefined ? [] : [backslashes + letter]),
  ].join("|")})`;
}

/** Each byte of the UTF-8 form, RFC 3986, 2.1. */
function percentPattern(piece: string): string {
  return [...Buffer.from(piece, "utf8")]
    .map((byte) => `%${anyCase(byte.toString(16).padStart(2, "0"))}`)
    .join("");
}

/** `u00e9`; two of them where the character is beyond the first plane. */
function unitsPattern(piece: string): string {
  return piece
    .split("")
    .map((unit) => `u${anyCase(unit.charCodeAt(0).toString(16).padStart(4, "0"))}`)
    .join(String.raw`\\{1,${ESCAPING_BACKSLASHES_MAX}}`);
}

function anyCase(digits: string): string {
  return digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/**
 * The characters of base64 that stand for nothing but the value, wherever it begins: as
 * `user:secret` of basic credentials it may begin at any of three places of a group.
 */
function base64Spellings(value: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value, "utf8")]);
    const from = Math.ceil((offset * 8) / 6);
    const own = bytes.toString("base64").slice(from, Math.floor((bytes.length * 8) / 6));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function hexSpellings(value: string): readonly string[] {
  const digits = Buffer.from(value, "utf8").toString("hex");
  return [digits, digits.toUpperCase()];
}
