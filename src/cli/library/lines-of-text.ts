import { exactLine, oneLine, shortened } from "../../report/text.ts";

/** A text of several lines, indented; no line can move the cursor or leave its place. */
export function indentedLines(text: string, indent: string): readonly string[] {
  return text.split(/\r\n|\n|\r/u).map((line) => `${indent}${oneLine(line)}`.trimEnd());
}

/** Characters of one value of a difference. */
const VALUE_CHARACTERS_MAX = 400;

/** A value of a difference on one line. */
export function valueLine(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return shortened(exactLine(text), VALUE_CHARACTERS_MAX);
}
