import { COPIED, fileHere, normalizePath, toFilePath } from "./directory.ts";
import type { Scene } from "./machine.ts";
import type { ShellState } from "./shell-state.ts";
import { isSameText, knownValue, mentionsRunner, toShellText, unknownFrom } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/**
 * Stands before the path of a file whose name is not known, as far as it is known (`/tmp/x$$`): what is written there is
 * found there again. No file system has such a name at its root.
 */
const UNKNOWN_NAME = "/\uFFFFnamed";

/** What a message calls such a file. */
export const UNKNOWN_ORIGIN = "a script whose name cannot be known";

/** Stands behind such a path: what an earlier file held whose name is spelled the same way. */
const EARLIER = "\uFFFFearlier";

/** The absolute path of the file that a word names, or what stands for it where the name is not known. */
export function filePathOf(name: Text, cwd: string | undefined): string {
  const known = knownValue(name);
  if (known !== undefined) return toFilePath(known, cwd);
  return `${UNKNOWN_NAME}${toFilePath(toShellText(name).replaceAll("\ue001", "\ue000"), cwd)}`;
}

/** Such a path as it is written, with a placeholder for what is not known. */
export function literalPath(path: string): string {
  return isUnknownName(path) ? path.slice(UNKNOWN_NAME.length) : path;
}

/** Whether the path stands for a file whose name is not known: two of them may be two files. */
export function isUnknownName(path: string): boolean {
  return path.startsWith(UNKNOWN_NAME);
}

/** Before such a file is written anew: it may be another file than the one of the same spelling that was written before. */
export function keepEarlier(path: string, state: ShellState): void {
  const before = state.files.get(path);
  if (before === undefined || !isUnknownName(path) || !mentionsRunner(before)) return;
  const earlier = state.files.get(path + EARLIER);
  const isTold = earlier === undefined || isSameText(earlier, before);
  state.setFile(path + EARLIER, isTold ? before : unknownFrom(earlier, before));
}

/** What a file holds that the command has written; where its name is not known, as far as that is certain. */
export function writtenText(path: string, { files }: ShellState): Text | undefined {
  const own = files.get(path);
  const earlier = isUnknownName(path) ? files.get(path + EARLIER) : undefined;
  if (own === undefined || earlier === undefined || isSameText(own, earlier)) return own;
  return unknownFrom(own, earlier);
}

/**
 * The text of a file whose name is not known, where the command has written it: under the same name, or else under one
 * that may be the same. `undefined` where nothing that matters was written.
 */
export function unknownFile(name: Text, state: ShellState): Text | undefined {
  const { files, cwd } = state;
  if (files.size === 0) return undefined;
  const own = writtenText(filePathOf(name, cwd), state);
  if (own !== undefined) return own;
  const texts = [...files]
    .filter(([path, text]) => mentionsRunner(text) && mayBeCalled(path, name))
    .map(([, text]) => text);
  return texts.length === 0 ? undefined : unknownFrom(...texts);
}

/** A name that says nothing at all is not taken for that of each file that is known by name. */
function mayBeCalled(path: string, name: Text): boolean {
  if (isUnknownName(path)) return true;
  let from = 0;
  let isTold = false;
  for (const piece of name) {
    if (typeof piece !== "string") continue;
    const literal = piece.replace(/^(?:\.\/)+/, "");
    const at = path.indexOf(literal, from);
    if (at < 0) return false;
    from = at + literal.length;
    isTold ||= /[^/.]/.test(literal);
  }
  return isTold && (typeof name.at(-1) !== "string" || from === path.length);
}

/**
 * The text of the file that a word names. Where only its directory is not known, that is taken for the working directory
 * or the repository.
 */
export function readNamed(name: Text, { machine, state }: Scene): Text | undefined {
  const known = knownValue(name);
  if (known !== undefined) {
    const path = toFilePath(known, state.cwd);
    return path === "/dev/stdin" ? state.stdin : machine.readFile(path, state);
  }
  const path = treePath(name, { machine, state });
  return (
    unknownFile(name, state) ?? (path === undefined ? undefined : machine.readFile(path, state))
  );
}

/** The path of a file of the tree that a name may mean of which the directory is not known. */
export function treePath(
  name: Text,
  { machine, state }: Pick<Scene, "machine" | "state">,
): string | undefined {
  const [directory, rest] = name;
  if (name.length !== 2 || typeof directory === "string" || typeof rest !== "string")
    return undefined;
  if (!rest.startsWith("/")) return undefined;
  const { files } = machine.context;
  return [state.cwd, files.root]
    .flatMap((base) => (base === undefined ? [] : [normalizePath(base + rest)]))
    .find((path) => files.kind(path) === "file");
}

/** The file that a path names now: one that the command has written, or the one in the tree that it is or was copied from. */
export function fileNow(named: string, state: ShellState, cwd: string): string {
  const path = named.replace(/^\/proc\/(?:self|thread-self)\/fd\//, "/dev/fd/");
  return state.files.has(path) ? path : fileHere(originOf(path, state), cwd);
}

/** Where a path's file came from, where the command itself has copied, moved or linked what it lies in. */
export function originOf(path: string, { files }: ShellState): string {
  for (const [key, from] of files) {
    if (!key.endsWith(COPIED)) continue;
    const copy = key.slice(0, -COPIED.length);
    if (path !== copy && !path.startsWith(`${copy}/`)) continue;
    const known = knownValue(from);
    if (known !== undefined) return `${known}${path.slice(copy.length)}`;
  }
  return path;
}
