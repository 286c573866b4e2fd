import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PYTEST_OPTIONS } from "../../../src/gate/pytest/pytest-options.ts";
import { splitShlexWords } from "../../../src/gate/pytest/shlex-words.ts";
import { ROOT } from "../../helpers/node-runtimes.ts";
import { missingPytest, PYTHON } from "../../helpers/pytest-oracle.ts";
import { SeededRandom, chooseSeed } from "../../helpers/seeded-random.ts";

interface PytestFacts {
  readonly options: Readonly<Record<string, number | string>>;
  readonly prefix: string;
  readonly abbreviations: boolean;
  readonly splits: readonly (readonly string[] | null)[];
}

const reason = missingPytest();

describe.skipIf(reason !== undefined)(`pytest's parser (${reason ?? "real pytest"})`, () => {
  const seed = chooseSeed();
  const random = new SeededRandom(seed);
  const texts = Array.from({ length: 500 }, () =>
    Array.from({ length: random.below(14) }, () => random.pick("ab-= \t\n'\"\\#$".split(""))).join(
      "",
    ),
  );
  const facts = (): PytestFacts => {
    const script = join(ROOT, "test/helpers/pytest-facts.py");
    const { stdout, stderr } = spawnSync(PYTHON, [script], {
      input: JSON.stringify({ texts }),
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(`Cannot ask pytest for its options: ${stderr}`);
    return JSON.parse(stdout) as PytestFacts;
  };

  test("every option of pytest and of the installed plugins is in the table with what it takes", () => {
    const { options, prefix, abbreviations, splits } = facts();
    const ours = Object.fromEntries(
      Object.keys(options).map((name) => [name, PYTEST_OPTIONS.get(name)]),
    );
    expect(ours).toEqual(options);
    expect(Object.keys(options).length).toBeGreaterThan(180);
    expect(prefix).toBe("@");
    expect(abbreviations).toBe(false);
    expect(
      texts.map((text) => splitShlexWords(text) ?? null),
      `TAPEGATE_SEED=${seed}`,
    ).toEqual(splits);
  });
});
