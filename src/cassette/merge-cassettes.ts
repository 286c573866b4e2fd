import type { CassetteIndex } from "./cassette-index.ts";
import { assembleDocument, encodeRecorded } from "./document-text.ts";
import type { Recording } from "./scanned-document.ts";
import type { JsonValue } from "./values.ts";

/** Three versions of one cassette; `base` is absent where both sides made it. */
export interface MergeSides {
  readonly base: CassetteIndex | undefined;
  readonly ours: CassetteIndex;
  readonly theirs: CassetteIndex;
}

/** Whose recording stands where both sides recorded the same request anew. */
export type MergePreference = "ours" | "theirs";

/** A recording that both sides changed, each in its own way. */
export interface MergeConflict {
  /** Its text on our side, or on theirs where ours deleted it. */
  readonly text: string;
  readonly what: "both recorded it anew" | "one deleted it, the other recorded it anew";
}

/** What the three versions come to. */
export type Merged =
  | { readonly kind: "merged"; readonly document: string }
  | { readonly kind: "conflict"; readonly conflicts: readonly MergeConflict[] }
  /** The sides hash their requests in different ways. */
  | { readonly kind: "normalisers" }
  /** Each side is a cassette of another scope, and neither is the one that both began with. */
  | { readonly kind: "scopes" };

/**
 * Unites two versions of a cassette that began as the same one: recordings, not lines. A recording is known by its
 * lane, its key and how often that key stood before it in the lane, which is how a replay finds it. What one side
 * added, changed or deleted holds where the other left it as it was. Theirs follow ours where both added at one place.
 *
 * @throws {CassetteFormatError} where the document would be too large to be read again, or a recording that gets
 * another lane is of the wrong shape.
 */
export function mergeCassettes(sides: MergeSides, preference?: MergePreference): Merged {
  const { base, ours } = sides;
  const normalisers = mergedNormalisers(sides);
  if (normalisers === undefined) return { kind: "normalisers" };
  const scope = mergedScope(sides);
  if (scope === undefined) return { kind: "scopes" };
  const [before, mine] = [byIdentity(base?.recordings), byIdentity(ours.recordings)];
  const other = byIdentity(besideOurs(sides, mine));
  const conflicts: MergeConflict[] = [];
  const kept = new Map<string, Recording>();
  for (const id of mergedOrder(before, mine, other)) {
    const [b, o, t] = [before.get(id), mine.get(id), other.get(id)];
    const isOurs = t?.digest === b?.digest || t?.digest === o?.digest;
    if (!isOurs && o?.digest !== b?.digest && preference === undefined) {
      const isDeleted = o === undefined || t === undefined;
      conflicts.push({
        text: (o ?? t)!.text,
        what: isDeleted ? "one deleted it, the other recorded it anew" : "both recorded it anew",
      });
      continue;
    }
    const isTaken = isOurs || (o?.digest !== b?.digest && preference === "ours");
    const chosen = isTaken ? o : t;
    if (chosen !== undefined) kept.set(id, chosen);
  }
  if (conflicts.length > 0) return { kind: "conflict", conflicts };
  const recordings = [...kept.values()].sort((one, two) => one.lane - two.lane);
  return {
    kind: "merged",
    document: assembleDocument({ scope, normalisers }, recordings),
  };
}

/** A document's recordings by what a replay finds them by, in its order. */
type Named = ReadonlyMap<string, Recording>;

function byIdentity(recordings: readonly Recording[] = []): Named {
  const counts = new Map<string, number>();
  return new Map(
    recordings.map((recording) => {
      const name = `${recording.lane} ${recording.key}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${name} ${count}`, recording];
    }),
  );
}

/**
 * Their recordings. Tasks that each side started beside those of the base have the same numbers and nothing in
 * common: theirs get numbers behind ours, as they have where the merged code starts both.
 */
function besideOurs({ base, ours, theirs }: MergeSides, mine: Named): readonly Recording[] {
  const lanesOf = (recordings: readonly Recording[] = []): readonly number[] => [
    ...new Set(recordings.map(({ lane }) => lane)),
  ];
  const shared = new Set([0, ...lanesOf(base?.recordings)]);
  for (const [id, { lane }] of byIdentity(theirs.recordings)) if (mine.has(id)) shared.add(lane);
  const taken = new Set(lanesOf(ours.recordings));
  const own = lanesOf(theirs.recordings).filter((lane) => !shared.has(lane));
  if (!own.some((lane) => taken.has(lane))) return theirs.recordings;
  let last = 0;
  for (const lane of [...shared, ...taken]) last = Math.max(last, lane);
  const numbers = new Map(own.map((lane, at) => [lane, last + 1 + at]));
  return theirs.recordings.map((recording, position) => {
    const lane = numbers.get(recording.lane);
    if (lane === undefined) return recording;
    // A document in canonical layout was not parsed yet: this says what is wrong with it.
    theirs.interaction(position);
    const value = JSON.parse(recording.text) as { readonly [name: string]: JsonValue };
    return { ...recording, lane, ...encodeRecorded({ ...value, lane }) };
  });
}

/**
 * Ours in their order; what only theirs has comes behind what it follows there, and behind what ours added at that
 * place. Where the sides order one key's recordings in different ways, its first still stands before its second.
 */
function mergedOrder(before: Named, mine: Named, other: Named): readonly string[] {
  const first = "";
  const next = new Map<string, string | undefined>([[first, undefined]]);
  let at = first;
  const follow = (id: string): void => {
    next.set(id, next.get(at));
    next.set(at, id);
    at = id;
  };
  for (const id of mine.keys()) follow(id);
  at = first;
  for (const id of other.keys()) {
    if (next.has(id)) {
      at = id;
      continue;
    }
    for (let added = next.get(at); added !== undefined; added = next.get(at)) {
      if (before.has(added) || other.has(added)) break;
      at = added;
    }
    follow(id);
  }
  const order: string[] = [];
  const counts = new Map<string, number>();
  for (let id = next.get(first); id !== undefined; id = next.get(id)) {
    const name = id.slice(0, id.lastIndexOf(" "));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    order.push(`${name} ${count}`);
  }
  return order;
}

/** The side that changed them says what holds, unless the other recorded anything by its own meanwhile. */
function mergedNormalisers({ base, ours, theirs }: MergeSides): readonly string[] | undefined {
  const [b, o, t] = [base, ours, theirs].map((index) => index?.normalisers.join("\n"));
  if (o === t) return ours.normalisers;
  if (base === undefined) return undefined;
  const isUntouched = (side: CassetteIndex): boolean =>
    side.recordings.map(({ digest }) => digest).join() ===
    base.recordings.map(({ digest }) => digest).join();
  if (t === b && isUntouched(theirs)) return ours.normalisers;
  return o === b && isUntouched(ours) ? theirs.normalisers : undefined;
}

/** A test that one side renamed has its new name. */
function mergedScope({ base, ours, theirs }: MergeSides): string | undefined {
  if (ours.scope === theirs.scope || theirs.scope === base?.scope) return ours.scope;
  return ours.scope === base?.scope ? theirs.scope : undefined;
}
