import { baseName, COPIED, GONE, isMark, MADE, toFilePath } from "../shell/directory.ts";
import { ended, splitAssignment } from "../shell/builtin.ts";
import { filePathOf, originOf, readNamed } from "../shell/file-names.ts";
import type { Call, Scene } from "../shell/machine.ts";
import { takeOptions } from "../shell/options.ts";
import { words } from "../words.ts";
import { writeFile } from "../shell/redirections.ts";
import type { ShellState } from "../shell/shell-state.ts";
import { knownValue, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Text } from "../shell/text-value.ts";
import { runShellText } from "./wrapper-launch.ts";

/** `at` and `batch` run what they read, later. */
export function runInput(call: Call, scene: Scene): readonly ShellState[] {
  const files = takeOptions(call.argv.slice(1), { valued: words("-f -q -t") }).options;
  const file = files.find(({ name }) => name === "-f")?.value;
  const path =
    file === undefined ? undefined : toFilePath(knownValue(file.text) ?? "", scene.state.cwd);
  const text = path === undefined ? scene.state.stdin : scene.machine.readFile(path, scene.state);
  if (text !== undefined) runShellText(text, call, { ...scene, state: scene.state.fork() });
  return [scene.state];
}

export function launchTee(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const { rest, options } = takeOptions(call.argv.slice(1), {
    valued: new Set(),
    flags: words("-a -i -p"),
  });
  const isAppending = options.some(({ name }) => name === "-a" || name === "--append");
  const input = state.stdin;
  for (const { text } of rest) {
    writeFile({ path: filePathOf(text, state.cwd), isAppending }, input, scene);
  }
  state.write(input);
  state.stdin = [];
  return [state];
}

/** Copies carry a file's text along, and pytest under another name stays pytest. */
export function launchCopy(call: Call, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const { rest, options } = takeOptions(call.argv.slice(1), {
    valued: words("-t --target-directory -m --mode -o --owner -g --group -S --suffix"),
    flags: words("-a -b -d -f -i -l -L -n -p -P -r -R -s -T -u -v -x -D -C -c"),
  });
  const target =
    options.find(({ name }) => name === "-t" || name === "--target-directory")?.value ??
    rest.at(-1);
  if (target === undefined) return [state];
  const toKnown = knownValue(target.text);
  const to = filePathOf(target.text, state.cwd);
  const sources = rest.filter((field) => field !== target);
  // Several things, and what `-t` is told, can only be copied into a directory.
  const isManifold = sources.length > 1 || !rest.includes(target);
  for (const { text } of sources) {
    const known = knownValue(text);
    const from = filePathOf(text, state.cwd);
    const isDirectory =
      isManifold ||
      isMadeDirectory(to, state) ||
      machine.context.files.kind(to) === "directory" ||
      toKnown?.endsWith("/") === true;
    // `cp -r tree/. there` copies what is in the tree.
    const isInside = isDirectory && !/(?:^|\/)\.$/.test(known ?? "");
    const path = isInside ? `${to}/${baseName(from)}` : to;
    const isMoved = baseName(knownValue(call.argv[0]!.text) ?? "") === "mv";
    if (isMoved && machine.context.files.kind(from) === "directory")
      state.setFile(`${from}${GONE}`, []);
    if (known !== undefined) noteCopy(path, linkedFrom(call, { known, from, path }), scene);
    const isPytest = /^(?:pytest|py\.test)$/.test(baseName(known ?? ""));
    const copied = isPytest ? textOf('exec pytest "$@"\n') : readNamed(text, scene);
    if (copied !== undefined) state.setFile(path, copied);
    // What the command itself has written into a directory is copied with it.
    for (const [name, text] of state.files)
      if (name.startsWith(`${from}/`)) state.setFile(`${path}${name.slice(from.length)}`, text);
  }
  return [state];
}

/** Whether the command itself has made a directory there, or written into one. */
function isMadeDirectory(path: string, { files }: ShellState): boolean {
  for (const name of files.keys())
    if (name.startsWith(`${path}/`) && (name.endsWith(MADE) || !isMark(name))) return true;
  return false;
}

/** What is removed is not there for a later `cd`. */
export function launchRemove(call: Call, { state, machine }: Scene): readonly ShellState[] {
  for (const { text } of call.argv.slice(1)) {
    const path = filePathOf(text, state.cwd);
    if (machine.context.files.kind(path) === "directory") state.setFile(`${path}${GONE}`, []);
  }
  return ended(state);
}

/** A new directory is noted, since what is copied there lands in it. */
export function launchMakeDirectory(call: Call, scene: Scene): readonly ShellState[] {
  const { state, machine } = scene;
  const { rest } = takeOptions(call.argv.slice(1), {
    valued: words("-m --mode"),
    flags: words("-p -v -Z"),
  });
  for (const { text } of rest) {
    const path = filePathOf(text, state.cwd);
    if (machine.context.files.kind(path) === "missing") state.setFile(`${path}${MADE}`, []);
  }
  return ended(state);
}

/** A symbolic link's target is seen from the link's own directory. */
function linkedFrom(
  call: Call,
  { known, from, path }: { readonly known: string; readonly from: string; readonly path: string },
): string {
  const words = call.argv.map(({ text }) => knownValue(text) ?? "");
  const isSymbolic =
    baseName(words[0]!) === "ln" &&
    words.some((word) => word === "--symbolic" || /^-[a-zA-Z]*s/.test(word));
  return isSymbolic && !words.some((word) => /^-[a-zA-Z]*r/.test(word))
    ? toFilePath(known, path.slice(0, path.lastIndexOf("/")) || "/")
    : from;
}

/** Tests under another name stay the tests that they were. */
function noteCopy(path: string, from: string, { machine, state }: Scene): void {
  const origin = originOf(from, state);
  const kind = machine.context.files.kind(origin);
  if (kind === "directory" || (kind === "file" && from.endsWith(".py"))) {
    state.setFile(`${path}${COPIED}`, textOf(origin));
  }
}

/** `dd if=FROM of=TO`. */
export function launchDd(call: Call, scene: Scene): readonly ShellState[] {
  const { state } = scene;
  const operand = (name: string): Text | undefined => {
    const found = call.argv.slice(1).flatMap(({ text }) => {
      const assignment = splitAssignment(text);
      return assignment?.name === name ? [assignment.value] : [];
    });
    return found.at(-1);
  };
  const from = operand("if");
  const to = operand("of");
  const text = from === undefined ? state.stdin : readNamed(from, scene);
  const read = text ?? unknownFrom(from ?? []);
  if (to === undefined) state.write(read);
  else writeFile({ path: filePathOf(to, state.cwd), isAppending: false }, read, scene);
  return [state];
}

/** Who reads a named pipe reads what anybody writes to it, before or behind in the text. */
export function makePipe(call: Call, scene: Scene): readonly ShellState[] {
  const { rest } = takeOptions(call.argv.slice(1), {
    valued: words("-m --mode"),
    flags: words("-Z"),
  });
  const { state } = scene;
  for (const { text } of rest) {
    state.setFile(filePathOf(text, state.cwd), unknownFrom([scene.source.text]));
  }
  return [state];
}
