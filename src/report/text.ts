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
 * Of a class of characters: control characters, those that turn the writing direction, and those that nobody
 * sees, tags and variation selectors among them, in which whole texts can be hidden. (Emoji and some scripts need
 * U+200C, U+200D, U+FE0E and U+FE0F.)
 */
export const UNSEEN_CHARACTERS: string = String.raw`\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;

/** These, and separators of lines and paragraphs. */
const CONTROLS = new RegExp(`[${UNSEEN_CHARACTERS}\\u2028\\u2029]`, "gu");

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
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** A value of a difference as one line: `oneLine`, with spaces other than U+0020 named. */
export function exactLine(text: string): string {
  return oneLine(text).replace(LIKE_SPACES, escapeOf);
}

function escapeOf(character: string): string {
  const digits = character.codePointAt(0)!.toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
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

/** Characters of a name that people read; a request can have members and models of any length. */
const NAME_CHARACTERS_MAX = 200;

/** A name from outside, a path, an endpoint, a model, as one line that leaves room for the rest. */
export function nameLine(text: string): string {
  return shortened(oneLine(text), NAME_CHARACTERS_MAX);
}

/** `1234567` → `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** `1 recording`, `2 recordings`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
