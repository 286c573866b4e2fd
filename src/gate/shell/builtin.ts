import type { Call, Scene } from "./machine.ts";
import type { ShellState, Status } from "./shell-state.ts";
import { joinTexts, knownValue, textOf } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** What a builtin does to the shell. `scene.state` is its own to change. */
export type Builtin = (call: Call, scene: Scene) => readonly ShellState[];

/** The state after a builtin that ended so. Hardly one is certain to succeed: its output may be closed, its words may be wrong. */
export function ended(state: ShellState, status: Status = "unknown"): readonly ShellState[] {
  state.status = status;
  return [state];
}

/** A call of the rest of the words: a builtin that runs a command hands it on like this. */
export function restCall(call: Call, argv: readonly Field[]): Call {
  return { ...call, argv };
}

/** Words joined with spaces, as `eval` and `ssh` read theirs. */
export function joinFields(fields: readonly Field[]): Text {
  if (fields.length === 1) return fields[0]!.text;
  return joinTexts(
    fields.flatMap(({ text }, index) => (index === 0 ? [text] : [textOf(" "), text])),
  );
}

/** The known words of a call, `undefined` for those that are not certain. */
export function knownWords(fields: readonly Field[]): readonly (string | undefined)[] {
  return fields.map(({ text }) => knownValue(text));
}

/** The scene with everything blamed on this call, for the scripts that it runs. */
export function blaming(call: Call, scene: Scene): Scene {
  return { ...scene, source: { ...call.source, span: call.span } };
}

/** A word cut at its first `=`. */
export function splitAssignment(
  text: Text,
): { readonly name: string; readonly operator: "=" | "+="; readonly value: Text } | undefined {
  const [first] = text;
  if (typeof first !== "string") return undefined;
  const match = /^([A-Za-z_]\w*(?:\[[^\]]*\])?)(\+?=)/.exec(first);
  if (match === null) return undefined;
  const rest = first.slice(match[0].length);
  const value = [...textOf(rest), ...text.slice(1)];
  return { name: match[1]!, operator: match[2] as "=" | "+=", value };
}
