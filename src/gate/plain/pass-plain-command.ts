import type { GateContext } from "../context.ts";
import { isHarmlessCommand } from "../may-mention.ts";
import type { Policy } from "../policy/policy.ts";
import { findRefusal } from "../pytest/find-refusal.ts";
import { rememberFiles } from "../remembered-files.ts";
import { knownWord } from "../word-value.ts";
import { readPlainCommand } from "./plain-command.ts";
import type { PlainCall } from "./plain-command.ts";

/** Longer texts are the parser's: reading one twice would cost more than it saves. */
const PLAIN_LENGTH_MAX = 8192;

/** Changes what a plain word means, or what runs before the command. */
const SHELL_SETTING = /^(?:BASH|ENV$|CDPATH$|SHELLOPTS$|IFS$)/;

/**
 * Whether a command passes for certain by a reading that needs no parser: plain words alone, harmless programs, and pytest
 * runs that are sanctioned. It says only what `decide` says too, in a fraction of the time; `false` means that `decide` has to be asked.
 */
export function passPlainCommand(command: string, outside: GateContext, policy: Policy): boolean {
  if (command.length > PLAIN_LENGTH_MAX) return false;
  for (const name of outside.environment.keys()) if (SHELL_SETTING.test(name)) return false;
  const calls = readPlainCommand(command, outside.cwd);
  if (calls === undefined) return false;
  const context = { ...outside, files: rememberFiles(outside.files) };
  const inherited = new Map(
    [...context.environment].map(([name, value]) => [name, knownWord(value)] as const),
  );
  return calls.every((call) => {
    const args = pytestArguments(call.words);
    if (args === undefined) return isHarmlessCommand(call.words);
    if (call.cwd === undefined) return false;
    const run = {
      args: args.map((word) => knownWord(word)),
      bound: new Map<string, never>(),
      inherited,
      cwd: call.cwd,
      span: { start: 0, end: command.length },
      hasMisplacedApproval: false,
      isIndirect: false,
    };
    return findRefusal(run, context, policy) === undefined;
  });
}

/** The arguments of a pytest that is started by its name or by the usual ways; `undefined` where it is no such run. */
function pytestArguments(words: PlainCall["words"]): readonly string[] | undefined {
  let at = 0;
  if (words[at] === "timeout" && /^\d+[smh]?$/.test(words[at + 1] ?? "")) at += 2;
  if ((words[at] === "uv" || words[at] === "poetry") && words[at + 1] === "run") at += 2;
  if (/^python3?$/.test(words[at] ?? "") && words[at + 1] === "-m") at += 2;
  return words[at] === "pytest" ? words.slice(at + 1) : undefined;
}
