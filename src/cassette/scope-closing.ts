import type { ScopeTally } from "./session.ts";

/** How a scope is closed. */
export interface ScopeClosing {
  readonly keep: boolean;
  /** Whether new recordings (of a lane, or of the scope) stand for those that were not asked for again. */
  readonly replaces: boolean;
  /** @default {every worker} */
  readonly worker?: string;
  /** Whether only an attempt has ended and the same work begins once more. @default {false} */
  readonly again?: boolean;
  /** What `keep` is for work whose verdict was to come and did not; it replaces nothing. @default {as other work} */
  readonly keepsUnjudged?: boolean;
}

/** What a closing means for one opening. */
export function verdictOn(
  { awaitsVerdict }: { readonly awaitsVerdict: boolean },
  { keep, replaces, again, keepsUnjudged }: ScopeClosing,
): Pick<ScopeClosing, "keep" | "replaces"> {
  // An attempt is judged with the last one.
  if (again === true) return { keep: false, replaces: false };
  if (keepsUnjudged === undefined || !awaitsVerdict) return { keep, replaces };
  return { keep: keepsUnjudged, replaces: false };
}

/** A scope's verdict by its counts over all openings. */
export function verdictOf(counts: {
  readonly hits: number;
  readonly misses: number;
  readonly recorded: number;
  readonly isIssued: boolean;
  readonly isKept: boolean;
}): ScopeTally["verdict"] {
  if (!counts.isKept && counts.recorded > 0) return "not kept";
  if (!counts.isIssued) return "none";
  if (counts.misses + counts.recorded === 0) return counts.hits > 0 ? "hit" : "none";
  return counts.hits > 0 ? "partial" : "miss";
}
