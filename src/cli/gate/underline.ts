import type { Span } from "../../gate/verdict.ts";

/** A long here-document says nothing that its first lines do not. */
const LINES_MAX = 6;

/** A line of the command, and what stands under it: spaces and `^`, empty where nothing is marked. */
export interface UnderlinedLine {
  readonly text: string;
  readonly marks: string;
}

/** The lines of a text that a span touches, each with the touched stretch marked. */
export function underline(text: string, { start, end }: Span): readonly UnderlinedLine[] {
  const lines: UnderlinedLine[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, line.length);
    if (from < to) {
      if (lines.length === LINES_MAX) return [...lines, { text: "…", marks: "" }];
      // Tabs stay tabs, so that the marks stand where the terminal puts the text.
      const indent = line.slice(0, from).replaceAll(/[^\t]/gu, " ");
      lines.push({ text: line, marks: indent + line.slice(from, to).replaceAll(/./gu, "^") });
    }
    offset += line.length + 1;
  }
  return lines;
}
