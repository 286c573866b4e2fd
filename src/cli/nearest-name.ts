/**
 * The name that somebody probably meant; `undefined` where none is near. Near is at most a third of
 * the letters wrong, which keeps `--casettes` and drops guesses that would only puzzle.
 */
export function nearestName(asked: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const distance = editDistance(asked, name);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  if (best === undefined) return undefined;
  const isStart = asked.length >= 2 && best.startsWith(asked);
  return isStart || bestDistance <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

/** Longer words are compared by their start: nobody mistypes a name of this length as another. */
const COMPARED_CHARACTERS_MAX = 64;

/** Letters to change, add, leave out or swap with their neighbour. */
function editDistance(first: string, second: string): number {
  const a = first.slice(0, COMPARED_CHARACTERS_MAX);
  const b = second.slice(0, COMPARED_CHARACTERS_MAX);
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const above = rows[i - 1]!;
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(changed, swapped, above[j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
