import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Signals of the ladder that ends a suite, from asking to killing. */
export type EndingSignal = "SIGINT" | "SIGTERM" | "SIGKILL";

/** A spawned program with everything it started, as far as that stayed in its process group. */
export interface ProcessGroup {
  /** Sends a signal to every process of the group; a group that is gone is no error. */
  signal(signal: EndingSignal): void;
  /** Whether any process of the group is left. */
  isAlive(): boolean;
}

/** Whether this system has process groups; elsewhere the tree is ended by `taskkill`. */
export const HAS_PROCESS_GROUPS: boolean = process.platform !== "win32";

/** The group that a program leads which was spawned with `detached: HAS_PROCESS_GROUPS`. */
export function openProcessGroup(leaderId: number): ProcessGroup {
  if (!HAS_PROCESS_GROUPS) {
    return {
      // Windows knows no signal that a console program could clean up after.
      signal: () => {
        spawnSync("taskkill", ["/pid", String(leaderId), "/T", "/F"], { stdio: "ignore" });
      },
      isAlive: () => trySignal(leaderId, 0),
    };
  }
  return {
    signal: (signal) => {
      trySignal(-leaderId, signal);
    },
    isAlive: () => trySignal(-leaderId, 0) && hasLiveMember(leaderId),
  };
}

/**
 * The dead whom nobody has buried still take signals; in containers without an init that stays so
 * for good. Where `/proc` tells the states, only the living count.
 */
function hasLiveMember(groupId: number): boolean {
  if (process.platform !== "linux") return true;
  const ids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return ids.some((id) => {
    const [state, , group] = statFields(id);
    return group === String(groupId) && state !== "Z" && state !== "X";
  });
}

/** A process's state, parent and group, as proc(5) has them behind its name. */
function statFields(id: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    // The name stands in parentheses and may hold any character, parentheses too.
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It ended in between.
    return [];
  }
}

/** Sends a signal; `false` where nobody is there to get it. */
function trySignal(target: number, signal: EndingSignal | 0): boolean {
  try {
    process.kill(target, signal);
    return true;
  } catch (error) {
    // EPERM: the group lives, but holds processes of another user, such as a program run by sudo.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
