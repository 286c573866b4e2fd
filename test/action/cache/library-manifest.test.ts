import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLink, readLibraryManifest } from "../../../src/action/cache/library-manifest.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

test("a library's root may be a link, what lies below it may not", () => {
  const folder = temporaryFolder({ "real/a.cassette.json": "{}", "other/b.cassette.json": "{}" });
  const root = join(folder, "linked");
  symlinkSync("real", root);
  symlinkSync("../other", join(folder, "real", "below"));
  expect([...readLibraryManifest(root).keys()]).toEqual(["a.cassette.json"]);
  expect(readLibraryManifest(root)).toEqual(readLibraryManifest(join(folder, "real")));
  expect(findLink(root)).toBe(".");
  expect(findLink(join(folder, "real"))).toBe("below");
});

test("a library that is not there, a file, or a link to nothing is empty", () => {
  const folder = temporaryFolder({ file: "x" });
  symlinkSync("nowhere", join(folder, "dangling"));
  for (const name of ["none", "file", "dangling"]) {
    expect(readLibraryManifest(join(folder, name)).size).toBe(0);
  }
  expect(findLink(join(folder, "none"))).toBeUndefined();
});

test("folders and other files are no documents", () => {
  const folder = temporaryFolder({ "lib/a.json": "{}", "lib/a.cassette.journal": "" });
  mkdirSync(join(folder, "lib/folder.cassette.json"));
  writeFileSync(join(folder, "lib/folder.cassette.json/x.cassette.json"), "{}");
  expect([...readLibraryManifest(join(folder, "lib")).keys()]).toEqual([
    "folder.cassette.json/x.cassette.json",
  ]);
});
