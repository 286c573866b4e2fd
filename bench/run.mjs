// `npm run bench`: every measurement that README and docs name, one after the other. What a target
// misses is said and fails nothing: the machine decides, and only ratios are comparable.
import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Each exports `run(print)` and gives `{ isMet }`. @type {[title: string, file: string][]} */
const measurements = [
  ["Replay through the gateway", "gateway.mjs"],
  ["Recording through the gateway", "recording.mjs"],
  ["Start-up", "start-up.mjs"],
  ["Cassette core", "core.mjs"],
  ["In-process fetch", "in-process.mjs"],
];

const asked = process.argv.slice(2);
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(1)}`,
);
for (const [title, file] of measurements) {
  const path = join(import.meta.dirname, file);
  if (asked.length > 0 && !asked.includes(file.replace(".mjs", ""))) continue;
  console.log(`\n${title}`);
  if (!existsSync(path)) {
    console.log(`  not measured: bench/${file} does not exist`);
    continue;
  }
  const { run } = await import(pathToFileURL(path).href);
  await run((line) => console.log(line));
}
