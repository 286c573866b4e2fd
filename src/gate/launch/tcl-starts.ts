import { UNKNOWN, textOf } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import { FAMILIES } from "./foreign-families.ts";
import type { Family } from "./foreign-families.ts";
import type { ForeignStart } from "./foreign-start.ts";

interface Around {
  readonly isElsewhere: boolean;
  readonly starts: (
    text: string,
    how: { family: Family; isTaken: (at: number) => boolean; isElsewhere: boolean },
  ) => readonly ForeignStart[];
}

/** Characters of one command that are read. */
const COMMAND_MAX = 4096;

const COMMAND = /(?:^|[\s;[{])(?<name>exec|spawn|system|open|send|exp_send)\s+(?<rest>[^\n;\]]*)/g;

/** `exec`, `spawn` and `system` take words; `open "|…"` a command; `send` types into a program, perhaps a shell. */
export function findTclStarts(
  text: string,
  { isElsewhere, starts }: Around,
): readonly ForeignStart[] {
  const found: ForeignStart[] = [];
  const taken: (readonly [from: number, to: number])[] = [];
  for (const match of text.matchAll(COMMAND)) {
    const { name, rest } = match.groups!;
    const line = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index + 1);
    if (FAMILIES.tcl.comment.test(line)) continue;
    const words = tclWords(rest!.slice(0, COMMAND_MAX)).filter(
      ({ text: [first] }, index, all) => index > 0 || all.length === 1 || !isOption(first),
    );
    const [first] = words;
    if (first === undefined) continue;
    const [head] = first.text;
    if (typeof head === "string") taken.push([match.index, match.index + match[0].length]);
    if (name === "open") {
      if (typeof head === "string" && head.startsWith("|"))
        found.push({ text: [head.slice(1), ...first.text.slice(1)], words: [], isElsewhere });
    } else if (name === "send" || name === "exp_send" || name === "system") {
      const script = words.flatMap(({ text }): Text => [...text, " "]);
      found.push({ text: script, words: [], isElsewhere });
    } else found.push({ text: undefined, words, isElsewhere });
  }
  if (!FAMILIES.tcl.starters.test(text)) return found;
  const isTaken = (at: number): boolean => taken.some(([from, to]) => at >= from && at < to);
  return [...found, ...starts(text, { family: FAMILIES.tcl, isTaken, isElsewhere })];
}

function isOption(first: Text[number] | undefined): boolean {
  return typeof first === "string" && first.startsWith("-");
}

/** Words in braces, in quotes, or bare; `$name` in the latter two is unknown. */
function tclWords(line: string): readonly Field[] {
  return [...line.matchAll(/\{([^}]*)\}|"((?:\\[^]|[^"\\])*)"|[^\s"{}]+/g)].map((match) => {
    const braced = match[1];
    const raw = braced ?? match[2] ?? match[0];
    const parts = braced === undefined ? raw.split(/(\$\{?\w+\}?|\[[^\]]*|[\ue000\ue001])/) : [raw];
    const text = parts.flatMap((part, index): Text =>
      index % 2 === 1
        ? [UNKNOWN]
        : textOf(part.replaceAll(/\\[rn]/g, "\n").replaceAll(/\\(.)/g, "$1")),
    );
    const isSplit = text.length > 0 && text.every((piece) => typeof piece !== "string");
    return { text, isSplit, at: undefined };
  });
}
