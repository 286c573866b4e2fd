import { REPORT_SCHEMA } from "./report-schema.ts";
import type { RunReport } from "./run-report.ts";

/** A larger file is no report of ours. */
export const REPORT_BYTES_MAX: number = 64 * 1024 ** 2;

/** No request nests so deeply; what does overflows the stack of whoever writes it again. */
const REPORT_DEPTH_MAX = 500;

/** A report read from text, or one sentence that says why it is none. */
export type ParsedReport =
  | { readonly kind: "report"; readonly report: RunReport }
  | { readonly kind: "refused"; readonly why: string };

/** Reads a report that may come from anywhere: an artifact of a fork's run is hostile until proved otherwise. */
export function parseReport(written: string): ParsedReport {
  // A byte order mark is what some shells put before what they write; JSON knows none.
  const text = written.replace(/^\ufeff/u, "");
  if (text.length > REPORT_BYTES_MAX) {
    return { kind: "refused", why: `it is larger than ${REPORT_BYTES_MAX} bytes` };
  }
  if (isDeeperThan(text, REPORT_DEPTH_MAX)) {
    return { kind: "refused", why: `it nests deeper than ${REPORT_DEPTH_MAX} levels` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "refused", why: "it is no JSON" };
  }
  const result = REPORT_SCHEMA.safeParse(value);
  if (result.success) return { kind: "report", report: result.data };
  const [issue] = result.error.issues;
  const place = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
  return { kind: "refused", why: `it is no Tapegate report${place}: ${issue?.message ?? ""}` };
}

/** Whether JSON text nests deeper than so many levels; brackets in strings do not count. */
function isDeeperThan(text: string, levelsMax: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = stringEnd(text, at);
        break;
      case OPEN_BRACKET:
      case OPEN_BRACE:
        depth += 1;
        if (depth > levelsMax) return true;
        break;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Where a string ends that begins at `from`; the text's end where it does not. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return text.length;
}
