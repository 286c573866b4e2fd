// What `tapegate replay --` adds to a command: beside a bare node that does nothing.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurn, median } from "./statistics.mjs";

const cli = join(import.meta.dirname, "..", "dist/cli.cjs");
const roundCount = 15;
const addedMsMax = 120;

/**
 * Prints both medians and their difference.
 *
 * @param {(line: string) => void} print
 */
export async function run(print) {
  if (!existsSync(cli)) {
    print("  not measured: dist/cli.cjs does not exist (npm run build)");
    return { isMet: false };
  }
  const cassettes = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
  const ways = {
    "bare node": ["-e", "0"],
    "tapegate replay -- true": [cli, "replay", "--cassettes", cassettes, "--", "true"],
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  try {
    for (let round = 0; round < roundCount; round++) {
      for (const [name, argv] of inTurn(Object.entries(ways), round)) {
        times[name].push(measure(name, argv));
      }
    }
  } finally {
    rmSync(cassettes, { recursive: true, force: true });
  }
  const [bare, ours] = Object.values(times);
  const added = ["wallMs", "cpuMs"].map((kind) =>
    median(ours.map((spent, round) => spent[kind] - bare[round][kind])),
  );
  for (const [name, spent] of Object.entries(times)) {
    const [wall, cpu] = ["wallMs", "cpuMs"].map((kind) => median(spent.map((one) => one[kind])));
    print(`  ${name.padEnd(24)} ${wall.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms`);
  }
  const isMet = added[0] <= addedMsMax;
  const verdict = isMet ? "met" : "MISSED";
  print(
    `  added ${added[0].toFixed(0)} ms, CPU ${added[1].toFixed(0)} ms (target ≤ ${addedMsMax} ms: ${verdict})`,
  );
  return { added: added[0], isMet };
}

/** Runs node once. A shell says what processor time its children took, which Node cannot ask for. */
function measure(name, argv) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", '"$@"; status=$?; times; exit $status', "sh", process.execPath, ...argv],
    { encoding: "utf8" },
  );
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`Cannot measure ${name}: exit ${status}\n${stderr}`);
  const [user, system] = [
    ...stdout
      .trimEnd()
      .split("\n")
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return { wallMs, cpuMs: toMs(user) + toMs(system) };
}

function toMs([, minutes, seconds]) {
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
}

if (process.argv[1] === import.meta.filename) await run(console.log);
