// A long run of the gate's oracle: `npm run test:gate:long -- --count 100000 [--seed N]`.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { count: { type: "string", default: "100000" }, seed: { type: "string" } },
});
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--project", "confirm", "test/confirm/gate/oracle"],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      TAPEGATE_COUNT: values.count,
      TAPEGATE_NO_SKIP: "1",
      ...(values.seed === undefined ? {} : { TAPEGATE_SEED: values.seed }),
    },
  },
);
process.exit(status ?? 1);
