import { LimitReached, LINE_DOCUMENTS_MAX, OPEN_PAIRS_MAX, SCRIPT_TEXT_MAX } from "../limits.ts";
import { mayNameRunner } from "../may-mention.ts";
import type { Machine } from "./machine.ts";
import { parseScript, troubleOf, visitChildren } from "./parse-script.ts";
import type { ParsedScript, SyntaxNode, Trouble } from "./parse-script.ts";
import type { Source } from "./source.ts";

/**
 * The script, to be judged as far as it can be read. Where the parser met damage, the text behind
 * it is refused if a test runner may be in it: the tree may have lost commands there.
 */
export function readableScript(
  script: ParsedScript,
  source: Source,
  machine: Machine,
): ParsedScript {
  if (!/[`(<\ue000]/.test(source.text) && troubleOf(script) === undefined) return script;
  const trouble = findTrouble(script);
  if (trouble === undefined) return script;
  const again = withoutCaseWord(source.text);
  if (again !== undefined && findTrouble(again) === undefined) return again;
  const from = unreadableFrom(trouble, source.text);
  if (!mayNameRunner(source.text.slice(from))) return script;
  const start = source.offset === undefined ? source.span.start : source.offset + from;
  const end = source.offset === undefined ? source.span.end : source.offset + source.text.length;
  machine.refuse({
    code: "COMMAND_UNREADABLE",
    span: { start, end: Math.max(end, start) },
    reason: `Cannot read this part of the command (${trouble.message}), and it names a test runner: write it so that bash accepts it.`,
  });
  return script;
}

/** Throws where a text would take the parser more than reasonable time. */
export function checkBounds(text: string): void {
  checkNesting(text);
  checkHereDocuments(text);
}

/** Throws where one line opens more here-documents than are parsed in reasonable time. */
function checkHereDocuments(text: string): void {
  let count = 0;
  let previous = 0;
  for (let at = text.indexOf("<<"); at >= 0; at = text.indexOf("<<", at + 2)) {
    count = text.slice(previous, at).includes("\n") ? 1 : count + 1;
    previous = at;
    if (count > LINE_DOCUMENTS_MAX) {
      throw new LimitReached(`one line opens more than ${LINE_DOCUMENTS_MAX} here-documents`);
    }
  }
}

/** Throws where more parentheses or braces are open at once than are parsed in reasonable time. */
function checkNesting(text: string): void {
  if (text.length <= OPEN_PAIRS_MAX) return;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PARENTHESIS || code === BRACE) open++;
    else if ((code === PARENTHESIS + 1 || code === BRACE + 2) && open > 0) open--;
    if (open > OPEN_PAIRS_MAX) throw new LimitReached("it nests too deeply");
  }
}

/** `(`, whose partner is the next character. */
const PARENTHESIS = 40;
/** `{`, whose partner is the next but one. */
const BRACE = 123;

interface PlacedTrouble extends Trouble {
  /** It lies in decoded text, so that its position says nothing. */
  readonly isDecoded: boolean;
}

/** The first damage of a script and of everything that is nested in it. */
export function findTrouble(script: ParsedScript): PlacedTrouble | undefined {
  let nestedLength = 0;
  const stack: { readonly node: SyntaxNode; readonly isDecoded: boolean }[] = [
    { node: script, isDecoded: false },
  ];
  while (stack.length > 0) {
    const { node, isDecoded } = stack.pop()!;
    if (node.type === "Script") {
      // Every level of nesting is parsed again from its text.
      nestedLength += node.end - node.pos;
      if (nestedLength > SCRIPT_TEXT_MAX)
        throw new LimitReached("its substitutions nest too deeply");
    }
    if (node.type === "Script" || node.type === "HereDoc") {
      const trouble = troubleOf(node);
      if (trouble !== undefined) return { ...trouble, isDecoded };
    }
    const isInside = isDecoded || (node.type === "Script" && node.source !== undefined);
    visitChildren(node, (child) => stack.push({ node: child, isDecoded: isInside }));
  }
  return undefined;
}

/**
 * unbash 6.0.4 takes the plain argument `case` inside a substitution for the keyword
 * (`x=$(grep case f)`). Such a word is data, so another word of the same length reads alike.
 */
function withoutCaseWord(text: string): ParsedScript | undefined {
  if (!/\bcase\b/.test(text)) return undefined;
  const replaced = text.replaceAll(/(?<=[\w"'./-][ \t]+)case(?=[ \t)])/g, "cASE");
  return replaced === text ? undefined : parseScript(replaced);
}

/** The beginning of the line in which the damage lies: what stands before it was read whole. */
function unreadableFrom({ position, isDecoded }: PlacedTrouble, text: string): number {
  return isDecoded ? 0 : text.lastIndexOf("\n", Math.max(0, position - 1)) + 1;
}
