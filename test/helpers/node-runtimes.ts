import { existsSync } from "node:fs";
import { join } from "node:path";

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, "..", "..");

/** Node 24, on which the action runs; installed by `npm run setup`. */
export const NODE_24: string = join(ROOT, "test/runtimes/node_modules/node/bin/node");

/** Says why a test that needs Node 24 is skipped; in CI (`TAPEGATE_NO_SKIP=1`) it throws instead. */
export function missing(what: string, path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const message = `Cannot test with ${what}: ${path} does not exist. Run: npm run setup`;
  if (process.env["TAPEGATE_NO_SKIP"] === "1") throw new Error(message);
  return message;
}
