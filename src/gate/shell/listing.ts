import { knownWords } from "./builtin.ts";
import type { Call } from "./machine.ts";
import type { ShellState } from "./shell-state.ts";
import type { FunctionDefinition } from "./shell-variable.ts";
import { unknownOf } from "./shell-variable.ts";
import { joinTexts, knownValue, mentionsRunner, textOf } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** What a builtin writes that lists functions, variables or aliases: `declare -f f`, `declare -p`, `alias`. */
export function listingOf(call: Call, state: ShellState): Text {
  const words = knownWords(call.argv.slice(1));
  const names = words.filter((word) => word !== undefined && !word.startsWith("-"));
  const isFunction = words.some((word) => word !== undefined && /^-\w*f/.test(word));
  const exact = names.map((name) =>
    isFunction ? functionText(name!, state.functions.get(name!)) : declarationText(name!, state),
  );
  if (names.length > 0 && exact.every((text) => text !== undefined)) return joinTexts(exact);
  return [{ mentions: heldTexts(names, state).some((text) => mentionsRunner(text)) }];
}

/** A function as it can be defined again. */
function functionText(name: string, definition: FunctionDefinition | undefined): Text | undefined {
  if (definition === undefined) return [];
  if (definition.isUncertain === true || definition.others !== undefined) return undefined;
  return textOf(`${name} () ${bodyText(definition)}\n`);
}

function bodyText({ body, source }: FunctionDefinition): string {
  return source.text.slice(body.pos, body.end);
}

function declarationText(name: string, state: ShellState): Text | undefined {
  const variable = state.variable(name);
  if (variable?.kind !== "scalar" || variable.attribute !== undefined) return undefined;
  const known = knownValue(variable.text);
  if (known === undefined) return undefined;
  const flag = variable.isExported ? "-x" : "--";
  return textOf(`declare ${flag} ${name}='${known.replaceAll("'", String.raw`'\''`)}'\n`);
}

/** Names of which the texts are looked at; more of them may hold anything. */
const HELD_MAX = 128;

function heldTexts(names: readonly (string | undefined)[], state: ShellState): readonly Text[] {
  const { functions, variables, aliases, traps } = state;
  if (functions.size + variables.size + aliases.size + traps.length > HELD_MAX) return [["pytest"]];
  const isListed = (name: string): boolean => names.length === 0 || names.includes(name);
  const texts = [
    ...[...functions].map(([name, definition]) => [name, textOf(bodyText(definition))] as const),
    ...[...variables].map(([name, variable]) => [name, unknownOf(variable)] as const),
    ...aliases,
  ];
  const listed = texts.filter(([name]) => isListed(name)).map(([, text]) => text);
  return names.length === 0 ? [...listed, ...traps] : listed;
}
