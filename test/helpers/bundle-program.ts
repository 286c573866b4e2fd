import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** A TypeScript program as a file that Node runs. */
export interface BundledProgram {
  readonly path: string;
  remove(): void;
}

/** Bundles a program of the tests: Node 20 runs no TypeScript. */
export function bundleProgram(entry: URL): BundledProgram {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-program-"));
  const path = join(folder, "program.mjs");
  buildSync({
    entryPoints: [fileURLToPath(entry)],
    outfile: path,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
