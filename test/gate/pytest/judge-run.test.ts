import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import type { RunJudgement } from "../../../src/gate/pytest/judge-run.ts";
import { judgeRun } from "../../../src/gate/pytest/judge-run.ts";
import type { PytestRun } from "../../../src/gate/pytest/pytest-run.ts";
import { splitShlexWords } from "../../../src/gate/pytest/shlex-words.ts";
import type { WordValue } from "../../../src/gate/word-value.ts";
import { knownWord } from "../../../src/gate/word-value.ts";
import type { PytestRunCase } from "../cases/pytest-runs.ts";
import { MARKER_CASES, OPERAND_CASES, OPTION_CASES } from "../cases/pytest-runs.ts";
import { writeScratchRepository } from "../scratch-repository.ts";
import { treeContext } from "../tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-judge-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

function judge(run: Partial<PytestRun>): RunJudgement {
  const whole: PytestRun = {
    args: [],
    bound: new Map(),
    inherited: new Map(),
    cwd: root,
    span: { start: 0, end: 6 },
    hasMisplacedApproval: false,
    isIndirect: false,
    ...run,
  };
  return judgeRun(whole, treeContext(root), DEFAULT_POLICY);
}

function judgeCase({ args, cwd, environment = {} }: PytestRunCase): RunJudgement {
  return judge({
    args: args.map(knownWord),
    cwd: cwd === undefined ? root : join(root, cwd),
    inherited: new Map(
      Object.entries(environment).map(([name, value]) => [name, knownWord(value)]),
    ),
  });
}

const opaque = (...parts: (string | null)[]): WordValue => ({
  kind: "opaque",
  parts,
  isSplit: false,
});
const split = (...parts: (string | null)[]): WordValue => ({
  kind: "opaque",
  parts,
  isSplit: true,
});
const known = (...texts: string[]): WordValue[] => texts.map(knownWord);

describe.each([
  ["markers", MARKER_CASES],
  ["operands", OPERAND_CASES],
  ["options", OPTION_CASES],
])("%s", (_, cases) => {
  test.each(cases.map((run) => [JSON.stringify(run), run] as const))("%s", (_, run) => {
    const judgement = judgeCase(run);
    expect(judgement.kind).toBe(run.isSanctioned ? "sanctioned" : "refused");
    if (judgement.kind !== "refused") return;
    expect(judgement.finding.reason).toMatch(/^[^\n]{20,}\.$/);
    // What a refusal offers instead must itself be sanctioned.
    const words = splitShlexWords(judgement.finding.instead ?? "");
    expect(words?.[0]).toBe("pytest");
    // It is pasted where the command was written, not where the command went.
    const { cwd: _left, ...pasted } = run;
    expect(judgeCase({ ...pasted, args: words!.slice(1) }).kind).toBe("sanctioned");
  });
});

describe("words that are not certain", () => {
  test.each<[string, WordValue[], "sanctioned" | "refused"]>([
    ["in a sanctioned directory", [opaque("tests/unit/", null)], "sanctioned"],
    ["a file in a sanctioned directory", [opaque("tests/unit/test_", null, ".py")], "sanctioned"],
    ["beside the forbidden directories", [opaque("tests/conformance/", null)], "sanctioned"],
    ["a node id's test", [opaque("tests/test_top.py::", null)], "sanctioned"],
    ["a whole operand", [opaque(null)], "refused"],
    ["a directory's last letters", [opaque("tests/unit", null)], "refused"],
    ["below the test root", [opaque("tests/", null)], "refused"],
    ["below a forbidden directory", [opaque("tests/e2e/", null)], "refused"],
    ["going up behind the unknown part", [opaque("tests/unit/", null, "/../../e2e")], "refused"],
    ["a forbidden directory behind the unknown part", [opaque(null, "/tests/e2e")], "refused"],
    ["an option's value", [...known("-n"), split(null), ...known("tests/unit")], "sanctioned"],
    [
      "a value attached to a short option",
      [opaque("-n", null), ...known("tests/unit")],
      "sanctioned",
    ],
    [
      "a value attached to a long option",
      [opaque("--maxfail=", null), ...known("tests/unit")],
      "sanctioned",
    ],
    ["an option's name", [opaque("--", null), ...known("tests/unit")], "refused"],
    ["a short option", [opaque("-", null), ...known("tests/unit")], "refused"],
    ["a marker expression", [...known("-m"), opaque(null)], "refused"],
    ["a marker expression that is attached", [opaque("-m", null)], "refused"],
    ["part of a marker expression", [...known("-m"), opaque("unit and ", null)], "refused"],
    [
      "a marker over sanctioned operands",
      [...known("-m"), opaque(null), ...known("tests/unit")],
      "sanctioned",
    ],
    [
      "a marker that may become several words",
      [...known("-m"), split(null), ...known("tests/unit")],
      "refused",
    ],
    ["an operand under a sanctioned marker", [...known("-m", "unit"), opaque(null)], "sanctioned"],
    ["several words behind a sanctioned marker", [...known("-m", "unit"), split(null)], "refused"],
    [
      "several words before a sanctioned marker",
      [split(null), ...known("-m", "unit")],
      "sanctioned",
    ],
    ["several words and a path", [...known("tests/unit"), split(null)], "refused"],
    ["several words and nothing that runs", [...known("--co"), split(null)], "sanctioned"],
    ["a file of arguments", [opaque("@", null), ...known("tests/unit")], "refused"],
    ["the configuration", [...known("-c"), opaque(null), ...known("tests/unit")], "refused"],
    ["addopts", [...known("-o"), opaque("addopts=", null), ...known("tests/unit")], "refused"],
    [
      "another setting",
      [...known("-o"), opaque("log_cli=", null), ...known("tests/unit")],
      "sanctioned",
    ],
  ])("%s: %j is %s", (_, args, kind) => {
    expect(judge({ args }).kind).toBe(kind);
  });

  test("an unknown PYTEST_ADDOPTS is outdone by a marker of the command alone", () => {
    const inherited = new Map([["PYTEST_ADDOPTS", opaque("-q ", null)]]);
    expect(judge({ args: known("tests/unit"), inherited }).kind).toBe("refused");
    expect(judge({ args: known("-m", "unit"), inherited }).kind).toBe("sanctioned");
  });

  test.each<[string[], "sanctioned" | "refused"]>([
    [["tests/unit"], "sanctioned"],
    [["../../tests/unit/x"], "sanctioned"],
    [["tests/conformance"], "sanctioned"],
    [["tests"], "refused"],
    [["tests/e2e"], "refused"],
    [["unit"], "refused"],
    [["test_a.py"], "refused"],
    [["../test_a.py"], "refused"],
    [["."], "refused"],
    [[], "refused"],
    [["-m", "unit"], "sanctioned"],
  ])("in an unknown working directory %j is %s", (args, kind) => {
    expect(judge({ args: known(...args), cwd: undefined }).kind).toBe(kind);
  });
});

describe("approval", () => {
  test.each<[string, WordValue, RunJudgement["kind"]]>([
    ["the value 1", knownWord("1"), "approved"],
    ["another value", knownWord("true"), "refused"],
    ["01", knownWord("01"), "refused"],
    ["blanks", knownWord(" 1"), "refused"],
    ["nothing", knownWord(""), "refused"],
    ["an unknown value", opaque(null), "refused"],
  ])("%s", (_, value, kind) => {
    const judgement = judge({
      args: known("tests/e2e"),
      bound: new Map([["ALLOW_E2E_TESTS", value]]),
    });
    expect(judgement.kind).toBe(kind);
    if (judgement.kind === "refused")
      expect(judgement.finding.code).toBe("PYTEST_APPROVAL_MISPLACED");
  });

  test("an inherited one approves nothing", () => {
    const inherited = new Map([["ALLOW_E2E_TESTS", knownWord("1")]]);
    expect(judge({ args: known("tests/e2e"), inherited }).kind).toBe("refused");
  });

  test("one at the wrong place is named in the reason", () => {
    const judgement = judge({ args: known("tests/e2e"), hasMisplacedApproval: true });
    expect(judgement).toMatchObject({
      kind: "refused",
      finding: {
        code: "PYTEST_APPROVAL_MISPLACED",
        reason: expect.stringMatching(/ALLOW_E2E_TESTS=1 approves only/),
      },
    });
  });
});

describe("the repository's configuration", () => {
  test.each<[string, string, string[], "sanctioned" | "refused"]>([
    ["pytest.ini", "[pytest]\naddopts = -q\n  tests/e2e\n", ["tests/unit"], "refused"],
    ["pytest.ini", "[pytest]\naddopts = -q\n", ["tests/unit"], "sanctioned"],
    ["pytest.ini", "[pytest]\naddopts = -m 'not e2e and not integration'\n", [], "refused"],
    ["pytest.ini", "[pytest]\naddopts = -m e2e\n", ["-m", "unit"], "sanctioned"],
    ["pytest.ini", "[pytest]\naddopts = --cov\n", ["tests/unit"], "refused"],
    ["pytest.ini", "[pytest]\naddopts = --co\n", ["tests"], "refused"],
    [
      "pytest.ini",
      "[pytest]\naddopts = tests/e2e\n",
      ["-o", "addopts=", "tests/unit"],
      "sanctioned",
    ],
  ])("%s with %j: %j is %s", (name, text, args, kind) => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-config-")));
    writeScratchRepository(directory);
    writeFileSync(join(directory, name), text);
    const run = { args: known(...args), cwd: directory };
    const whole = { bound: new Map(), inherited: new Map(), span: { start: 0, end: 0 } };
    const judgement = judgeRun(
      { ...whole, ...run, hasMisplacedApproval: false, isIndirect: false },
      treeContext(directory),
      DEFAULT_POLICY,
    );
    rmSync(directory, { recursive: true });
    expect(judgement.kind).toBe(kind);
  });
});
