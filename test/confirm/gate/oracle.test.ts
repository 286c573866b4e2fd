import { describe, expect, test } from "vitest";
import type { OracleAnswer } from "../../helpers/gate-oracle.ts";
import { GateOracle } from "../../helpers/gate-oracle.ts";
import { generateCommand } from "../../helpers/generate-command.ts";
import { missingPytest } from "../../helpers/pytest-oracle.ts";
import { SeededRandom, chooseSeed } from "../../helpers/seeded-random.ts";

const reason = missingPytest();
const COUNT = Number(process.env["TAPEGATE_COUNT"] ?? 2_000);
const PROGRESS_EVERY = 1_000;
/** Failures that are printed: the rest are counted. */
const SHOWN_MAX = Number(process.env["TAPEGATE_SHOWN"] ?? 20);

describe.skipIf(reason !== undefined)(
  `the gate against bash and pytest (${reason ?? "real programs"})`,
  () => {
    test(
      `${COUNT} generated commands: none that selects e2e tests passes, none that is harmless is stopped`,
      { timeout: 120_000 + COUNT * 400 },
      async () => {
        const seed = chooseSeed();
        console.log(`TAPEGATE_SEED=${seed}`);
        const random = new SeededRandom(seed);
        const failures: OracleAnswer[] = [];
        const counts = { all: 0, dangerous: 0, harmless: 0, started: 0 };
        const oracle = new GateOracle(3);
        await oracle.askAll(
          Array.from({ length: COUNT }, () => generateCommand(random)),
          (answer) => {
            counts.all += 1;
            counts.started += answer.runs.length;
            if (answer.isDangerous) counts.dangerous += 1;
            if (answer.case.isHarmless && !answer.isDangerous) counts.harmless += 1;
            if (answer.failure !== undefined) {
              failures.push(answer);
              // At once: a long run may be ended before it is done.
              if (failures.length <= SHOWN_MAX) console.log(told(answer));
            }
            if (counts.all % PROGRESS_EVERY === 0) {
              console.log(
                `${counts.all} done: ${counts.dangerous} dangerous, ${counts.harmless} harmless, ${failures.length} failures`,
              );
            }
          },
        );
        oracle.close();
        const misses = failures.filter(({ failure }) => failure === "miss").length;
        console.log(
          `${counts.all} commands, ${counts.started} pytests started, ${oracle.selectionCount} selections asked: ` +
            `${counts.dangerous} dangerous, ${misses} missed; ${counts.harmless} harmless, ${failures.length - misses} stopped`,
        );
        // A generator that makes nothing dangerous, or nothing harmless, would prove nothing.
        expect(counts.dangerous).toBeGreaterThan(COUNT / 5);
        expect(counts.harmless).toBeGreaterThan(COUNT / 5);
        expect(
          failures.slice(0, SHOWN_MAX).map((answer) => told(answer)),
          `${misses} missed, ${failures.length - misses} stopped of ${COUNT}; TAPEGATE_SEED=${seed}`,
        ).toEqual([]);
      },
    );
  },
);

function told({ failure, case: { command } }: OracleAnswer): string {
  return `${failure}: ${JSON.stringify(command)}`;
}
