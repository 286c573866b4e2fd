// Records the cassettes of examples/ anew from the scripted upstream, with the built dist. Times are
// fixed, so that a recording of the same requests gives the same bytes. `--into DIR` records elsewhere:
// a test compares the two.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startUpstream } from "../examples/upstream.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const intoAt = process.argv.indexOf("--into");
const into = intoAt === -1 ? join(root, "examples") : resolve(process.argv[intoAt + 1]);
const only = process.argv
  .slice(2)
  .filter((word, index) => index + 2 !== intoAt && index + 1 !== intoAt);

/** 2026-01-01T00:00:00Z: when the examples were recorded, for ever. */
const RECORDED_AT = "1767225600";

/** Every example: its directory below examples/ and its suite. */
export const EXAMPLES = [
  { name: "quick", command: [process.execPath, "--test", "examples/quick/quick.test.mjs"] },
  {
    name: "pytest",
    command: [
      join(root, ".venv/bin/python"),
      "-m",
      "pytest",
      "-q",
      "-p",
      "no:cacheprovider",
      "-p",
      "no:randomly",
      "examples/pytest",
    ],
  },
  {
    name: "vitest",
    // Where its own scripts run it: scopes are named from there.
    cwd: join(root, "examples/vitest"),
    command: [process.execPath, join(root, "node_modules/vitest/vitest.mjs"), "run"],
  },
];

const scratch = mkdtempSync(join(tmpdir(), "tapegate-examples-"));
for (const example of EXAMPLES) {
  if (only.length === 0 || only.includes(example.name)) await record(example);
}
rmSync(scratch, { recursive: true });

/** Each has an upstream of its own, which counts repetitions from the start. */
async function record({ name, command, cwd = root }) {
  const upstream = await startUpstream();
  const config = join(scratch, `${name}.json`);
  const providers = { openai: { upstream: upstream.url }, anthropic: { upstream: upstream.url } };
  writeFileSync(config, JSON.stringify({ providers }));
  const cassettes = join(into, name, "cassettes");
  rmSync(cassettes, { recursive: true, force: true });
  const options = ["--config", config, "--cassettes", cassettes];
  const status = await run(
    [join(root, "dist/cli.cjs"), "record", ...options, "--", ...command],
    cwd,
  );
  await upstream.close();
  if (status === 0) return;
  console.error(`Cannot record the example "${name}": its suite ended with ${status}`);
  process.exitCode = 1;
}

function run(args, cwd) {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: "inherit",
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: RECORDED_AT,
      OPENAI_API_KEY: "sk-example-not-a-key",
      ANTHROPIC_API_KEY: "sk-ant-example-not-a-key",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}
