/** Lines around a change that show where it stands. */
const CONTEXT_LINES = 3;

/**
 * One change between two texts as a unified diff with one hunk. Settings are changed in one place,
 * so that the stretch between the first and the last differing line is the change.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  const old = toLines(before);
  const fresh = toLines(after);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  ) {
    tail += 1;
  }
  const start = Math.max(head - CONTEXT_LINES, 0);
  const trailing = Math.min(tail, CONTEXT_LINES);
  const body = [
    ...old.slice(start, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...fresh.slice(head, fresh.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + trailing).map((line) => ` ${line}`),
  ];
  const range = (lines: readonly string[]): string => {
    const length = lines.length - tail + trailing - start;
    return `${length === 0 ? 0 : start + 1},${length}`;
  };
  return [
    `--- ${before === "" ? "/dev/null" : name}`,
    `+++ ${after === "" ? "/dev/null" : name}`,
    `@@ -${range(old)} +${range(fresh)} @@`,
    ...body,
    "",
  ].join("\n");
}

function toLines(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
