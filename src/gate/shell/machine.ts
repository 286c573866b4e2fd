import type { GateContext } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import type { FindingCode, Span } from "../verdict.ts";
import type {
  CommandExpansionPart,
  PipelineNode,
  AndOr,
  CompoundList,
  ProcessSubstitutionPart,
  Script,
} from "./parse-script.ts";
import type { ShellState } from "./shell-state.ts";
import type { Source } from "./source.ts";
import type { Field, Text } from "./text-value.ts";

/** A command after expansion, about to run. */
export interface Call {
  readonly argv: readonly Field[];
  /** Assignments that are bound to this very process; only these can approve. */
  readonly bound: ReadonlyMap<string, Text>;
  /** Names that `env -u` took away; `env -i` takes all away that are not bound. */
  readonly removed: ReadonlySet<string> | "all";
  readonly source: Source;
  /** The part of the judged command that is blamed. */
  readonly span: Span;
  /**
   * Where a leading assignment can be put so that it is bound to the program; `undefined` where
   * there is no such place and `env NAME=1` before the program is needed.
   */
  readonly leadAt: number | undefined;
  /** Neither functions nor builtins answer (`env foo`). */
  readonly isExternal: boolean;
  /** No function answers, a builtin may (`builtin cd`, `command cd`). */
  readonly isFunctionless?: boolean;
}

/** One command at one state, about to be expanded. */
export interface Scene {
  readonly machine: Machine;
  readonly state: ShellState;
  readonly source: Source;
}

/** A refusal that is no judgement of a pytest run. */
export interface Refusal {
  readonly code: FindingCode;
  readonly span: Span;
  readonly reason: string;
  readonly argv?: readonly string[];
}

/** A pytest that a call starts. */
export interface PytestStart {
  readonly args: readonly Field[];
  /** Where its program word begins in the judged command. */
  readonly programAt: number | undefined;
  /** There is no place in the text for an approval. */
  readonly isIndirect: boolean;
}

/** A node of the tree that runs. */
export type Runnable = PipelineNode | AndOr | CompoundList;

/** What the parts of the shell side ask of each other. One machine serves one decision. */
export interface Machine {
  readonly context: GateContext;
  readonly policy: Policy;
  /** Where texts stand in the judged command letter for letter. */
  readonly places: WeakMap<Text, number>;
  /** Counts one step; throws `LimitReached`. */
  step(): void;
  /** Goes one nesting deeper while `run` runs; throws `LimitReached`. */
  nested<T>(run: () => T): T;
  /** Runs a node of a parsed script. Gives every state that it may end in. */
  runNode(node: Runnable, scene: Scene): readonly ShellState[];
  /** Runs a parsed script. */
  runScript(script: Script, scene: Scene): readonly ShellState[];
  /** Runs shell text; `scene.source` is the text around it, which is blamed. */
  runText(text: Text, scene: Scene, source?: Source): readonly ShellState[];
  /** Runs a command whose words are expanded. */
  runCall(call: Call, state: ShellState): readonly ShellState[];
  /** What a substitution writes, or the path that a process substitution stands for. */
  outputOf(part: CommandExpansionPart | ProcessSubstitutionPart, scene: Scene): Text;
  /** Expands under every combination of what its substitutions may write. */
  expandEach<T>(state: ShellState, expand: (state: ShellState) => T): readonly Expanded<T>[];
  /** Reads a file of the working tree, or one that the command wrote; `undefined` where it cannot. */
  readFile(path: string, state: ShellState): Text | undefined;
  /** Reads a file of which only the text's letters matter: what is too much to read may name a runner. */
  skimFile(path: string, state: ShellState): Text | undefined;
  /** Judges a pytest run. */
  judge(call: Call, start: PytestStart, state: ShellState): void;
  refuse(refusal: Refusal): void;
  /** From now on nobody knows the directory of a run: a trap may change it at any time. */
  loseDirectory(): void;
  /**
   * Notes that bash may fail here, drop the rest of the line that it has read, and go on with the next line of the
   * script.
   */
  abandon(state: ShellState): void;
  /** Runs a part that a failure ends as a whole, and says in which states it may have failed. */
  untilAbandoned<T>(run: () => T): {
    readonly result: T;
    readonly abandoned: readonly ShellState[];
  };
}

/** One way in which an expansion may come out, and the state behind it. */
export interface Expanded<T> {
  readonly state: ShellState;
  readonly value: T;
}

/** The environment that a call's program inherits, without what is bound to it. */
export function inheritedBy(call: Call, state: ShellState): ReadonlyMap<string, Text> {
  if (call.removed === "all") return new Map();
  const inherited = state.exported();
  for (const name of call.removed) inherited.delete(name);
  return inherited;
}
