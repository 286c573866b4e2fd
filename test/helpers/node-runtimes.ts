import { existsSync } from "node:fs";
import { join } from "node:path";

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, "..", "..");

/** Node 24, on which the action runs; installed by `npm run setup`. */
export const NODE_24: string = join(ROOT, "test/runtimes/node_modules/node/bin/node");

/** Recorded traffic of others, laid beside the repository; never part of it. */
export const TRAFFIC: string = join(ROOT, "../shared/data/traffic");

/**
 * Whether a test may be skipped for want of a program. `TAPEGATE_NO_SKIP` says what must be there: `1`
 * everything, `programs` everything but recorded traffic, which lies beside few checkouts.
 */
export const mayLackPrograms: boolean = !["1", "programs"].includes(
  process.env["TAPEGATE_NO_SKIP"] ?? "",
);

/** Says why a test that needs a program is skipped; throws where that may not be. */
export function missing(what: string, path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const message = `Cannot test with ${what}: ${path} does not exist. Run: npm run setup`;
  if (!mayLackPrograms) throw new Error(message);
  return message;
}

/** The same of recorded traffic. */
export function missingTraffic(path: string = TRAFFIC): string | undefined {
  if (existsSync(path)) return undefined;
  const message = `Cannot test with recorded traffic: ${path} does not exist`;
  if (process.env["TAPEGATE_NO_SKIP"] === "1") throw new Error(message);
  return message;
}
