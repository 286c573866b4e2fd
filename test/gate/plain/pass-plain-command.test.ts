import * as fc from "fast-check";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GateContext } from "../../../src/gate/context.ts";
import { decide } from "../../../src/gate/decide.ts";
import { passPlainCommand } from "../../../src/gate/plain/pass-plain-command.ts";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { readCommands } from "../cases/command-list.ts";
import { MARKER_CASES, OPERAND_CASES, OPTION_CASES } from "../cases/pytest-runs.ts";
import { writeScratchRepository } from "../scratch-repository.ts";
import { treeContext } from "../tree-reader.ts";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-plain-")));
  writeScratchRepository(root);
});
afterAll(() => rmSync(root, { recursive: true }));

const passes = (command: string, context: GateContext = treeContext(root)): boolean =>
  passPlainCommand(command, context, DEFAULT_POLICY);

describe("passes without the judge", () => {
  test.each([
    "pytest tests/unit",
    "pytest tests/unit -q -k 'login and not slow' 2>&1 | tail -n 40",
    'python -m pytest -m "unit and not slow"',
    "cd tests/unit && timeout 600 uv run pytest -x",
    "cd service && pytest tests/unit && echo done",
    "cd tests && cd unit && pytest | head -3; ls",
    "git status && poetry run pytest tests/unit/test_unit.py::test_unit >/dev/null",
    "pytest --co; pytest tests/conformance\npytest -m unit\n",
    "ls || python3 -m pytest tests/unit 2> /dev/null",
    "grep -rn 'TODO' docs && pytest tests/unit",
  ])("%s", (command) => {
    expect(passes(command)).toBe(true);
    expect(decide(command, treeContext(root), DEFAULT_POLICY).kind).toBe("pass");
  });
});

describe("leaves to the judge", () => {
  test.each([
    // What is refused: only the judge says why.
    "pytest",
    "pytest tests/e2e",
    "pytest -m 'not slow'",
    "cd tests && pytest e2e",
    "pytest tests/unit; pytest tests/integration",
    // What only a shell understands.
    "pytest $T",
    "pytest tests/un*",
    "pytest ~/tests/unit",
    "pytest {tests/unit,tests/e2e}",
    'pytest "$T"',
    'pytest "tests/`x`"',
    String.raw`pytest tests\/unit`,
    "pytest tests/unit &",
    "(pytest tests/unit)",
    "pytest tests/unit # all",
    "pytest tests/unit > out.log",
    "pytest tests/unit2>/dev/null",
    "2>&1",
    "pytest tests/unit <<< x",
    "A=1 pytest tests/unit",
    "ALLOW_E2E_TESTS=1 pytest tests/e2e",
    "! pytest tests/unit",
    "time pytest tests/unit",
    "pytest 'tests/unit\n'",
    "pytest tests/unit\r\n",
    "pytest 'tests/\ue000'",
    // Text that no shell takes.
    "pytest tests/unit &&",
    "&& pytest tests/unit",
    "pytest tests/unit;; ls",
    "pytest 'tests/unit",
    // Where it runs is open.
    "cd; pytest tests/unit",
    "cd - && pytest",
    "cd tests/unit || pytest tests/unit",
    "ls || cd tests/unit && pytest",
    "cd tests/unit; pytest",
    "cd tests/unit && ls; pytest",
    "cd tests/unit | pytest",
    "ls | cd tests/unit && pytest",
    "cd tests/unit x && pytest",
    // Programs that may start others.
    "make unit",
    "npm run test:unit",
    "bash run_unit.sh",
    "xargs pytest tests/unit",
    "git -c alias.x=!pytest x",
    "rg --pre pytest x",
    "jobs -x pytest tests/e2e",
    "jobs -x sh run_args.sh",
    "tar -F ./run_args.sh -xf x.tar",
    "tar cIf ./run_args.sh x.tar y",
    "zip -T -TT ./run_args.sh x.zip y",
    "test -v 'x[$(sh run_args.sh)]'",
    "printf -v 'x[$(sh run_args.sh)]' y; pytest tests/unit",
    "gcloud compute ssh vm -- pytest tests/e2e",
    "grep -rn 'pytest tests/e2e' docs",
    "pytest tests/unit; unknown-program",
  ])("%s", (command) => {
    expect(passes(command)).toBe(false);
  });

  test.each([
    ["BASH_ENV", "run_e2e.sh"],
    ["BASH_FUNC_pytest%%", "() { command pytest tests/e2e; }"],
    ["CDPATH", "tests"],
    ["PYTEST_ADDOPTS", "tests/e2e"],
  ])("where %s is set", (name, value) => {
    const context = treeContext(root);
    const environment = new Map([...context.environment, [name, value]]);
    expect(passes("cd unit && pytest tests/unit", { ...context, environment })).toBe(false);
  });

  test("a long text", () => {
    expect(passes(`pytest tests/unit ${"-q ".repeat(4_000)}`)).toBe(false);
  });
});

describe("never passes what the judge would not", () => {
  const agrees = (command: string): boolean =>
    !passes(command) || decide(command, treeContext(root), DEFAULT_POLICY).kind === "pass";

  test.each(["commands", "shell", "programs"])("on the lists of %s", (name) => {
    const all = [`denied-${name}.txt`, `passed-${name}.txt`].flatMap((list) => readCommands(list));
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ command }) => !agrees(command))).toEqual([]);
    expect(readCommands(`denied-${name}.txt`).filter(({ command }) => passes(command))).toEqual([]);
  });

  test("on random plain text", () => {
    const word = fc.constantFrom(
      ..."pytest python python3 -m timeout 60 5m uv poetry run cd tests tests/unit tests/e2e unit e2e . .. / - -- -q -x -k --co '' 'unit or e2e' \"not e2e\" not ALLOW_E2E_TESTS=1 -p -c --ignore=tests/e2e echo ls git status tee bash 2>&1 >/dev/null 2>x > & | || && ; \n".split(
        " ",
      ),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom(" ", ""), (words, gap) => {
        const command = words.join(gap === "" ? " " : `${gap} `);
        if (passes(command)) passed += 1;
        return agrees(command);
      }),
      { numRuns: 4_000 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  test("on every run of the table", () => {
    const commands = [...MARKER_CASES, ...OPERAND_CASES, ...OPTION_CASES].map(
      ({ args, cwd = "" }) =>
        `${cwd === "" ? "" : `cd ${cwd} && `}${["pytest", ...args.map((arg) => `'${arg}'`)].join(" ")}`,
    );
    expect(commands.filter((command) => passes(command)).length).toBeGreaterThan(20);
    expect(commands.filter((command) => !agrees(command))).toEqual([]);
  });
});
