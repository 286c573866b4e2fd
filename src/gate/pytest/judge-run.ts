import type { GateContext } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import type { Finding } from "../verdict.ts";
import { findRefusal } from "./find-refusal.ts";
import { showWord } from "./judge-operand.ts";
import type { PytestRun } from "./pytest-run.ts";
import { rewriteRun } from "./rewrite-run.ts";

/**
 * Whether one pytest run is sanctioned. `approved` is told apart from `sanctioned`, since the
 * policy may want a person to confirm an approval.
 */
export type RunJudgement =
  | { readonly kind: "sanctioned" }
  | { readonly kind: "approved" }
  | { readonly kind: "refused"; readonly finding: Finding };

/** Judges one pytest run by the policy: approval, nothing-runs options, marker, operands, in that order. */
export function judgeRun(run: PytestRun, context: GateContext, policy: Policy): RunJudgement {
  const approval = run.bound.get(policy.approvalVariable);
  if (approval?.kind === "known" && approval.text === "1") return { kind: "approved" };
  const refusal = findRefusal(run, context, policy);
  if (refusal === undefined) return { kind: "sanctioned" };
  const hint = approvalHint(run, policy);
  const isSanctioned = (other: PytestRun): boolean =>
    findRefusal(other, context, policy) === undefined;
  const { cwd, files } = context;
  const instead = rewriteRun(run, { root: files.root, cwd, policy, isSanctioned });
  return {
    kind: "refused",
    finding: {
      code: hint === undefined ? refusal.code : "PYTEST_APPROVAL_MISPLACED",
      span: run.span,
      reason: hint === undefined ? refusal.reason : `${refusal.reason} ${hint}`,
      argv: ["pytest", ...run.args.map(showWord)],
      ...(instead === undefined ? {} : { instead }),
    },
  };
}

/** Where an approval stands that does not count, and where it belongs. */
function approvalHint(run: PytestRun, policy: Policy): string | undefined {
  const name = policy.approvalVariable;
  const value = run.bound.get(name);
  if (value?.kind === "known")
    return `${name} approves with the value 1 alone, not with ${JSON.stringify(value.text)}.`;
  if (value !== undefined) return `${name} approves with the literal value 1 alone.`;
  if (!run.hasMisplacedApproval) return undefined;
  return `${name}=1 approves only the pytest command that it stands directly before.`;
}
