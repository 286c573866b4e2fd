import type { DriftCause } from "../run-report.ts";

/** A place at which requests of a cause differ from their recordings. */
export interface Change {
  readonly path: string;
  /** Absent where the path is new. */
  readonly before: unknown;
  /** Absent where the path is gone. */
  readonly after: unknown;
}

/** A difference with as much of its values as there is. */
export function changeOf(difference: DriftCause["difference"] & object): Change {
  const { path, before, after, changed } = difference;
  if (changed === undefined) return { path, before, after };
  return typeof before === "string" && typeof after === "string"
    ? { path, before: changed.before.join("\n"), after: changed.after.join("\n") }
    : {
        path,
        before: before === undefined ? undefined : changed.before,
        after: after === undefined ? undefined : changed.after,
      };
}

/** A text before and after an edit; one of them is empty where a whole text came or went. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/** Texts inside a change: strings themselves, and strings deep inside a new or changed value, the longest first. */
export function textsOf({ before, after }: Change): readonly TextChange[] {
  if (typeof before === "string" && typeof after === "string") return [{ before, after }];
  const old = stringsOf(before);
  const fresh = stringsOf(after);
  const onlyNew = fresh.filter((text) => !old.includes(text));
  const onlyOld = old.filter((text) => !fresh.includes(text));
  return [
    ...onlyNew.map((text) => ({ before: "", after: text })),
    ...onlyOld.map((text) => ({ before: text, after: "" })),
  ].toSorted((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
}

const STRINGS_READ_MAX = 200;

function stringsOf(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.length < STRINGS_READ_MAX) {
    const next = waiting.pop();
    if (typeof next === "string") found.push(next);
    else if (typeof next === "object" && next !== null) {
      waiting.push(
        ...Object.values(next).toReversed(),
        ...(Array.isArray(next) ? [] : Object.keys(next)),
      );
    }
  }
  return found;
}
