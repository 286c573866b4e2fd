// Replay through the gateway beside a bare node:http server that gives the same bytes, in one run,
// interleaved, each server a process of its own. Ratios count; absolute numbers belong to the machine.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { measure } from "./load-client.mjs";
import { peer } from "./peers.mjs";
import { inTurn, median, percentile, ratioOf } from "./statistics.mjs";
import { requestBody, workloads } from "./workload.mjs";

const root = join(import.meta.dirname, "..");
const roundCount = Number(process.env.TAPEGATE_BENCH_ROUNDS ?? 15);
/** For the compilers. */
const warmUpRounds = 3;
const throughputRatioMin = 0.85;
const p99RatioMax = 1.5;

/**
 * Prints a table of throughput and latency ratios and returns whether every target is met.
 *
 * @param {(line: string) => void} print
 */
export async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
  const servers = [];
  try {
    const library = await bundleLibrary(folder);
    const floor = await start(servers, "bare node:http", ["bare.mjs", "frames"]);
    const whole = await start(servers, "bare, one write", ["bare.mjs", "whole"]);
    const gateway = await start(servers, "tapegate", ["replay.mjs", library]);
    const subjects = [floor, whole, gateway];
    const aimock = peer("@copilotkit/aimock");
    if (aimock.isInstalled) {
      subjects.push({ ...(await start(servers, "aimock", ["aimock.mjs"])), isPeer: true });
    }
    print(`  ${aimock.isInstalled ? `aimock is ${aimock.title}` : aimock.missing}`);
    let isMet = true;
    for (const cell of cells()) {
      const results = await measureCell(subjects, cell);
      print(`${cell.workload.name}, ${cell.title}, median of ${roundCount} rounds`);
      for (const subject of subjects) print(line(subject, results, floor));
      const ours = ratios(results, gateway, floor);
      if (cell.isTarget) {
        const isHere = ours.throughput >= throughputRatioMin && ours.p99 <= p99RatioMax;
        isMet &&= isHere;
        print(`  ${isHere ? "met" : "MISSED"}`);
      }
    }
    print(
      `  targets: throughput ≥ ${throughputRatioMin}, p99 ≤ ${p99RatioMax} of bare node:http: ${isMet ? "met" : "missed"}`,
    );
    return { isMet };
  } finally {
    for (const { child } of servers) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a suite sees decides; what the server alone costs is shown beside it. */
function cells() {
  return workloads.flatMap((workload) => [
    ...[1, 32].map((connections) => ({
      workload,
      connections,
      client: "agent",
      isTarget: true,
      title: `${connections} connection${connections === 1 ? "" : "s"} of an SDK-like client`,
    })),
    { workload, connections: 32, client: "socket", isTarget: false, title: "32 raw sockets" },
  ]);
}

/** Every server once a round, the order turned in every other one. */
async function measureCell(subjects, { workload, connections, client }) {
  const bodies = Array.from({ length: workload.counts[connections] }, (_, index) =>
    requestBody(workload, index),
  );
  const warmUp = [requestBody(workload, bodies.length)];
  const results = new Map(subjects.map((subject) => [subject.name, []]));
  for (let round = -warmUpRounds; round < roundCount; round++) {
    for (const subject of inTurn(subjects, round)) {
      await subject.ask("again");
      const path = subject.isPeer
        ? "/v1/chat/completions"
        : `/s/${workload.scope}/openai/v1/chat/completions`;
      const { port } = subject;
      await measure({ port, path, bodies: warmUp, connections: 1, client });
      // The warm-up has opened the scope: what that left behind is not what a call costs.
      await subject.ask("gc");
      const before = await subject.ask("cpu");
      const result = await measure({ port, path, bodies, connections, client });
      const after = await subject.ask("cpu");
      const cpuUs = (after.cpuUs - before.cpuUs) / bodies.length;
      if (round >= 0) results.get(subject.name).push({ ...result, cpuUs });
    }
  }
  return results;
}

function line(subject, results, floor) {
  const own = results.get(subject.name);
  const { throughput, p50, p99, cpu } = ratios(results, subject, floor);
  const perSecond = median(own.map((result) => result.perSecond))
    .toFixed(0)
    .padStart(6);
  const latencies = own.flatMap((result) => result.latencies);
  const [middle, late] = [0.5, 0.99].map((share) =>
    percentile(latencies, share).toFixed(2).padStart(6),
  );
  const cpuUs = median(own.map((result) => result.cpuUs))
    .toFixed(0)
    .padStart(5);
  return `  ${subject.name.padEnd(16)} ${perSecond}/s  p50 ${middle} ms  p99 ${late} ms  CPU ${cpuUs} µs   × floor: throughput ${throughput.toFixed(2)}, p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)}, CPU ${cpu.toFixed(2)}`;
}

/** Rounds are too short for a tail of their own: their latencies are put together first. */
function ratios(results, subject, floor) {
  const own = results.get(subject.name);
  const base = results.get(floor.name);
  const ratio = (name) =>
    ratioOf(
      own.map((result) => result[name]),
      base.map((result) => result[name]),
    );
  const tail = (rounds) => {
    const latencies = rounds.flatMap((result) => result.latencies);
    return percentile(latencies, 0.99);
  };
  return {
    throughput: ratio("perSecond"),
    p50: ratio("p50"),
    p99: tail(own) / tail(base),
    cpu: ratio("cpuUs"),
  };
}

/** The sources as one module that this Node can load. */
export async function bundleLibrary(folder) {
  const outfile = join(folder, "library.mjs");
  await build({
    stdin: {
      contents: `
        export { openSession } from "./src/cassette/open-session.ts";
        export { openMemoryStore } from "./src/stores/memory-store.ts";
        export { openDirectoryStore } from "./src/stores/directory-store.ts";
        export { PROVIDERS } from "./src/dialects/providers.ts";
        export { configureProviders } from "./src/dialects/configuration.ts";
        export { startGateway } from "./src/gateway/start-gateway.ts";
        export { toCassetteRequest } from "./src/exchange/cassette-request.ts";
        export { toHttpOutcome } from "./src/exchange/http-outcome.ts";`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return pathToFileURL(outfile).href;
}

export async function start(servers, name, [script, ...args]) {
  const child = spawn(
    process.execPath,
    ["--expose-gc", join(import.meta.dirname, "servers", script), ...args],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  servers.push({ child });
  const { port } = await message(child);
  const ask = (what) => {
    const answer = message(child);
    child.send(what);
    return answer;
  };
  return { name, port, ask };
}

function message(child) {
  return new Promise((resolve, reject) => {
    const onExit = (code) => reject(new Error(`Cannot measure: a server ended with ${code}`));
    child.once("exit", onExit);
    child.once("message", (received) => {
      child.removeListener("exit", onExit);
      resolve(received);
    });
  });
}

if (process.argv[1] === import.meta.filename) await run(console.log);
