import type { Policy, RunnerRule } from "../policy/policy.ts";
import type { WordValue } from "../word-value.ts";
import { RUNNER_PRESETS } from "./runner-presets.ts";

/**
 * The rule by which the policy refuses a run of another test runner (`playwright test`), or
 * `undefined` where no rule that the policy turns on does. `argv[0]` is the program's name without
 * its directory.
 */
export function findRunnerRule(argv: readonly WordValue[], policy: Policy): RunnerRule | undefined {
  const [program, ...args] = argv;
  if (program?.kind !== "known") return undefined;
  return rulesOf(policy).find((rule) => rule.program === program.text && isRefused(args, rule));
}

function rulesOf(policy: Policy): readonly RunnerRule[] {
  return policy.runners.flatMap((entry) =>
    typeof entry === "string" ? (RUNNER_PRESETS.get(entry) ?? []) : [entry],
  );
}

function isRefused(args: readonly WordValue[], rule: RunnerRule): boolean {
  if (args.some((word) => word.kind === "known" && rule.argumentsNone?.includes(word.text))) {
    return false;
  }
  // An unknown argument may be the one that starts end-to-end tests.
  if (args.some((word) => word.kind === "opaque")) return true;
  const words = args.map((word) => (word.kind === "known" ? word.text : ""));
  const candidates = words.flatMap((word, index) => {
    const next = words[index + 1];
    return next === undefined || !word.startsWith("-") ? [word] : [word, `${word} ${next}`];
  });
  const hasAll = (rule.argumentsAll ?? []).every((wanted) =>
    candidates.some((word) => word === wanted || word === wanted.replace("=", " ")),
  );
  if (!hasAll) return false;
  const patterns = rule.argumentsAny ?? [];
  return (
    patterns.length === 0 ||
    patterns.some((pattern) => {
      const expression = new RegExp(pattern, "u");
      return candidates.some((word) => expression.test(word));
    })
  );
}
