import { nearestName } from "./nearest-name.ts";

/** Scopes that are compared letter by letter; of a larger library only those that hold a word of the asked name. */
const COMPARED_SCOPES_MAX = 5000;
/** Names that a message offers. */
const OFFERED_MAX = 3;

/**
 * The scopes that somebody probably meant, best first: those that hold the asked text, those whose last
 * part is spelled nearly so, those that hold its last part.
 */
export function nearestScopes(asked: string, scopes: readonly string[]): readonly string[] {
  const wanted = asked.toLowerCase();
  const last = lastPart(wanted);
  const holding = scopes.filter((scope) => scope.toLowerCase().includes(wanted));
  const sharing =
    last.length < 3 ? [] : scopes.filter((scope) => scope.toLowerCase().includes(last));
  return [...new Set([...holding, ...spelledAlike(last, scopes), ...sharing])].slice(
    0,
    OFFERED_MAX,
  );
}

function spelledAlike(last: string, scopes: readonly string[]): readonly string[] {
  const byLast = new Map<string, string>();
  for (const scope of scopes.slice(0, COMPARED_SCOPES_MAX)) {
    const part = lastPart(scope.toLowerCase());
    if (!byLast.has(part)) byLast.set(part, scope);
  }
  const nearest = nearestName(last, byLast.keys());
  return nearest === undefined ? [] : [byLast.get(nearest)!];
}

/** `tests/test_a.py::test_x` → `test_x`. */
function lastPart(scope: string): string {
  return scope.split(/::|\//u).findLast((part) => part !== "") ?? scope;
}

/** `. Did you mean "a" or "b"?`; empty where nothing is near. */
export function meantHint(names: readonly string[]): string {
  if (names.length === 0) return "";
  return `. Did you mean ${names.map((name) => `"${name}"`).join(" or ")}?`;
}
