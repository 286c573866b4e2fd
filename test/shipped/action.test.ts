import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { quote } from "shell-quote";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORT_SCHEMA } from "../../src/report/report-schema.ts";
import {
  makeJob,
  OUTPUT_NAMES,
  runStep,
  type Job,
  type StepResult,
} from "../helpers/action-run.ts";
import { isAlive } from "../helpers/is-alive.ts";
import { startCacheServer, type CacheServer } from "../helpers/cache-server.ts";
import { NODE_24, ROOT, missing } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream, type ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const without = missing("the action's own Node 24", NODE_24);

/** A suite without packages: asks once and prints the answer. */
const SUITE = `
const prompt = process.argv[2] ?? "hello";
const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
  method: "POST",
  headers: { "content-type": "application/json", authorization: "Bearer " + process.env.OPENAI_API_KEY },
  body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: prompt }] }),
});
console.log("answer", response.status, await response.text());
`;

describe.skipIf(without !== undefined)(`the action as shipped${without ?? ""}`, () => {
  let cache: CacheServer;
  let upstream: ScriptedUpstream;

  beforeAll(async () => {
    cache = await startCacheServer();
    upstream = await startScriptedUpstream({ body: '{"choices":[{"message":{"content":"hi"}}]}' });
  });

  afterAll(async () => {
    await cache.close();
    await upstream.close();
  });

  function job(): Job {
    return makeJob({
      "suite.mjs": SUITE,
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    });
  }

  /** Records once on the default branch; later steps restore what it saved. */
  async function record(command = "node suite.mjs"): Promise<StepResult> {
    return runStep(job(), {
      inputs: { command },
      cache,
      environment: { OPENAI_API_KEY: "sk-real-key-for-this-test-0123456789" },
    });
  }

  test("records on the default branch, saves, restores and replays without a live call", async () => {
    const recorded = await record();
    expect(recorded.output).toContain("Mode: record");
    expect(recorded.outputs).toMatchObject({
      outcome: "clean",
      "cache-saved": "true",
      "suite-exit-code": "0",
    });
    expect(recorded.exitCode).toBe(0);
    const live = upstream.requests.length;

    const place = job();
    const replayed = await runStep(place, {
      inputs: { command: "node suite.mjs" },
      cache,
      event: "pull_request",
    });
    expect(replayed.output).toContain('answer 200 {"choices":[{"message":{"content":"hi"}}]}');
    expect(replayed.outputs).toMatchObject({
      outcome: "clean",
      hits: "1",
      misses: "0",
      "cache-hit": "true",
      "cache-saved": "false",
    });
    expect(replayed.outputs["cache-matched-key"]).toMatch(/^tapegate-v1-[0-9a-f]{64}$/);
    expect(replayed.exitCode).toBe(0);
    expect(upstream.requests.length).toBe(live);
    expect(replayed.effects).toEqual([]);
    // The key of the recording run is nowhere in what was saved.
    expect(cache.entries.some(({ bytes }) => bytes.includes("sk-real-key"))).toBe(false);
    for (const file of readdirSync(join(place.workspace, "cassettes"))) {
      expect(readFileSync(join(place.workspace, "cassettes", file), "utf8")).not.toContain(
        "sk-real-key",
      );
    }
  });

  test("every output is set on every path", async () => {
    const bad = await runStep(job(), { inputs: { command: "it's", mode: "reply" }, cache });
    expect(Object.keys(bad.outputs)).toEqual(OUTPUT_NAMES);
    expect(bad.outputs["outcome"]).toBe("error");
    expect(bad.exitCode).toBe(1);
    const good = await runStep(job(), { inputs: { command: "true", cache: "off" } });
    expect(Object.keys(good.outputs)).toEqual(OUTPUT_NAMES);
  });

  test("drift fails a green suite, says what changed and where nothing is to be seen", async () => {
    await record();
    const drift = await runStep(job(), {
      inputs: { command: "node suite.mjs goodbye" },
      cache,
      event: "pull_request",
    });
    expect(drift.outputs).toMatchObject({ outcome: "drift", misses: "1", "suite-exit-code": "0" });
    expect(drift.exitCode).toBe(1);
    const [annotation] = drift.annotations.filter(({ level }) => level === "warning");
    expect(annotation?.properties["title"]).toContain("Cassette drift:");
    expect(annotation?.message).toContain("hello");
    expect(annotation?.message).toContain("goodbye");
    expect(annotation?.message).toContain(
      "npx tapegate auto --cassettes cassettes -- node suite.mjs goodbye",
    );
    expect(drift.summary).toMatch(/^## 🔶/);
    // What is written is what the published schema describes: nothing is missing, nothing is more.
    const report = JSON.parse(readFileSync(drift.outputs["report-path"]!, "utf8")) as object;
    expect(REPORT_SCHEMA.parse(report)).toEqual(report);
    const published = JSON.parse(readFileSync(join(ROOT, "docs/report.schema.json"), "utf8")) as {
      readonly properties: object;
    };
    expect(Object.keys(report).toSorted()).toEqual(Object.keys(published.properties).toSorted());
  });

  test.each([
    ["warn", 0, "clean"],
    ["ignore", 0, "clean"],
  ])("on-drift: %s leaves a green suite green", async (onDrift, exitCode, outcome) => {
    await record();
    const drift = await runStep(job(), {
      inputs: { command: "node suite.mjs other", "on-drift": onDrift },
      cache,
      event: "pull_request",
    });
    expect(drift.exitCode).toBe(exitCode);
    expect(drift.outputs).toMatchObject({ outcome, misses: "1" });
  });

  test("a red suite stays red in its own name, drift or not", async () => {
    const red = await runStep(job(), {
      inputs: { command: `node -e "process.exit(7)"`, cache: "off" },
    });
    expect(red.outputs).toMatchObject({ outcome: "suite-failed", "suite-exit-code": "7" });
    expect(red.exitCode).toBe(1);
    expect(red.output).toContain("The suite failed with exit status 7");
  });

  test("no cassettes at all is one message with both ways out, not a thousand misses", async () => {
    const empty = await runStep(job(), {
      inputs: { command: "node suite.mjs", cache: "off" },
      event: "pull_request",
    });
    const warnings = empty.annotations.filter(({ level }) => level === "warning");
    expect(warnings.map(({ properties }) => properties["title"])).toEqual(["No cassettes yet"]);
    expect(empty.summary).toContain("npx tapegate record");
    expect(empty.outputs["outcome"]).toBe("drift");
  });

  test("committed cassettes win over restored ones", async () => {
    await record();
    const first = job();
    await runStep(first, { inputs: { command: "node suite.mjs" }, cache, event: "pull_request" });
    const path = join(first.workspace, "cassettes/default.cassette.json");
    const document = readFileSync(path, "utf8");
    const second = job();
    mkdirSync(join(second.workspace, "cassettes"));
    writeFileSync(join(second.workspace, "cassettes/default.cassette.json"), document);
    const replayed = await runStep(second, {
      inputs: { command: "node suite.mjs" },
      cache,
      event: "pull_request",
    });
    expect(replayed.output).toMatch(/0 cassette\(s\) restored .* 1 committed/);
    expect(replayed.outputs["hits"]).toBe("1");
  });

  test("a run that recorded a provider's failure is not saved", async () => {
    const own = await startCacheServer();
    upstream.push({ status: 500, body: '{"error":{"message":"down"}}' });
    const failed = await runStep(job(), {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "sk-x" },
    });
    expect(failed.outputs).toMatchObject({ outcome: "clean", "cache-saved": "false" });
    expect(failed.output).toContain("the provider failed in ways it had not before");
    expect(own.entries).toEqual([]);
    await own.close();
  });

  test.each([
    [
      "a read-only token",
      { denyWrite: "cache write denied: read-only" },
      "Cassettes not saved: the cache service refused it: cache write denied: read-only",
    ],
    [
      "a denied read",
      { denyRead: "cache read denied: policy" },
      "Cannot restore cassettes: the cache service refused it: cache read denied: policy",
    ],
    [
      "a service that limits",
      { status: 429 },
      "Cannot restore cassettes: the cache service asks to wait (429)",
    ],
    [
      "a service that limits, asked to save",
      { status: 429 },
      "Cassettes not saved: the cache service asks to wait (429)",
    ],
  ])("%s is a warning that names the cause; the suite still runs", async (_, faults, said) => {
    const own = await startCacheServer();
    Object.assign(own.faults, faults);
    const result = await runStep(job(), {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "sk-x" },
    });
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings.some(({ message }) => message.startsWith(said))).toBe(true);
    // Each trouble is one annotation, and none of them guesses.
    expect(new Set(warnings.map(({ properties }) => properties["title"])).size).toBe(
      warnings.length,
    );
    expect(result.output).not.toContain("another job");
    expect(result.outputs).toMatchObject({
      outcome: "clean",
      "cache-saved": String(!("denyWrite" in faults || "status" in faults)),
    });
    await own.close();
  });

  test("on GitHub Enterprise Server cassettes travel over the older cache service", async () => {
    const own = await startCacheServer();
    const environment = {
      GITHUB_SERVER_URL: "https://ghes.example",
      ACTIONS_CACHE_URL: `${own.url}/`,
      ACTIONS_RUNTIME_TOKEN: "token",
    };
    const recorded = await runStep(job(), {
      inputs: { command: "node suite.mjs" },
      environment: { ...environment, OPENAI_API_KEY: "sk-x" },
    });
    expect(recorded.outputs).toMatchObject({ outcome: "clean", "cache-saved": "true" });
    const replayed = await runStep(job(), {
      inputs: { command: "node suite.mjs" },
      event: "pull_request",
      environment,
    });
    expect(replayed.outputs).toMatchObject({ outcome: "clean", hits: "1", "cache-hit": "true" });
    expect(own.requests.every((line) => /artifactcache|download/.test(line))).toBe(true);
    await own.close();
  });

  test("Enterprise Server without a cache service is named, and the suite runs", async () => {
    const result = await runStep(job(), {
      inputs: { command: "true" },
      environment: { GITHUB_SERVER_URL: "https://ghes.example", ACTIONS_CACHE_SERVICE_V2: "true" },
    });
    expect(result.output).toContain("GitHub Enterprise Server without one");
    expect(result.outputs["outcome"]).toBe("clean");
  });

  test("an entry that another run saved first is no reason to warn", async () => {
    const own = await startCacheServer();
    const [one, other] = [job(), job()];
    const first = await runStep(one, {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "sk-x" },
    });
    expect(first.outputs["cache-saved"]).toBe("true");
    cpSync(join(one.workspace, "cassettes"), join(other.workspace, "cassettes"), {
      recursive: true,
    });
    // The cache as a run sees it that looked before the other one saved.
    own.faults.hidesOnce = true;
    const second = await runStep(other, {
      inputs: { command: "node suite.mjs", mode: "auto" },
      cache: own,
    });
    expect(second.outputs).toMatchObject({ outcome: "clean", "cache-saved": "false" });
    expect(second.output).toContain("exactly these cassettes is there already");
    expect(second.annotations.filter(({ level }) => level === "warning")).toEqual([]);
    await own.close();
  });

  test("without a cache service the suite still runs and the cause is named", async () => {
    const result = await runStep(job(), { inputs: { command: "true" } });
    expect(result.output).toContain("this runner offers no cache service");
    expect(result.outputs["outcome"]).toBe("clean");
  });

  test("the suite sees no runner token, no input, no state, and a dummy for its provider key", async () => {
    const place = makeJob({
      "env.mjs": `import { writeFileSync } from "node:fs"; writeFileSync("env.json", JSON.stringify(process.env));`,
    });
    await runStep(place, {
      inputs: {
        command: "node env.mjs",
        token: "ghs_token",
        mode: "replay",
        "pass-env": "NPM_TOKEN ACTIONS_RUNTIME_TOKEN",
      },
      cache,
      environment: {
        OPENAI_API_KEY: "sk-real",
        NPM_TOKEN: "kept",
        DB_PASSWORD: "gone",
        GITHUB_TOKEN: "gone",
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "gone",
        STATE_x: "gone",
      },
    });
    const seen = JSON.parse(readFileSync(join(place.workspace, "env.json"), "utf8")) as Record<
      string,
      string
    >;
    expect(
      Object.keys(seen).filter((name) =>
        /^(ACTIONS_|INPUT_|STATE_|GITHUB_(OUTPUT|STATE|ENV|PATH|TOKEN))/.test(name),
      ),
    ).toEqual([]);
    expect(seen).not.toHaveProperty("DB_PASSWORD");
    expect(seen).toMatchObject({
      NPM_TOKEN: "kept",
      CI: "true",
      GITHUB_ACTIONS: "true",
      RUNNER_TRACKING_ID: "github_test",
    });
    expect(seen["OPENAI_API_KEY"]).toBeTruthy();
    expect(seen["OPENAI_API_KEY"]).not.toBe("sk-real");
    expect(seen["GITHUB_STEP_SUMMARY"]).toContain("tapegate-suite-summary");
  });

  test("what a suite prints commands nothing but annotations, groups and masks", async () => {
    const place = makeJob({
      "print.mjs": `
        console.log("::set-output name=outcome::clean");
        console.error("assert '##[set-output name=hits]999'");
        console.log("::save-state name=run-id::00000000-0000-0000-0000-000000000000");
        console.log("::error file=a.py,line=3::own failure");
        console.log("::add-mask::hunter2");
        console.log("the password is hunter2");
        process.stdout.write("bar\\r::stop-commands::x\\n");
        process.stdout.write(Buffer.from([0xff, 0xfe, 10]));
        console.log("x".repeat(2 * 1024 * 1024) + "##[set-env name=PATH]evil");
        import { appendFileSync } from "node:fs";
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, "suite summary\\n");
      `,
    });
    const result = await runStep(place, { inputs: { command: "node print.mjs", cache: "off" } });
    expect(result.effects).toEqual([]);
    expect(result.annotations.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(result.masks).toEqual(["hunter2"]);
    expect(result.log).toContain("the password is ***");
    expect(result.log).not.toContain("hunter2");
    expect(result.summary).toContain("suite summary");
    expect(result.outputs["outcome"]).toBe("clean");
  });

  test("a shell command runs as a script; without a shell its operators are refused", async () => {
    const refused = await runStep(job(), { inputs: { command: "true && true", cache: "off" } });
    expect(refused.output).toContain('Set "shell: bash"');
    const ran = await runStep(job(), {
      inputs: { command: "false || echo one && echo $((1+1))", shell: "bash", cache: "off" },
    });
    expect(ran.output).toMatch(/one\n2\n/);
    // The report names what a person can run; the script is a file of this step.
    const { suite } = JSON.parse(readFileSync(ran.outputs["report-path"]!, "utf8")) as {
      readonly suite: { readonly command: readonly string[] };
    };
    expect(suite.command).toEqual([
      "bash",
      "-eo",
      "pipefail",
      "-c",
      "false || echo one && echo $((1+1))",
    ]);
  });

  test("a last job unites the reports of a matrix, and names what cannot be read", async () => {
    await record();
    const reports: Record<string, string> = { "artifacts/other/x.json": '{"some":"thing"}' };
    for (const [name, command] of [
      ["one", "node suite.mjs"],
      ["two", "node suite.mjs changed"],
    ] as const) {
      const shard = await runStep(job(), { inputs: { command }, cache, event: "pull_request" });
      reports[`artifacts/${name}/report.json`] = readFileSync(
        shard.outputs["report-path"]!,
        "utf8",
      );
    }
    const merged = await runStep(makeJob(reports), {
      inputs: { mode: "merge", "working-directory": "artifacts", summary: "always" },
      event: "pull_request",
    });
    expect(merged.outputs).toMatchObject({ outcome: "drift", hits: "1", misses: "1", unused: "0" });
    expect(merged.output).toContain("2 report(s) united");
    // What drifted is recorded again by the command of the shard that asked it.
    expect(merged.output).toContain(
      "Record again: npx tapegate auto --cassettes cassettes -- node suite.mjs changed",
    );
    expect(merged.summary).toContain("-- node suite.mjs changed");
    expect(merged.output).not.toContain("Passed over");
    // A shard whose report is not readable must not vanish from the verdict.
    const cut = reports["artifacts/two/report.json"]!.slice(0, -9);
    const partly = await runStep(makeJob({ ...reports, "artifacts/two/report.json": cut }), {
      inputs: { mode: "merge", "working-directory": "artifacts" },
    });
    expect(partly.outputs).toMatchObject({ outcome: "error", hits: "1", misses: "0" });
    expect(partly.output).toMatch(/Passed over .*two\/report\.json: it is no JSON/);
    expect(partly.summary).toContain("1 report of the matrix could not be read");
    const broken = await runStep(makeJob({ "one/report.json": cut }), {
      inputs: { mode: "merge" },
    });
    expect(broken.output).toContain("Cannot merge reports: 1 report of the matrix could not be");
    const none = await runStep(makeJob(), { inputs: { mode: "merge" } });
    expect(none.output).toContain("Cannot merge reports: there is none below");
    expect(none.outputs["outcome"]).toBe("error");
  });

  test("a shard that a signal ended makes the merged run red, counted as shells do", async () => {
    const shard = await runStep(job(), { inputs: { command: "true", cache: "off" } });
    const whole = readFileSync(shard.outputs["report-path"]!, "utf8");
    const report = JSON.parse(whole) as { suite: object };
    const killed = { ...report, suite: { ...report.suite, exitCode: null, signal: "SIGKILL" } };
    const merged = await runStep(
      makeJob({ "a/report.json": whole, "b/report.json": JSON.stringify(killed) }),
      { inputs: { mode: "merge" } },
    );
    expect(merged.outputs).toMatchObject({ outcome: "suite-failed", "suite-exit-code": "137" });
    expect(merged.output).toContain("The suite failed with exit status 137");
    expect(merged.exitCode).toBe(1);
  });

  test("cache: off is what the user wanted: nothing is restored or saved, and nothing warned of", async () => {
    const own = await startCacheServer();
    const result = await runStep(job(), {
      inputs: { command: "node suite.mjs", cache: "off" },
      cache: own,
      environment: { OPENAI_API_KEY: "sk-x" },
    });
    expect(result.outputs).toMatchObject({ outcome: "clean", "cache-saved": "false" });
    expect(result.output).toContain('Cache not read: the input "cache" is "off"');
    expect(result.output).toContain('Cassettes not saved: the input "cache" is "off"');
    expect(result.annotations).toEqual([]);
    expect(own.requests).toEqual([]);
    await own.close();
  });

  test("a library that holds a link is not saved: restoring would refuse the entry", async () => {
    const own = await startCacheServer();
    const place = job();
    mkdirSync(join(place.workspace, "cassettes"));
    symlinkSync("../suite.mjs", join(place.workspace, "cassettes/other.cassette.json"));
    const result = await runStep(place, {
      inputs: { command: "node suite.mjs" },
      cache: own,
      environment: { OPENAI_API_KEY: "sk-x" },
    });
    expect(result.outputs).toMatchObject({ "cache-saved": "false" });
    const [warning] = result.annotations.filter(({ level }) => level === "warning");
    expect(warning!.message).toContain('"cassettes/other.cassette.json" is a symbolic link');
    expect(own.entries).toEqual([]);
    await own.close();
  });

  test.for([
    ["pytest", ["-m", "pytest", "-q", "-p", "no:cacheprovider"], PYTHON],
    ["vitest", [join(ROOT, "node_modules/vitest/vitest.mjs"), "run"], process.execPath],
    // Recorded from the repository's root: its scopes are named from there.
    ["quick", ["--test", "examples/quick/quick.test.mjs"], process.execPath],
  ] as const)(
    "a real %s suite replays its committed cassettes and leaves a report in every form",
    async ([name, args, program], { skip }) => {
      const withoutProgram = missing(name, program);
      if (withoutProgram !== undefined) skip(withoutProgram);
      const place = makeJob();
      const folder = name === "quick" ? "examples/quick" : ".";
      cpSync(join(ROOT, "examples", name), join(place.workspace, folder), {
        recursive: true,
        filter: (path) => !path.includes("node_modules"),
      });
      symlinkSync(join(ROOT, "node_modules"), join(place.workspace, "node_modules"));
      const result = await runStep(place, {
        inputs: {
          command: quote([program, ...args]),
          cassettes: `${folder}/cassettes`,
          cache: "off",
          mode: "replay",
        },
        event: "pull_request",
      });
      expect(result.outputs).toMatchObject({
        outcome: "clean",
        misses: "0",
        "suite-exit-code": "0",
      });
      expect(Number(result.outputs["hits"])).toBeGreaterThan(0);
      const reports = dirname(result.outputs["report-path"]!);
      expect(readFileSync(join(reports, "report.xml"), "utf8")).toMatch(/^<\?xml/);
      expect(readFileSync(join(reports, "report.html"), "utf8")).toMatch(/^<!doctype html>/);
    },
  );

  test("post ends what outlived the run and nothing else", async () => {
    const place = makeJob();
    const id = "12345678-1234-1234-1234-123456789abc";
    const { spawn } = await import("node:child_process");
    const sleeper = spawn("sleep", ["60"], { env: { ...process.env, TAPEGATE_RUN_ID: id } });
    const other = spawn("sleep", ["60"]);
    const gone = new Promise((settle) => sleeper.once("exit", (_, signal) => settle(signal)));
    const result = await runStep(place, {
      inputs: {},
      phase: "post",
      environment: { "STATE_run-id": id },
    });
    expect(await gone).toBe("SIGKILL");
    expect(isAlive(other.pid!)).toBe(true);
    other.kill();
    expect(result.exitCode).toBe(0);
    rmSync(place.workspace, { recursive: true });
  });
});
