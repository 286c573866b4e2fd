import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cassette } from "../../src/cassette/values.ts";
import { missing, ROOT } from "../helpers/node-runtimes.ts";
import {
  openPytestSuite,
  promptOf,
  type PytestSuite,
  runPytest,
  type SuiteRun,
} from "./pytest-suite.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("pytest", PYTHON);
const SUITE = join(ROOT, "test/fixtures/pytest-plugin");

/** Scope → the prompts that were recorded in it, by lane. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "@greeting": ["0 session setup"],
  "@greeting[teardown]": ["0 session teardown"],
  "tests/test_scopes.py::@topic": ["0 module setup"],
  "tests/test_scopes.py::TestClass::@setup_class": ["0 setup_class"],
  "tests/test_scopes.py::TestClass::@subject": ["0 class setup"],
  "tests/test_scopes.py::test_fan_out": [0, 1, 2, 3].map((lane) => `${lane} same prompt`),
  "tests/test_scopes.py::test_global_client": ["0 same prompt"],
  "tests/test_scopes.py::test_parameters[one]": ["0 same prompt"],
  "tests/test_scopes.py::test_parameters[two/three]": ["0 same prompt"],
  "tests/test_scopes.py::test_parameters[vier f\\xfcnf]": ["0 same prompt"],
  "tests/test_scopes.py::test_rerun": ["0 same prompt"],
  "tests/test_scopes.py::test_same_prompt_elsewhere": ["0 same prompt", "0 same prompt"],
  "tests/test_scopes.py::test_subprocess": ["0 GET /v1/models"],
  "tests/test_scopes.py::test_urllib": ["0 GET /v1/models"],
};

describe.skipIf(skip !== undefined)("The pytest plug-in", () => {
  let suite: PytestSuite;
  let recorded: SuiteRun;

  beforeAll(async () => {
    suite = await openPytestSuite(PYTHON, SUITE);
    recorded = await suite.run("record", ["-p", "no:randomly"], { WITH_FAILURE: "1" });
  });

  afterAll(() => suite.close());

  test("gives every test and every wider fixture a scope of its own, and keeps what passed", () => {
    expect(recorded.output).toContain("1 failed");
    expect(recorded.status).toBe(1);
    expect(
      Object.fromEntries([...library()].map(([scope, { prompts }]) => [scope, prompts])),
    ).toEqual(SCOPES);
  });

  test("keeps of a rerun what its last attempt was answered", () => {
    const rerun = library().get("tests/test_scopes.py::test_rerun")!;
    const last = recorded.answers["rerun"]!.trim().split("\n").at(-1)!;
    expect(recorded.answers["rerun"]!.trim().split("\n").length).toBe(3);
    expect(JSON.stringify(rerun.cassette)).toContain(last);
  });

  test("names the file and line that asked", () => {
    const { cassette } = library().get("tests/test_scopes.py::test_urllib")!;
    const lines = readFileSync(join(SUITE, "tests/test_scopes.py"), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes("urlopen(request)")) + 1;
    expect(cassette.interactions[0]!.callSite).toBe(`tests/test_scopes.py:${line}`);
  });

  test("does so where the suite lies below the interpreter, as /usr/src/app below /usr", async () => {
    const prefix = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-prefix-")));
    mkdirSync(join(prefix, "bin"));
    symlinkSync(realpathSync(PYTHON), join(prefix, "bin/python"));
    cpSync(join(ROOT, ".venv/pyvenv.cfg"), join(prefix, "pyvenv.cfg"));
    cpSync(SUITE, join(prefix, "app"), { recursive: true });
    const libraries = join(ROOT, ".venv/lib");
    const [version = ""] = readdirSync(libraries).filter((name) => name.startsWith("python3"));
    const path = [
      join(ROOT, "src/suite/plugins/pytest"),
      join(libraries, version, "site-packages"),
    ];
    const below = await openPytestSuite(join(prefix, "bin/python"), join(prefix, "app"));
    const { output } = await below.run("record", ["-k", "test_urllib"], {
      PYTHONPATH: path.join(delimiter),
    });
    const cassette = below.library().get("tests/test_scopes.py::test_urllib");
    expect(cassette?.interactions[0]?.callSite, output).toMatch(/^tests\/test_scopes\.py:\d+$/u);
    await below.close();
    rmSync(prefix, { recursive: true });
  });

  test("names the frames that led to a call, and the line of the test", async () => {
    // What a failing test asked was not kept.
    const { report } = await suite.run("replay", ["-k", "test_fails"], { WITH_FAILURE: "1" });
    const lines = readFileSync(join(SUITE, "tests/test_scopes.py"), "utf8").split("\n");
    const asks = lines.findIndex((text) => text.includes("asked by a failing test")) + 1;
    // pytest says where a test begins: with its decorators.
    const begins = lines.findIndex((text) => text.includes("WITH_FAILURE")) + 1;
    expect(report.misses).toMatchObject([
      {
        callSite: expect.stringMatching(/^tests\/conftest\.py:\d+$/u),
        callers: [`tests/test_scopes.py:${asks}`],
        testSite: `tests/test_scopes.py:${begins}`,
      },
    ]);
  });

  test.each([
    ["as it was recorded", ["-p", "no:randomly"]],
    ["in random order", ["-p", "randomly", "-p", "no:xdist"]],
    ["by three workers, each with its own shared fixtures", ["-n", "3", "--dist", "load"]],
    ["by two workers of whole files", ["-n", "2", "--dist", "loadfile"]],
    ["one test alone", ["-k", "test_fan_out"]],
  ])("replays %s", async (_what, args) => {
    const before = suite.upstream.requests.length;
    const { status, output, answers, report } = await suite.run("replay", args);
    expect(status, output).toBe(0);
    expect(report.misses).toEqual([]);
    expect(report.exhausted).toEqual([]);
    expect(suite.upstream.requests.length).toBe(before);
    for (const [name, text] of Object.entries(answers)) {
      if (name === "rerun") {
        // Each attempt begins the scope anew.
        const last = recorded.answers[name]!.trim().split("\n").at(-1)!;
        expect(text.trim().split("\n")).toEqual([last, last, last]);
      } else {
        expect(sorted(text), name).toEqual(sorted(recorded.answers[name]!));
      }
    }
  });

  test("records one worker's shared fixtures, whatever their number", async () => {
    const { status, output } = await suite.run("record", ["-n", "3", "--dist", "load"]);
    expect(status, output).toBe(0);
    expect(
      Object.fromEntries([...library()].map(([scope, { prompts }]) => [scope, prompts])),
    ).toEqual(SCOPES);
  });

  test("does nothing without a gateway", async () => {
    const { status, output } = await runPytest(PYTHON, SUITE, {
      args: ["-k", "own_base_url and not after"],
      environment: {},
    });
    expect(status, output).toBe(0);
  });

  function library(): ReadonlyMap<
    string,
    { readonly cassette: Cassette; readonly prompts: readonly string[] }
  > {
    return new Map(
      [...suite.library()].map(([scope, cassette]) => [
        scope,
        {
          cassette,
          prompts: cassette.interactions.map(
            ({ lane, request, endpoint }) => `${lane} ${promptOf(request) ?? endpoint}`,
          ),
        },
      ]),
    );
  }
});

function sorted(text: string): readonly string[] {
  return text.trim().split("\n").sort();
}
