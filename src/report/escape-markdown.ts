import { UNSEEN_CHARACTERS, visibleText } from "./text.ts";

/**
 * Text from outside as Markdown that shows it and does nothing else: no markup, no HTML, no link,
 * no mention, no reference, no table cell of its own, one line. GitHub's renderer also links bare
 * URLs, `@names` and `#numbers`, and draws `:signs:`; a zero-width joiner after the sign keeps them text.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(
      /@(?=\w)|#(?=\d)|:(?=\/\/)|(?<!:):(?=[\w+-]+:(?!:))|\bwww(?=\.)|\bGH(?=-\d)/gi,
      (sign) => `${sign}\u200d`,
    )
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()!|~$"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/^(\s*)([-+=#]|\d+[.)])/, "$1\u200d$2");
}

/** Text from outside as inline code; backquotes inside are fenced by a longer run. */
export function inlineCode(text: string): string {
  const line = visible(text).replace(/\|/g, "\u2223");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text from outside as a fenced block; its fence is longer than any run inside. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(CONTROLS_BUT_LINES, "\ufffd")}\n${fence}`;
}

/** Text from outside as HTML content or as the value of a quoted attribute; what cannot be seen is named. */
export function escapeHtml(text: string): string {
  return visibleText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

function visible(text: string): string {
  return text.replace(/\r\n|[\n\r\u2028\u2029]/g, "\u23ce").replace(CONTROLS, "\ufffd");
}

const CONTROLS = new RegExp(`[${UNSEEN_CHARACTERS}]`, "gu");
const CONTROLS_BUT_LINES = new RegExp(`(?![\\t\\n])[${UNSEEN_CHARACTERS}]`, "gu");
