import { describe, expect, test } from "vitest";
import { decide } from "../../../src/gate/decide.ts";
import { DEFAULT_POLICY } from "../../../src/gate/policy/policy.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { RUNNER_CASES, type RunnerCases } from "../cases/runner-commands.ts";
import { treeContext } from "../tree-reader.ts";

/** What needs approval: by the names that the cases use. */
const FORBIDDEN = /\b(?:e2e|integration)\b/;

describe.each(RUNNER_CASES)(
  "decide() reads what $program runs",
  ({ files, commands }: RunnerCases) => {
    test.each(commands.map(([command, ...runs]) => ({ command, runs })))(
      "$command",
      ({ command, runs }) => {
        const folder = temporaryFolder({ ".git/HEAD": "", "tests/unit/x": "", ...files });
        const verdict = decide(command, treeContext(folder), DEFAULT_POLICY);
        expect(verdict.kind).toBe(runs.some((run) => FORBIDDEN.test(run)) ? "deny" : "pass");
      },
    );
  },
);
