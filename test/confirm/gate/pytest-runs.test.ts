import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { parseMarkerExpression } from "../../../src/gate/pytest/marker-expression.ts";
import { isSanctionedByTier } from "../../../src/gate/pytest/marker-tiers.ts";
import type { PytestRunCase } from "../../gate/cases/pytest-runs.ts";
import { MARKER_CASES, OPERAND_CASES, OPTION_CASES } from "../../gate/cases/pytest-runs.ts";
import { writeScratchRepository } from "../../gate/scratch-repository.ts";
import { SeededRandom, chooseSeed } from "../../helpers/seeded-random.ts";
import type { StartedPytest } from "../../helpers/pytest-oracle.ts";
import { missingPytest, PytestOracle, selectsForbidden } from "../../helpers/pytest-oracle.ts";

const reason = missingPytest();
const CASES = [...MARKER_CASES, ...OPERAND_CASES, ...OPTION_CASES];

describe.skipIf(reason !== undefined)(`pytest runs (${reason ?? "real pytest"})`, () => {
  let parent = "";
  let root = "";
  let oracle: PytestOracle;
  beforeAll(() => {
    // Below a directory of its own: some rows go up to the parent.
    parent = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-pytest-")));
    root = join(parent, "repository");
    writeScratchRepository(root);
    oracle = new PytestOracle(2);
    for (const run of CASES) void oracle.select(toStarted(run, root));
  });
  afterAll(() => {
    oracle.close();
    rmSync(parent, { recursive: true });
  });

  // Every row of the tables: what the policy refuses selects forbidden tests, what it sanctions none.
  test.each(CASES.map((run) => [JSON.stringify(run), run] as const))("%s", async (_, run) => {
    const selection = await oracle.select(toStarted(run, root));
    const expected = run.selects ?? (run.isSanctioned ? "harmless" : "forbidden");
    expect(selectsForbidden(selection) ? "forbidden" : "harmless", JSON.stringify(selection)).toBe(
      expected,
    );
  });

  test("random marker expressions: sanctioned exactly where no forbidden test is selected", async () => {
    const seed = chooseSeed();
    const random = new SeededRandom(seed);
    const pick = <T>(items: readonly T[]): T => random.pick(items);
    const expression = (depth: number): string => {
      const kind = depth > 3 ? 0 : random.below(6);
      if (kind <= 1) return pick(["unit", "e2e", "integration", "slow", "unit", "not slow"]);
      if (kind === 2) return `not ${expression(depth + 1)}`;
      if (kind === 3) return `(${expression(depth + 1)})`;
      return `${expression(depth + 1)} ${pick(["and", "or"])} ${expression(depth + 1)}`;
    };
    const texts = Array.from({ length: 150 }, () => expression(0));
    const misses: string[] = [];
    await Promise.all(
      texts.map(async (text) => {
        const selection = await oracle.select({ args: ["-m", text], cwd: root, environment: {} });
        const parsed = parseMarkerExpression(text);
        const isRejected = selection.status !== 0 && selection.status !== 5;
        const isSanctioned = parsed !== undefined && isSanctionedByTier(parsed, DEFAULT_POLICY);
        // A slow test stands in every tier, so what a sanctioned expression selects is harmless here too.
        if (isRejected !== (parsed === undefined)) misses.push(`grammar: ${text}`);
        if (isSanctioned && selectsForbidden(selection)) misses.push(`miss: ${text}`);
        if (!isSanctioned && selection.tests.length > 0 && !selectsForbidden(selection)) {
          misses.push(`refused: ${text}`);
        }
      }),
    );
    expect(misses, `TAPEGATE_SEED=${seed}`).toEqual([]);
  });
});

function toStarted(run: PytestRunCase, root: string): StartedPytest {
  return {
    args: run.args,
    cwd: join(root, run.cwd ?? ""),
    environment: run.environment ?? {},
  };
}
