import { inheritedBy } from "../shell/machine.ts";
import type { Call } from "../shell/machine.ts";
import { noteShellOption } from "../shell/shell-options.ts";
import { ShellState } from "../shell/shell-state.ts";
import { knownValue } from "../shell/text-value.ts";

/** Programs that read shell text. */
export const SHELL_NAMES: ReadonlySet<string> = new Set([
  "bash",
  "sh",
  "dash",
  "zsh",
  "ksh",
  "ksh93",
  "mksh",
  "oksh",
  "ash",
  "rbash",
  "yash",
  "fish",
  "csh",
  "tcsh",
  "posh",
  "hush",
  "xonsh",
  "nu",
  "osh",
  "elvish",
]);

/** The shell that a program starts: it knows the environment and the files, nothing else. */
export function childShell(call: Call, state: ShellState): ShellState {
  const child = new ShellState(state.cwd, new Map());
  const inherited = inheritedBy(call, state);
  for (const [name, text] of [...inherited, ...call.bound]) {
    child.setVariable(name, { kind: "scalar", text, isExported: true });
  }
  for (const [name, definition] of state.functions) {
    if (definition.isExported) child.setFunction(name, definition);
  }
  for (const option of optionsOf(child)) noteShellOption(option, child);
  child.stdin = state.stdin;
  child.output = state.output;
  child.sinks = state.sinks;
  child.isOpen = state.isOpen;
  child.adoptFiles(state);
  return child;
}

/** Options that a shell takes out of its environment. */
function optionsOf(child: ShellState): readonly (string | undefined)[] {
  const variable = child.variables.get("BASHOPTS");
  if (variable?.kind !== "scalar") return [];
  return knownValue(variable.text)?.split(":") ?? [undefined];
}

/** Shells that are not bash on every system: what only bash knows may mean nothing to them. */
export function isPlainShell(name: string): boolean {
  return /^(?:sh|dash|ash|posh|hush|yash|busybox)$/.test(name);
}
