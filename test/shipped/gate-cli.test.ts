import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { ROOT } from "../helpers/node-runtimes.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { GATE } from "./gate-process.ts";

/** The verbs alone, in a bundle like the terminal's: as people run them, whatever else it holds. */
const ENTRY = `
import { homedir } from "node:os";
import { runGate } from "./src/cli/gate/gate-command.ts";
runGate(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTty: false,
  homeDirectory: homedir(),
}).then((exitCode) => { process.exitCode = exitCode; });
`;

describe("tapegate gate, bundled", () => {
  test("judges, installs beside its own files, and takes out again", async () => {
    const folder = temporaryFolder({ ".git/HEAD": "", "tests/e2e/x": "" });
    const dist = join(folder, "node_modules/tapegate/dist");
    mkdirSync(dist, { recursive: true });
    copyFileSync(GATE, join(dist, "gate.cjs"));
    await build({
      stdin: { contents: ENTRY, resolveDir: ROOT, loader: "ts" },
      absWorkingDir: ROOT,
      outfile: join(dist, "cli.cjs"),
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20.19",
      alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
      logLevel: "error",
    });
    const run = (
      ...argv: readonly string[]
    ): { status: number | null; stdout: string; stderr: string } =>
      spawnSync(process.execPath, [join(dist, "cli.cjs"), ...argv], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env["PATH"], HOME: folder },
      });
    expect(run("check", "pytest tests/unit").status).toBe(0);
    const refused = run("check", "pytest tests/e2e");
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("  pytest tests/e2e\n  ^^^^^^^^^^^^^^^^\n");
    expect(run("check").status).toBe(2);

    expect(run("status").status).toBe(1);
    expect(run("install")).toMatchObject({ status: 0, stderr: "" });
    const settings = join(folder, ".claude/settings.json");
    expect(readFileSync(settings, "utf8")).toContain(
      "${CLAUDE_PROJECT_DIR}/node_modules/tapegate/dist/gate.cjs",
    );
    expect(run("status").status).toBe(0);
    expect(run("uninstall").status).toBe(0);
    // There was none before.
    expect(existsSync(settings)).toBe(false);
  });
});
