import type { Scene } from "./machine.ts";
import type { ShellState } from "./shell-state.ts";
import type { Source } from "./source.ts";
import { settle } from "./state-set.ts";
import { toShellText } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Builtins that `dash` and its like do not know: there the command is not found and does nothing. */
export const BASH_ONLY: ReadonlySet<string> = new Set([
  "declare",
  "typeset",
  "mapfile",
  "readarray",
  "shopt",
  "pushd",
  "popd",
  "source",
  "let",
  "builtin",
]);

/** Builtins that POSIX calls special: `X=1 eval …` sets the variable for good there, and not in bash. */
export const SPECIAL: ReadonlySet<string> = new Set(
  ": . break continue eval exec exit export readonly return set shift times trap unset".split(" "),
);

/** Text that `sh` reads in one way where it is bash and in another where it is dash. */
const DIFFERING =
  /=\S*\s+(?::|\.|eval|export|readonly|set|shift|times|trap|unset)(?:[\s;]|$)|\beval\s+["']?(?:--\s|\$)|\b(?:declare|typeset|mapfile|readarray|shopt|pushd|popd|source|let|builtin|echo|read)\b|printf\s+-v|\+=|\{[^{}\n]*(?:,|\.\.)/;

/** Runs text that `sh` reads: as bash, and as a plain shell where that differs. */
export function runPlainText(text: Text, scene: Scene, source?: Source): readonly ShellState[] {
  const { machine, state } = scene;
  const isDiffering = DIFFERING.test(toShellText(text));
  const plain = isDiffering ? state.fork() : undefined;
  const states = machine.runText(text, scene, source);
  if (plain === undefined) return states;
  plain.isPlain = true;
  const others = machine.runText(text, { ...scene, state: plain }, source);
  return settle([...states, ...others]);
}
