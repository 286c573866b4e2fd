import { readdirSync, readFileSync } from "node:fs";

/** A process, known for sure: numbers are used again, a number with its start time is not. */
export interface KnownProcess {
  readonly pid: number;
  /** Clock ticks since the machine's start, as proc(5) has them. */
  readonly startedAt: string;
}

/** How often the processes are looked at while the suite runs, in milliseconds. */
const LOOK_MS = 200;
/** Looking takes no more than one part in this many of the time, however many processes there are. */
const LOOK_SHARE = 20;

/** Remembers what a process started, and what that started, also after it left its group, session or parent. */
export interface DescendantWatch {
  /** Those that are still there. */
  survivors(): readonly KnownProcess[];
  /** Looks once more, at once: before parents are ended their children can still be told. */
  look(): void;
  stop(): void;
}

/**
 * Watches the descendants of a process by their parents' numbers. Whoever starts and is orphaned
 * between two looks is not seen; where there is no `/proc`, nobody is.
 */
export function watchDescendants(root: number): DescendantWatch {
  const known = new Map<number, string>();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => remember(root, known);
  const lookOn = (): void => {
    const from = performance.now();
    look();
    const tookMs = performance.now() - from;
    timer = setTimeout(lookOn, Math.max(LOOK_MS, tookMs * LOOK_SHARE)).unref();
  };
  lookOn();
  return {
    look,
    survivors: () => [...known].map(toKnown).filter(isRunning),
    stop: () => clearTimeout(timer),
  };
}

/** Ends processes; gives how many there were. One that has ended by itself is none. */
export function endProcesses(processes: readonly KnownProcess[]): number {
  return processes.filter((process) => isRunning(process) && kill(process.pid)).length;
}

/** As one word, for the step's state. */
export function formatProcesses(processes: readonly KnownProcess[]): string {
  return processes.map(({ pid, startedAt }) => `${pid}:${startedAt}`).join(",");
}

/** Reads such a word back; what is no process is left out. */
export function parseProcesses(text: string): readonly KnownProcess[] {
  return [...text.matchAll(/(?:^|,)(\d{1,10}):(\d{1,20})(?=,|$)/g)].map(
    ([, pid, startedAt]): KnownProcess => ({ pid: Number(pid), startedAt: startedAt! }),
  );
}

function toKnown([pid, startedAt]: readonly [number, string]): KnownProcess {
  return { pid, startedAt };
}

function isRunning({ pid, startedAt }: KnownProcess): boolean {
  const now = statOf(String(pid));
  return now?.startedAt === startedAt && !now.isDead;
}

function kill(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    // It has just ended, or belongs to somebody else by now.
    return false;
  }
}

function remember(root: number, known: Map<number, string>): void {
  const parents = new Map<number, number>();
  const started = new Map<number, string>();
  for (const name of listProcesses()) {
    const stat = statOf(name);
    if (stat === undefined) continue;
    parents.set(Number(name), stat.parent);
    started.set(Number(name), stat.startedAt);
  }
  for (const [pid, startedAt] of known) {
    if (started.get(pid) !== startedAt) known.delete(pid);
  }
  for (const [pid, startedAt] of started) {
    if (descends(pid, { root, known, parents })) known.set(pid, startedAt);
  }
}

function descends(
  pid: number,
  family: {
    readonly root: number;
    readonly known: ReadonlyMap<number, string>;
    readonly parents: ReadonlyMap<number, number>;
  },
): boolean {
  let at = family.parents.get(pid);
  // Parents read at different moments could stand in a circle.
  for (let steps = 0; at !== undefined && at > 0 && steps < family.parents.size; steps += 1) {
    if (at === family.root || family.known.has(at)) return true;
    at = family.parents.get(at);
  }
  return false;
}

function listProcesses(): readonly string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
}

/** Parent, start and state of a process; `undefined` where it is gone. */
function statOf(
  pid: string,
): { readonly parent: number; readonly startedAt: string; readonly isDead: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name stands in parentheses and may hold any character, parentheses too.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, parent] = fields;
    return {
      parent: Number(parent),
      startedAt: fields[START_TIME] ?? "",
      isDead: state === "Z" || state === "X",
    };
  } catch {
    return undefined;
  }
}

/** Place of the start time among the fields behind the name. */
const START_TIME = 19;
