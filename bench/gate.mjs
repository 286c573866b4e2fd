// What the hook costs before a command: whole processes, interleaved, each compared with the bare
// node of its own round, so that a busy machine slows both. `--rounds N` (default 40), `--check` exits 1
// where a target on Node 24 is missed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const gate = join(root, "dist/gate.cjs");
const roundsFlag = process.argv.indexOf("--rounds");
const rounds = roundsFlag === -1 ? 40 : Number(process.argv[roundsFlag + 1]);

const PARSED = "cd service && timeout 600 pytest tests/unit -q -k login 2>&1 | tail -n 40";

/** `target`: of the spec, on Node 24, as a multiple of bare node. */
const CASES = [
  { name: "bare node -e 0", args: ["-e", "0"] },
  { name: "harmless", args: [gate], command: "git status && ls -la src", target: 1.1 },
  { name: "parsed", args: [gate], command: PARSED, target: 1.25 },
  { name: "refused", args: [gate], command: "cd service && make lint && pytest tests/e2e -x" },
  {
    name: "30 pytest segments",
    args: [gate],
    command: Array.from({ length: 30 }, (_, n) => `pytest tests/unit/test_${n}.py`).join(" && "),
    target: 1.25,
  },
];

const runtimes = [process.execPath, join(root, "test/runtimes/node_modules/node/bin/node")].filter(
  (path, index, all) => existsSync(path) && all.indexOf(path) === index,
);

if (!existsSync(gate)) fail(`Cannot measure the gate: ${gate} does not exist. Run: npm run build`);
const cache = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
let missed = 0;
try {
  for (const node of runtimes) measure(node);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
if (missed > 0 && process.argv.includes("--check")) process.exitCode = 1;

function measure(node) {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const isTarget = version.startsWith("v24.");
  // Twice unmeasured: the system's file cache, then Node's compile cache.
  for (let round = 0; round < 2; round += 1) for (const each of CASES) run(node, each);
  const times = CASES.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    CASES.forEach((each, index) => times[index].push(run(node, each)));
  }
  console.log(`\nNode ${version}, ${rounds} rounds, milliseconds of whole processes`);
  console.log("case                 median    min   × bare (median of pairs)   target");
  CASES.forEach(({ name, target }, index) => {
    const ratio = median(times[index].map((time, round) => time / times[0][round]));
    const isMissed = isTarget && target !== undefined && ratio > target;
    if (isMissed) missed += 1;
    const verdict =
      target === undefined || !isTarget
        ? ""
        : `≤ ${target.toFixed(2)} ${isMissed ? "missed" : "met"}`;
    console.log(
      [
        name.padEnd(19),
        median(times[index]).toFixed(1).padStart(7),
        Math.min(...times[index])
          .toFixed(1)
          .padStart(7),
        ratio.toFixed(3).padStart(15),
        verdict.padStart(25),
      ].join(" "),
    );
  });
}

function run(node, { args, command }) {
  const input =
    command === undefined
      ? ""
      : JSON.stringify({
          session_id: "bench",
          transcript_path: "/nonexistent",
          cwd: root,
          permission_mode: "default",
          hook_event_name: "PreToolUse",
          tool_name: "Bash",
          tool_input: { command },
          tool_use_id: "bench",
        });
  const start = performance.now();
  const { status, stderr } = spawnSync(node, args, {
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: cache },
  });
  const elapsed = performance.now() - start;
  if (status !== 0) fail(`Cannot measure the gate: it ended with ${status}: ${stderr}`);
  return elapsed;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
