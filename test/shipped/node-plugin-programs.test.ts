import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../helpers/node-runtimes.ts";
import { ANSWER, makeFolder, runCli, suiteOf } from "../helpers/run-cli.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const NODE = process.execPath;
const DIST = join(ROOT, "dist");

/** What a program prints that asks no provider: what Node was told, and what it has loaded. */
const PROGRAM = `
const loaded = process.moduleLoadList.filter((name) => /NativeModule (?:net|http|internal\\/test_runner)/.test(name));
console.log(process.env.NODE_OPTIONS.replace(/--require=\\S+|"[^"]*"/, "ours"), loaded, typeof require, process.argv.length);
`;

test("a program that asks nothing starts as it would without the plug-in", async () => {
  const folder = makeFolder({ "tool.es5": PROGRAM, "cassettes/README": "" });
  const run = await runCli(["replay", "--", NODE, "tool.es5"], {
    cwd: folder,
    environment: { NODE_OPTIONS: "--max-http-header-size=32000" },
  });
  expect(run.stdout).toBe("ours --max-http-header-size=32000 [] function 2\n");
  expect(run.status).toBe(0);
});

test("runs from a path with spaces, and leaves a scope that a request names itself", async () => {
  const upstream = await startScriptedUpstream({ body: ANSWER });
  const folder = makeFolder({
    "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    "ask.mjs": `
      const ask = (scope, more) => fetch(process.env.TAPEGATE_URL + scope + "/openai/v1/models", more);
      await ask("");
      await ask("/s/by address");
      await ask("", { headers: { "x-tapegate-scope": "by header", "x-tapegate-call-site": "mine:1" } });
    `,
  });
  const shipped = join(folder, "of ours/it's");
  mkdirSync(shipped, { recursive: true });
  for (const name of ["cli.cjs", "node"])
    cpSync(join(DIST, name), join(shipped, name), { recursive: true });
  const run = await runCli(["record", "--report", "json=-", "--", NODE, "ask.mjs"], {
    cwd: folder,
    cli: join(shipped, "cli.cjs"),
  });
  await upstream.close();
  expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: 0 });
  const report = JSON.parse(run.stdout) as {
    readonly scopes: readonly { readonly scope: string }[];
  };
  expect(report.scopes.map(({ scope }) => scope)).toEqual(["by address", "by header", "default"]);
  const asked = upstream.requests.map(({ headers }) => Object.keys(headers).join(" "));
  expect(asked.join(" ")).not.toContain("x-tapegate");
});

test("--no-plugins loads nothing", async () => {
  const folder = makeFolder({ "cassettes/README": "" });
  const suite = suiteOf("console.log(process.env.NODE_OPTIONS, process.env.TAPEGATE_ROOT);");
  const run = await runCli(["replay", "--no-plugins", "--", ...suite], { cwd: folder });
  expect(run.stdout).toBe("undefined undefined\n");
});

test("tapegate/vitest plays in process what the plug-in recorded, and fails a test that hides a miss", async () => {
  const upstream = await startScriptedUpstream({ body: ANSWER });
  const folder = makeFolder({
    "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    "package.json": "{}",
    "both.spec.ts": SESSION_SUITE,
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "node_modules/vitest"), join(folder, "node_modules/vitest"), "junction");
  symlinkSync(ROOT, join(folder, "node_modules/tapegate"), "junction");
  const vitest = [NODE, join(ROOT, "node_modules/vitest/vitest.mjs"), "run"];
  const environment = { VITEST: undefined, NODE_ENV: undefined };
  const recorded = await runCli(["record", "--", ...vitest], { cwd: folder, environment });
  await upstream.close();
  expect(recorded).toMatchObject({ status: 0 });
  // Here the command line only starts vitest: the fixture asks nobody.
  const replayed = await runCli(["replay", "--no-plugins", "--", ...vitest], {
    cwd: folder,
    environment: { ...environment, IN_PROCESS: "1" },
  });
  const output = replayed.stdout + replayed.stderr;
  expect(output).toContain("1 failed | 2 passed");
  expect(output).toContain("DriftError: Cannot accept the run");
  expect(replayed.status).toBe(1);
});

const SESSION_SUITE = `
import { test as base } from "vitest";
import { cassetteFixtures, lane } from "tapegate/vitest";

const inProcess = process.env.IN_PROCESS === "1";
const test = base.extend(cassetteFixtures(inProcess ? { mode: "replay", path: "cassettes", unused: "fail" } : { mode: "off" }));
const root = inProcess ? "https://api.openai.com/v1" : process.env.OPENAI_BASE_URL;

async function ask(fetch: typeof globalThis.fetch, model: string): Promise<string> {
  const response = await fetch(root + "/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model }),
  });
  return response.text();
}

test.concurrent("asks", async ({ session, expect }) => {
  expect(await ask(session.fetch, "m")).toContain("Hello.");
});

test.concurrent("fans out", async ({ session, expect }) => {
  const within = inProcess ? session.lane : lane;
  const twice = within(async (model: string) => [await ask(session.fetch, model), await ask(session.fetch, model)]);
  expect((await Promise.all(["m", "m", "m"].map(twice))).flat()).toHaveLength(6);
});

test("hides a miss", async ({ session }) => {
  await ask(session.fetch, inProcess ? "another" : "m");
});
`;
