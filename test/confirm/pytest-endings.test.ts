// Tests that are cut off or tried again, and threads that work for tests, under the pytest plug-in.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../helpers/node-runtimes.ts";
import { makeFolder, startCli, upstreamConfiguration } from "../helpers/run-cli.ts";
import { openPytestSuite, promptOf, type PytestSuite, type SuiteRun } from "./pytest-suite.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("pytest, rerunfailures and aiohttp", PYTHON);
const SUITE = join(ROOT, "test/fixtures/pytest-endings");
const IN_ORDER = ["-p", "no:randomly"];

/** Scope → the prompts that were recorded in it, by lane. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "tests/test_endings.py::test_attempts": [
    "0 attempt 1",
    "0 attempt 2",
    "0 attempt 3",
    "0 every attempt",
  ],
  "tests/test_endings.py::test_before": ["0 before"],
  "tests/test_endings.py::test_cut": ["0 one", "0 two"],
  "tests/test_threads.py::test_aiohttp": ["0 same", "1 same"],
  "tests/test_threads.py::test_first": ["0 pooled by the first", "0 threaded by the first"],
  "tests/test_threads.py::test_first::@late": ["0 left behind by the first"],
  "tests/test_threads.py::test_fourth_over_the_server": ["0 for /fourth"],
  "tests/test_threads.py::test_second": ["0 asked by the second", "0 pooled by the second"],
  "tests/test_threads.py::test_third_over_the_server": ["0 for /third"],
  "tests/test_threads.py::test_to_thread": ["0 in everybody's pool", "0 in the loop's pool"],
};

describe.skipIf(skip !== undefined)("The pytest plug-in", () => {
  let suite: PytestSuite;
  let recorded: SuiteRun;
  beforeAll(async () => {
    suite = await openPytestSuite(PYTHON, SUITE);
    recorded = await suite.run("record", IN_ORDER);
  });
  afterAll(() => suite.close());

  test("gives what threads and pools ask to the test whose work it is, and all attempts' to theirs", () => {
    expect(recorded.status, recorded.output).toBe(0);
    expect(scopes()).toEqual(SCOPES);
  });

  test("replays all of it: every attempt, every thread, aiohttp's tasks by lane", async () => {
    const before = suite.upstream.requests.length;
    const { status, output, report, answers } = await suite.run("replay", IN_ORDER);
    expect(status, output).toBe(0);
    expect(report).toMatchObject({ misses: [], exhausted: [], unused: [] });
    expect(report.findings).toEqual([
      expect.stringMatching(
        /^The suite looked for api\.mistral\.ai itself: .* Mistral\(server_url=\$TAPEGATE_URL\/mistral\)$/u,
      ),
    ]);
    expect(answers["aiohttp"]).toBe(recorded.answers["aiohttp"]);
    expect(suite.upstream.requests.length).toBe(before);
  });

  test("hands aiohttp's own headers on, and none of ours", () => {
    const [request] = suite.upstream.requests.filter(({ headers }) => headers["x-mine"] === "1");
    expect(Object.keys(request?.headers ?? {}).join(" ")).not.toContain("tapegate");
    const site = suite.library().get("tests/test_threads.py::test_aiohttp")?.interactions[0];
    expect(site?.callSite).toMatch(/^tests\/test_threads\.py:\d+$/u);
  });

  test.each([
    ["interrupt", []],
    ["exit", []],
    ["kill", []],
    ["kill", ["-n", "2"]],
  ] as const)(
    "leaves the cassette of a test that was cut off (%s) as it was, %j",
    async (how, args) => {
      const before = suite.library();
      const only = ["-k", "before or cut", ...IN_ORDER, ...args];
      const { report } = await suite.run("record", only, { CUT: how });
      const name = "tests/test_endings.py::test_cut";
      expect(report.scopes).toContainEqual(expect.objectContaining({ scope: name, recorded: 1 }));
      const after = suite.library();
      expect(after.get(name)).toEqual(before.get(name));
      // What came to its end is new.
      const passed = "tests/test_endings.py::test_before";
      expect(after.get(passed)).not.toEqual(before.get(passed));
    },
  );

  test("leaves it as it was where the whole run is ended while the test hangs", async () => {
    const folder = makeFolder({
      "tapegate.json": upstreamConfiguration(suite.upstream.url),
      "pytest.ini": "",
    });
    const command = [PYTHON, "-m", "pytest", "-s", "-k", "cut", join(SUITE, "tests")];
    const start = (environment: Record<string, string>): ReturnType<typeof startCli> =>
      startCli(["record", "--", ...command, "-c", join(folder, "pytest.ini")], {
        cwd: folder,
        environment: { ANSWERS: folder, PYTHONDONTWRITEBYTECODE: "1", ...environment },
      });
    expect((await start({}).ended).status).toBe(0);
    const hanging = start({ CUT: "hang" });
    await hanging.until(/hangs/u);
    hanging.child.kill("SIGTERM");
    const { stdout, stderr } = await hanging.ended;
    expect(stdout + stderr).toMatch(/not kept, since the test failed or was cut off/u);
    const replayed = await startCli(
      ["replay", "--", ...command, "-c", join(folder, "pytest.ini")],
      { cwd: folder, environment: { ANSWERS: folder } },
    ).ended;
    expect(replayed.status, replayed.stdout + replayed.stderr).toBe(0);
  });

  function scopes(): unknown {
    return Object.fromEntries(
      [...suite.library()].map(([scope, { interactions }]) => [
        scope,
        interactions.map(({ lane, request }) => `${lane} ${promptOf(request)}`).sort(),
      ]),
    );
  }
});
