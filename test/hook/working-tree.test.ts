import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openWorkingTree } from "../../src/hook/working-tree.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("openWorkingTree()", () => {
  test("finds the root by a .git directory, or the .git file of a worktree", () => {
    const folder = temporaryFolder({
      ".git/HEAD": "",
      "a/b/x": "",
      "w/.git": "gitdir: …",
      "w/c/x": "",
    });
    expect(openWorkingTree(join(folder, "a/b")).root).toBe(folder);
    expect(openWorkingTree(join(folder, "w/c")).root).toBe(join(folder, "w"));
    expect(openWorkingTree(join(folder, "gone/b")).root).toBe(folder);
  });

  test("takes the working directory for the root where there is no repository", () => {
    const folder = temporaryFolder({ "a/x": "" });
    expect(openWorkingTree(join(folder, "a")).root).toBe(join(folder, "a"));
  });

  test("says what stands at a path", () => {
    const folder = temporaryFolder({ ".git/HEAD": "", "d/f": "" });
    symlinkSync("f", join(folder, "d/link"));
    symlinkSync("loop", join(folder, "d/loop"));
    const tree = openWorkingTree(folder);
    expect(
      ["d", "d/f", "d/link", "d/loop", "d/f/x", "x"].map((path) => tree.kind(join(folder, path))),
    ).toEqual(["directory", "file", "file", "missing", "missing", "missing"]);
    expect(tree.kind("/nul\0l")).toBe("missing");
  });

  test("resolves links as the system does, also below what does not exist", () => {
    const folder = temporaryFolder({ ".git/HEAD": "", "real/deep/f": "" });
    symlinkSync("real/deep", join(folder, "link"));
    const tree = openWorkingTree(folder);
    const real = tree.resolve(folder);
    expect(tree.resolve(`${folder}/link/f`)).toBe(`${real}/real/deep/f`);
    expect(tree.resolve(`${folder}/link/../x`)).toBe(`${real}/real/x`);
    expect(tree.resolve(`${folder}/link/new/y`)).toBe(`${real}/real/deep/new/y`);
    expect(tree.resolve("/")).toBe("/");
  });

  test("reads up to 256 KiB of a regular file", () => {
    const folder = temporaryFolder({
      ".git/HEAD": "",
      fits: "ä".repeat(128 * 1024),
      large: "x".repeat(256 * 1024 + 1),
    });
    const tree = openWorkingTree(folder);
    expect(tree.readText(join(folder, "fits"))).toHaveLength(128 * 1024);
    expect(tree.readText(join(folder, "large"))).toBeUndefined();
    expect(tree.readText(folder)).toBeUndefined();
    expect(tree.readText(join(folder, "gone"))).toBeUndefined();
  });

  test("does not wait for a named pipe", () => {
    const folder = temporaryFolder({ ".git/HEAD": "" });
    expect(spawnSync("sh", ["-c", 'mkfifo "$0"', join(folder, "pipe")]).status).toBe(0);
    expect(openWorkingTree(folder).readText(join(folder, "pipe"))).toBeUndefined();
  });

  test("reads and lists nothing outside the repository, links or not", () => {
    const outside = temporaryFolder({ "secret.sh": "pytest" });
    const folder = temporaryFolder({ ".git/HEAD": "", "in/a": "1", "in/b": "2" });
    symlinkSync(outside, join(folder, "out"));
    symlinkSync(join(outside, "secret.sh"), join(folder, "secret.sh"));
    const tree = openWorkingTree(folder);
    expect(tree.readText(join(folder, "secret.sh"))).toBeUndefined();
    expect(tree.readText(join(folder, "out/secret.sh"))).toBeUndefined();
    expect(tree.readText(join(outside, "secret.sh"))).toBeUndefined();
    expect(tree.list(join(folder, "out"))).toBeUndefined();
    expect(tree.list(outside)).toBeUndefined();
    expect(tree.list(join(folder, "in"))).toEqual(["a", "b"]);
    expect(tree.list(join(folder, "in/a"))).toBeUndefined();
  });

  test("does not list a directory without end", { timeout: 60_000 }, () => {
    const folder = temporaryFolder({ ".git/HEAD": "" });
    mkdirSync(join(folder, "many"));
    for (let index = 0; index <= 10_000; index += 1)
      writeFileSync(join(folder, `many/${index}`), "");
    expect(openWorkingTree(folder).list(join(folder, "many"))).toBeUndefined();
  });
});
