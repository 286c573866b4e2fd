import { anySink, WATCHED, withSinks } from "./descriptors.ts";
import { toFilePath } from "./directory.ts";
import { expandHereDoc, expandText } from "./expand-word.ts";
import { filePathOf, keepEarlier, literalPath, unknownFile, writtenText } from "./file-names.ts";
import type { Scene } from "./machine.ts";
import { parameterValue } from "./parameter-value.ts";
import type { Redirect, Redirection } from "./parse-script.ts";
import type { ShellState } from "./shell-state.ts";
import { isSameOutput } from "./shell-variable.ts";
import { placeIn } from "./source.ts";
import {
  joinTexts,
  knownValue,
  mentionsRunner,
  textOf,
  unknownFrom,
  UNKNOWN,
} from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** What redirections of one command come to. */
export interface Redirected {
  /** What the command reads; `undefined` where its input stays. */
  readonly stdin: Text | undefined;
  /** The numbered descriptor that it reads there: what it leaves is left for the next one. */
  readonly input: string | undefined;
  /** Where its descriptors write instead; `undefined` closes one, or sends it where nothing reads it. */
  readonly sinks: ReadonlyMap<string, string | undefined>;
  /** Files that are opened to be written. */
  readonly opened: readonly OutputFile[];
  /** A file may not be there or may not be written: bash then does not run the command. */
  readonly mayFail: boolean;
  /** Its errors go where its output went until then. */
  readonly hasErrors: boolean;
}

/** A file that a command writes. */
export interface OutputFile {
  /** Absolute, or what stands for a name that is not known; `undefined` where nothing is written. */
  readonly path: string | undefined;
  readonly isAppending: boolean;
}

/** Evaluates redirections in order. Runs the substitutions in them. */
export function expandRedirections(redirections: readonly Redirection[], scene: Scene): Redirected {
  if (redirections.length === 0) return NOTHING_REDIRECTED;
  const opening = new Opening(scene);
  for (const redirection of redirections) opening.take(redirection);
  return opening;
}

const NOTHING_REDIRECTED: Redirected = {
  stdin: undefined,
  input: undefined,
  sinks: new Map(),
  opened: [],
  mayFail: false,
  hasErrors: false,
};

/** Opens descriptors one by one: each sees those that were opened before it. */
class Opening implements Redirected {
  stdin: Text | undefined = undefined;
  input: string | undefined = undefined;
  readonly sinks: Map<string, string | undefined> = new Map();
  readonly opened: OutputFile[] = [];
  mayFail = false;
  hasErrors = false;
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  take(redirection: Redirection): void {
    const { scene } = this;
    if (redirection.type !== "Redirect") {
      this.read(this.descriptorOf(redirection, "0"), inputText(redirection, scene));
      return;
    }
    if (redirection.target === undefined) return;
    const target = expandText(redirection.target, scene);
    const { operator } = redirection;
    this.mayFail ||= !isCertain(operator, target, scene);
    if (operator === "<&" || (operator === ">&" && isDescriptor(target))) {
      this.duplicate(redirection, target);
    } else if (operator === "<") {
      this.read(this.descriptorOf(redirection, "0"), fileText(target, scene));
    } else if (operator === "<>") {
      const descriptor = this.descriptorOf(redirection, "0");
      this.read(descriptor, fileText(target, scene));
      this.open(descriptor, target, { isAppending: true });
    } else {
      const descriptor = this.descriptorOf(redirection, "1");
      this.open(descriptor, target, { isAppending: operator === ">>" || operator === "&>>" });
      const isBoth = operator.startsWith("&") || operator === ">&";
      if (isBoth && descriptor === "1") this.sinks.set("2", this.sinks.get("1"));
    }
  }

  /** The descriptor that is opened; one with a name gets a number, and stays open. */
  private descriptorOf({ descriptor }: Redirection, usual: string): string {
    if (descriptor === undefined) return usual;
    if (descriptor.type === "FileDescriptor") return String(descriptor.value);
    const { state } = this.scene;
    let number = NAMED_DESCRIPTOR;
    const isTaken = (): boolean =>
      state.files.has(`/dev/fd/${number}`) || state.sinks.has(String(number));
    // A loop may open more and more of them: those beyond the last share its number.
    while (number < NAMED_DESCRIPTOR_LAST && isTaken()) number++;
    state.assign(descriptor.name, textOf(String(number)));
    return String(number);
  }

  private read(descriptor: string, text: Text): void {
    this.input = undefined;
    if (descriptor === "0") this.stdin = text;
    // What a numbered descriptor is opened on is found again behind `/dev/fd/3` and `<&3`.
    else {
      const { state } = this.scene;
      const path = `/dev/fd/${descriptor}`;
      const shared =
        Number(descriptor) === NAMED_DESCRIPTOR_LAST ? state.files.get(path) : undefined;
      state.setFile(path, shared === undefined ? text : unknownFrom(shared, text));
    }
  }

  private open(descriptor: string, target: Text, how: { readonly isAppending: boolean }): void {
    const path = filePathOf(target, this.scene.state.cwd);
    const sink = this.sinkAt(path);
    if (sink === path) this.opened.push({ path, ...how });
    this.point(descriptor, sink);
  }

  /** `/dev/fd/3` is what descriptor 3 is. */
  private sinkAt(path: string): string | undefined {
    if (path === "/dev/null") return undefined;
    const own = descriptorAt(path);
    if (own === undefined) return path;
    return own === "2" || this.isOpen(own) ? this.sinkOf(own) : path;
  }

  private point(descriptor: string, sink: string | undefined): void {
    this.sinks.set(descriptor, sink);
    if (Number(descriptor) < NAMED_DESCRIPTOR) return;
    const { state } = this.scene;
    const isShared = Number(descriptor) === NAMED_DESCRIPTOR_LAST;
    const either = isShared ? anySink(state.sinks.get(descriptor), sink) : sink;
    this.sinks.set(descriptor, either);
    state.sinks = withSinks(state.sinks, [[descriptor, either]]);
  }

  private isOpen(descriptor: string): boolean {
    return this.sinks.has(descriptor) || this.scene.state.sinks.has(descriptor);
  }

  private sinkOf(descriptor: string): string | undefined {
    return this.sinks.has(descriptor)
      ? this.sinks.get(descriptor)
      : this.scene.state.sinks.get(descriptor);
  }

  /** `3>&1`, `<&3`, `>&-`, `3>&4-`. */
  private duplicate(redirection: Redirection, target: Text): void {
    const { state } = this.scene;
    const { operator } = redirection as Redirect;
    const known = knownValue(target);
    const from = known?.replace(/-$/, "");
    const isClosing = from === "";
    const { descriptor } = redirection;
    if (isClosing && descriptor !== undefined && descriptor.type !== "FileDescriptor") {
      const number = knownValue(parameterValue(descriptor.name, state).texts[0] ?? []);
      if (number !== undefined) this.point(number, undefined);
      return;
    }
    const to = this.descriptorOf(redirection, operator === "<&" ? "0" : "1");
    if (to === "2" && known === "1") this.hasErrors ||= this.sinkOf("1") === WATCHED;
    if (isClosing) {
      if (to === "0") this.stdin = [];
    } else if (operator === "<&" || (from !== undefined && state.files.has(`/dev/fd/${from}`))) {
      this.read(
        to,
        from === "0" ? (this.stdin ?? state.stdin) : descriptorText(target, this.scene),
      );
    }
    if (to === "0" && !isClosing) this.input = from;
    // Which one is not known may be any.
    const sink =
      from === undefined
        ? anySink(...state.sinks.values())
        : isClosing
          ? undefined
          : this.sinkOf(from);
    if (operator === ">&" || sink !== undefined) this.point(to, sink);
    if (known !== from && from !== undefined && !isClosing) this.point(from, undefined);
  }
}

/** `>&word` writes a file where the word is no descriptor. */
function isDescriptor(target: Text): boolean {
  const known = knownValue(target);
  return known === undefined || /^\d+-?$|^-$/.test(known);
}

/** The descriptor that a path names. */
function descriptorAt(path: string): string | undefined {
  if (path === "/dev/stdout") return "1";
  if (path === "/dev/stderr") return "2";
  return /^(?:\/dev|\/proc\/(?:self|thread-self))\/fd\/(\d+)$/.exec(path)?.[1];
}

/** Whether a redirection works whatever else is true of the machine. */
function isCertain(operator: string, target: Text, { state, machine }: Scene): boolean {
  const known = knownValue(target);
  if (known === undefined)
    return operator.startsWith(">") && isNewBeside(target, { state, machine });
  if (/^[<>]&$/.test(operator) && /^(?:\d+-?|-)$/.test(known)) {
    const from = known.replace("-", "");
    return /^[012]$|^-$/.test(known) || state.files.has(`/dev/fd/${from}`) || state.sinks.has(from);
  }
  if (/^\/dev\/(?:null|stdin|stdout|stderr|fd\/[012])$/.test(known)) return true;
  const path = toFilePath(known, state.cwd);
  if (state.files.has(path)) return true;
  const { files } = machine.context;
  if (operator === "<") return files.kind(path) === "file";
  return files.kind(path) !== "directory" && files.kind(directoryOf(path)) === "directory";
}

/** A name like `log_$$.txt` in a directory that is there. */
function isNewBeside(target: Text, { state, machine }: Pick<Scene, "state" | "machine">): boolean {
  const path = literalPath(filePathOf(target, state.cwd));
  const directory = directoryOf(path);
  return (
    /\w/.test(path.slice(directory.length)) && machine.context.files.kind(directory) === "directory"
  );
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}

/** First number that bash gives to the descriptor of `{name}<file`. */
const NAMED_DESCRIPTOR = 10;
/** The last one that is told apart from others. */
const NAMED_DESCRIPTOR_LAST = 17;

/** Another descriptor may be any file or here-document of the same text. */
function descriptorText(target: Text, { state, source }: Scene): Text {
  const known = knownValue(target)?.replace(/-$/, "");
  const noted = known === undefined ? undefined : state.files.get(`/dev/fd/${known}`);
  // One that is open both ways reads what was written there.
  const sink = known === undefined ? undefined : state.sinks.get(known);
  const written = sink === undefined ? undefined : writtenText(sink, state);
  return written ?? noted ?? [{ mentions: mayComeFromElsewhere(source.text) }];
}

/** Runs something under redirections, and notes what it wrote. */
export function runRedirected(
  { stdin, input, sinks, opened, mayFail, hasErrors }: Redirected,
  scene: Scene,
  run: (state: ShellState) => readonly ShellState[],
): readonly ShellState[] {
  const { state } = scene;
  const untouched = mayFail ? [state.fork()] : [];
  const { stdin: stdinBefore, sinks: sinksBefore, output: outputBefore } = state;
  const wasReplaced = state.isInputReplaced;
  for (const file of opened) openFile(file, scene);
  if (stdin !== undefined) state.stdin = stdin;
  if (sinks.size > 0) state.sinks = withSinks(state.sinks, sinks);
  const finals = run(state);
  for (const final of finals) {
    if (final.isExecuted) {
      final.isExecuted = false;
      final.isInputReplaced ||= stdin !== undefined;
      continue;
    }
    const path = `/dev/fd/${input}`;
    if (input !== undefined && final.files.has(path)) final.setFile(path, final.stdin);
    if (stdin !== undefined) {
      // An `exec < file` inside replaced what is put back here.
      final.stdin = stdinBefore;
      final.isInputReplaced = wasReplaced;
    }
    if (sinks.size > 0) {
      final.sinks = withSinks(
        final.sinks,
        [...sinks.keys()].map((each) => [each, sinksBefore.get(each)] as const),
      );
    }
    // What it complains about is only told apart where it says nothing else.
    if (hasErrors && isSameOutput(final.output, outputBefore)) final.write([UNKNOWN], WATCHED);
  }
  return [...untouched, ...finals];
}

/** Empties a file, or goes on behind its end. */
function openFile({ path, isAppending }: OutputFile, { state, machine }: Scene): void {
  if (path === undefined) return;
  const before = state.files.get(path);
  if (isAppending) {
    if (before === undefined) state.setFile(path, machine.readFile(path, state) ?? []);
    return;
  }
  keepEarlier(path, state);
  state.setFile(path, []);
}

/** Notes that a file now holds a text. A consumer behind `>(…)` reads it. */
export function writeFile(output: OutputFile, written: Text, scene: Scene): void {
  const { state } = scene;
  if (output.path === undefined || output.path === "/dev/null") return;
  const own = descriptorAt(output.path);
  if (own !== undefined && (own === "2" || state.sinks.has(own))) {
    state.write(written, state.sinks.get(own));
    return;
  }
  openFile(output, scene);
  state.write(written, output.path);
}

/** A numbered descriptor may be opened on a file of the tree, whose text is not looked for. */
function mayComeFromElsewhere(text: string): boolean {
  return mentionsRunner([text]) || /\d<[^&<(]/.test(text);
}

function inputText(redirection: Redirection, scene: Scene): Text {
  if (redirection.type === "HereDoc") {
    const text = expandHereDoc(redirection.body, scene);
    const at = placeIn(scene.source, redirection.body.pos);
    if (redirection.body.parts === undefined && at !== undefined)
      scene.machine.places.set(text, at);
    return redirection.operator === "<<-" ? withoutTabs(text) : text;
  }
  if (redirection.target === undefined) return [UNKNOWN];
  return joinTexts([expandText(redirection.target, scene), textOf("\n")]);
}

function withoutTabs(text: Text): Text {
  return text.map((piece, index) => {
    if (typeof piece !== "string") return piece;
    const stripped = piece.replaceAll(/\n\t+/g, "\n");
    return index === 0 ? stripped.replace(/^\t+/, "") : stripped;
  });
}

function fileText(target: Text, { machine, state }: Scene): Text {
  const known = knownValue(target);
  if (known === undefined) return unknownFile(target, state) ?? unknownFrom(target);
  const path = toFilePath(known, state.cwd);
  if (path === "/dev/stdin") return state.stdin;
  if (path === "/dev/null") return [];
  return machine.readFile(path, state) ?? unknownFrom(target);
}
