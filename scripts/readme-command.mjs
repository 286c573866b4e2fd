// Prints a command of README.md by its name: the block after `<!-- command: NAME -->`. What the README
// promises is what .ci/run and the tests run.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const name = process.argv[2];
const text = readFileSync(join(root, "README.md"), "utf8");
const block = text.split(`<!-- command: ${name} -->`)[1]?.match(/^\s*```\w*\n([\s\S]*?)```/)?.[1];
if (block === undefined) {
  console.error(`Cannot print the command "${name}": README.md has no such block`);
  process.exit(1);
}
process.stdout.write(block);
