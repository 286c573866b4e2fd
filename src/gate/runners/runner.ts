import type { FileReader } from "../context.ts";
import { absolutePath, ancestorsOf } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";

/** One command line of a task runner, as its row in the table of runners reads it. */
export interface RunnerCall {
  /** The program's name without its directory. */
  readonly program: string;
  readonly args: readonly WordValue[];
  /** Absolute working directory. */
  readonly cwd: string;
  readonly files: FileReader;
}

/** Says what a task runner's command line would run. */
export type Runner = (call: RunnerCall) => RunnerLookup;

/** The command line runs nothing that the gate would have to judge. */
export const NOTHING: RunnerLookup = { kind: "none" };

/** A lookup that found these scripts, which may be none. */
export function toLookup(scripts: readonly RunnerScript[]): RunnerLookup {
  return scripts.length === 0 ? NOTHING : { kind: "scripts", scripts };
}

/** Something runs, but what it is stands in a file that cannot be read. */
export function toOpaque(file: string, call: RunnerCall): RunnerLookup {
  return {
    kind: "opaque",
    reason: `"${call.program}" runs what "${file}" defines, and the gate cannot read that file.`,
  };
}

/** A definition file: its text, `undefined` where there is none, or unreadable. */
export type Definition =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly path: string }
  | {
      readonly kind: "text";
      readonly path: string;
      /** The directory that holds it. */
      readonly folder: string;
      readonly text: string;
    };

/** The first of these files in a directory. */
export function findIn(folder: string, names: readonly string[], files: FileReader): Definition {
  for (const name of names) {
    const path = absolutePath(folder, name);
    if (files.kind(path) !== "file") continue;
    const text = files.readText(path);
    if (text === undefined) return { kind: "unreadable", path };
    return { kind: "text", path, folder: absolutePath(path, ".."), text };
  }
  return { kind: "absent" };
}

/** The first of these files in a directory or the nearest ancestor that has one. */
export function findUpwards(
  start: string,
  names: readonly string[],
  files: FileReader,
): Definition {
  for (const folder of ancestorsOf(start, files.root)) {
    const found = findIn(folder, names, files);
    if (found.kind !== "absent") return found;
  }
  return { kind: "absent" };
}

/** A word's text where it is certain. */
export function textOf(word: WordValue | undefined): string | undefined {
  return word?.kind === "known" ? word.text : undefined;
}
