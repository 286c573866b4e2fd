import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { missing, NODE_24 } from "../helpers/node-runtimes.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { runGateProcess } from "./gate-process.ts";

const PARSED = { tool_name: "Bash", tool_input: { command: "pytest tests/e2e" } };

describe.skipIf(missing("Node 24", NODE_24) !== undefined)(
  "dist/gate.cjs and Node's compile cache",
  () => {
    test("keeps compiled code in a directory of the user's own", () => {
      const HOME = temporaryFolder();
      const first = runGateProcess(PARSED, { node: NODE_24, environment: { HOME } });
      const folder = join(HOME, ".cache/tapegate");
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(readdirSync(folder)).not.toEqual([]);
      expect(runGateProcess(PARSED, { node: NODE_24, environment: { HOME } })).toEqual(first);
    });

    test("writes nothing for a command that needs no judge", () => {
      const HOME = temporaryFolder();
      runGateProcess(
        { tool_name: "Bash", tool_input: { command: "git status" } },
        { node: NODE_24, environment: { HOME } },
      );
      expect(existsSync(join(HOME, ".cache"))).toBe(false);
    });

    test("does not use a directory that others may write, nor one that it is told not to", () => {
      const HOME = temporaryFolder();
      const folder = join(HOME, ".cache/tapegate");
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o777);
      runGateProcess(PARSED, { node: NODE_24, environment: { HOME } });
      expect(readdirSync(folder)).toEqual([]);
      chmodSync(folder, 0o700);
      runGateProcess(PARSED, { node: NODE_24, environment: { HOME, TAPEGATE_NO_CACHE: "1" } });
      expect(readdirSync(folder)).toEqual([]);
    });

    test("answers as without one where no directory can be made", () => {
      const HOME = temporaryFolder({ ".cache": "a file" });
      const end = runGateProcess(PARSED, { node: NODE_24, environment: { HOME } });
      expect(end.exitCode).toBe(0);
      expect(end.stdout).toContain('"deny"');
    });
  },
);
