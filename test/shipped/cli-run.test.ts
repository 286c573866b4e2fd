import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { scopePath } from "../../src/cassette/scope-path.ts";
import { REPORT_SCHEMA } from "../../src/report/report-schema.ts";
import { mayLackPrograms, ROOT } from "../helpers/node-runtimes.ts";
import {
  ANSWER,
  makeFolder,
  recorded,
  runCli,
  RUNTIMES,
  suiteOf,
  upstreamConfiguration,
} from "../helpers/run-cli.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const QUICK = join(ROOT, "examples/quick/cassettes");
describe.each(RUNTIMES)("tapegate replay on $name", ({ node }) => {
  test("runs a suite on its recordings and says what it did not spend", async () => {
    const suite = [node, "--test", "examples/quick/quick.test.mjs"];
    const run = await runCli(["replay", "--cassettes", QUICK, "--", ...suite], { node });
    expect(run.stderr).toBe(
      "tapegate replay: clean\n  replayed 5 · missed 0\n  tokens not spent: 90 in, 22 out\n",
    );
    expect(run.stdout).toContain("pass 4");
    expect(run.status).toBe(0);
  });

  test("answers the same bytes every time, and what was recorded", async () => {
    const folder = await recorded(["one", "two", "one"]);
    const suite = suiteOf(
      `for (const text of ["one", "two", "one"]) { const r = await chat(text); console.log(r.status, await r.text()); }`,
      node,
    );
    const first = await runCli(["replay", "--", ...suite], { node, cwd: folder });
    const second = await runCli(["replay", "--", ...suite], { node, cwd: folder });
    expect(first.status).toBe(0);
    expect(first.stdout).toBe(`200 ${ANSWER}\n`.repeat(3));
    expect(second.stdout).toBe(first.stdout);
  });
});

describe("exit status", () => {
  const hit = `await chat("one");`;
  const miss = `await chat("never recorded").catch(() => {});`;

  status("0 for a passing suite without drift", [], hit, 0);
  status("the suite's own", [], `${hit} process.exit(7);`, 7);
  status("the suite's own, whatever drifted", [], `${miss} process.exit(7);`, 7);
  status(
    "128 + 11 for a suite that died of SIGSEGV",
    [],
    `process.kill(process.pid, "SIGSEGV");`,
    139,
  );
  status("3 for a miss that the suite hides", [], miss, 3);
  status(
    "4 for a refused request that the suite hides",
    [],
    `await fetch(process.env.TAPEGATE_URL + "/opnai/v1/models");`,
    4,
  );
  status("3 for asking more often than recorded", [], `${hit} ${hit}`, 3);
  status("0 for drift with --on-drift warn", ["--on-drift", "warn"], miss, 0);
  status("0 for unused recordings", [], "", 0);
  status(
    "3 for unused recordings with --unused fail",
    ["--unused", "fail"],
    `await chat("two");`,
    3,
  );
  status("2 for an unknown option", ["--on-drft", "warn"], hit, 2);

  function status(
    name: string,
    options: readonly string[],
    script: string,
    expected: number,
  ): void {
    test(name, async () => {
      const folder = await recorded(["one", "two"]);
      const run = await runCli(["replay", ...options, "--", ...suiteOf(script)], { cwd: folder });
      expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: expected });
    });
  }
});

describe("cassettes that no test opened", () => {
  const GONE = "tests/test_gone.py::test_gone";
  const library = async (): Promise<string> => {
    const folder = await recorded(["one"]);
    const text = readFileSync(join(folder, "cassettes/default.cassette.json"), "utf8");
    const path = join(folder, "cassettes", scopePath(GONE));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace('"scope": "default"', `"scope": "${GONE}"`));
    return folder;
  };
  const TOLD = "1 cassette that no test opened";
  const cases: readonly (readonly [
    options: readonly string[],
    script: string,
    status: number,
    told: boolean,
  ])[] = [
    [[], `await chat("one");`, 0, true],
    [["--unused", "fail"], `await chat("one");`, 0, true],
    [["--unused", "ignore"], `await chat("one");`, 0, false],
    [["--whole-suite"], `await chat("one");`, 0, true],
    [["--whole-suite", "--unused", "fail"], `await chat("one");`, 3, true],
    [["--whole-suite", "--unused", "fail"], `await chat("one"); process.exit(7);`, 7, false],
    [["--whole-suite", "--unused", "fail"], "", 0, false],
  ];

  test.each(cases)("%j %s: status %i, told: %s", async (options, script, status, told) => {
    const run = await runCli(["replay", "--report", "json", ...options, "--", ...suiteOf(script)], {
      cwd: await library(),
    });
    expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status });
    expect(run.stderr.includes(TOLD)).toBe(told);
    expect(run.stderr.includes(GONE)).toBe(told && options.includes("--whole-suite"));
  });

  test("a selection opens a part of them, which says nothing; the report names them otherwise", async () => {
    const folder = await library();
    const suite = suiteOf(`await chat("one");`);
    const unopened = async (...more: readonly string[]): Promise<unknown> => {
      await runCli(["replay", "--report", "json", "--", ...suite, ...more], { cwd: folder });
      const text = readFileSync(join(folder, "tapegate-report.json"), "utf8");
      return REPORT_SCHEMA.parse(JSON.parse(text)).unopened;
    };
    expect(await unopened("--", "-k", "one")).toBeUndefined();
    expect(await unopened()).toEqual([GONE]);
  });
});

describe("what a miss looks like", () => {
  test("the SDK gets 406 and our words once; terminal and report name the change", async () => {
    const folder = await recorded(["What is the capital of France?"]);
    const script = `const r = await chat("What is the capital of Spain?"); console.log(r.status, r.headers.get("x-tapegate"), (await r.json()).error.message);`;
    const run = await runCli(["replay", "--report", "json", "--", ...suiteOf(script)], {
      cwd: folder,
    });
    expect(run.stdout).toMatch(/^406 miss replay miss: POST \/v1\/chat\/completions/u);
    expect(run.stderr).toContain("tapegate replay: drift");
    expect(run.stderr).toContain("$.messages[0].content");
    expect(run.stderr).toMatch(/- .*France/u);
    expect(run.stderr).toMatch(/\+ .*Spain/u);
    const report = REPORT_SCHEMA.parse(
      JSON.parse(readFileSync(join(folder, "tapegate-report.json"), "utf8")),
    );
    expect(report.counts).toMatchObject({ hits: 0, misses: 1, requests: 1 });
    expect(report.hits).toBe(0);
    expect(report.causes).toHaveLength(1);
    expect(report.suite).toMatchObject({ exitCode: 0, signal: null, endedBy: "itself" });
  });
});

describe("reports", () => {
  test("go to standard output, to files in new folders, in both formats at once", async () => {
    const folder = await recorded(["one"]);
    const suite = suiteOf(`await chat("one");`);
    const targets = ["--report", "json=-", "--report", "junit=out/deep/report.xml"];
    const run = await runCli(["replay", ...targets, "--", ...suite], { cwd: folder });
    expect(REPORT_SCHEMA.parse(JSON.parse(run.stdout)).hits).toBe(1);
    expect(readFileSync(join(folder, "out/deep/report.xml"), "utf8")).toContain('failures="0"');
    expect(run.stderr).toContain("report: out/deep/report.xml");
    expect(run.status).toBe(0);
  });

  test("are one page of HTML that holds what was said", async () => {
    const folder = await recorded(["one"]);
    const suite = suiteOf(`await chat("one"); await chat("another");`);
    const args = ["replay", "--report", "html", "--", ...suite];
    expect((await runCli(args, { cwd: folder })).status).toBe(3);
    const page = readFileSync(join(folder, "tapegate-report.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/iu);
    expect(page).toContain("Hello.");
    expect(page).toContain("another");
  });

  test("that cannot be written are trouble, and the run is not green", async () => {
    const folder = await recorded(["one"]);
    writeFileSync(join(folder, "file"), "");
    const suite = suiteOf(`await chat("one");`);
    const run = await runCli(["replay", "--report", "json=file/report.json", "--", ...suite], {
      cwd: folder,
    });
    expect(run.stderr).toContain(
      'Cannot write the report to "file/report.json": a part of its path is a file. Name a file that can be written: --report json=FILE',
    );
    expect(run.status).toBe(4);
  });
});

describe("a suite that never comes to the gateway", () => {
  test("is told which SDKs need an option", async () => {
    const run = await runCli(["replay", "--cassettes", QUICK, "--", "true"]);
    expect(run.stderr).toContain("No request reached the gateway");
    expect(run.stderr).toContain("@mistralai/mistralai");
    expect(run.status).toBe(0);
  });
});

describe("the suite's environment", () => {
  test("has no real key in replay, base URLs, and what --env and --unset say", async () => {
    const script = `const e = process.env; console.log(JSON.stringify([e.OPENAI_API_KEY !== "sk-real-key-of-mine", e.ANTHROPIC_BASE_URL.endsWith("/s/my%20scope/anthropic"), e.EXTRA, e.GROQ_BASE_URL ?? null, e.NO_PROXY]));`;
    const options = ["--scope", "my scope", "--env", "EXTRA=a=b", "--unset", "GROQ_BASE_URL"];
    const run = await runCli(
      ["replay", "--cassettes", QUICK, ...options, "--", ...suiteOf(script)],
      {
        environment: {
          OPENAI_API_KEY: "sk-real-key-of-mine",
          NO_PROXY: "corp",
          no_proxy: undefined,
        },
      },
    );
    expect(JSON.parse(run.stdout)).toEqual([
      true,
      true,
      "a=b",
      null,
      "corp,127.0.0.1,localhost,::1",
    ]);
  });

  test("is not read by a shell", async () => {
    const words = ["a b", "$HOME", "`id`", "*", "'", "--help", ";"];
    const script = `console.log(JSON.stringify(process.argv.slice(1)));`;
    const run = await runCli([
      "replay",
      "--cassettes",
      QUICK,
      "--",
      process.execPath,
      "-e",
      script,
      "--",
      ...words,
    ]);
    expect(JSON.parse(run.stdout)).toEqual(words);
  });
});

describe("pytest", () => {
  const python = join(ROOT, ".venv/bin/python");
  const suite = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "examples/pytest"];
  const cassettes = join(ROOT, "examples/pytest/cassettes");

  test("has a scope for each test, and one for everything with --no-plugins", async () => {
    if (!isThere(python, "pytest")) return;
    const args = ["replay", "--cassettes", cassettes, "--report", "json=-"];
    const scoped = await runCli([...args, "--", ...suite]);
    expect(scoped.status).toBe(0);
    const report = REPORT_SCHEMA.parse(
      JSON.parse(scoped.stdout.slice(scoped.stdout.indexOf("{\n"))),
    );
    const asked = report.scopes.filter((scope) => scope.hits > 0);
    expect(asked.map((scope) => scope.scope).toSorted()).toEqual([
      "test_assistant.py::test_answers_without_tool",
      "test_assistant.py::test_looks_the_weather_up",
      "test_assistant.py::test_streams_a_poem",
      "test_assistant.py::test_tells_the_sentiment[bad]",
      "test_assistant.py::test_tells_the_sentiment[good]",
    ]);
    const plain = await runCli([...args, "--no-plugins", "--", ...suite]);
    expect(plain.stderr).toContain("recorded in another scope");
  });
});

describe("with the network cut", () => {
  const isolated = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
  const canIsolate = spawnSync(isolated[0]!, [...isolated.slice(1), "true"]).status === 0;
  // Where namespaces are not permitted, a proxy that is not there cuts off whoever honours proxies.
  const cut = canIsolate ? { prefix: isolated } : { environment: deadProxy() };

  for (const [name, suite] of Object.entries(exampleSuites())) {
    test(`the example ${name} runs green, twice, and changes nothing`, async () => {
      const cassettes = join(makeFolder(), "cassettes");
      cpSync(join(ROOT, "examples", name, "cassettes"), cassettes, { recursive: true });
      for (const round of [1, 2]) {
        const args = ["replay", "--cassettes", cassettes, "--unused", "fail", "--", ...suite];
        // The example's own scripts run it there.
        const cwd = name === "vitest" ? join(ROOT, "examples/vitest") : ROOT;
        const run = await runCli(args, { ...cut, cwd });
        expect({ round, status: run.status, stderr: run.stderr, stdout: run.stdout }).toMatchObject(
          { status: 0 },
        );
        expect(run.stderr).toContain("missed 0");
      }
      expect(filesOf(cassettes)).toEqual(filesOf(join(ROOT, "examples", name, "cassettes")));
    });
  }
});

describe("record and auto", () => {
  test("record what the provider answers, and replay it; auto asks only for what is new", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const suite = (texts: readonly string[]): readonly string[] =>
      suiteOf(
        `for (const text of ${JSON.stringify(texts)}) console.log(await (await chat(text)).text());`,
      );

    const recording = await runCli(["record", "--", ...suite(["one"])], { cwd: folder });
    expect(recording.stderr).toContain("recorded 1");
    const auto = await runCli(["auto", "--", ...suite(["one", "two"])], { cwd: folder });
    expect(auto.stderr).toContain("replayed 1 · missed 0 · recorded 1");
    await upstream.close();
    expect(upstream.requests).toHaveLength(2);
    const replay = await runCli(["replay", "--", ...suite(["one", "two"])], { cwd: folder });
    expect(replay.stdout).toBe(`${ANSWER}\n${ANSWER}\n`);
    expect(replay.status).toBe(0);
  });

  test("record passes the real key on and keeps it out of the cassette", async () => {
    const upstream = await startScriptedUpstream({ body: ANSWER });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const key = "sk-a-real-key-of-somebody";
    const script = `await fetch(process.env.OPENAI_BASE_URL + "/models", { headers: { authorization: "Bearer " + process.env.OPENAI_API_KEY } });
      await chat("my key is " + process.env.OPENAI_API_KEY);`;
    const run = await runCli(["record", "--", ...suiteOf(script)], {
      cwd: folder,
      environment: { OPENAI_API_KEY: key },
    });
    await upstream.close();
    expect(run.status).toBe(0);
    expect(upstream.requests[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(Object.values(filesOf(join(folder, "cassettes"))).join("")).not.toContain(key);
  });

  test("an answer that holds a known secret is refused, unless insisted upon", async () => {
    const key = "sk-a-real-key-of-somebody";
    const upstream = await startScriptedUpstream({ body: JSON.stringify({ echo: key }) });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const suite = suiteOf(`console.log((await chat("one")).status);`);
    const environment = { OPENAI_API_KEY: key };
    const refused = await runCli(["record", "--", ...suite], { cwd: folder, environment });
    expect(refused.stderr).toContain("OPENAI_API_KEY");
    expect(refused.stderr).not.toContain(key);
    expect(refused.status).toBe(4);
    const insisted = await runCli(["record", "--allow-secret-in-outcome", "--", ...suite], {
      cwd: folder,
      environment,
    });
    await upstream.close();
    expect(insisted.status).toBe(0);
  });
});

describe("the progress line", () => {
  test("stays away from pipes, with the colours", async () => {
    const run = await runCli(["replay", "--cassettes", QUICK, "--", "true"], {
      environment: { NO_COLOR: undefined },
    });
    expect(run.stderr).not.toContain("\u001b");
  });

  test("colours come where they are forced, and go with NO_COLOR all the same", async () => {
    const args = ["replay", "--cassettes", QUICK, "--", "true"];
    const forced = await runCli(args, { environment: { NO_COLOR: undefined, FORCE_COLOR: "1" } });
    expect(forced.stderr).toContain("\u001b[");
    const none = await runCli(args, { environment: { NO_COLOR: "1", FORCE_COLOR: "1" } });
    expect(none.stderr).not.toContain("\u001b");
  });
});

function exampleSuites(): Readonly<Record<string, readonly string[]>> {
  const python = join(ROOT, ".venv/bin/python");
  return {
    quick: [process.execPath, "--test", "examples/quick/quick.test.mjs"],
    ...(isThere(python, "the example pytest")
      ? {
          pytest: [
            python,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:randomly",
            "examples/pytest",
          ],
        }
      : {}),
    vitest: [process.execPath, join(ROOT, "node_modules/vitest/vitest.mjs"), "run"],
  };
}

function isThere(path: string, what: string): boolean {
  if (existsSync(path)) return true;
  const message = `Cannot test ${what}: ${path} does not exist. Run: npm run setup`;
  if (!mayLackPrograms) throw new Error(message);
  console.warn(message);
  return false;
}

function deadProxy(): Readonly<Record<string, string>> {
  const proxy = "http://127.0.0.1:9";
  return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, http_proxy: proxy, https_proxy: proxy };
}

/** Every file below a folder: name → text. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
