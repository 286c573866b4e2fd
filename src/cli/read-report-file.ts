import { lstatSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseReport, REPORT_BYTES_MAX, type ParsedReport } from "../report/parse-report.ts";

/** Reads a JSON report; what stands in the way comes back as a sentence. */
export function readReportFile(file: string, cwd: string): ParsedReport {
  const refused = (why: string): ParsedReport => ({ kind: "refused", why });
  const path = resolve(cwd, file);
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (entry === undefined) return refused("there is no such file");
    if (entry.isDirectory()) return refused("it is a folder. Name the JSON files in it");
    if (entry.size > REPORT_BYTES_MAX)
      return refused(`it is larger than ${REPORT_BYTES_MAX} bytes`);
    return parseReport(readFileSync(path, "utf8"));
  } catch (error) {
    return refused((error as Error).message);
  }
}
