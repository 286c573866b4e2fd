import type { MissExplanation } from "./explain.ts";
import type { LibrarySearch } from "./library-search.ts";
import type { MissContext, MissedRequest } from "./missed-request.ts";
import { findNearest } from "./nearest-recordings.ts";

/** Says where a missed request's key stands, and what the nearest recordings differ in. */
export function explainMiss(
  missed: MissedRequest,
  context: MissContext & { readonly library: LibrarySearch },
): MissExplanation {
  const { index, key, scope } = missed;
  const isScopeEmpty = (index?.recordings.length ?? 0) === 0;
  const [lane] = index?.lanesOf(key) ?? [];
  const { recordings, normaliser } = findNearest(missed, context);
  const about = { nearest: recordings, normaliser, isScopeEmpty };
  if (lane !== undefined) return { found: "other-lane", foundAt: `lane ${lane}`, ...about };
  const otherScope = context.library.scopeOf(key, scope);
  if (otherScope !== undefined) return { found: "other-scope", foundAt: otherScope, ...about };
  return { found: "nowhere", foundAt: null, ...about };
}
