// The plug-in in three generations of pytest, each plain, with xdist, with asyncio and with reruns.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../helpers/node-runtimes.ts";
import { openPytestSuite, type PytestSuite, runPytest, type SuiteRun } from "./pytest-suite.ts";

const SUITE = join(ROOT, "test/fixtures/pytest-plugin");
/** Starts in a tenth of the time that a provider's SDK takes, in every worker. */
const CLIENT = { SUITE_CLIENT: "httpx" };

/** Environments of `npm run setup`; the newest is that of all other tests. */
const VERSIONS: readonly (readonly [version: string, python: string])[] = [
  ["7", ".venv/pytest7/bin/python"],
  ["8", ".venv/pytest8/bin/python"],
  ["9", ".venv/bin/python"],
];

/** Without their plug-ins, tests that need them are left out. */
const VARIANTS: readonly (readonly [what: string, args: readonly string[], passedMin: number])[] = [
  [
    "plain",
    [
      ...["xdist", "asyncio", "rerunfailures"].flatMap((name) => ["-p", `no:${name}`]),
      "-k",
      "not fan_out and not rerun",
    ],
    11,
  ],
  ["xdist -n 4", ["-n", "4"], 13],
  [
    "asyncio",
    ["-p", "no:xdist", "-p", "no:rerunfailures", "--asyncio-mode=auto", "-k", "not rerun"],
    12,
  ],
  ["rerunfailures", ["-p", "no:xdist", "--reruns", "1"], 13],
];

for (const [version, path] of VERSIONS) {
  const python = join(ROOT, path);
  const skip = missing(`pytest ${version}`, python);
  describe.skipIf(skip !== undefined)(`pytest ${version}`, () => {
    let suite: PytestSuite;
    let recorded: SuiteRun;
    beforeAll(async () => {
      suite = await openPytestSuite(python, SUITE);
      recorded = await suite.run("record", inOrder(version), CLIENT);
    });
    afterAll(() => suite.close());

    test("records every test and every wider fixture in a scope of its own", async () => {
      const { output } = await runPytest(python, SUITE, { args: ["--version"], environment: {} });
      expect(output).toContain(`pytest ${version}.`);
      expect(recorded.status, recorded.output).toBe(0);
      expect([...suite.library().keys()]).toEqual(SCOPES);
    });

    test.each(VARIANTS)("replays, %s", async (_what, args, passedMin) => {
      const before = suite.upstream.requests.length;
      const run = await suite.run("replay", [...args, ...inOrder(version)], CLIENT);
      expect(run.status, run.output).toBe(0);
      const passed = Number(/(\d+) passed/.exec(run.output)?.[1]);
      expect(passed).toBeGreaterThanOrEqual(passedMin);
      expect(run.report.exhausted).toEqual([]);
      expect(run.report.misses).toEqual([]);
      expect(suite.upstream.requests.length).toBe(before);
      for (const [name, text] of Object.entries(run.answers)) {
        expect(new Set(lines(text)), name).toEqual(answersOf(name, recorded));
      }
    });
  });
}

const SCOPES: readonly string[] = [
  "@greeting",
  "@greeting[teardown]",
  "tests/test_scopes.py::@topic",
  "tests/test_scopes.py::TestClass::@setup_class",
  "tests/test_scopes.py::TestClass::@subject",
  "tests/test_scopes.py::test_fan_out",
  "tests/test_scopes.py::test_global_client",
  "tests/test_scopes.py::test_parameters[one]",
  "tests/test_scopes.py::test_parameters[two/three]",
  "tests/test_scopes.py::test_parameters[vier f\\xfcnf]",
  "tests/test_scopes.py::test_rerun",
  "tests/test_scopes.py::test_same_prompt_elsewhere",
  "tests/test_scopes.py::test_subprocess",
  "tests/test_scopes.py::test_urllib",
];

/** The older environment has no pytest-randomly. */
function inOrder(version: string): readonly string[] {
  return version === "7" ? [] : ["-p", "no:randomly"];
}

function lines(text: string): readonly string[] {
  return text.trim().split("\n");
}

/** What a test is answered in replay; each attempt of a rerun is answered what the last one was. */
function answersOf(name: string, recorded: SuiteRun): ReadonlySet<string> {
  const all = lines(recorded.answers[name]!);
  return new Set(name === "rerun" ? all.slice(-1) : all);
}
