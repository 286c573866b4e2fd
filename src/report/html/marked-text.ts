import { escapeHtml } from "../escape-markdown.ts";
import { visibleText } from "../text.ts";

/** Words and gaps compared on each side between what both have at their beginning and at their end. */
const TOKENS_MAX = 1500;

/**
 * A text as HTML, as it stands with all its line breaks, with the words marked that the other text
 * does not have. Where too much is different, all of it between the first and the last difference
 * is marked.
 */
export function markedText(text: string, other: string, mark: "del" | "ins"): string {
  const own = toTokens(text);
  const their = toTokens(other);
  const least = Math.min(own.length, their.length);
  let head = 0;
  while (head < least && own[head] === their[head]) head += 1;
  let tail = 0;
  while (tail < least - head && own.at(-1 - tail) === their.at(-1 - tail)) tail += 1;
  const middle = own.slice(head, own.length - tail);
  const isShared = withoutLoneGaps(
    middle,
    sharedTokens(middle, their.slice(head, their.length - tail)),
  );
  let html = escapeHtml(own.slice(0, head).join(""));
  for (let at = 0; at < middle.length;) {
    const from = at;
    const isKept = isShared[at];
    while (at < middle.length && isShared[at] === isKept) at += 1;
    const piece = middle.slice(from, at).join("");
    html +=
      isKept === true
        ? escapeHtml(piece)
        : `<${mark}>${escapeHtml(visibleText(piece, "exact"))}</${mark}>`;
  }
  return html + escapeHtml(own.slice(own.length - tail).join(""));
}

/** A gap between two changed words belongs to the change: one mark reads better than two. */
function withoutLoneGaps(
  tokens: readonly string[],
  isShared: readonly boolean[],
): readonly boolean[] {
  return isShared.map((shared, at) => {
    const isLoneGap =
      shared &&
      tokens[at]!.trim() === "" &&
      isShared[at - 1] === false &&
      isShared[at + 1] === false;
    return shared && !isLoneGap;
  });
}

function toTokens(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** Which of one side's tokens belong to the longest common subsequence of both. */
function sharedTokens(own: readonly string[], their: readonly string[]): readonly boolean[] {
  const shared = own.map(() => false);
  if (own.length > TOKENS_MAX || their.length > TOKENS_MAX) return shared;
  const width = their.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  for (let i = own.length - 1; i >= 0; i -= 1) {
    for (let j = their.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        own[i] === their[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < own.length && j < their.length;) {
    if (own[i] === their[j]) {
      shared[i] = true;
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return shared;
}
