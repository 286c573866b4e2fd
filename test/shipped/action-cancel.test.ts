import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { makeJob, OUTPUT_NAMES, runStep, type Job } from "../helpers/action-run.ts";
import { startApiServer } from "../helpers/api-server.ts";
import { startCacheServer } from "../helpers/cache-server.ts";
import { isAlive, survivorsOf } from "../helpers/is-alive.ts";
import { NODE_24, missing } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const without = missing("the action's own Node 24", NODE_24);

/** What the runner leaves a cancelled step before it sends SIGTERM. */
const CANCEL_MS_MAX = 7500;

const PULL_REQUEST = {
  repository: { full_name: "o/r", default_branch: "main" },
  pull_request: {
    number: 7,
    head: { sha: "1".repeat(40), repo: { full_name: "o/r" } },
    base: { sha: "0".repeat(40), repo: { full_name: "o/r" } },
  },
};

const SUITE = `
  const prompt = process.argv[2] ?? "hello";
  const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content: prompt }] }),
  });
  await response.text();
  console.log("asked");
`;

/** A daemon in a session of its own, without our variables, deaf to what can be deaf to. */
const DAEMON = `
  setsid env -i bash -c 'trap "" INT TERM HUP; while :; do sleep 0.2; done' >/dev/null 2>&1 &
  echo "daemon $!"
  sleep 3
  if [ "$1" = wait ]; then sleep 60; fi
`;

interface Cancelled {
  /** Milliseconds from the signal to the step's end. */
  afterMs: number;
  /** The runner had to send its second signal. */
  isPushed: boolean;
}

/** Cancels as the runner does, once the output says so or after a time. */
function cancelling(when: RegExp | number, state: Cancelled): (child: ChildProcess) => void {
  return (child) => {
    let text = "";
    let isSent = false;
    const send = (): void => {
      if (isSent) return;
      isSent = true;
      const at = performance.now();
      child.kill("SIGINT");
      const push = setTimeout(() => {
        state.isPushed = true;
        child.kill("SIGTERM");
      }, CANCEL_MS_MAX);
      child.once("exit", () => {
        state.afterMs = performance.now() - at;
        clearTimeout(push);
      });
    };
    if (typeof when === "number") return void setTimeout(send, when);
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      if (when.test(text)) setTimeout(send, 100);
    };
    child.stdout!.on("data", read);
    child.stderr!.on("data", read);
  };
}

async function recordedJob(): Promise<Job> {
  const upstream = await startScriptedUpstream({ body: "{}" });
  const job = makeJob({
    "suite.mjs": SUITE,
    "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
  });
  await runStep(job, {
    inputs: { command: "node suite.mjs", cache: "off", mode: "record" },
    environment: { OPENAI_API_KEY: "k" },
  });
  await upstream.close();
  return job;
}

describe.skipIf(without !== undefined).concurrent(`a cancelled step${without ?? ""}`, () => {
  test("while GitHub's API does not answer: everything is told in time", async ({ expect }) => {
    const api = await startApiServer();
    api.faults.hangs = true;
    const state: Cancelled = { afterMs: 0, isPushed: false };
    const result = await runStep(await recordedJob(), {
      inputs: { command: "node suite.mjs goodbye", cache: "off", token: "t", mode: "replay" },
      event: "pull_request",
      payload: PULL_REQUEST,
      environment: { GITHUB_API_URL: api.url },
      onStart: cancelling(/Cassettes not saved/, state),
    });
    expect(state.isPushed).toBe(false);
    expect(state.afterMs).toBeLessThan(CANCEL_MS_MAX);
    expect(Object.keys(result.outputs)).toEqual(OUTPUT_NAMES);
    expect(result.outputs).toMatchObject({ outcome: "drift", misses: "1", "suite-exit-code": "0" });
    expect(readFileSync(result.outputs["report-path"]!, "utf8")).toContain("tapegate-report");
    expect(result.summary).toMatch(/^## 🔶/);
    expect(result.summary).toContain("The job was cancelled while causes were placed");
    await api.close();
  });

  test("while cassettes are saved: everything is told in time", async ({ expect }) => {
    const cache = await startCacheServer();
    const upstream = await startScriptedUpstream({ body: "{}" });
    cache.faults.hangs = /CreateCacheEntry/;
    const state: Cancelled = { afterMs: 0, isPushed: false };
    const result = await runStep(
      makeJob({
        "suite.mjs": SUITE,
        "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
      }),
      {
        inputs: { command: "node suite.mjs", summary: "always" },
        cache,
        environment: { OPENAI_API_KEY: "k" },
        onStart: cancelling(/Reserving Cache/, state),
      },
    );
    expect(state.isPushed).toBe(false);
    expect(Object.keys(result.outputs)).toEqual(OUTPUT_NAMES);
    expect(result.outputs).toMatchObject({ outcome: "clean", "cache-saved": "false" });
    expect(result.output).toContain("Cassettes not saved: the job was cancelled");
    expect(existsSync(result.outputs["report-path"]!)).toBe(true);
    expect(result.summary).toContain("not saved: the job was cancelled");
    await cache.close();
    await upstream.close();
  });

  test("while cassettes are restored: outputs are set at once", async ({ expect }) => {
    const cache = await startCacheServer();
    cache.faults.hangs = /./;
    const state: Cancelled = { afterMs: 0, isPushed: false };
    const result = await runStep(makeJob(), {
      inputs: { command: "true" },
      cache,
      onStart: cancelling(/GetCacheEntryDownloadURL/, state),
    });
    expect(state.isPushed).toBe(false);
    expect(state.afterMs).toBeLessThan(CANCEL_MS_MAX);
    expect(Object.keys(result.outputs)).toEqual(OUTPUT_NAMES);
    expect(result.outputs).toMatchObject({ outcome: "error", "suite-exit-code": "" });
    expect(result.output).toContain("Cancelled (SIGINT) before the suite started");
    await cache.close();
  });

  test("whose suite is deaf to SIGINT and SIGTERM ends within the runner's first 7.5 s", async ({
    expect,
  }) => {
    const job = await recordedJob();
    writeFileSync(
      join(job.workspace, "deaf.mjs"),
      `${SUITE}
       for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
       console.log("suite " + process.pid);
       setInterval(() => {}, 1000);`,
    );
    const state: Cancelled = { afterMs: 0, isPushed: false };
    const result = await runStep(job, {
      inputs: { command: "node deaf.mjs", cache: "off", mode: "replay", summary: "always" },
      onStart: cancelling(/suite \d+/, state),
    });
    expect(state.isPushed).toBe(false);
    expect(await survivorsOf([Number(/suite (\d+)/.exec(result.output)![1])])).toEqual([]);
    expect(result.outputs).toMatchObject({
      outcome: "suite-failed",
      "suite-exit-code": "137",
      hits: "1",
    });
    expect(existsSync(result.outputs["report-path"]!)).toBe(true);
    expect(result.summary).toContain("The suite was stopped before its end");
  });

  test("whose suite ends with 0 when it is told to stop is never green", async ({ expect }) => {
    const job = await recordedJob();
    writeFileSync(
      join(job.workspace, "polite.mjs"),
      `process.on("SIGINT", () => process.exit(0)); ${SUITE} setInterval(() => {}, 1000);`,
    );
    const result = await runStep(job, {
      inputs: {
        command: "node polite.mjs",
        cache: "off",
        mode: "replay",
        "on-unused": "fail",
        summary: "always",
      },
      onStart: cancelling(/asked/, { afterMs: 0, isPushed: false }),
    });
    expect(result.outputs).toMatchObject({ outcome: "suite-failed", "suite-exit-code": "0" });
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain("The suite was stopped before its end (SIGINT)");
    expect(result.summary).toMatch(/^## ❌ The suite was stopped before its end/);
  });

  test.skipIf(process.platform !== "linux")(
    "takes along who left the suite's group, session, environment and parent",
    async ({ expect }) => {
      const job = makeJob({ "daemon.sh": DAEMON });
      const result = await runStep(job, {
        inputs: { command: "bash daemon.sh wait", cache: "off" },
        onStart: cancelling(/daemon \d+/, { afterMs: 0, isPushed: false }),
      });
      const daemon = Number(/daemon (\d+)/.exec(result.output)![1]);
      expect(await survivorsOf([daemon])).toEqual([]);
      expect(result.output).toMatch(
        /^\d process\(es\) that had left the suite's group were ended/m,
      );
    },
  );

  test.skipIf(process.platform !== "linux")(
    "is not needed for that: post ends who outlived a whole run",
    async ({ expect }) => {
      const job = makeJob({ "daemon.sh": DAEMON });
      const run = await runStep(job, { inputs: { command: "bash daemon.sh", cache: "off" } });
      const daemon = Number(/daemon (\d+)/.exec(run.output)![1]);
      expect(isAlive(daemon)).toBe(true);
      const environment = Object.fromEntries(
        Object.entries(run.state).map(([name, value]) => [`STATE_${name}`, value]),
      );
      const post = await runStep(job, {
        inputs: { annotations: "off" },
        phase: "post",
        environment,
      });
      expect(await survivorsOf([daemon])).toEqual([]);
      expect(post.output).toMatch(/^\d process\(es\) of the suite outlived it/m);
      expect(post.annotations).toEqual([]);
    },
  );

  test("in the first moments, before the action is read, sets its outputs", async ({ expect }) => {
    const job = makeJob({
      "cancel.cjs": `
        // Cancels as soon as the first large bundle is about to be compiled.
        const { Module } = require("node:module");
        const compile = Module.prototype._compile;
        Module.prototype._compile = function (text, ...rest) {
          if (text.length > 1_000_000) {
            Module.prototype._compile = compile;
            process.kill(process.pid, "SIGINT");
          }
          return compile.call(this, text, ...rest);
        };
      `,
    });
    const result = await runStep(job, {
      inputs: { command: "sleep 30", cache: "off" },
      environment: { NODE_OPTIONS: `--require ${join(job.workspace, "cancel.cjs")}` },
    });
    expect(Object.keys(result.outputs)).toEqual(OUTPUT_NAMES);
    expect(result.outputs).toMatchObject({ outcome: "error", "suite-exit-code": "" });
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain("Cancelled (SIGINT) before the suite started");
  });
});
