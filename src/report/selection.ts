import type { SuiteResult } from "./run-report.ts";

/** Options of test runners that run a part of what there is. */
const SELECTING =
  /^(?:-k|--lf|--last-failed|--sw|--stepwise|--deselect|-t|--grep|-g|--testNamePattern|--test-name-pattern|--changed|--onlyChanged|--shard)(?:=.*)?$/u;

/** The word by which a command runs a part of its suite; `undefined` where nothing looks so. */
export function selectingWord({ command }: Pick<SuiteResult, "command">): string | undefined {
  return command.find((one) => SELECTING.test(one) || /\.py::/u.test(one));
}
