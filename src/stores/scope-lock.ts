import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";

/** Age from which a lock of another host, whose processes cannot be asked, counts as left over. */
const FOREIGN_LOCK_AGE_MS_MAX = 12 * 60 * 60 * 1000;

/** Age from which a lock that cannot be read counts as left over. */
const DAMAGED_LOCK_AGE_MS_MAX = 10_000;

/** How often a lock is tried for when others race for the same stale one. */
const ATTEMPTS_MAX = 5;

/** Who holds a lock. */
interface LockOwner {
  readonly pid: number;
  /** The process's start as the kernel counts it, which tells a reused pid; `null` where nobody says. */
  readonly start: string | null;
  readonly host: string;
}

/** A lock that this process holds. */
export interface HeldLock {
  /** Says whose stale lock was removed; `undefined` where there was none. */
  readonly recovered: string | undefined;
  /** Gives the lock back; may be called twice. */
  release(): void;
}

/** What asking for a lock gives. */
export type LockAnswer =
  | { readonly kind: "held"; readonly lock: HeldLock }
  | { readonly kind: "taken"; readonly owner: string };

/**
 * Takes a lock file, whole or not at all. A lock whose process is gone is removed.
 *
 * @param path the lock's file
 * @param temporary a free name in the same folder
 * @throws the file system's error where the folder is not writable.
 */
export function takeLock(path: string, temporary: string): LockAnswer {
  let recovered: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (create(path, temporary)) return { kind: "held", lock: held(path, recovered) };
    const text = readText(path);
    if (text === undefined) continue;
    const owner = readOwner(text);
    if (!isStale(owner, path)) return { kind: "taken", owner: describe(owner) };
    if (removeStale(path, { text, temporary: `${temporary}.stale` })) recovered = describe(owner);
  }
  return { kind: "taken", owner: "a process that takes it over and over" };
}

/** Whether a process that is still there holds the lock. */
export function isLocked(path: string): boolean {
  const text = readText(path);
  return text !== undefined && !isStale(readOwner(text), path);
}

/** The living process other than this one that holds the lock, for messages. */
export function otherOwner(path: string): string | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const owner = readOwner(text);
  const isOurs = owner?.pid === process.pid && owner.host === hostname();
  return isOurs || isStale(owner, path) ? undefined : describe(owner);
}

function held(path: string, recovered: string | undefined): HeldLock {
  let isHeld = true;
  return {
    recovered,
    release: () => {
      if (isHeld) removeFile(path);
      isHeld = false;
    },
  };
}

/** Whether the lock was made. It appears with its content, so that nobody reads half of it. */
function create(path: string, temporary: string): boolean {
  const owner: LockOwner = { pid: process.pid, start: startOf(process.pid), host: hostname() };
  const text = `${JSON.stringify(owner)}\n`;
  try {
    writeFileSync(temporary, text);
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!LINK_REFUSALS.has(codeOf(error))) throw error;
    return createExclusively(path, text);
  } finally {
    removeFile(temporary);
  }
}

/** What file systems without hard links answer. */
const LINK_REFUSALS: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
]);

function createExclusively(path: string, text: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeFileSync(file, text);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function readOwner(text: string): LockOwner | undefined {
  try {
    const { pid, start, host } = JSON.parse(text) as Partial<LockOwner>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    return { pid, start: start ?? null, host };
  } catch {
    // Torn by a crash: its age decides.
    return undefined;
  }
}

function isStale(owner: LockOwner | undefined, path: string): boolean {
  if (owner === undefined) return ageMs(path) > DAMAGED_LOCK_AGE_MS_MAX;
  if (owner.host !== hostname()) return ageMs(path) > FOREIGN_LOCK_AGE_MS_MAX;
  if (!isAlive(owner.pid)) return true;
  const start = startOf(owner.pid);
  return start !== null && owner.start !== null && start !== owner.start;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return codeOf(error) !== "ESRCH";
  }
}

/** Boot and start time of a process, where the system tells: Linux, proc(5), field 22 of `stat`. */
function startOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  const start = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  if (start === undefined) return null;
  return `${readText("/proc/sys/kernel/random/boot_id")?.trim() ?? ""} ${start}`;
}

/** Removes exactly the lock that was judged: another process may have put its own there meanwhile. */
function removeStale(path: string, judged: { text: string; temporary: string }): boolean {
  try {
    renameSync(path, judged.temporary);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
  const isJudged = readText(judged.temporary) === judged.text;
  if (!isJudged) putBack(judged.temporary, path);
  removeFile(judged.temporary);
  return isJudged;
}

function putBack(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

function ageMs(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Gone since it was seen, or a system without /proc.
    return undefined;
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function describe(owner: LockOwner | undefined): string {
  return owner === undefined ? "an unknown process" : `process ${owner.pid} on ${owner.host}`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
