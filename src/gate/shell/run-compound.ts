import { expandPattern, expandText } from "./expand-word.ts";
import type { Scene } from "./machine.ts";
import type { Case, If } from "./parse-script.ts";
import { matchesCase } from "./shell-pattern.ts";
import type { ShellState, Status } from "./shell-state.ts";
import { settle } from "./state-set.ts";
import { knownValue } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Runs `if`: every branch is followed, from the states that may take it where there are any. */
export function runIf(node: If, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  const arms: readonly Pick<If, "clause" | "then">[] = [node, ...node.elif];
  const ends: ShellState[] = [];
  let undecided: readonly ShellState[] = [scene.state];
  for (const arm of arms) {
    const decided = undecided.flatMap((state) =>
      machine.runNode(arm.clause, { machine, state, source }),
    );
    const live = decided.filter(({ flow }) => flow === "normal");
    ends.push(...decided.filter(({ flow }) => flow !== "normal"));
    for (const state of allBut("failure", live))
      ends.push(...machine.runNode(arm.then, { machine, state: state.fork(), source }));
    undecided = settle(allBut("success", live));
  }
  for (const state of undecided) {
    if (node.else === undefined) ends.push(withUnknownStatus(state));
    else ends.push(...machine.runNode(node.else, { machine, state, source }));
  }
  return settle(ends);
}

/** The states that did not end so; all of them where each did, since no branch goes unread. */
function allBut(status: Status, states: readonly ShellState[]): readonly ShellState[] {
  const others = states.filter((state) => state.status !== status);
  return others.length > 0 ? others : states;
}

/** Runs `case`: an arm that certainly does not match is left out, and what a certain match hides. */
export function runCase(node: Case, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  return scene.machine
    .expandEach(scene.state, (state) => expandText(node.word, { machine, state, source }))
    .flatMap(({ state, value }) => runArms(node, value, { machine, state, source }));
}

function runArms(node: Case, word: Text, scene: Scene): readonly ShellState[] {
  const { machine, state, source } = scene;
  const { isCaseLoose } = state;
  const known = knownValue(word);
  const ends: ShellState[] = [];
  let falling: readonly ShellState[] = [];
  let isMatched = false;
  for (const item of node.items) {
    const patterns = item.pattern.map((pattern) => expandPattern(pattern, scene));
    const isCertain = patterns.some(
      (pattern) =>
        pattern !== undefined &&
        (known === undefined
          ? pattern.length > 0 && pattern.every(({ kind }) => kind === "star")
          : matchesCase(pattern, known, isCaseLoose) === true),
    );
    const isExcluded =
      known !== undefined &&
      patterns.every((pattern) => pattern && matchesCase(pattern, known, isCaseLoose) === false);
    const entering = isExcluded || isMatched ? falling : [...falling, state.fork()];
    const afters = entering.flatMap((state) =>
      machine.runNode(item.body, { machine, state, source }),
    );
    falling = item.terminator === ";&" ? afters : [];
    if (item.terminator !== ";&") ends.push(...afters);
    if (isCertain && item.terminator !== ";;&") isMatched = true;
  }
  ends.push(...falling);
  if (!isMatched) ends.push(withUnknownStatus(state));
  return settle(ends);
}

function withUnknownStatus(state: ShellState): ShellState {
  state.status = "unknown";
  return state;
}
