/** `TAPEGATE_SEED`; `undefined` where it is not set or empty. */
export function fixedSeed(): number | undefined {
  const seed = process.env["TAPEGATE_SEED"] ?? "";
  return seed === "" ? undefined : Number(seed);
}

/** The fixed seed, else a fresh one: whoever uses it prints it. */
export function chooseSeed(): number {
  return fixedSeed() ?? Date.now() % 2 ** 31;
}

/** Random choices that a seed repeats (mulberry32). */
export class SeededRandom {
  #state: number;
  #count = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, less than 1. */
  fraction(): number {
    this.#state = Math.trunc(this.#state + 0x6d_2b_79_f5);
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number that it has not given before: for names that must differ. */
  count(): number {
    this.#count += 1;
    return this.#count;
  }

  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }
}
