import { writeSync } from "node:fs";
import { openSession } from "../../src/cassette/open-session.ts";
import type { SessionMode } from "../../src/cassette/values.ts";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { answer, chatRequest } from "./requests.ts";

/** Usage: <mode> <root> <first> <count>. Records requests by number and prints each that is finished. */
const [mode, root, first, count] = process.argv.slice(2);
const session = openSession({
  mode: mode as SessionMode,
  store: openDirectoryStore(root!),
  clock: { now: () => Date.now() },
  log: {
    warn: (message) => writeSync(2, `${message}\n`),
    error: (message) => writeSync(2, `${message}\n`),
  },
});
for (let number = Number(first); number < Number(first) + Number(count); number++) {
  const issued = session.issue(chatRequest(`question ${number} ${"x".repeat(3000)}`));
  issued.record(answer(`answer ${number}`));
  writeSync(1, `${number}\n`);
  // Documents are written in between, so that some kills meet a commit.
  if (number % 7 === 0) session.flush();
}
session.close();
