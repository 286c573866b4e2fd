import { FILES_WRITTEN_MAX, LimitReached } from "../limits.ts";
import { mentionsRunner } from "./text-value.ts";
import type { Text } from "./text-value.ts";

/** Of the files that are too many to keep, only text that names a test runner may matter later. */
export function leaveOut(text: Text): void {
  if (mentionsRunner(text))
    throw new LimitReached(`it writes more than ${FILES_WRITTEN_MAX} files`);
}
