import { LimitReached, ROUNDS_MAX, WIDENINGS_MAX, WORDS_MAX } from "../limits.ts";
import { expandArithmetic, expandWord } from "./expand-word.ts";
import { runAssigned } from "./hidden-script.ts";
import type { Scene } from "./machine.ts";
import type { ArithmeticFor, For, Select, While } from "./parse-script.ts";
import type { ShellState } from "./shell-state.ts";
import { mergeAll, settle } from "./state-set.ts";
import { begunLinesOf, knownValue, unknownFrom, UNKNOWN } from "./text-value.ts";
import type { Field, Text } from "./text-value.ts";

/** What the turns of a loop consist of. Each part gives every state that it may end in. */
interface Turns {
  /** Whether the loop goes on: its status says so where it is certain. */
  readonly test: (state: ShellState) => readonly ShellState[];
  readonly body: (state: ShellState) => readonly ShellState[];
  /** What runs behind the body, `continue` or not. */
  readonly update: (state: ShellState) => void;
}

/** Runs `for` round by round over its words. */
export function runFor(node: For, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  return machine
    .expandEach(scene.state, (state) => loopWords(node, { machine, state, source }))
    .flatMap(({ state, value }) => runRounds(node, value, { machine, state, source }));
}

/** Runs `select`: any of its words may be chosen, in any order, again and again. */
export function runSelect(node: Select, scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  return machine
    .expandEach(scene.state, (state) => loopWords(node, { machine, state, source }))
    .flatMap(({ state, value }) => {
      const turns: Turns = {
        test: (before) => {
          // An end of the input is a line of its own.
          before.write([UNKNOWN]);
          return [withUnknownStatus(before)];
        },
        body: (before) =>
          value.flatMap((word) => runRound(node, word, { machine, state: before.fork(), source })),
        update: () => undefined,
      };
      return runTurns(turns, state);
    });
}

/** Runs `while` and `until`. */
export function runWhile(node: While, { machine, state, source }: Scene): readonly ShellState[] {
  const turns: Turns = {
    test: (before) => {
      const tested = machine.runNode(node.clause, { machine, state: before, source });
      if (node.kind === "until") for (const after of tested) after.status = negated(after.status);
      return tested;
    },
    body: (before) => machine.runNode(node.body, { machine, state: before, source }),
    update: () => undefined,
  };
  return runTurns(turns, state);
}

/** Runs `for ((…; …; …))`. */
export function runArithmeticFor(
  node: ArithmeticFor,
  { machine, state, source }: Scene,
): readonly ShellState[] {
  expandArithmetic(node.initialize, { machine, state, source });
  const turns: Turns = {
    test: (before) => {
      before.status =
        node.test === undefined
          ? "success"
          : arithmeticStatus(expandArithmetic(node.test, { machine, state: before, source }));
      return [before];
    },
    body: (before) => machine.runNode(node.body, { machine, state: before, source }),
    update: (before) => {
      expandArithmetic(node.update, { machine, state: before, source });
    },
  };
  return runTurns(turns, state);
}

/** How `((…))` ends that comes to this value. */
export function arithmeticStatus(value: Text): ShellState["status"] {
  const known = knownValue(value);
  if (known === undefined || !/^-?\d+$/.test(known)) return "unknown";
  return Number(known) === 0 ? "failure" : "success";
}

/** A status behind `!`. */
export function negated(status: ShellState["status"]): ShellState["status"] {
  if (status === "unknown") return status;
  return status === "success" ? "failure" : "success";
}

function loopWords(node: For | Select, scene: Scene): readonly Field[] {
  if (node.wordlist !== undefined) return node.wordlist.flatMap((word) => expandWord(word, scene));
  const { positional, isPositionalOpen } = scene.state;
  const fields = positional.slice(1).map((text) => ({ text, isSplit: false, at: undefined }));
  if (!isPositionalOpen) return fields;
  return [...fields, { text: unknownFrom(...positional), isSplit: true, at: undefined }];
}

function runRounds(node: For, words: readonly Field[], scene: Scene): readonly ShellState[] {
  const { machine, source } = scene;
  let live: readonly ShellState[] = [scene.state];
  const ends: ShellState[] = [];
  const isLong = words.length > ROUNDS_MAX;
  for (const word of boundedWords(words)) {
    const afters = live.flatMap((before) =>
      runRound(node, word, { machine, state: before.fork(), source }),
    );
    const round = endRound(afters);
    ends.push(...round.ends);
    live = settle([...round.live, ...(word.isSplit ? live : [])]);
    if (isLong) live = mergeAll(live);
    if (live.length === 0) break;
  }
  return settle([...ends, ...live.map((state) => withUnknownStatus(state))]);
}

/** The words; those beyond the bound as two that may be any of them. */
function boundedWords(words: readonly Field[]): readonly Field[] {
  if (words.length <= WORDS_MAX) return words;
  const rest = words.slice(WORDS_MAX);
  const text = unknownFrom(...rest.map((word) => word.text));
  const any: Field = { text, isSplit: true, at: undefined };
  return [...words.slice(0, WORDS_MAX), any, any];
}

function runRound(node: For | Select, word: Field, scene: Scene): readonly ShellState[] {
  const { machine, state, source } = scene;
  const name = node.name.value;
  // A split word may be several: each round then sees a part of it.
  runAssigned(name, word.text, scene);
  state.assign(name, word.isSplit ? splitPart(word.text) : word.text);
  return inLoop(state, (inside) => machine.runNode(node.body, { machine, state: inside, source }));
}

function splitPart(text: Text): Text {
  return text.some((piece) => typeof piece === "string") ? text : unknownFrom(text);
}

/**
 * Runs a loop turn by turn while its test is certain. From then on, each turn starts from one state in which
 * everything is unknown that a turn changes, until a turn changes nothing more.
 */
function runTurns(turns: Turns, start: ShellState): readonly ShellState[] {
  const ends: ShellState[] = [];
  let live: readonly ShellState[] = [start];
  let uncertainTurns = 0;
  for (let turn = 0; live.length > 0; turn++) {
    if (turn > ROUNDS_MAX + WIDENINGS_MAX) {
      throw new LimitReached(`a loop changes more than ${WIDENINGS_MAX} things one by one`);
    }
    const before = live;
    const tested = endRound(before.flatMap((state) => inLoop(state.fork(), turns.test)));
    ends.push(
      ...tested.ends,
      ...tested.live.filter(({ status }) => status !== "success").map((state) => state.fork()),
    );
    const entered = tested.live.filter(({ status }) => status !== "failure");
    if (entered.some(({ status }) => status === "unknown")) uncertainTurns++;
    const isWidening = uncertainTurns > 1 || turn >= ROUNDS_MAX;
    const done = endRound(entered.flatMap((state) => inLoop(state.fork(), turns.body)));
    ends.push(...done.ends);
    for (const state of done.live) turns.update(state);
    live = settle(done.live);
    if (isWidening) live = mergeAll([...before, ...live].map((state) => withoutInput(state)));
    // A turn that changes nothing will change nothing the next time either.
    if (live.every((state) => before.some((other) => isRepeated(other, state)))) break;
  }
  return settle([...ends, ...live].map((state) => withUnknownStatus(state)));
}

/** How a turn ended says nothing about the next one. */
function isRepeated(before: ShellState, after: ShellState): boolean {
  before.status = "unknown";
  after.status = "unknown";
  return before.isSame(after);
}

function withoutInput(state: ShellState): ShellState {
  if (knownValue(state.stdin) !== "" && begunLinesOf(state.stdin) === undefined)
    state.stdin = unknownFrom(state.stdin, [UNKNOWN]);
  return state;
}

function withUnknownStatus(state: ShellState): ShellState {
  state.status = "unknown";
  return state;
}

/** Runs a part of a loop, which `break` and `continue` leave. */
function inLoop(
  state: ShellState,
  run: (state: ShellState) => readonly ShellState[],
): readonly ShellState[] {
  const { loops } = state;
  state.loops = loops + 1;
  const afters = run(state);
  for (const after of afters) after.loops = loops;
  return afters;
}

/** Parts the states behind one part of a turn: those that stay in the loop, and those that left it. */
function endRound(states: readonly ShellState[]): {
  readonly live: readonly ShellState[];
  readonly ends: readonly ShellState[];
} {
  const live: ShellState[] = [];
  const ends: ShellState[] = [];
  for (const state of states) {
    if (state.flow !== "continue" && state.flow !== "break") {
      (state.flow === "normal" ? live : ends).push(state);
    } else if (state.levels > 1) {
      // The loop around is meant: this one is left.
      state.levels--;
      ends.push(state);
    } else {
      const isBreak = state.flow === "break";
      state.flow = "normal";
      state.status = "unknown";
      (isBreak ? ends : live).push(state);
    }
  }
  return { live: settle(live), ends };
}
