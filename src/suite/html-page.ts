import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeCassette } from "../cassette/cassette-format.ts";
import { scopePath } from "../cassette/scope-path.ts";
import type { Interaction } from "../cassette/values.ts";
import { toHtmlReport } from "../report/html/html-report.ts";
import { PAGE_SCRIPT } from "../report/html/page-script.ts";
import type { RunReport } from "../report/run-report.ts";
import type { RunOutcome } from "../report/run-verdict.ts";

/** What a page is made from beside the report. */
export interface HtmlPageOptions {
  readonly outcome: RunOutcome;
  /** There were no cassettes at all. @default {false} */
  readonly isLibraryEmpty?: boolean;
  /** Absolute root of the library; `undefined` where none is to be read. */
  readonly root: string | undefined;
  /** Where each cause was placed, by its id. @default {nowhere} */
  readonly places?: ReadonlyMap<string, string>;
}

/** Renders a run and its library as one HTML page. Never throws: an unreadable document shows no conversation. */
export function renderHtmlPage(report: RunReport, options: HtmlPageOptions): string {
  return toHtmlReport(report, {
    outcome: options.outcome,
    isLibraryEmpty: options.isLibraryEmpty === true,
    places: options.places ?? new Map(),
    interactionsOf: remembering((scope) =>
      options.root === undefined ? [] : readInteractions(options.root, scope),
    ),
    scriptDigest: createHash("sha256").update(PAGE_SCRIPT).digest("base64"),
  });
}

/** Causes of one edit ask for the same scope again and again; a library does not fit into memory. */
function remembering(
  read: (scope: string) => readonly Interaction[],
): (scope: string) => readonly Interaction[] {
  let last: { readonly scope: string; readonly interactions: readonly Interaction[] } | undefined;
  return (scope) => {
    if (last?.scope !== scope) last = { scope, interactions: read(scope) };
    return last.interactions;
  };
}

function readInteractions(root: string, scope: string): readonly Interaction[] {
  const path = scopePath(scope);
  try {
    return decodeCassette(readFileSync(join(root, path), "utf8"), path).interactions;
  } catch {
    // A missing or damaged document is told by the report itself.
    return [];
  }
}
