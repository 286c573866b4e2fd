import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepRunnerFiles } from "../../src/action/runner-files.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const NAMES = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE"] as const;

function makeFiles(): Record<(typeof NAMES)[number], string> {
  const folder = temporaryFolder();
  const paths = Object.fromEntries(NAMES.map((name) => [name, join(folder, name)]));
  for (const [name, path] of Object.entries(paths)) writeFileSync(path, `${name}=before\n`);
  return paths as Record<(typeof NAMES)[number], string>;
}

test("what a suite does to the runner's files is taken back and named", () => {
  const files = makeFiles();
  const putBack = keepRunnerFiles({ ...files, GITHUB_STEP_SUMMARY: "/none" });
  writeFileSync(files.GITHUB_ENV, "PATH=/evil\n", { flag: "a" });
  rmSync(files.GITHUB_PATH);
  mkdirSync(files.GITHUB_PATH);
  rmSync(files.GITHUB_OUTPUT);
  symlinkSync(files.GITHUB_ENV, files.GITHUB_OUTPUT);
  expect(putBack()).toEqual(["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT"]);
  for (const name of NAMES) expect(readFileSync(files[name], "utf8")).toBe(`${name}=before\n`);
  expect(putBack()).toEqual([]);
});

test("files that are not there, or no files, are left alone", () => {
  const folder = temporaryFolder();
  expect(keepRunnerFiles({ GITHUB_ENV: join(folder, "none"), GITHUB_PATH: folder })()).toEqual([]);
  expect(keepRunnerFiles({})()).toEqual([]);
});
