import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Whether a process runs. A zombie that nobody reaps (a container without an init) is dead all the same. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    // Nobody has this number.
    return false;
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    // Gone in between; where there is no /proc at all, the signal has told.
    return !existsSync("/proc/self/stat");
  }
}

/** A process that was killed dies when it gets its turn, on a busy machine not at once. */
const DYING_MS_MAX = 10_000;

/** Those of some processes that have not died after a while. */
export async function survivorsOf(pids: readonly number[]): Promise<readonly number[]> {
  const deadline = performance.now() + DYING_MS_MAX;
  while (pids.some(isAlive) && performance.now() < deadline) await wait(20);
  return pids.filter(isAlive);
}
