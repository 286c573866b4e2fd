import { expandText, expandWord } from "./expand-word.ts";
import type { Call, Scene } from "./machine.ts";
import { partsOf } from "./parse-script.ts";
import type { Assignment, Command, Redirection } from "./parse-script.ts";
import { expandRedirections, runRedirected } from "./redirections.ts";
import type { Redirected } from "./redirections.ts";
import type { ShellState } from "./shell-state.ts";
import { derivedSource, placeIn, spanIn } from "./source.ts";
import { settle } from "./state-set.ts";
import { joinTexts, textOf } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";
import { applyArray, applyScalar, elementName, hideVariable } from "./assignments.ts";
import { noteAttribute } from "./variable-builtins.ts";

/** A simple command after expansion. */
interface Prepared {
  readonly argv: readonly Field[];
  readonly bound: ReadonlyMap<string, Text>;
  readonly redirected: Redirected;
}

/** Runs a simple command: aliases, words, redirections, assignments, then the program. */
export function runSimple(node: Command, scene: Scene): readonly ShellState[] {
  const { machine } = scene;
  machine.step();
  const alias = aliasText(node, scene);
  if (alias === undefined) return runExpanded(node, scene);
  // A shell that is not interactive replaces aliases only where it is told to.
  const plain = runExpanded(node, { ...scene, state: scene.state.fork() });
  return settle([...plain, ...machine.runText(alias.text, scene, alias.source)]);
}

function runExpanded(node: Command, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  // Only substitutions can come out in several ways, and only they need a state of their own.
  const hasSubstitution = /[`(]/.test(source.text.slice(node.pos, node.end));
  const prepared = hasSubstitution
    ? machine.expandEach(scene.state, (state) => prepare(node, { machine, state, source }))
    : [{ state: scene.state, value: prepare(node, scene) }];
  return settle(
    prepared.flatMap(({ state, value }) =>
      runRedirected(value.redirected, { machine, state, source }, (state) =>
        runPrepared(node, value, { machine, state, source }),
      ),
    ),
  );
}

function prepare(node: Command, scene: Scene): Prepared {
  const words = node.name === undefined ? [] : [node.name, ...node.args];
  const argv = words.flatMap((word): readonly Field[] => {
    return word.type === "Word" ? expandWord(word, scene) : [declarationField(word, node, scene)];
  });
  const redirected = expandRedirections(node.redirects, scene);
  return { argv, redirected, bound: expandPrefix(node, argv.length > 0, scene) };
}

/** `declare A=(x y)` assigns; the builtin then reads the name, or `NAME=value` as one word. */
function declarationField(assignment: Assignment, node: Command, scene: Scene): Field {
  const { state } = scene;
  const at = placeIn(scene.source, assignment.pos);
  if (assignment.value.type === "ArrayValue") {
    const { name } = assignment;
    if (LOCAL.has(node.name?.value ?? "")) hideVariable(name, state);
    const isAssociative = node.args.some((word) => /^-\w*A/.test(word.text));
    if (isAssociative && state.variable(name)?.kind !== "array") {
      state.setVariable(name, { kind: "array", elements: new Map(), isAssociative, isOpen: false });
    }
    const flags = node.args.map((word) => /^-(\w+)$/.exec(word.text)?.[1] ?? "").join("");
    noteAttribute(name, new Set(flags.split("").map((flag) => `-${flag}`)), state);
    applyArray(assignment, scene);
    return { text: textOf(name), isSplit: false, at };
  }
  const operator = assignment.append === true ? "+=" : "=";
  const value = expandText(assignment.value, scene);
  const name = elementName(assignment, scene);
  return { text: joinTexts([textOf(name + operator), value]), isSplit: false, at };
}

/** Builtins whose variables are local to the running function. */
const LOCAL: ReadonlySet<string> = new Set(["declare", "typeset", "local"]);

/** The assignments before a command: bound to it, or the shell's own where there is no command. */
function expandPrefix(node: Command, isBound: boolean, scene: Scene): ReadonlyMap<string, Text> {
  const bound = new Map<string, Text>();
  const assignments = node.prefix.filter((item): item is Assignment => item.type === "Assignment");
  if (assignments.length === 0) return bound;
  const target = isBound ? { ...scene, state: scene.state.fork() } : scene;
  for (const assignment of assignments) {
    if (assignment.value.type === "ArrayValue") applyArray(assignment, target);
    else applyScalar(assignment, target);
    const variable = target.state.variable(assignment.name);
    if (isBound && variable?.kind === "scalar") bound.set(assignment.name, variable.text);
  }
  return bound;
}

function runPrepared(
  node: Command,
  { argv, bound }: Prepared,
  scene: Scene,
): readonly ShellState[] {
  const { state, source } = scene;
  if (argv.length === 0) {
    if (node.prefix.some((item) => item.type !== "Assignment")) copyInput(node, state);
    return [state];
  }
  const call: Call = {
    argv,
    bound,
    removed: new Set(),
    source,
    span: spanIn(source, node),
    leadAt: node.name === undefined ? undefined : placeIn(source, node.name.pos),
    isExternal: false,
  };
  return scene.machine.runCall(call, state);
}

/** `$(<file)` writes the file. */
function copyInput(node: Command, state: ShellState): void {
  const isReading = (item: Redirection | Assignment): boolean =>
    item.type === "Redirect" && item.operator === "<";
  if (node.name === undefined && node.prefix.some(isReading)) state.write(state.stdin);
}

/** The text that takes the place of a command whose name is an alias. */
function aliasText(
  node: Command,
  { state, source, machine }: Scene,
): { readonly text: Text; readonly source: ReturnType<typeof derivedSource> } | undefined {
  const { name } = node;
  if (name === undefined || state.aliases.size === 0) return undefined;
  if (partsOf(name) !== undefined || name.text !== name.value || source.aliases.has(name.value))
    return undefined;
  const value = state.aliases.get(name.value);
  if (value === undefined) return undefined;
  const before = source.text.slice(node.pos, name.pos);
  const rest = restText(node, value, { machine, state, source });
  const derived = derivedSource("", source, spanIn(source, node));
  return {
    text: joinTexts([textOf(before), value, rest]),
    source: { ...derived, aliases: new Set([...source.aliases, name.value]) },
  };
}

/**
 * The rest of a command with the here-documents that belong to it. Where an alias ends in a blank,
 * the next word is replaced too if it is an alias.
 */
function restText(node: Command, value: Text, { source, state }: Scene): Text {
  const bodies = node.redirects.flatMap((redirect) =>
    redirect.type === "HereDoc" && redirect.closing !== undefined
      ? [`\n${source.text.slice(redirect.body.pos, redirect.closing.end)}`]
      : [],
  );
  const last = value.at(-1);
  const [next] = node.args;
  const isNext = typeof last === "string" && /[ \t]$/.test(last) && next?.type === "Word";
  const replaced = isNext ? state.aliases.get(next.text) : undefined;
  const from = replaced === undefined ? node.name!.end : next!.end;
  return joinTexts([replaced ?? [], textOf(source.text.slice(from, node.end) + bodies.join(""))]);
}
