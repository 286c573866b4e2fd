import type { Policy } from "../policy/policy.ts";
import type { MarkerExpression } from "./marker-expression.ts";

/** What an expression may come to while some markers are not decided. */
type Truth = boolean | "either";

/** How many free markers are tried in all combinations (2^10); with more, each counts as unknown. */
const FREE_MARKERS_MAX = 10;

/**
 * Whether a marker expression can select no test of a forbidden tier. Tier markers exclude each
 * other and all others are free, so the expression is evaluated for a test of each forbidden tier;
 * one that contradicts itself (`unit and e2e`) is refused where it asks for a forbidden tier.
 */
export function isSanctionedByTier(expression: MarkerExpression, policy: Policy): boolean {
  const tiers = new Set([...policy.tierMarkers, ...policy.forbiddenMarkers]);
  const selects = (isTierSet: (tier: string) => boolean): boolean =>
    canBeTrue(expression, { tiers, isTierSet });
  if (policy.forbiddenMarkers.some((tier) => selects((name) => name === tier))) return false;
  const allowed = [...tiers].filter((tier) => !policy.forbiddenMarkers.includes(tier));
  if (selects(() => false)) return true;
  if (allowed.some((tier) => selects((name) => name === tier))) return true;
  // It selects no test of one tier: refuse it unless it could not select any test at all.
  return !canBeTrue(expression, { tiers: new Set(), isTierSet: () => false });
}

interface Assignment {
  readonly tiers: ReadonlySet<string>;
  readonly isTierSet: (tier: string) => boolean;
}

/** Whether some choice of the free markers makes the expression true. */
function canBeTrue(expression: MarkerExpression, assignment: Assignment): boolean {
  const free = new Set<string>();
  collectFree(expression, assignment, free);
  if (free.size > FREE_MARKERS_MAX) return evaluate(expression, assignment, undefined) !== false;
  const names = [...free];
  for (let bits = 0; bits < 2 ** names.length; bits += 1) {
    const chosen = new Set(names.filter((_, index) => (bits >> index) & 1));
    if (evaluate(expression, assignment, chosen) === true) return true;
  }
  return false;
}

function collectFree(
  expression: MarkerExpression,
  assignment: Assignment,
  free: Set<string>,
): void {
  switch (expression.kind) {
    case "never":
      return;
    case "marker":
    case "call": {
      if (leafTruth(expression, assignment, undefined) === "either") free.add(leafName(expression));
      return;
    }
    case "not":
      collectFree(expression.operand, assignment, free);
      return;
    case "and":
    case "or":
      collectFree(expression.left, assignment, free);
      collectFree(expression.right, assignment, free);
  }
}

function evaluate(
  expression: MarkerExpression,
  assignment: Assignment,
  chosen: ReadonlySet<string> | undefined,
): Truth {
  if (expression.kind === "never") return false;
  if (expression.kind === "marker" || expression.kind === "call") {
    return leafTruth(expression, assignment, chosen);
  }
  if (expression.kind === "not") {
    const operand = evaluate(expression.operand, assignment, chosen);
    return operand === "either" ? "either" : !operand;
  }
  const left = evaluate(expression.left, assignment, chosen);
  const right = evaluate(expression.right, assignment, chosen);
  const decisive = expression.kind === "or";
  if (left === decisive || right === decisive) return decisive;
  return left === "either" || right === "either" ? "either" : !decisive;
}

function leafTruth(
  leaf: MarkerExpression & { readonly kind: "marker" | "call" },
  assignment: Assignment,
  chosen: ReadonlySet<string> | undefined,
): Truth {
  if (assignment.tiers.has(leaf.name)) {
    if (!assignment.isTierSet(leaf.name)) return false;
    // Keyword arguments ask for more than the marker: they may match or not.
    if (leaf.kind === "marker") return true;
  }
  return chosen === undefined ? "either" : chosen.has(leafName(leaf));
}

function leafName(leaf: MarkerExpression & { readonly kind: "marker" | "call" }): string {
  return leaf.kind === "marker" ? leaf.name : `${leaf.name}(${leaf.text}`;
}
