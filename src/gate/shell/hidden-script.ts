import { BRACE_WORD_MAX } from "../limits.ts";
import { substitutionEnd } from "./brace-expansion.ts";
import { blaming } from "./builtin.ts";
import type { Call, Scene } from "./machine.ts";
import { unescapeBackslashes } from "./printf.ts";
import { derivedSource } from "./source.ts";
import { knownValue, textOf } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Runs what a text for `let` holds: it is expanded before it is calculated, subscripts a second time. */
export function runHiddenScript(text: Text, scene: Scene): void {
  const known = knownValue(text);
  if (known === undefined || !/\$\(|`/.test(known)) return;
  runExpanded(known, scene);
}

/**
 * Runs what a value holds that is expanded again where it is read as a number or a name: the subscripts
 * (`test -v 'a[$(command)]'`, `[[ 'a[$(command)]' -eq 1 ]]`, `$((x))` where `x` holds such text). Whether it ever is cannot
 * be told (`declare -i`, `$((x))`, `${!x}` and references do it later), so a value of that shape counts as one that is.
 */
export function runHiddenSubscript(text: Text, scene: Scene): void {
  const known = knownValue(text);
  if (known !== undefined && hasHiddenSubscript(known)) runExpanded(known, scene);
}

/** What may stand before a subscript where the whole is a name or an arithmetic expression; at all else bash gives up first. */
const BEFORE_SUBSCRIPT = /^[\w\s#@+*/%<>=!&|^~?:,()[\]-]*$/;

function hasHiddenSubscript(value: string): boolean {
  const at = value.search(/\w\[/);
  if (at < 0 || !/\$\(|`/.test(value.slice(at))) return false;
  return BEFORE_SUBSCRIPT.test(value.slice(0, at));
}

/** The subscripts that the words of a builtin hold: it assigns to them, or tests them. */
export function runHiddenSubscripts(call: Call, scene: Scene): void {
  for (const { text } of call.argv.slice(1)) runHiddenSubscript(text, blaming(call, scene));
}

/** Runs what is in a prompt: its backslash escapes are read first, then it is expanded. */
export function runPrompt(text: Text, scene: Scene): void {
  const known = knownValue(text);
  if (known === undefined || !/[$`\\]/.test(known)) return;
  runExpanded(known, scene);
  const decoded = unescapeBackslashes(known);
  if (decoded !== known) runExpanded(decoded, scene);
}

/** Variables whose value is expanded as a prompt: `PS4` under `set -x`, the others in an interactive shell. */
const PROMPTS: ReadonlySet<string> = new Set(["PS0", "PS1", "PS2", "PS3", "PS4"]);

/** Runs what a variable's new value may start by itself, now and when the shell ends. */
export function runAssigned(name: string, value: Text, scene: Scene): void {
  runHiddenSubscript(value, scene);
  const known = knownValue(value);
  if (known === undefined) return;
  if (name === "PROMPT_COMMAND") {
    const source = derivedSource("", scene.source, scene.source.span);
    scene.machine.runText(value, { ...scene, state: scene.state.fork() }, source);
  }
  if (!PROMPTS.has(name) || !/[$`\\]/.test(known)) return;
  runPrompt(value, scene);
  // A function that it calls may be defined later.
  scene.state.traps = [...scene.state.traps, expansionOf(known)];
}

function runExpanded(known: string, scene: Scene): void {
  const source = derivedSource("", scene.source, scene.source.span);
  const inside = { ...scene, state: scene.state.fork() };
  scene.machine.nested(() => scene.machine.runText(expansionOf(known), inside, source));
}

/** A command that expands a text as it would stand in double quotes. */
function expansionOf(known: string): Text {
  if (known.length > BRACE_WORD_MAX || !known.includes("$("))
    return textOf(`: "${escaped(known)}"`);
  let text = "";
  let from = 0;
  for (let at = known.indexOf("$("); at >= 0; at = known.indexOf("$(", from)) {
    // Quotes inside of a substitution are its own.
    const end = substitutionEnd(known, at) ?? known.length;
    text += escaped(known.slice(from, at)) + known.slice(at, end);
    from = end;
  }
  return textOf(`: "${text}${escaped(known.slice(from))}"`);
}

function escaped(text: string): string {
  return text.replaceAll(/["\\]/g, String.raw`\$&`);
}
