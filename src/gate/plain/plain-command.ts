import { normalizePath } from "../shell/directory.ts";

/** One command of a plain text, its words as the shell makes them. */
export interface PlainCall {
  readonly words: readonly string[];
  /** Where it runs; `undefined` where the text leaves that open. */
  readonly cwd: string | undefined;
}

/** What parts two commands. */
type Joint = "&&" | "||" | "|" | ";";

interface Segment {
  readonly words: readonly string[];
  /** In front of it; the first one has none. */
  readonly joint: Joint | undefined;
}

/**
 * One token: blanks, a redirection that touches no file of the tree, a joint, a word. Characters that mean more to a
 * shell than themselves are in none of them, and in quotations only where they mean nothing there.
 */
const TOKEN =
  /([ \t]+)|((?:2>&1|[12&]?>[ \t]*\/dev\/null)(?=[\s;|&]|$))|(&&|\|\|?|;|\n)|((?:[\w./:,@%+=-]|'[ -&(-~]*'|"[ !#%-[\]-_a-~]*")+)/y;

/**
 * Reads a command that is made of plain words, pipes and lists alone, without any parser; `undefined` where there is
 * anything else in it. Most commands of agents are no more than that, and reading them so costs a tenth of what the parser costs.
 */
export function readPlainCommand(text: string, cwd: string): readonly PlainCall[] | undefined {
  const segments = readSegments(text);
  return segments && placed(segments, cwd);
}

function readSegments(text: string): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let words: string[] = [];
  let joint: Joint | undefined;
  let isBehindWord = false;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const token = TOKEN.exec(text);
    if (token === null) return undefined;
    const [, , redirection, joined, word] = token;
    if (word !== undefined) words.push(unquoted(word));
    // `x2>&1` is another word and another descriptor; a redirection with no command is nobody's.
    if (redirection !== undefined && (isBehindWord || words.length === 0)) return undefined;
    isBehindWord = word !== undefined;
    if (joined === undefined) continue;
    if (words.length === 0) return undefined;
    segments.push({ words, joint });
    words = [];
    joint = joined === "\n" ? ";" : (joined as Joint);
  }
  if (words.length > 0) segments.push({ words, joint });
  else if (joint !== ";") return undefined;
  return segments;
}

function unquoted(word: string): string {
  return word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) =>
    String(single ?? double),
  );
}

/** Follows `cd` as far as it is certain: what is behind it in the same `&&` list runs there, or not at all. */
function placed(segments: readonly Segment[], start: string): readonly PlainCall[] | undefined {
  const calls: PlainCall[] = [];
  let cwd: string | undefined = start;
  let hasMoved = false;
  for (const [index, { words, joint }] of segments.entries()) {
    if (hasMoved && joint !== "&&" && joint !== "|") cwd = undefined;
    if (words[0] !== "cd") {
      calls.push({ words, cwd });
      continue;
    }
    const [, target = "-", ...more] = words;
    const isPiped = joint === "|" || segments[index + 1]?.joint === "|";
    if (target.startsWith("-") || target === "" || more.length > 0) return undefined;
    if (isPiped || joint === "||" || cwd === undefined) return undefined;
    cwd = normalizePath(target.startsWith("/") ? target : `${cwd}/${target}`);
    hasMoved = true;
  }
  return calls;
}
