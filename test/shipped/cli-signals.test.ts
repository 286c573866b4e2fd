import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  ANSWER,
  makeFolder,
  recorded,
  runCli,
  startCli,
  suiteOf,
  upstreamConfiguration,
} from "../helpers/run-cli.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

/** A suite with a grandchild; both tell their ids and wait, the grandchild deaf where asked to. */
function family(isDeaf: boolean): readonly string[] {
  const deaf = isDeaf ? `process.on("SIGINT", () => {}); process.on("SIGTERM", () => {});` : "";
  const grandchild = `${deaf} setInterval(() => {}, 1000); console.log("grandchild " + process.pid);`;
  return suiteOf(
    `import { spawn } from "node:child_process"; ${deaf}
     spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" });
     await (await chat("one")).text(); console.log("suite " + process.pid); setInterval(() => {}, 1000);`,
  );
}

describe("a signal to tapegate", () => {
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    // What a terminal sends for Ctrl-\ goes to tapegate alone: the suite has a group of its own.
    ["SIGQUIT", 143],
  ] as const) {
    test(`${signal} reaches the whole group; nobody survives, the status is ${status}`, async () => {
      const folder = await recorded(["one"]);
      const running = startCli(["replay", "--", ...family(false)], { cwd: folder });
      await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
      running.child.kill(signal);
      const { status: ended, stdout } = await running.ended;
      expect(ended).toBe(status);
      expect(survivors(stdout)).toEqual([]);
    });
  }

  test("ends a deaf suite step by step within 10 seconds, 7.5 of them before the kill", async () => {
    const folder = await recorded(["one"]);
    const running = startCli(["replay", "--report", "json", "--", ...family(true)], {
      cwd: folder,
    });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    const startedAt = performance.now();
    running.child.kill("SIGINT");
    const { status, stdout } = await running.ended;
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(status).toBe(137);
    expect(survivors(stdout)).toEqual([]);
    const report = JSON.parse(readFileSync(join(folder, "tapegate-report.json"), "utf8"));
    expect(report.suite).toMatchObject({ exitCode: null, signal: "SIGKILL", endedBy: "interrupt" });
  });

  test("a second one goes to the next step at once", async () => {
    const folder = await recorded(["one"]);
    const running = startCli(["replay", "--", ...family(true)], { cwd: folder });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    const startedAt = performance.now();
    for (const _ of [1, 2, 3]) {
      running.child.kill("SIGINT");
      await wait(100);
    }
    const { status } = await running.ended;
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(status).toBe(137);
  });

  test("during record leaves complete cassettes, no lock and no journal", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const running = startCli(["record", "--", ...family(false)], { cwd: folder });
    await running.until(/(?=[^]*grandchild \d)(?=[^]*suite \d)/u);
    running.child.kill("SIGINT");
    expect((await running.ended).status).toBe(130);
    await upstream.close();
    expect(readdirSync(join(folder, "cassettes"))).toEqual(["default.cassette.json"]);
    const ask = suiteOf(`console.log(await (await chat("one")).text());`);
    const replay = await runCli(["replay", "--", ...ask], { cwd: folder });
    expect(replay.stdout).toBe(`${ANSWER}\n`);
    expect(replay.status).toBe(0);
  });
});

describe("a suite that hangs", () => {
  test("is ended when its time is over, with everything it started; the status is 4", async () => {
    const folder = await recorded(["one"]);
    const run = await runCli(["replay", "--timeout", "5s", "--", ...family(false)], {
      cwd: folder,
    });
    expect(run.stderr).toContain("The suite did not end within 5 s and was ended");
    expect(run.status).toBe(4);
    expect(survivors(run.stdout)).toEqual([]);
  });
});

describe("a suite that ends and leaves a process behind", () => {
  test("takes it along", async () => {
    const folder = await recorded(["one"]);
    const suite = suiteOf(
      `import { spawn } from "node:child_process";
       const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
       child.unref(); console.log("grandchild " + child.pid); await (await chat("one")).text(); process.exit(0);`,
    );
    const run = await runCli(["replay", "--", ...suite], { cwd: folder });
    expect(run.status).toBe(0);
    expect(survivors(run.stdout)).toEqual([]);
  });
});

/** Processes named in an output that still run; zombies that nobody reaps do not. */
function survivors(stdout: string): readonly string[] {
  const ids = [...stdout.matchAll(/^(?:suite|grandchild) (\d+)$/gmu)].map((match) => match[1]!);
  if (ids.length === 0) throw new Error(`no process is named in: ${stdout}`);
  return ids.filter((id) => {
    if (!existsSync("/proc/self/stat")) return isRunning(Number(id));
    if (!existsSync(`/proc/${id}/stat`)) return false;
    return !/\) Z /u.test(readFileSync(`/proc/${id}/stat`, "utf8"));
  });
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    // Nobody has this id.
    return false;
  }
}
