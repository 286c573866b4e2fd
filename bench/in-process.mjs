// A replayed in-process fetch beside a bare stub that returns the same bytes: how much a test waits
// for the cassette. The target is twice the stub at most. Other tools are measured in the same rounds.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fork } from "node:child_process";
import { callCount } from "./in-process/call.mjs";
import { peer } from "./peers.mjs";
import { inTurn, median, ratioOf } from "./statistics.mjs";

const library = join(import.meta.dirname, "../dist/index.mjs");
const way = join(import.meta.dirname, "in-process/way.mjs");
const roundCount = 15;
/** For the compilers: some ten thousand calls. */
const warmUpRounds = 25;
const ratioMax = 2;

/** Ways of other tools, by the package that each is. */
const peers = { nock: "nock", msw: "msw", polly: "@pollyjs/core" };

/**
 * Prints one line for each way and returns whether the target is met.
 *
 * @param {(line: string) => void} print
 */
export async function run(print) {
  if (!existsSync(library)) {
    print("  not measured: dist/index.mjs does not exist (npm run build)");
    return { isMet: false };
  }
  const processes = [];
  try {
    for (const name of ["stub", "tapegate"]) processes.push(await start(name, name));
    for (const [name, packageName] of Object.entries(peers)) {
      const { title, isInstalled, missing } = peer(packageName);
      if (isInstalled) processes.push(await start(name, title));
      else print(`  ${missing}`);
    }
    return report(await measure(processes), print);
  } finally {
    for (const { child } of processes) child.disconnect();
  }
}

/** Every way once a round, the order turned in every other one. */
async function measure(processes) {
  for (const { name, ask } of processes) {
    // What takes milliseconds has nothing to gain from so many.
    for (let round = 0; round < (name in peers ? 2 : warmUpRounds); round++) await ask("round");
  }
  const times = new Map(processes.map(({ title }) => [title, []]));
  for (let round = 0; round < roundCount; round++) {
    for (const { title, ask } of inTurn(processes, round)) {
      times.get(title).push((await ask("round")).p50Us);
    }
  }
  return times;
}

function report(times, print) {
  const base = times.get("stub");
  print(`  one call with its body read, p50 of ${callCount} calls, median of ${roundCount} rounds`);
  for (const [title, own] of times) {
    const ratio = ratioOf(own, base).toFixed(2).padStart(7);
    print(`  ${title.padEnd(22)} ${median(own).toFixed(1).padStart(8)} µs   × stub ${ratio}`);
  }
  const ratio = ratioOf(times.get("tapegate"), base);
  const isMet = ratio <= ratioMax;
  print(`  target ≤ ${ratioMax}: ${isMet ? "met" : "MISSED"}`);
  return { ratio, isMet };
}

async function start(name, title) {
  const child = fork(way, [name], { execArgv: ["--expose-gc"] });
  const answer = () =>
    new Promise((resolve, reject) => {
      const onExit = (code) => reject(new Error(`Cannot measure ${title}: it ended with ${code}`));
      child.once("exit", onExit);
      child.once("message", (received) => {
        child.removeListener("exit", onExit);
        resolve(received);
      });
    });
  await answer();
  return {
    name,
    title,
    child,
    ask: (what) => {
      const received = answer();
      child.send(what);
      return received;
    },
  };
}

if (process.argv[1] === import.meta.filename) await run(console.log);
