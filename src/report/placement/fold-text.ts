/** What source files write for characters: code points in hexadecimal, line breaks, quotes, entities of XML. */
const ESCAPES =
  /\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{1,6});|&#(\d{1,7});|&(quot|apos|amp|lt|gt);/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
]);

const CODE_POINT_MAX = 0x10ffff;

/**
 * One line of text as placement compares it: white space and the escapes that a source file writes
 * for it (`\n`, `\t`) become one blank, an escaped quote the quote, a character's number the character.
 */
export function foldText(text: string): string {
  return text
    .replace(ESCAPES, (whole, ...groups: readonly (string | undefined)[]) => {
      const [braced, short, long, byte, hex, decimal, entity] = groups;
      if (entity !== undefined) return ENTITIES.get(entity) ?? whole;
      const digits = braced ?? short ?? long ?? byte ?? hex;
      const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
      return code <= CODE_POINT_MAX ? String.fromCodePoint(code) : whole;
    })
    .replace(/\\[nrt]/g, " ")
    .replace(/\\(["'`\\])/g, "$1")
    .replace(/\s+/g, " ");
}
