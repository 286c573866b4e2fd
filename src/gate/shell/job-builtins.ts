import { blaming, ended, joinFields, restCall } from "./builtin.ts";
import type { Builtin } from "./builtin.ts";
import { runPrompt } from "./hidden-script.ts";
import type { Call, Scene } from "./machine.ts";
import { takeOptions } from "./options.ts";
import type { ShellState } from "./shell-state.ts";
import { knownField, unknownFrom } from "./text-value.ts";
import { words } from "../words.ts";

/** Builtins for jobs and completions that run what they are given. */
export const JOB_BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["jobs", runJobs],
  ["compgen", complete],
]);

/** `jobs -x PROGRAM …` runs the program. */
function runJobs(call: Call, scene: Scene): readonly ShellState[] {
  const { rest, options } = takeOptions(call.argv.slice(1), {
    valued: new Set(),
    flags: words("-l -n -p -r -s"),
    last: words("-x"),
  });
  if (options.at(-1)?.name === "-x")
    return scene.machine.runCall(restCall(call, rest), scene.state);
  scene.state.write(unknownFrom([scene.source.text]));
  return ended(scene.state);
}

/** `compgen` expands the words of `-W`, runs the command of `-C` and calls the function of `-F`. */
function complete(call: Call, scene: Scene): readonly ShellState[] {
  const { machine, state } = scene;
  const { options } = takeOptions(call.argv.slice(1), {
    valued: words("-A -C -F -G -P -S -W -X -o -V"),
  });
  const around = blaming(call, scene);
  const source = { ...around.source, offset: undefined };
  for (const { name, value } of options) {
    if (value === undefined) continue;
    if (name === "-W") runPrompt(value.text, around);
    if (name === "-F") machine.runCall(restCall(call, [value]), state.fork());
    if (name === "-C") {
      const script = joinFields([value, knownField("'' '' ''")]);
      machine.runText(script, { ...around, state: state.fork() }, source);
    }
  }
  state.write(unknownFrom(...call.argv.map(({ text }) => text)));
  return ended(state);
}
