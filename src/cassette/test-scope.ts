/** Longer names of tests are cut: a scope must fit into a header, whatever a table puts into a title. */
const SCOPE_LENGTH_MAX = 1_000;

/** What cannot stand in a header. */
const CONTROL = /\p{Cc}+/gu;

/** Halves of characters, in titles and where a title is cut: no UTF-8 has them, so they reach nobody. */
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Scope of a test, the same by whatever way it asks: `tests/a.test.ts::suite::title`. The titles of one
 * scope are told from each other by their order, not by their place in the file.
 *
 * @param file Path of the test's file, with slashes.
 * @param titles Of the suites around the test and of the test itself.
 * @param ordinal How many tests before it have the same file and titles.
 */
export function testScope(file: string, titles: readonly string[], ordinal = 0): string {
  const whole = [file, ...titles].join("::") + (ordinal === 0 ? "" : ` @${ordinal + 1}`);
  const plain = whole.replaceAll(CONTROL, " ").replaceAll(LONE_SURROGATE, "\uFFFD").trim();
  if (plain === whole && plain.length <= SCOPE_LENGTH_MAX) return plain;
  // Two titles that differ only in what was left out stay two scopes.
  const cut = plain.slice(0, SCOPE_LENGTH_MAX).replaceAll(LONE_SURROGATE, "\uFFFD").trimEnd();
  return `${cut}~${shortDigest(whole)}`;
}

/** FNV-1a, 32 bits, eight hex digits: a cryptographic one would cost every program below a suite its loading. */
export function shortDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Title of what a file or a suite asks outside its tests: in modules and hooks. */
export const FILE_TITLE = "@file";

/** As `FILE_TITLE`, of the hooks of a suite inside a file. */
export const SUITE_TITLE = "@suite";
