import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
// @ts-expect-error -- a build script without declarations
import { bundleOptions } from "../../scripts/bundle-options.mjs";
// @ts-expect-error -- a build script without declarations
import { BUNDLES } from "../../scripts/bundles.mjs";
import { ROOT } from "../helpers/node-runtimes.ts";

interface Bundle {
  readonly entry: string;
  readonly outfile: string;
  readonly bytesMax: number;
  readonly inputs: RegExp;
}

const bundles = (BUNDLES as readonly Bundle[]).filter(({ entry }) => existsSync(join(ROOT, entry)));

describe.each(bundles)("$outfile", (bundle) => {
  const { outfile, bytesMax, inputs } = bundle;
  test("holds nothing but what it may", async () => {
    const options = bundleOptions(ROOT, bundle) as BuildOptions;
    const { metafile } = await build({ ...options, metafile: true, logLevel: "silent" });
    // A chunk's stand-in is a line of ours that requires the chunk.
    const strangers = Object.keys(metafile.inputs).filter(
      (input) => !input.startsWith("chunk:") && !inputs.test(input),
    );
    expect(strangers).toEqual([]);
  });

  test(`stays within ${bytesMax} bytes`, () => {
    expect(readFileSync(join(ROOT, outfile)).byteLength).toBeLessThanOrEqual(bytesMax);
  });
});

describe("dist/cli.cjs", () => {
  test("knows no GitHub", () => {
    expect(readFileSync(join(ROOT, "dist/cli.cjs"), "utf8")).not.toContain(
      "node_modules/@actions/",
    );
  });

  test("runs without node_modules beside it", () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, "dist/cli.cjs"), join(folder, "cli.cjs"));
    const run = spawnSync(process.execPath, [join(folder, "cli.cjs"), "--version"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(run.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe("dist", () => {
  test("is the same to the byte whatever directory it is built in", () => {
    const first = copySources(temporaryFolder());
    const second = join(temporaryFolder(), "deeper", "with space");
    cpSync(first, second, { recursive: true });
    for (const folder of [first, second]) {
      copyPackages(join(ROOT, "node_modules"), join(folder, "node_modules"));
      const run = spawnSync(process.execPath, ["scripts/build.mjs"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: 0 });
    }
    const names = filesOf(join(first, "dist"));
    expect(names).toContain("cli.cjs");
    expect(filesOf(join(second, "dist"))).toEqual(names);
    const differing = names.filter(
      (name) =>
        Buffer.compare(
          readFileSync(join(first, "dist", name)),
          readFileSync(join(second, "dist", name)),
        ) !== 0,
    );
    expect(differing).toEqual([]);
  });
});

/** What a build reads, but the packages. */
function copySources(folder: string): string {
  for (const name of readdirSync(ROOT)) {
    if (/^(?:\.git|\.venv|dist|node_modules|test)$/u.test(name)) continue;
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** Hard links where the file systems allow it: the packages are large, and only read. */
function copyPackages(from: string, to: string): void {
  if (spawnSync("cp", ["-al", from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-dist-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
