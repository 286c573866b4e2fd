import type { CassetteIndex } from "./cassette-index.ts";
import type { LaneRenewal } from "./lane-renewal.ts";
import type { Reservations, Slot } from "./reservations.ts";
import type { RequestKey } from "./values.ts";

/** A place that is taken, and the recording that stands there. */
export interface TakenPlace {
  readonly lane: number;
  readonly slot: Slot;
  readonly position: number | undefined;
}

/** What places of a scope are taken from. */
interface Places {
  readonly index: CassetteIndex | undefined;
  readonly reservations: Reservations;
  readonly renewal: LaneRenewal;
}

/**
 * Takes the place of a request in its lane. Where chance had a say in the lane and it holds nothing for the
 * request, that is the first free recording of the same request in another one. A lane that is recorded
 * anew neither gives nor takes.
 */
export function takePlace(
  places: Places,
  asked: { readonly key: RequestKey; readonly lane: number; readonly isLaneSure: boolean },
): TakenPlace {
  const { index, renewal } = places;
  const { key, lane, isLaneSure } = asked;
  const own = takeIn(places, key, lane);
  if (isLaneSure || own.position !== undefined || renewal.isRenewed(lane)) return own;
  for (const other of index?.lanesOf(key) ?? []) {
    if (other === lane || renewal.isRenewed(other)) continue;
    const place = takeIn(places, key, other);
    const isFound = place.position !== undefined;
    const left = isFound ? own : place;
    places.reservations.release(left.lane, key, left.slot);
    if (isFound) return place;
  }
  return own;
}

function takeIn({ index, reservations }: Places, key: RequestKey, lane: number): TakenPlace {
  const slot = reservations.reserve(lane, key);
  return { lane, slot, position: index?.find(lane, key)[slot.ordinal] };
}

/** How often other lanes hold a request. */
export function recordedElsewhere(
  index: CassetteIndex | undefined,
  key: RequestKey,
  lane: number,
): number {
  const lanes = (index?.lanesOf(key) ?? []).filter((other) => other !== lane);
  return lanes.reduce((sum, other) => sum + index!.find(other, key).length, 0);
}
