/** Different words, as a set holds them. */
export interface Words extends Iterable<string> {
  has(word: string): boolean;
}

/**
 * Words out of a list that separates them by spaces: how tables write their options. Taken apart when they are
 * first asked for, since a hook lives for one command and uses few of the tables.
 */
export function words(list: string): Words {
  let set: ReadonlySet<string> | undefined;
  const read = (): ReadonlySet<string> =>
    (set ??= new Set(list.split(/\s+/).filter((word) => word !== "")));
  return { has: (word) => read().has(word), [Symbol.iterator]: () => read().values() };
}
