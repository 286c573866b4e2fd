import { WATCHED, withSinks } from "./descriptors.ts";
import type { Machine, Scene } from "./machine.ts";
import type { AndOr, CommandNode, Pipeline, Statement } from "./parse-script.ts";
import { negated } from "./run-loop.ts";
import type { ShellState, Status } from "./shell-state.ts";
import type { Source } from "./source.ts";
import { settle } from "./state-set.ts";
import { runSubshell } from "./subshell.ts";
import { UNKNOWN } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Runs statements one behind the other, in every state that the one before may end in. */
export function runStatements(
  statements: readonly Statement[],
  { machine, state, source }: Scene,
): readonly ShellState[] {
  let live: readonly ShellState[] = [state];
  const ended: ShellState[] = [];
  for (const statement of statements) {
    const next = live.flatMap((state) => runStatement(statement, { machine, state, source }));
    ended.push(...next.filter(({ flow }) => flow !== "normal"));
    live = settle(next.filter(({ flow }) => flow === "normal"));
    if (live.length === 0) break;
  }
  return ended.length === 0 ? live : settle([...ended, ...live]);
}

/**
 * Runs the statements of a script. Where bash may fail inside one of them, it goes on with the next line: whatever it
 * had done until then stays done.
 */
export function runLines(
  statements: readonly Statement[],
  { machine, state, source }: Scene,
): readonly ShellState[] {
  let live: readonly ShellState[] = [state];
  let failed: readonly ShellState[] = [];
  const ended: ShellState[] = [];
  for (const [index, statement] of statements.entries()) {
    const previous = statements[index - 1];
    if (failed.length > 0 && previous !== undefined) {
      if (source.text.slice(previous.end, statement.pos).includes("\n")) {
        live = settle([...live, ...failed]);
        failed = [];
      }
    }
    const { result, abandoned } = machine.untilAbandoned(() =>
      live.flatMap((before) => runStatement(statement, { machine, state: before, source })),
    );
    failed = settle([...failed, ...abandoned.map((each) => restarted(each, state))]);
    ended.push(...result.filter(({ flow }) => flow !== "normal"));
    live = settle(result.filter(({ flow }) => flow === "normal"));
    if (live.length === 0 && failed.length === 0) break;
  }
  return settle([...ended, ...live, ...failed]);
}

/** A state from somewhere inside of a script, as its next line finds it. */
function restarted(failed: ShellState, start: ShellState): ShellState {
  const { positional, isPositionalOpen, loops, hasOuterLoops, isReturnable, stdin, output } = start;
  Object.assign(failed, { positional, isPositionalOpen, loops, hasOuterLoops, isReturnable });
  failed.hidden = start.hidden;
  failed.flow = "normal";
  failed.status = "unknown";
  failed.stdin = stdin;
  if (output === undefined) failed.output = undefined;
  return failed;
}

function runStatement(statement: Statement, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  if (statement.background !== true) return machine.runNode(statement.command, scene);
  const states = runSubshell(scene, (state) =>
    machine.runNode(statement.command, { machine, state, source }),
  );
  for (const state of states) state.status = "unknown";
  return states;
}

/** Runs `a && b || c`: what follows runs wherever the status before may let it. */
export function runAndOr(node: AndOr, { machine, state, source }: Scene): readonly ShellState[] {
  let states: readonly ShellState[] = machine.runNode(node.commands[0]!, {
    machine,
    state,
    source,
  });
  /** Where what is certain not to run would stand, had what is before it run. */
  let imagined: ShellState | undefined;
  for (const [index, operator] of node.operators.entries()) {
    const wanted: Status = operator === "&&" ? "success" : "failure";
    const command = node.commands[index + 1]!;
    const live = states.filter(({ flow }) => flow === "normal");
    const going = live.filter(({ status }) => status === wanted || status === "unknown");
    const staying = states
      .filter(({ flow, status }) => flow !== "normal" || status !== wanted)
      .map((state) => (going.includes(state) ? withStatus(state, negated(wanted)) : state));
    // What is certain not to run is judged all the same: a reader of the command expects it to count. Once, as bash reads it.
    imagined = going.length > 0 || state.isPlain ? undefined : (imagined ?? live[0])?.fork();
    if (imagined !== undefined) {
      const [after] = machine.runNode(command, { machine, state: imagined, source });
      imagined = after?.flow === "normal" ? after : undefined;
    }
    const ran = going.flatMap((state) =>
      machine.runNode(command, { machine, state: state.fork(), source }),
    );
    states = settle([...staying, ...ran]);
  }
  return states;
}

/** A state that may have gone on, and has not: then its status is known. */
function withStatus(state: ShellState, status: Status): ShellState {
  const fork = state.fork();
  fork.status = status;
  return fork;
}

/** Runs a pipeline: each command in a subshell, reading what the one before may write. */
export function runPipeline(node: Pipeline, scene: Scene): readonly ShellState[] {
  const { machine, state, source } = scene;
  const isNegated = node.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const states =
    node.commands.length === 1
      ? machine.runNode(node.commands[0]!, scene)
      : runStages(node, state, { machine, source });
  if (!isNegated) return states;
  for (const after of states) after.status = negated(after.status);
  return states;
}

function runStages(
  node: Pipeline,
  state: ShellState,
  around: { readonly machine: Machine; readonly source: Source },
): readonly ShellState[] {
  const last = node.commands.length - 1;
  let befores: readonly ShellState[] = [state];
  for (const [index, command] of node.commands.entries()) {
    const isWithErrors = node.operators[index] === "|&";
    const afters = befores.flatMap((before) =>
      runStage(command, before, { ...around, isLast: index === last, isWithErrors }),
    );
    if (index === last) return settle(afterStages(afters, state));
    befores = settle(
      afters.map((after) => {
        const next = after.fork();
        next.stdin = withErrors(after.output ?? [], isWithErrors);
        next.output = state.output;
        next.sinks = state.sinks;
        next.status = "unknown";
        return next;
      }),
    );
  }
  return befores;
}

function runStage(
  command: CommandNode,
  before: ShellState,
  {
    machine,
    source,
    isLast,
    isWithErrors,
  }: {
    readonly machine: Machine;
    readonly source: Source;
    readonly isLast: boolean;
    readonly isWithErrors: boolean;
  },
): readonly ShellState[] {
  const start = before.fork();
  if (!isLast) start.watch();
  if (isWithErrors) start.sinks = withSinks(start.sinks, [["2", WATCHED]]);
  const run = (state: ShellState): readonly ShellState[] =>
    machine.runNode(command, { machine, state, source });
  if (isLast && before.isLastPipe) return runLastPipe(start, run);
  return runSubshell({ machine, state: start, source }, run);
}

/** `shopt -s lastpipe`: the last command may run in this shell, or in a subshell all the same where jobs are controlled. */
function runLastPipe(
  start: ShellState,
  run: (state: ShellState) => readonly ShellState[],
): readonly ShellState[] {
  const finals = run(start.fork());
  const apart = finals.map((final) => {
    const after = start.fork();
    after.output = final.output;
    after.status = final.status;
    after.adoptFiles(final);
    return after;
  });
  return settle([...finals, ...apart]);
}

function afterStages(states: readonly ShellState[], before: ShellState): readonly ShellState[] {
  for (const state of states) {
    state.stdin = before.stdin;
    // Under `pipefail` any stage may make it fail.
    if (state.status === "success") state.status = "unknown";
  }
  return states;
}

function withErrors(output: Text, isWithErrors: boolean): Text {
  return isWithErrors ? [...output, UNKNOWN] : output;
}
