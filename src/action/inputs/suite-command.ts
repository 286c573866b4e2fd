import { parse } from "shell-quote";
import { ActionError } from "../action-error.ts";

/** The suite as a program and its arguments, and the environment assignments written before it. */
export interface SuiteCommand {
  readonly argv: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
}

/** Why a command cannot be split, and the way out; `undefined` where it can. */
export function suiteCommandProblem(text: string): string | undefined {
  try {
    parseSuiteCommand(text);
    return undefined;
  } catch (error) {
    if (error instanceof ActionError) return error.message.slice(opening(text).length);
    throw error;
  }
}

function opening(text: string): string {
  return `Cannot split the command ${JSON.stringify(text)}: `;
}

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;
const WAY_OUT = 'Set "shell: bash" to run it as a script, or write it without';

/**
 * Splits the `command` input without a shell: quotes and backslashes mean what they mean in a POSIX
 * shell, and everything that needs a shell is refused with a message that says so.
 *
 * @throws {ActionError} `ACTION_INPUT` on unbalanced quotes, operators, globs, expansions, comments.
 */
export function parseSuiteCommand(text: string): SuiteCommand {
  refuseLines(text);
  refuseBrokenQuotes(text);
  const words = parse(text.trim(), (name) => ({ op: "expansion", name })).map((entry) =>
    toWord(text, entry as Entry),
  );
  const environment: Record<string, string> = {};
  let position = 0;
  for (; position < words.length; position += 1) {
    const assignment = ASSIGNMENT.exec(words[position]!);
    if (assignment === null) break;
    environment[assignment[1]!] = assignment[2]!;
  }
  const [program, ...args] = words.slice(position);
  if (program === undefined) {
    throw new ActionError(
      "ACTION_INPUT",
      `${opening(text)}it names no program, only assignments. Write the program behind them`,
    );
  }
  return { argv: [program, ...args], environment };
}

type Entry =
  | string
  | { readonly comment: string }
  | { readonly op: "glob"; readonly pattern: string }
  | { readonly op: string };

function toWord(text: string, entry: Entry): string {
  if (typeof entry === "string") return entry;
  if ("comment" in entry) return refuse(text, 'everything after "#" is a comment', "the comment");
  if ("pattern" in entry) {
    return refuse(text, `${JSON.stringify(entry.pattern)} is a glob`, "globs");
  }
  if (entry.op === "expansion") return refuse(text, "it expands a variable with $", "variables");
  return refuse(text, `"${entry.op}" is a shell operator`, "operators");
}

/** shell-quote joins lines silently, also those that were meant as commands of their own. */
function refuseLines(text: string): void {
  const lines = text.trim().split(/\r\n|[\n\r]/).length;
  if (lines > 1) refuse(text, `it has ${lines} lines, where one line is taken`, "line breaks");
}

/** shell-quote passes unbalanced quotes and backquotes silently, so they are looked for here. */
function refuseBrokenQuotes(text: string): void {
  let quote: "'" | '"' | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === "\\" && quote !== "'") at += 1;
    else if (character === "`" && quote !== "'") {
      refuse(text, "a backquote runs a command", "backquotes");
    } else if (quote === undefined && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = undefined;
  }
  if (quote !== undefined) refuse(text, `a quote (${quote}) is not closed`, "it");
}

function refuse(text: string, problem: string, without: string): never {
  throw new ActionError("ACTION_INPUT", `${opening(text)}${problem}. ${WAY_OUT} ${without}`);
}
