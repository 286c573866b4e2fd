// The main job on real traffic: imports every recording below a folder with the shipped program, then
// runs a suite under `tapegate replay` that asks all of it again, scope by scope, and compares status
// and entity with an independent reading of the recordings. Usage: node scripts/prove-main-job.mjs FOLDER
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const traffic = resolve(process.argv[2] ?? join(root, "../shared/data/traffic"));
const cli = join(root, "dist/cli.cjs");
const scratch = mkdtempSync(join(tmpdir(), "tapegate-main-job-"));

try {
  const cassettes = join(scratch, "cassettes");
  const imported = run(["import", "--to", cassettes, "--json", traffic], "pipe");
  const { files } = JSON.parse(imported.stdout);
  const interactions = files.reduce((sum, file) => sum + file.interactions, 0);
  const skipped = files.reduce((sum, file) => sum + file.skipped.length, 0);
  console.log(
    `imported ${interactions} interactions of ${files.length} files, skipped ${skipped} with a reason`,
  );

  const suite = join(scratch, "suite.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["test/confirm/traffic-suite.ts"],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    define: { "import.meta.dirname": JSON.stringify(join(root, "test/helpers")) },
    logLevel: "warning",
  });
  const plan = join(scratch, "plan.json");
  writeFileSync(plan, JSON.stringify({ traffic, files, providers: await providers(cassettes) }));
  const replay = run(
    ["replay", "--cassettes", cassettes, "--unused", "fail", "--", process.execPath, suite, plan],
    "inherit",
  );
  process.exitCode = replay.status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(args, stdio) {
  const result = spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", stdio, "inherit"],
  });
  if (result.error !== undefined) throw result.error;
  if (stdio === "pipe" && result.status !== 0) {
    throw new Error(`tapegate ${args[0]} ended with ${result.status}`);
  }
  return result;
}

/** The provider table as `tapegate serve` tells it to other programs. */
async function providers(cassettes) {
  const args = [cli, "serve", "--format", "json", "--cassettes", cassettes];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  const line = await new Promise((done) =>
    createInterface({ input: child.stdout }).once("line", done),
  );
  child.kill("SIGTERM");
  await ended;
  return JSON.parse(line).providers;
}
