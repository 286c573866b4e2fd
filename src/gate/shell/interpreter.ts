import { exhausted } from "../exhausted.ts";
import type { GateContext } from "../context.ts";
import { launch } from "../launch/launch.ts";
import {
  CHOICES_MAX,
  FILES_MAX,
  LimitReached,
  NESTING_MAX,
  SCRIPT_TEXT_FACTOR,
  SCRIPT_TEXT_FIXED,
  SCRIPT_TEXT_MAX,
  STATES_MAX,
  STEPS_FIXED,
  STEPS_MAX,
  STEPS_PER_UNIT,
} from "../limits.ts";
import type { Policy } from "../policy/policy.ts";
import { defineFunction } from "./define-function.ts";
import { expandArithmetic, expandText } from "./expand-word.ts";
import { fileNow } from "./file-names.ts";
import type { Call, Expanded, Machine, PytestStart, Refusal, Runnable, Scene } from "./machine.ts";
import { runHiddenSubscript } from "./hidden-script.ts";
import { parseScript } from "./parse-script.ts";
import type {
  CommandExpansionPart,
  Coproc,
  ParsedScript,
  ProcessSubstitutionPart,
  Redirected,
  Script,
  SyntaxNode,
} from "./parse-script.ts";
import { expandRedirections, runRedirected } from "./redirections.ts";
import { runCase, runIf } from "./run-compound.ts";
import { runAndOr, runLines, runPipeline, runStatements } from "./run-list.ts";
import { arithmeticStatus, runArithmeticFor, runFor, runSelect, runWhile } from "./run-loop.ts";
import { runSimple } from "./run-simple.ts";
import type { ShellState } from "./shell-state.ts";
import { derivedSource, placeIn, spanIn } from "./source.ts";
import type { Source } from "./source.ts";
import { distinctTexts } from "./state-set.ts";
import { runSubshell } from "./subshell.ts";
import { advance } from "./tape.ts";
import type { Tape } from "./tape.ts";
import { isSameText, textOf, toShellText, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";
import { expressionParts } from "./test-expression.ts";
import { checkBounds, readableScript } from "./unreadable.ts";

/** What the interpreter tells of a command. */
export interface Listener {
  judge(call: Call, start: PytestStart, state: ShellState): void;
  refuse(refusal: Refusal): void;
}

/**
 * Follows what bash may run, without running anything: every command of the text is evaluated in
 * every state that it may be reached in, and what it starts is told to the listener.
 */
export class Interpreter implements Machine {
  readonly context: GateContext;
  readonly policy: Policy;
  readonly places: WeakMap<Text, number> = new WeakMap();
  private readonly listener: Listener;
  private steps = 0;
  private depth = 0;
  private textLength = 0;
  private textMax: number | undefined;
  private stepsMax = STEPS_FIXED;
  private readonly substitutionNumbers = new Map<string, number>();
  private abandoned: ShellState[] = [];
  private isDirectoryLost = false;
  private tape: Tape | undefined;
  private readonly filesRead = new Map<string, Text | undefined>();

  constructor(context: GateContext, policy: Policy, listener: Listener) {
    this.context = context;
    this.policy = policy;
    this.listener = listener;
  }

  step(): void {
    if (++this.steps > this.stepsMax)
      throw new LimitReached(`it takes more than ${this.stepsMax} steps`);
  }

  nested<T>(run: () => T): T {
    if (this.depth >= NESTING_MAX) throw new LimitReached(`it nests deeper than ${NESTING_MAX}`);
    this.depth++;
    const { tape } = this;
    this.tape = undefined;
    try {
      return run();
    } finally {
      this.depth--;
      this.tape = tape;
    }
  }

  judge(call: Call, start: PytestStart, state: ShellState): void {
    if (this.isDirectoryLost) state.cwd = undefined;
    this.listener.judge(call, start, state);
  }

  loseDirectory(): void {
    this.isDirectoryLost = true;
  }

  refuse(refusal: Refusal): void {
    this.listener.refuse(refusal);
  }

  runCall(call: Call, state: ShellState): readonly ShellState[] {
    this.step();
    return this.nested(() => launch(call, { machine: this, state, source: call.source }));
  }

  abandon(state: ShellState): void {
    if (this.abandoned.length < STATES_MAX) this.abandoned.push(state.fork());
    else this.abandoned[0] = this.abandoned[0]!.mergeWith(state);
  }

  untilAbandoned<T>(run: () => T): {
    readonly result: T;
    readonly abandoned: readonly ShellState[];
  } {
    const outer = this.abandoned;
    this.abandoned = [];
    try {
      return { result: run(), abandoned: this.abandoned };
    } finally {
      this.abandoned = outer;
    }
  }

  runScript(script: Script, scene: Scene): readonly ShellState[] {
    return this.nested(() => runLines(script.commands, scene));
  }

  runText(text: Text, scene: Scene, source?: Source): readonly ShellState[] {
    const shellText = toShellText(text);
    this.count(shellText.length);
    const offset = this.places.get(text);
    const around = source ?? scene.source;
    const own: Source = {
      ...around,
      text: shellText,
      offset: source === undefined ? offset : undefined,
    };
    checkBounds(shellText);
    const parsed = readableScript(parseScript(shellText), own, this);
    return this.runScript(parsed, { ...scene, source: own });
  }

  runNode(node: Runnable, scene: Scene): readonly ShellState[] {
    return this.nested(() => this.runInner(node, scene));
  }

  outputOf(part: CommandExpansionPart | ProcessSubstitutionPart, scene: Scene): Text {
    const { tape } = this;
    const outputs = tape?.outputs.get(part) ?? this.outputsOf(part, scene);
    if (tape === undefined) return outputs.length === 1 ? outputs[0]! : unknownFrom(...outputs);
    tape.outputs.set(part, outputs);
    if (outputs.length === 1) return outputs[0]!;
    const position = tape.position++;
    tape.counts[position] = outputs.length;
    return outputs[(tape.picks[position] ??= 0)]!;
  }

  expandEach<T>(state: ShellState, expand: (state: ShellState) => T): readonly Expanded<T>[] {
    const { tape: outer } = this;
    const tape: Tape = { picks: [], counts: [], position: 0, outputs: new Map() };
    const results: Expanded<T>[] = [];
    try {
      do {
        this.tape = tape;
        tape.position = 0;
        const fork = state.fork();
        results.push({ state: fork, value: expand(fork) });
      } while (advance(tape) && results.length < CHOICES_MAX);
    } finally {
      this.tape = outer;
    }
    return results;
  }

  readFile(named: string, state: ShellState): Text | undefined {
    const path = fileNow(named, state, this.context.cwd);
    if (path === "/dev/stdin" || path === "/dev/fd/0") return state.stdin;
    const written = state.files.get(path);
    if (written !== undefined) return written;
    if (!this.filesRead.has(path)) {
      if (this.filesRead.size >= FILES_MAX) {
        throw new LimitReached(`it reads more than ${FILES_MAX} files`);
      }
      const text = this.context.files.readText(path);
      this.filesRead.set(path, text === undefined ? undefined : textOf(text));
    }
    return this.filesRead.get(path);
  }

  skimFile(path: string, state: ShellState): Text | undefined {
    const isKnown = state.files.has(path) || this.filesRead.has(path);
    if (!isKnown && this.filesRead.size >= FILES_MAX / 2) return unknownFrom(["pytest"]);
    return this.readFile(path, state);
  }

  /** Counts text that is parsed. */
  private count(length: number): void {
    this.textLength += length;
    // The first text is the command itself: what it may come to grows with its length.
    this.textMax ??= Math.min(SCRIPT_TEXT_MAX, SCRIPT_TEXT_FIXED + SCRIPT_TEXT_FACTOR * length);
    if (this.textLength > this.textMax) {
      throw new LimitReached(`its scripts together are longer than ${this.textMax} characters`);
    }
    this.stepsMax = Math.min(STEPS_MAX, STEPS_FIXED + Math.ceil(STEPS_PER_UNIT * this.textLength));
  }

  private runInner(node: Runnable, scene: Scene): readonly ShellState[] {
    const { state } = scene;
    // What does not say how it ended may have ended in any way.
    state.status = "unknown";
    switch (node.type) {
      case "Command":
        return runSimple(node, scene);
      case "Pipeline":
        return runPipeline(node, scene);
      case "AndOr":
        return runAndOr(node, scene);
      case "CompoundList":
        return runStatements(node.commands, scene);
      case "BraceGroup":
        return runStatements(node.body.commands, scene);
      case "Subshell":
        return runSubshell(scene, (child) =>
          runStatements(node.body.commands, { ...scene, state: child }),
        );
      case "If":
        return runIf(node, scene);
      case "While":
        return runWhile(node, scene);
      case "For":
        return runFor(node, scene);
      case "Select":
        return runSelect(node, scene);
      case "Case":
        return runCase(node, scene);
      case "Redirected":
        return this.runRedirectedNode(node, scene);
      case "Coproc":
        return this.runCoproc(node, scene);
      case "Function":
        defineFunction(node, scene);
        return [state];
      case "ArithmeticFor":
        return runArithmeticFor(node, scene);
      case "ArithmeticCommand":
        state.status = arithmeticStatus(expandArithmetic(node.expression, scene));
        return [state];
      case "TestCommand":
        for (const word of expressionParts(node.expression)) {
          runHiddenSubscript(expandText(word, scene), scene);
        }
        return [state];
      default:
        return exhausted(node);
    }
  }

  private runRedirectedNode(node: Redirected, scene: Scene): readonly ShellState[] {
    return this.expandEach(scene.state, (state) =>
      expandRedirections(node.redirects, { ...scene, state }),
    ).flatMap(({ state, value }) =>
      runRedirected(value, { ...scene, state }, (state) =>
        this.runNode(node.command, { ...scene, state }),
      ),
    );
  }

  private runCoproc(node: Coproc, scene: Scene): readonly ShellState[] {
    const states = runSubshell(scene, (state) => {
      state.stdin = unknownFrom([scene.source.text]);
      return this.runNode(node.body, { ...scene, state });
    });
    for (const state of states) state.status = "unknown";
    return states;
  }

  private outputsOf(
    part: CommandExpansionPart | ProcessSubstitutionPart,
    scene: Scene,
  ): readonly Text[] {
    if (part.script === undefined) return [unknownFrom([part.text])];
    const { script } = part;
    this.count(part.end - part.pos);
    const isWriting = part.type === "ProcessSubstitution" && part.operator === ">";
    const source = scriptSource(part, script, scene.source);
    const finals = runSubshell({ ...scene, source }, (child) => {
      child.watch();
      if (isWriting) child.stdin = unknownFrom([scene.source.text]);
      const parsed = source === scene.source ? script : readableScript(script, source, this);
      return this.runScript(parsed, { machine: this, state: child, source });
    });
    const outputs = distinctTexts(
      finals.map(({ output }) => output ?? []),
      CHOICES_MAX,
    );
    const [any, ...others] = finals;
    if (any !== undefined) {
      scene.state.adoptFiles(others.reduce((one, other) => one.mergeWith(other), any));
    }
    if (part.type !== "ProcessSubstitution") return outputs;
    // A process substitution is a path: what it holds is kept like a file that the command wrote.
    // The same one each time that it is met, so that a loop comes to an end.
    const at = placeIn(scene.source, part.pos);
    const key = at === undefined ? part.text : String(at);
    const number = this.substitutionNumbers.get(key) ?? 63 + this.substitutionNumbers.size;
    this.substitutionNumbers.set(key, number);
    const path = `/dev/fd/${number}`;
    const before = at === undefined ? scene.state.files.get(path) : undefined;
    const [first = [], ...more] = before === undefined ? outputs : [before, ...outputs];
    const isOne = more.every((other) => isSameText(first, other));
    scene.state.setFile(path, isWriting ? [] : isOne ? first : unknownFrom(first, ...more));
    return [textOf(path)];
  }
}

/** A backquoted script with escapes has positions of its own, which do not lead to the command. */
function scriptSource(part: SyntaxNode, script: ParsedScript, source: Source): Source {
  if (script.source === undefined) return source;
  const at = placeIn(source, part.pos);
  const verbatim = source.text.slice(part.pos + 1, part.end - 1) === script.source;
  const derived = derivedSource(script.source, source, spanIn(source, part));
  return verbatim && at !== undefined ? { ...derived, offset: at + 1 } : derived;
}
