import type { GateContext } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import { readEffectiveArguments } from "./effective-arguments.ts";
import { judgeArguments } from "./judge-arguments.ts";
import type { Refusal } from "./judge-operand.ts";
import { parseArguments } from "./parse-arguments.ts";
import type { PytestRun } from "./pytest-run.ts";

/** Why a run is refused by what it would select; `undefined` where it is sanctioned. */
export function findRefusal(
  run: PytestRun,
  context: GateContext,
  policy: Policy,
): Refusal | undefined {
  const effective = readEffectiveArguments(run, context);
  const hasDashDash = effective.args.some(
    ({ word }) => word.kind === "known" && word.text === "--",
  );
  // Which of the two readings of `--` holds depends on the Python version: both must be sanctioned.
  for (const isDashDashHeeded of hasDashDash ? [true, false] : [true]) {
    const settings = { suiteOptions: effective.suiteOptions, isDashDashHeeded };
    const parsed = parseArguments(effective.args, settings);
    const refusal = judgeArguments(parsed, { run, effective, files: context.files, policy });
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
