import type { Scene } from "./machine.ts";
import type { ShellState } from "./shell-state.ts";
import { derivedSource } from "./source.ts";
import { settle } from "./state-set.ts";

/**
 * Runs something in a subshell, its traps included: of what it did, only output, files and status
 * come back.
 */
export function runSubshell(
  scene: Scene,
  run: (child: ShellState) => readonly ShellState[],
): readonly ShellState[] {
  const child = scene.state.fork();
  child.traps = [];
  // Whether its `break` ends more than a loop of its own differs by the kind of subshell.
  child.hasOuterLoops ||= child.loops > 0;
  child.loops = 0;
  const { result, abandoned } = scene.machine.untilAbandoned(() => run(child));
  return settle(
    runTraps([...result, ...abandoned], scene).map((final) => {
      const after = scene.state.fork();
      after.output = final.output;
      after.stdin = final.stdin;
      after.status = final.status;
      after.adoptFiles(final);
      return after;
    }),
  );
}

/** Runs the traps of a shell that ends. Its end is no end of the shell around it. */
export function runTraps(finals: readonly ShellState[], scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  const ended = finals.flatMap((final) => {
    let states: readonly ShellState[] = [final];
    const { traps } = final;
    if (traps.length > 0) final.status = "unknown";
    final.traps = [];
    final.flow = "normal";
    for (const trap of traps) {
      states = states.flatMap((state) =>
        machine.runText(trap, { machine, state, source }, derivedSource("", source, source.span)),
      );
    }
    for (const state of states) {
      state.flow = "normal";
      if (traps.length > 0) state.status = "unknown";
    }
    return states;
  });
  return settle(ended);
}
