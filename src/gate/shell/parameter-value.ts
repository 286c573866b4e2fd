import { exhausted } from "../exhausted.ts";
import { words } from "../words.ts";
import type { Words } from "../words.ts";
import type { ShellState } from "./shell-state.ts";
import { joinTexts, textOf, UNKNOWN } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** What a parameter holds. */
export interface ParameterValue {
  readonly texts: readonly Text[];
  /** `$@`, `${A[@]}`: one word each inside quotes. */
  readonly isList: boolean;
  /** There may be further words. */
  readonly isOpen: boolean;
  /** `set` and `unset` are certain; `unlisted` is a name that nothing in the command sets. */
  readonly presence: "set" | "unset" | "unlisted";
}

/** The value of `$name`, `$1`, `$@`, `$?`. */
export function parameterValue(name: string, state: ShellState): ParameterValue {
  if (name === "@" || name === "*")
    return listValue(state.positional.slice(1), state.isPositionalOpen);
  if (name === "#") {
    return oneValue(
      state.isPositionalOpen ? [UNKNOWN] : textOf(String(state.positional.length - 1)),
    );
  }
  if (/^\d+$/.test(name)) {
    const text = state.positional[Number(name)];
    if (text !== undefined) return oneValue(text);
    return state.isPositionalOpen ? unknownValue() : unsetValue();
  }
  if (/^\W$/.test(name)) return oneValue([UNKNOWN]);
  if (name === "BASH_ARGV0") return oneValue(state.positional[0]!);
  if (BASH_OWN.has(name)) return unknownValue();
  if (name === "PWD" || name === "OLDPWD") return directoryValue(name, state);
  const variable = state.variable(name);
  switch (variable?.kind) {
    case "scalar":
      return oneValue(variable.text);
    case "array": {
      const first = variable.elements.get("0");
      return first === undefined ? unknownOrUnset(variable.isOpen) : oneValue(first);
    }
    case "unset":
      return unsetValue();
    case "reference":
      return unknownValue();
    case undefined:
      // Bash sets it itself at its start, whatever the environment says.
      if (name === "IFS") return oneValue(textOf(" \t\n"));
      if (name === "BASH" && !state.isPlain) return oneValue(SOME_BASH);
      if (name === "SHELL") return { ...unknownValue(), texts: [SOME_BASH], presence: "unlisted" };
      return { texts: [[UNKNOWN]], isList: false, isOpen: false, presence: "unlisted" };
    default:
      return exhausted(variable);
  }
}

/** Variables that bash sets itself, whatever is assigned to them. */
const BASH_OWN: Words = words(
  `BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_COMMAND BASH_LINENO BASH_SOURCE BASH_SUBSHELL
  BASH_VERSINFO COMP_WORDBREAKS DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO
  PIPESTATUS PPID RANDOM SECONDS SHELLOPTS SRANDOM UID _`,
);

/** Bash itself, wherever it is installed. */
const SOME_BASH: Text = [UNKNOWN, "/bash"];

function directoryValue(name: "PWD" | "OLDPWD", state: ShellState): ParameterValue {
  // An assigned value stays until the directory changes.
  if (state.variables.has(name)) return unknownValue();
  const directory = name === "PWD" ? state.cwd : state.previousCwd;
  return oneValue(directory === undefined ? [UNKNOWN] : textOf(directory));
}

/** A single certain presence with this text. */
export function oneValue(text: Text): ParameterValue {
  return { texts: [text], isList: false, isOpen: false, presence: "set" };
}

/** Several words. */
export function listValue(texts: readonly Text[], isOpen: boolean): ParameterValue {
  return {
    texts,
    isList: true,
    isOpen,
    presence: texts.length > 0 ? "set" : isOpen ? "unlisted" : "unset",
  };
}

/** Certainly unset. */
export function unsetValue(): ParameterValue {
  return { texts: [[]], isList: false, isOpen: false, presence: "unset" };
}

/** Set to something that cannot be known. */
export function unknownValue(): ParameterValue {
  return oneValue([UNKNOWN]);
}

function unknownOrUnset(isUnknown: boolean): ParameterValue {
  return isUnknown ? unknownValue() : unsetValue();
}

/** The words of a list joined with spaces, as an assignment or `"$*"` sees them. */
export function joinedText(texts: readonly Text[], separator = " "): Text {
  return joinTexts(
    texts.flatMap((text, index) => (index === 0 ? [text] : [textOf(separator), text])),
  );
}
