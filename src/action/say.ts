import * as core from "@actions/core";
import { oneLine } from "../report/text.ts";
import { defuseLine } from "./suite/output-filter.ts";

/**
 * Prints a line into the job's log. Messages quote prompts, paths and provider texts; none of them
 * may command the runner or colour the log. (Annotations need no such care: their syntax escapes
 * what they hold.)
 */
export function say(text: string): void {
  for (const line of text.split(/\r\n|[\n\r]/)) {
    core.info(defuseLine(Buffer.from(oneLine(line))).toString());
  }
}
