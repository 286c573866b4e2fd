import type { MissRecord } from "../../cassette/session.ts";
import type { FoundLine, LineSources } from "./best-line.ts";
import type { PatchedFile } from "./patch.ts";

/** What is searched for a call. */
export interface CallSources extends LineSources {
  /** Where the suite runs, relative to the repository's root: call sites and tests are named from there. @default {the root} */
  readonly suiteFolder?: string;
}

/** The rules that go by what the suite's plug-in reported. */
export type CallRule = "the call site" | "the test";

/** Misses of one cause come from the same places: a few say it. */
const MISSES_READ_MAX = 50;

/**
 * The line from which something was asked: of the frames that led to the call the first that the pull request adds, else
 * the first in a file that it changes; else the test. With `all`, the call site wherever it is.
 */
export function placeByCall(
  misses: readonly MissRecord[],
  sources: CallSources,
): (FoundLine & { readonly rule: CallRule }) | undefined {
  const own = misses.slice(0, MISSES_READ_MAX);
  const files = new Map(sources.files.map((file) => [file.path, file]));
  const frames = own.flatMap(({ callSite, callers }) => [
    ...(readSite(callSite, sources) ?? []),
    ...(callers ?? []).flatMap((one) => readSite(one, sources) ?? []),
  ]);
  const changed = frames.filter(({ path }) => files.has(path));
  const frame = changed.find(({ path, line }) => isAdded(files.get(path)!, line)) ?? changed[0];
  if (frame !== undefined) return { path: frame.path, line: frame.line, rule: "the call site" };
  return placeAnywhere(own, sources) ?? placeByTest(own, sources, files);
}

function placeByTest(
  own: readonly MissRecord[],
  sources: CallSources,
  files: ReadonlyMap<string, PatchedFile>,
): (FoundLine & { readonly rule: CallRule }) | undefined {
  for (const { testSite } of own) {
    const [test] = readSite(testSite, sources) ?? [];
    if (test !== undefined && files.has(test.path)) return { ...test, rule: "the test" };
  }
  for (const { scope } of own) {
    const [named = "", ...titles] = scope.split("::");
    const file = titles.length === 0 ? undefined : files.get(inRepository(named, sources));
    if (file !== undefined) {
      return { path: file.path, line: lineOfTest(file, titles.at(-1)!), rule: "the test" };
    }
  }
  return undefined;
}

/** The line that names a test, as far as the diff shows it; else the first line that was added. */
function lineOfTest({ lines }: PatchedFile, title: string): number {
  const name = title.replace(/\[.*\]$/, "");
  const head = lines.filter(({ kind }) => kind !== "removed");
  const named =
    head.find(({ text }) => new RegExp(`\\b(?:def|function)\\s+${escaped(name)}\\b`).test(text)) ??
    head.find(({ text }) => ['"', "'", "`"].some((quote) => text.includes(quote + title + quote)));
  return (named ?? head.find(({ kind }) => kind === "added"))?.line ?? 1;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function placeAnywhere(
  own: readonly MissRecord[],
  sources: CallSources,
): (FoundLine & { readonly rule: CallRule }) | undefined {
  if (sources.scope !== "all") return undefined;
  for (const { callSite } of own) {
    const [site] = readSite(callSite, { ...sources, suiteFolder: "" }) ?? [];
    if (site !== undefined) return { ...site, rule: "the call site" };
  }
  return undefined;
}

/** `tests/test_a.py:12` as the repository names it; in a list, none where it is no such place. */
function readSite(
  site: string | null | undefined,
  sources: CallSources,
): readonly [FoundLine] | undefined {
  const match = /^(.+):(\d{1,9})$/.exec(site ?? "");
  if (match === null) return undefined;
  const named = match[1]!.replaceAll("\\", "/").replace(/^\.\//, "");
  return [{ path: inRepository(named, sources), line: Number(match[2]) }];
}

/**
 * A file that the suite named, as the repository names it. A suite below the root names files from its own folder, and
 * an equal path of the root is another file; only a runner whose root is the repository's names them from there.
 */
function inRepository(named: string, { suiteFolder = "" }: CallSources): string {
  return suiteFolder === "" || named.startsWith(`${suiteFolder}/`)
    ? named
    : `${suiteFolder}/${named}`;
}

function isAdded({ lines }: PatchedFile, line: number): boolean {
  return lines.some((one) => one.kind === "added" && one.line === line);
}
