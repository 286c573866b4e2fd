import { describe, expect, test } from "vitest";
import { readCommands } from "../../gate/cases/command-list.ts";
import type { OracleAnswer } from "../../helpers/gate-oracle.ts";
import { GateOracle } from "../../helpers/gate-oracle.ts";
import { missingPytest } from "../../helpers/pytest-oracle.ts";

const reason = missingPytest();

/** What bash shows only sometimes when it is asked once; what the sandbox has no shell for. */
const UNCONFIRMED: ReadonlySet<string> = new Set([
  "may run",
  "zsh",
  "wrappers, by their documentation",
  "shells of Windows",
  "other languages",
  "programs that the sandbox has not",
  "commands in options, by their documentation",
]);

async function ask(name: string): Promise<readonly OracleAnswer[]> {
  const oracle = new GateOracle(3);
  const answers: OracleAnswer[] = [];
  const cases = readCommands(name)
    .filter(({ heading }) => !UNCONFIRMED.has(heading))
    .map(({ heading, command }) => ({
      command,
      approval: heading === "approved" ? ("bound" as const) : ("none" as const),
      isHarmless: name.startsWith("passed"),
    }));
  await oracle.askAll(cases, (answer) => answers.push(answer));
  oracle.close();
  expect(answers.length).toBe(cases.length);
  return answers;
}

describe.skipIf(reason !== undefined)(
  `lists of commands (${reason ?? "real bash and pytest"})`,
  () => {
    test.each(["denied-commands.txt", "denied-shell.txt", "denied-programs.txt"])(
      "every denied command of %s really runs e2e tests",
      async (name) => {
        const harmless = (await ask(name)).filter(({ isDangerous }) => !isDangerous);
        expect(harmless.map(({ case: { command } }) => command)).toEqual([]);
      },
    );

    test.each(["passed-commands.txt", "passed-shell.txt", "passed-programs.txt"])(
      "no passed command of %s runs e2e tests that nobody approved",
      async (name) => {
        const dangerous = (await ask(name)).filter(({ isDangerous }) => isDangerous);
        expect(dangerous.map(({ case: { command } }) => command)).toEqual([]);
      },
    );
  },
);
