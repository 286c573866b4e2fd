/**
 * Text from outside as one line for a terminal or a log: line breaks and control characters (with
 * them every escape sequence) become visible, so that a recording cannot move the cursor or forge
 * a line.
 */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const named = CONTROL_NAMES.get(character);
    if (named !== undefined) return named;
    return escapeOf(character);
  });
}

/**
 * Control characters, line and paragraph separators, the characters that turn the writing direction,
 * and those that nobody sees.
 */
const CONTROLS =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Spaces that look like a space and are none: the whole difference between two texts, now and then. */
const LIKE_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;

/**
 * Text from outside with its line breaks and tabs, where nothing that cannot be seen is hidden:
 * `⟨U+202E⟩` stands for a character that turns the writing direction. `exact`: also spaces other than
 * U+0020 are named, as differences need it.
 */
export function visibleText(text: string, exactness: "readable" | "exact" = "readable"): string {
  const shown = text.replace(CONTROLS, (character) =>
    LAYOUT.has(character) ? character : codePoint(character),
  );
  return exactness === "exact" ? shown.replace(LIKE_SPACES, codePoint) : shown;
}

const LAYOUT: ReadonlySet<string> = new Set(["\n", "\r", "\t", "\u2028", "\u2029"]);

function codePoint(character: string): string {
  return `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** A value of a difference as one line: `oneLine`, with spaces other than U+0020 named. */
export function exactLine(text: string): string {
  return oneLine(text).replace(LIKE_SPACES, escapeOf);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const CONTROL_NAMES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** At most `charactersMax` characters of a text, with `…` where it goes on. */
export function shortened(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax - 1);
  // Half a surrogate pair would print as a replacement character.
  return `${/[\ud800-\udbff]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** `1234567` → `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** `1 recording`, `2 recordings`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
