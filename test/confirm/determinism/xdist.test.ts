// The same under pytest: tests in random order, on any number of workers, each of which fans out.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import { SeededRandom } from "../../helpers/seeded-random.ts";
import { openPytestSuite, type PytestSuite, type SuiteRun } from "../pytest-suite.ts";

const PYTHON = join(ROOT, ".venv/pytest8/bin/python");
const skip = missing("pytest 8", PYTHON);
const TASK_COUNT = 10;
/** Five tests ask twice in each task; in the sixth, items of a queue are asked besides. */
const REQUEST_COUNT: number = 6 * 2 * TASK_COUNT + TASK_COUNT;

/** Worker counts, each with a seed of pytest-randomly. */
const RUNS: readonly (readonly [workerCount: number, seed: number])[] = [
  [0, 1],
  [1, 20],
  [2, 300],
  [4, 4000],
];

describe.skipIf(skip !== undefined)("A pytest suite that fans out, recorded by 3 workers", () => {
  const random = new SeededRandom(20_261_122);
  let suite: PytestSuite;
  let recorded: SuiteRun;
  beforeAll(async () => {
    const folder = join(ROOT, "test/fixtures/pytest-fan-out");
    suite = await openPytestSuite(PYTHON, folder, () => random.below(30));
    recorded = await suite.run("record", ["-n", "3"]);
    expect(recorded.status, recorded.output).toBe(0);
    const answers = Object.values(recorded.answers).flatMap((text) => text.split(/\n|, /));
    expect(new Set(answers).size).toBe(REQUEST_COUNT);
  });
  afterAll(() => suite.close());

  test.each(RUNS)("replays to one result by %d workers, seed %d", async (workerCount, seed) => {
    const workers = workerCount === 0 ? ["-p", "no:xdist"] : ["-n", `${workerCount}`];
    const run = await suite.run("replay", [...workers, `--randomly-seed=${seed}`]);
    expect(run.status, run.output).toBe(0);
    expect(run.answers).toEqual(recorded.answers);
    expect(run.report).toMatchObject({ misses: [], exhausted: [], unused: [] });
    expect(suite.upstream.requests.length).toBe(REQUEST_COUNT);
  });
});
