import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import {
  endProcesses,
  formatProcesses,
  parseProcesses,
  watchDescendants,
} from "../../../src/action/suite/descendants.ts";
import { isAlive, survivorsOf } from "../../helpers/is-alive.ts";
import { until } from "../../helpers/signals.ts";

const started: number[] = [];

afterEach(() => {
  for (const pid of started.splice(0)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // As it should be.
    }
  }
});

/** A shell that starts a daemon in a session of its own, without environment, and tells its number. */
async function startDaemon(): Promise<{ readonly shell: ChildProcess; readonly daemon: number }> {
  const shell = spawn(
    "bash",
    ["-c", "setsid env -i sleep 300 >/dev/null 2>&1 & echo $!; read -r _"],
    { stdio: ["pipe", "pipe", "ignore"], detached: true },
  );
  const [line] = await once(shell.stdout, "data");
  const daemon = Number(String(line));
  started.push(daemon, shell.pid!);
  return { shell, daemon };
}

describe.skipIf(process.platform !== "linux")("watchDescendants()", () => {
  test("remembers who left group, session, environment and parent", async () => {
    const watch = watchDescendants(process.pid);
    const { shell, daemon } = await startDaemon();
    const isKnown = (): boolean => watch.survivors().some(({ pid }) => pid === daemon);
    await until(isKnown);
    shell.kill("SIGKILL");
    await once(shell, "exit");
    const survivors = watch.survivors().map(({ pid }) => pid);
    expect(survivors).toContain(daemon);
    expect(survivors).not.toContain(process.pid);
    watch.stop();
    expect(endProcesses(watch.survivors().filter(({ pid }) => pid === daemon))).toBe(1);
    expect(await survivorsOf([daemon])).toEqual([]);
    expect(watch.survivors().map(({ pid }) => pid)).not.toContain(daemon);
  });

  test("a look finds who was started since the last one", async () => {
    const watch = watchDescendants(process.pid);
    const { daemon } = await startDaemon();
    watch.look();
    expect(watch.survivors().map(({ pid }) => pid)).toContain(daemon);
    watch.stop();
  });

  test("a process of the same number that started at another time is somebody else", async () => {
    const { daemon } = await startDaemon();
    expect(endProcesses([{ pid: daemon, startedAt: "1" }])).toBe(0);
    expect(isAlive(daemon)).toBe(true);
  });
});

test("processes are written as one word and read back; anything else is left out", () => {
  const processes = [
    { pid: 12, startedAt: "3456" },
    { pid: 7, startedAt: "89" },
  ];
  expect(parseProcesses(formatProcesses(processes))).toEqual(processes);
  expect(parseProcesses("")).toEqual([]);
  expect(parseProcesses("-1:5,1,x:2,3:4 5:6,7:8")).toEqual([{ pid: 7, startedAt: "8" }]);
});
