import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planGuard } from "../../../src/cli/gate/guard-files.ts";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { writeScratchRepository } from "../../gate/scratch-repository.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const GUARD = join(ROOT, "hooks/tapegate_pytest_guard.py");
const reason = missing("pytest", PYTHON);

interface GuardCase {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

const STOPPED: readonly GuardCase[] = [
  { args: [] },
  { args: ["tests"] },
  { args: ["tests/e2e"] },
  { args: ["tests/integration", "-x"] },
  { args: ["tests", "-m", "not slow"] },
  { args: ["tests/e2e"], environment: { ALLOW_E2E_TESTS: "yes" } },
  { args: ["tests/e2e", "--import-mode=importlib"] },
  { args: ["tests/e2e", "-p", "no:cacheprovider"] },
  {
    args: ["tests/conformance"],
    files: { "tapegate.json": '{"gate":{"forbiddenDirectories":["tests/conformance"]}}' },
  },
  { args: ["tests/unit"], files: { "tapegate.json": '{"gate":{"forbiddenMarkers":7}}' } },
  { args: ["tests/unit"], files: { "tapegate.json": "{" } },
  { args: ["tests/unit"], files: { "tapegate.json": '{"gate":{"forbidden":[]}}' } },
  {
    args: ["tests/unit"],
    files: { "tapegate.json": '{"gate":{}}', "package.json": '{"tapegate":{"gate":{}}}' },
  },
  {
    args: ["tests/unit"],
    files: { "tests/unit/test_marked.py": "import pytest\n@pytest.mark.e2e\ndef test_x(): pass\n" },
  },
];

const LEFT_ALONE: readonly GuardCase[] = [
  { args: ["tests/unit"] },
  { args: ["tests", "-m", "unit"] },
  { args: ["tests/conformance"] },
  { args: ["tests/unit", "-p", "no:xdist"] },
  { args: ["tests/e2e", "--collect-only"] },
  { args: ["tests/e2e"], environment: { ALLOW_E2E_TESTS: "1" } },
  {
    args: ["tests/e2e"],
    environment: { LET_IT_RUN: "1" },
    files: { "package.json": '{"tapegate":{"gate":{"approvalVariable":"LET_IT_RUN"}}}' },
  },
  {
    args: ["tests"],
    files: {
      "tapegate.json": '{"gate":{"forbiddenDirectories":[],"forbiddenMarkers":[]}}',
    },
  },
];

describe.skipIf(reason !== undefined)("the guard inside pytest", () => {
  test.each(STOPPED)("stops $args $environment $files", (guardCase) => {
    const { status, output } = run(guardCase);
    expect(output).toMatch(/Tapegate (?:stopped this run|cannot read its policy)/);
    expect(output).not.toMatch(/\d+ passed/);
    expect(status).toBe(4);
  });

  test.each(LEFT_ALONE)("leaves $args $environment $files alone", (guardCase) => {
    const { status, output } = run(guardCase);
    expect(output).not.toContain("Tapegate");
    expect(status).toBe(0);
  });

  test("stops the workers of pytest-xdist", () => {
    const { status, output } = run({ args: ["tests/e2e", "-n", "2"] });
    expect(output).toContain("Tapegate stopped this run");
    expect(output).not.toContain("INTERNALERROR");
    expect(output).not.toMatch(/\d+ passed/);
    expect(status).toBe(4);
  });

  test("deselects nothing", () => {
    const { output } = run({ args: ["tests", "-q"], environment: { ALLOW_E2E_TESTS: "1" } });
    expect(output).not.toContain("deselected");
  });
});

function run({ args, environment = {}, files = {} }: GuardCase): {
  readonly status: number | null;
  readonly output: string;
} {
  const folder = temporaryFolder();
  writeScratchRepository(folder);
  // A benchmark needs a plug-in that these runs do without.
  writeFileSync(join(folder, "tests/benchmarks/test_bench.py"), "def test_bench(): pass\n");
  writeFileSync(join(folder, "conftest.py"), "import pytest\n");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  for (const { path, after } of planGuard("install", folder, GUARD)) {
    writeFileSync(path, after ?? "");
  }
  expect(readFileSync(join(folder, "tapegate_pytest_guard.py"), "utf8")).toBe(
    readFileSync(GUARD, "utf8"),
  );
  const { status, stdout, stderr } = spawnSync(
    PYTHON,
    ["-m", "pytest", "-p", "no:randomly", "-p", "no:benchmark", "-p", "no:codspeed", ...args],
    {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, ...environment },
    },
  );
  return { status, output: stdout + stderr };
}

test.skipIf(reason !== undefined)("the guard loads as a plug-in by name too", () => {
  const folder = temporaryFolder();
  writeScratchRepository(folder);
  copyFileSync(GUARD, join(folder, "tapegate_pytest_guard.py"));
  const { status, stderr } = spawnSync(
    PYTHON,
    ["-m", "pytest", "-p", "tapegate_pytest_guard", "tests/e2e"],
    { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], PYTHONPATH: folder } },
  );
  expect(stderr).toContain("Tapegate stopped this run");
  expect(status).toBe(4);
});
