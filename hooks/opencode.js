// The gate for OpenCode: asks dist/gate.cjs before every bash call and throws where it refuses.
// OpenCode gives its model the error's message. Where the gate cannot run, the call does not either.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const GATE = join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "gate.cjs");

/** As long as the other hosts are told to wait for the gate. */
const TIMEOUT_MS = 10_000;

/** The plug-in: `gate` is the file that judges, by default the one that ships beside this file. */
export const tapegate = async ({ directory }, { gate = GATE } = {}) => ({
  "tool.execute.before": async (input, output) => {
    if (input.tool !== "bash") return;
    const { status, stderr, error } = spawnSync("node", [gate], {
      input: JSON.stringify({
        event: "tool.execute.before",
        tool: input.tool,
        cwd: directory,
        args: output.args,
      }),
      encoding: "utf8",
      timeout: TIMEOUT_MS,
    });
    if (status === 0) return;
    throw new Error(
      stderr?.trim() ||
        `Tapegate cannot judge this command: ${error?.message ?? `the gate ended with ${status}`}`,
    );
  },
});
