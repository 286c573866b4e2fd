// What recording costs as a scope grows: calls through the gateway onto disk, in sequence, beside
// the same calls straight to the provider. Rewriting a document for every call was 900 times dearer
// at the ten-thousandth than at the fiftieth.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleLibrary, start } from "./gateway.mjs";
import { measure } from "./load-client.mjs";
import { requestBody, workloads } from "./workload.mjs";

const [workload] = workloads;
const windowSize = 50;
const growthMax = 1.2;
const windows = [50, 500, 2000, 10_000];

/**
 * Prints the time of one recorded call around each of the windows.
 *
 * @param {(line: string) => void} print
 */
export async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
  const servers = [];
  try {
    const library = await bundleLibrary(folder);
    const provider = await start(servers, "provider", ["bare.mjs", "whole"]);
    const upstream = `http://127.0.0.1:${provider.port}`;
    const gateway = await start(servers, "tapegate", ["record.mjs", library, upstream, folder]);
    const path = `/s/${workload.scope}/openai/v1/chat/completions`;
    // The first calls pay for the compilers, not for the recording.
    await calls(gateway.port, { path: path.replace("/json/", "/warm-up/"), from: 0, count: 1000 });
    await calls(provider.port, { path, from: 0, count: 1000 });
    const times = new Map();
    let recorded = 0;
    for (const at of windows) {
      const before = at - windowSize - recorded;
      if (before > 0) await calls(gateway.port, { path, from: recorded, count: before });
      const first = at - windowSize;
      const direct = await calls(provider.port, { path, from: first, count: windowSize });
      const through = await calls(gateway.port, { path, from: first, count: windowSize });
      recorded = at;
      times.set(at, through - direct);
      print(
        `  around call ${String(at).padStart(6)}: direct ${direct.toFixed(2)} ms, recorded ${through.toFixed(2)} ms, added ${(through - direct).toFixed(2)} ms`,
      );
    }
    const growth = times.get(windows.at(-1)) / times.get(windows[0]);
    print(
      `  ${windows.at(-1)}th over ${windows[0]}th: ${growth.toFixed(2)} (target ≤ ${growthMax})`,
    );
    return { growth, isMet: growth <= growthMax };
  } finally {
    for (const { child } of servers) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median time of one call in milliseconds. */
async function calls(port, { path, from, count }) {
  const bodies = Array.from({ length: count }, (_, index) => requestBody(workload, from + index));
  return (await measure({ port, path, bodies, connections: 1, client: "agent" })).p50;
}

if (process.argv[1] === import.meta.filename) await run(console.log);
