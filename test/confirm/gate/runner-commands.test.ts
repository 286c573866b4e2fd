import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { missing, ROOT } from "../../helpers/node-runtimes.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { RUNNER_CASES } from "../../gate/cases/runner-commands.ts";

/** Where `npm run setup` puts task runners. */
const OWN_PROGRAMS = join(ROOT, ".venv/runners/bin");
/** The last that is looked into: it has a Node of its own. */
const NODE_PROGRAMS = join(ROOT, "test/runtimes/node_modules/.bin");

const SEARCHED = [OWN_PROGRAMS, ...(process.env["PATH"] ?? "").split(delimiter), NODE_PROGRAMS];

const isFound = (program: string): boolean =>
  SEARCHED.some((folder) => existsSync(join(folder, program)));

/** A program that is not installed with the tests is asked where the machine has it. */
const ASKED = RUNNER_CASES.filter(
  ({ program, learntFrom }) => learntFrom === undefined || isFound(program),
);

/** Logs its arguments and its directory instead of running tests. */
const STAND_IN = `#!/bin/sh
printf '%s\\t%s\\n' "$PWD" "$*" >> "$TAPEGATE_TEST_LOG"
`;

describe.each(ASKED)("what $program really runs", ({ program, files, commands }) => {
  const found = SEARCHED.map((folder) => join(folder, program)).find((path) => existsSync(path));
  const reason = missing(program, found ?? join(OWN_PROGRAMS, program));

  test.skipIf(reason !== undefined).each(commands.map(([command, ...runs]) => ({ command, runs })))(
    "$command",
    ({ command, runs }) => {
      const folder = realpathSync(
        temporaryFolder({ "tests/unit/x": "", "bin/pytest": STAND_IN, ...files }),
      );
      chmodSync(join(folder, "bin/pytest"), 0o755);
      const log = join(folder, "bin/log");
      writeFileSync(log, "");
      mkdirSync(join(folder, "home"));
      const git = spawnSync("git", ["init", "--quiet"], { cwd: folder });
      expect(git.status).toBe(0);
      if (program === "pre-commit") spawnSync("git", ["add", "."], { cwd: folder });
      spawnSync("bash", ["-c", command], {
        cwd: folder,
        input: "",
        env: {
          PATH: [join(folder, "bin"), ...SEARCHED].join(delimiter),
          HOME: join(folder, "home"),
          TAPEGATE_TEST_LOG: log,
          TOX_OVERRIDE: "testenv.pass_env+=TAPEGATE_TEST_LOG",
          LANG: "C.UTF-8",
        },
      });
      const seen = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
          const [cwd = "", args = ""] = line.split("\t");
          const below = relative(folder, cwd);
          return below === "" ? args : `${args} @ ${below}`;
        });
      expect(seen.toSorted()).toEqual(runs.toSorted());
    },
  );
});
