// A busy machine slows everybody: what is compared is measured in turns, round by round, and a ratio
// is the median of the rounds' own ratios.

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}

/** @param {readonly number[]} values */
export function percentile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * The median of what each round's value is to the same round's base.
 *
 * @param {readonly number[]} values
 * @param {readonly number[]} bases
 */
export function ratioOf(values, bases) {
  return median(values.map((value, round) => value / bases[round]));
}

/**
 * Things to measure in the order of a round, turned in every other one.
 *
 * @template T
 * @param {readonly T[]} subjects
 * @param {number} round
 */
export function inTurn(subjects, round) {
  return round % 2 === 0 ? subjects : subjects.toReversed();
}
