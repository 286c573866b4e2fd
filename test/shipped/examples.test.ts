import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missing, ROOT } from "../helpers/node-runtimes.ts";
import { makeFolder } from "../helpers/run-cli.ts";

const withoutPython = missing("the example pytest", join(ROOT, ".venv/bin/python")) !== undefined;
const names = ["quick", "vitest", ...(withoutPython ? [] : ["pytest"])];

test("the examples' cassettes are what recording them anew gives, to the byte", () => {
  const folder = makeFolder();
  const args = ["scripts/record-examples.mjs", "--into", folder, ...names];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: 0 });
  for (const name of names) {
    const recorded = filesOf(join(folder, name, "cassettes"));
    expect(Object.keys(recorded).length).toBeGreaterThan(0);
    expect(recorded).toEqual(filesOf(join(ROOT, "examples", name, "cassettes")));
  }
});

/** Every file below a folder: name → text. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
