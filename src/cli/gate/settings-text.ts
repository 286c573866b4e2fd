import { isDeepStrictEqual } from "node:util";
import { parse, type JSONPath, type ParseError } from "jsonc-parser";
import type { HookEntry } from "./host-settings.ts";
import { appendElement, appendMember, isHollow, removeItem, replaceValue } from "./json-edits.ts";

/** What changing a settings file comes to. */
export type SettingsChange =
  | { readonly kind: "unchanged" }
  | { readonly kind: "changed"; readonly text: string }
  /** The file is not what its host writes; nothing is done to it. */
  | { readonly kind: "unreadable"; readonly problem: string };

/** A list of hooks inside a settings file. */
export interface HookList {
  readonly event: string;
  readonly base: Readonly<Record<string, unknown>>;
}

/**
 * Puts the gate's entry into the text of a settings file, as the last of its event. An entry of the
 * gate that stands there already is brought up to date in place. Comments, order and formatting of
 * everything else stay as they are.
 */
export function addEntry(
  text: string | undefined,
  list: HookList,
  entry: HookEntry,
): SettingsChange {
  return behindMark(text ?? "", (rest) => addToText(rest, list, entry));
}

/** Some editors begin a file with a byte-order mark, which is no JSON: it stays where it is. */
function behindMark(text: string, change: (rest: string) => SettingsChange): SettingsChange {
  if (!text.startsWith("\uFEFF")) return change(text);
  const changed = change(text.slice(1));
  return changed.kind === "changed" ? { kind: "changed", text: `\uFEFF${changed.text}` } : changed;
}

function addToText(text: string, list: HookList, entry: HookEntry): SettingsChange {
  if (text.trim() === "") {
    const fresh = { ...list.base, hooks: { [list.event]: [entry] } };
    return { kind: "changed", text: `${JSON.stringify(fresh, undefined, 2)}\n` };
  }
  const reading = readEntries(text, list.event);
  if (reading.kind === "unreadable") return reading;
  const [found] = findGate(reading.entries);
  const path: JSONPath = ["hooks", list.event];
  if (found === undefined) return { kind: "changed", text: append(text, list.event, entry) };
  const wanted = found.handler === undefined ? entry : handlersOf(entry)?.[0];
  const current = found.handler === undefined ? reading.entries[found.entry] : found.value;
  if (isDeepStrictEqual(current, wanted)) return { kind: "unchanged" };
  return { kind: "changed", text: replaceValue(text, [...path, ...toPath(found)], wanted) };
}

/** Adds an entry to its list, and the list and the object around it where they are missing. */
function append(text: string, event: string, entry: HookEntry): string {
  const value = parse(text, [], { allowTrailingComma: true }) as {
    hooks?: Record<string, unknown>;
  };
  if (value.hooks === undefined) return appendMember(text, [], ["hooks", { [event]: [entry] }]);
  return value.hooks[event] === undefined
    ? appendMember(text, ["hooks"], [event, [entry]])
    : appendElement(text, ["hooks", event], entry);
}

/** Takes every entry of the gate out of the text of a settings file, and the lists that this empties. */
export function removeEntries(text: string, list: HookList): SettingsChange {
  return behindMark(text, (rest) => removeFromText(rest, list));
}

function removeFromText(text: string, list: HookList): SettingsChange {
  const reading = readEntries(text, list.event);
  if (reading.kind === "unreadable") return reading;
  const path: JSONPath = ["hooks", list.event];
  let changed = text;
  // From the last to the first, so that the paths of the others stay true.
  for (const found of findGate(reading.entries).toReversed()) {
    changed = removeItem(changed, [...path, ...toPath(found)]);
  }
  if (changed === text) return { kind: "unchanged" };
  for (const emptied of [path, ["hooks"]]) {
    if (isHollow(changed, emptied)) changed = removeItem(changed, emptied);
  }
  return { kind: "changed", text: changed };
}

/** What `addEntry` begins a new file with, once the entry is taken out of it again. */
export function bareText(base: Readonly<Record<string, unknown>>): string {
  return Object.keys(base).length === 0 ? "{\n}\n" : `${JSON.stringify(base, undefined, 2)}\n`;
}

/** Whether nothing stands in a settings file but what a new one begins with. */
export function isBare(text: string, base: Readonly<Record<string, unknown>>): boolean {
  return isDeepStrictEqual(parse(text.replace(/^\uFEFF/, "")), { ...base });
}

/** Every file that the gate's entries in a settings file run, as the entries name them. */
export function gateFiles(text: string, event: string): readonly string[] {
  const reading = readEntries(text.replace(/^\uFEFF/, ""), event);
  if (reading.kind === "unreadable") return [];
  return findGate(reading.entries).flatMap(({ value }) =>
    wordsOf(value)
      .filter((word) => GATE_FILE.test(word))
      .map((word) => word.replace(/^node\s+/, "").replace(/^(["'])(.*)\1$/, "$2")),
  );
}

/** Where one entry of the gate stands: an element of the list, or a handler in a group of it. */
interface FoundEntry {
  readonly entry: number;
  readonly handler: number | undefined;
  readonly value: unknown;
}

/** An entry is the gate's when it runs this file, wherever it is installed. */
const GATE_FILE = /(?:^|[\\/"'\s])dist[\\/]gate\.cjs\b/;

function findGate(entries: readonly unknown[]): readonly FoundEntry[] {
  return entries.flatMap((value, entry): FoundEntry[] => {
    const handlers = handlersOf(value);
    if (handlers === undefined) return isGate(value) ? [{ entry, handler: undefined, value }] : [];
    const ours = handlers.flatMap((handler, index) =>
      isGate(handler) ? [{ entry, handler: index, value: handler }] : [],
    );
    // A group that holds the gate alone is the gate's own, its matcher with it.
    return ours.length === handlers.length && ours.length > 0
      ? [{ entry, handler: undefined, value }]
      : ours;
  });
}

function toPath({ entry, handler }: FoundEntry): JSONPath {
  return handler === undefined ? [entry] : [entry, "hooks", handler];
}

function handlersOf(entry: unknown): readonly unknown[] | undefined {
  if (typeof entry !== "object" || entry === null || !("hooks" in entry)) return undefined;
  return Array.isArray(entry.hooks) ? entry.hooks : undefined;
}

function isGate(value: unknown): boolean {
  return wordsOf(value).some((word) => GATE_FILE.test(word));
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

function readEntries(
  text: string,
  event: string,
):
  | { readonly kind: "entries"; readonly entries: readonly unknown[] }
  | (SettingsChange & { readonly kind: "unreadable" }) {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) return { kind: "unreadable", problem: "it is not JSON" };
  if (!isRecord(value)) return { kind: "unreadable", problem: "it is not a JSON object" };
  const hooks = value["hooks"] ?? {};
  if (!isRecord(hooks)) return { kind: "unreadable", problem: 'its "hooks" is not an object' };
  const entries = hooks[event] ?? [];
  if (!Array.isArray(entries)) {
    return { kind: "unreadable", problem: `its "hooks.${event}" is not an array` };
  }
  return { kind: "entries", entries };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
