/** The output that a substitution or a pipe reads, or that nobody does. No path is empty. */
export const WATCHED = "";

/**
 * Where descriptors write: `WATCHED`, or the absolute path of a file. What is not listed goes where nothing
 * reads it.
 */
export type Sinks = ReadonlyMap<string, string>;

/** What a shell starts with. */
export const FIRST_SINKS: Sinks = new Map([["1", WATCHED]]);

/** Parts the sinks of a descriptor that may be one or another. */
const EITHER = "\0";

/** Every sink that a descriptor may write to. */
export function eachSink(sink: string): readonly string[] {
  return sink.split(EITHER);
}

/** A descriptor that may be any of these. */
export function anySink(...sinks: readonly (string | undefined)[]): string | undefined {
  const known = sinks.filter((sink) => sink !== undefined).flatMap(eachSink);
  return known.length === 0 ? undefined : [...new Set(known)].join(EITHER);
}

/** The sinks with some of them changed; `undefined` closes. */
export function withSinks(
  sinks: Sinks,
  changes: Iterable<readonly [descriptor: string, sink: string | undefined]>,
): Sinks {
  const changed = new Map(sinks);
  for (const [descriptor, sink] of changes) {
    if (sink === undefined) changed.delete(descriptor);
    else changed.set(descriptor, sink);
  }
  return changed;
}

export function isSameSinks(one: Sinks, other: Sinks): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [descriptor, sink] of one) if (other.get(descriptor) !== sink) return false;
  return true;
}

/** Sinks that may be these or those. */
export function eitherSinks(one: Sinks, other: Sinks): Sinks {
  if (isSameSinks(one, other)) return one;
  const descriptors = new Set([...one.keys(), ...other.keys()]);
  return withSinks(
    one,
    [...descriptors].map((each) => [each, anySink(one.get(each), other.get(each))] as const),
  );
}
