import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { makeJob, OUTPUT_NAMES, runStep, type Job } from "../helpers/action-run.ts";
import { startApiServer } from "../helpers/api-server.ts";
import { startCacheServer } from "../helpers/cache-server.ts";
import { survivorsOf } from "../helpers/is-alive.ts";
import { NODE_24, ROOT, missing } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

/** A suite that asks once, its provider scripted. */
function recordingJob(upstream: string): Job {
  return makeJob({
    "suite.mjs": `
      const response = await fetch(process.env.OPENAI_BASE_URL + "/models");
      await response.text();
    `,
    "tapegate.json": JSON.stringify({ providers: { openai: { upstream } } }),
  });
}

const without = missing("the action's own Node 24", NODE_24);

// These tests wait for seconds of somebody else's clock; they wait together.
describe.skipIf(without !== undefined).concurrent(`the action waits${without ?? ""}`, () => {
  test("a cache service that fails is a warning; what is committed still serves", async ({
    expect,
  }) => {
    const own = await startCacheServer();
    own.faults.status = 503;
    const result = await runStep(makeJob(), {
      inputs: { command: "true", mode: "replay" },
      cache: own,
      event: "pull_request",
    });
    expect(result.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "Cannot restore cassettes: the cache service answered 503. 0 committed",
      ),
    ]);
    expect(result.outputs).toMatchObject({ outcome: "clean", "cache-hit": "false" });
    await own.close();
  });

  test("a cache service that failed is not asked twice what it failed at", async ({ expect }) => {
    const own = await startCacheServer();
    const upstream = await startScriptedUpstream({ body: "{}" });
    own.faults.status = 503;
    const result = await runStep(recordingJob(upstream.url), {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "k" },
    });
    expect(own.requests.filter((line) => line.endsWith("GetCacheEntryDownloadURL"))).toHaveLength(
      5,
    );
    expect(own.requests.filter((line) => line.endsWith("CreateCacheEntry"))).toHaveLength(5);
    const warnings = result.annotations.map(({ message }) => message);
    expect(warnings.at(-1)).toBe("Cassettes not saved: the cache service answered 503");
    expect(result.output).not.toContain("another job may be");
    await own.close();
    await upstream.close();
  }, 120_000);

  test("a cache service that takes requests and never answers holds the job a minute, no longer", async ({
    expect,
  }) => {
    const own = await startCacheServer();
    own.faults.hangs = /./;
    const result = await runStep(makeJob(), {
      inputs: { command: "echo hi" },
      cache: own,
      event: "pull_request",
    });
    expect(result.durationMs).toBeLessThan(75_000);
    expect(result.output).toMatch(/^hi$/m);
    expect(result.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "Cannot restore cassettes: the cache service did not answer within 60 s",
      ),
    ]);
    expect(result.outputs).toMatchObject({ outcome: "clean", "cache-hit": "false" });
    await own.close();
  }, 120_000);

  test("an upload that never ends holds the job a minute and a half, no longer", async ({
    expect,
  }) => {
    const own = await startCacheServer();
    const upstream = await startScriptedUpstream({ body: "{}" });
    own.faults.hangs = /^\/account\//;
    const result = await runStep(recordingJob(upstream.url), {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "k" },
    });
    expect(result.durationMs).toBeLessThan(110_000);
    expect(result.annotations.map(({ message }) => message)).toEqual([
      "Cassettes not saved: the cache service did not answer within 90 s",
    ]);
    expect(result.outputs).toMatchObject({ outcome: "clean", "cache-saved": "false" });
    await own.close();
    await upstream.close();
  }, 150_000);

  test("an API that never answers neither fails nor stalls the job", async ({ expect }) => {
    const api = await startApiServer();
    api.faults.hangs = true;
    const cassette = "cassettes/examples/quick/quick.test.mjs/answers a question.cassette.json";
    const job = makeJob({
      "suite.mjs": `
        const response = await fetch(process.env.OPENAI_BASE_URL + "/models");
        await response.text();
      `,
      [cassette]: readFileSync(join(ROOT, "examples/quick", cassette), "utf8"),
    });
    const result = await runStep(job, {
      inputs: { command: "node suite.mjs", cache: "off", token: "ghs_test", mode: "replay" },
      event: "pull_request",
      payload: {
        repository: { full_name: "o/r", default_branch: "main" },
        pull_request: {
          number: 7,
          head: { sha: "1".repeat(40), repo: { full_name: "o/r" } },
          base: { sha: "0".repeat(40), repo: { full_name: "o/r" } },
        },
      },
      environment: { GITHUB_API_URL: api.url },
    });
    expect(result.outputs["outcome"]).toBe("drift");
    expect(result.output).toContain("did not answer within 15 s");
    await api.close();
  });

  test.for([0, 100, 200, 300, 400, 550, 700, 900, 1200, 1600])(
    "cancelled after %i ms: nothing of the suite survives, outputs are set",
    async (delayMs, { expect }) => {
      const place = makeJob({
        "slow.mjs": `
        import { spawn } from "node:child_process";
        import { writeFileSync } from "node:fs";
        process.on("SIGINT", () => {}); 
        const child = spawn(process.execPath, ["-e", "process.on('SIGINT',()=>{});process.on('SIGTERM',()=>{});setInterval(()=>{},1000)"]);
        writeFileSync("pids", process.pid + " " + child.pid);
        setInterval(() => {}, 1000);
      `,
      });
      const result = await runStep(place, {
        inputs: { command: "node slow.mjs", cache: "off" },
        onStart: (child) => {
          // Counted from the action's first word: before that nothing of ours has begun.
          child.stdout!.once("data", () => {
            setTimeout(() => child.kill("SIGINT"), delayMs);
            setTimeout(() => child.kill("SIGTERM"), delayMs + 1500);
          });
        },
      });
      const pids = existsSync(join(place.workspace, "pids"))
        ? readFileSync(join(place.workspace, "pids"), "utf8").split(" ").map(Number)
        : [];
      expect(await survivorsOf(pids)).toEqual([]);
      expect(Object.keys(result.outputs)).toEqual(OUTPUT_NAMES);
      expect(result.exitCode).toBe(1);
    },
  );
});
