import en from "zod/v4/locales/en.js";
import * as z from "zod/mini";
import { DEFAULT_POLICY, type Policy } from "./policy.ts";
import { policySchema, type PolicyMembers } from "./policy-schema.ts";

// zod/mini has no messages of its own until a language is chosen.
z.config(en());

/** What a policy file comes to. */
export type PolicyReading =
  | { readonly kind: "policy"; readonly policy: Policy }
  | { readonly kind: "problems"; readonly problems: readonly [string, ...string[]] };

/**
 * Reads the gate's part of a policy file from parsed JSON, with every problem that it has, not only
 * the first. `place` is where the value stands in its file (`gate`, `tapegate.gate`).
 */
export function readPolicy(value: unknown, place: string): PolicyReading {
  const reading = z.safeParse(policySchema, value);
  const problems = reading.success
    ? contradictions(reading.data).map((problem) => `${place}: ${problem}`)
    : reading.error.issues.flatMap((issue) => describeIssue(issue, place));
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: "problems", problems: [first, ...rest] };
  return { kind: "policy", policy: { ...DEFAULT_POLICY, ...reading.data } };
}

/** What each member allows alone, but not together. */
function contradictions(members: PolicyMembers): string[] {
  const policy = { ...DEFAULT_POLICY, ...members };
  const problems: string[] = [];
  for (const directory of policy.sanctionedDirectories) {
    const over = policy.forbiddenDirectories.find(
      (forbidden) => directory === forbidden || directory.startsWith(`${forbidden}/`),
    );
    if (over !== undefined) {
      problems.push(
        `Cannot sanction "${directory}": "${over}" in forbiddenDirectories holds it. Take it out of one of the two`,
      );
    }
  }
  for (const marker of policy.forbiddenMarkers) {
    if (policy.tierMarkers.includes(marker)) continue;
    problems.push(
      `Cannot forbid the marker "${marker}": it is not in tierMarkers. Add it there, or take it out of forbiddenMarkers`,
    );
  }
  return problems;
}

function describeIssue(issue: z.core.$ZodIssue, place: string): string[] {
  // A union's own message says only that no branch fits: its branches say why.
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return deepest.flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, place),
    );
  }
  return [`${place}${issue.path.map(toAccessor).join("")}: ${issue.message}`];
}

/** The branch that fits furthest is the one that was meant. */
function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function toAccessor(key: PropertyKey): string {
  return typeof key === "number" ? `[${key}]` : `.${String(key)}`;
}
