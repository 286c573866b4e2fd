// Builds dist/. One table: entry → bundle → budget. `--check` builds into memory and fails when
// the committed dist differs, so that what is judged is what is shipped.
import { readFileSync, existsSync, mkdirSync, writeFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleOptions } from "./bundle-options.mjs";
import { BUNDLES, COPIES } from "./bundles.mjs";
import { declareTypes } from "./declarations.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** The `bin` of package.json. */
const COMMAND = "dist/cli.cjs";
const isCheck = process.argv.includes("--check");

/** Everything dist/ holds: path below the root → bytes. */
const outputs = new Map();
const overBudget = [];

for (const bundle of BUNDLES) {
  if (!existsSync(join(root, bundle.entry))) continue;
  const result = await build(bundleOptions(root, bundle));
  for (const file of result.outputFiles) {
    outputs.set(bundle.outfile, file.contents);
    if (file.contents.byteLength > bundle.bytesMax) {
      overBudget.push(
        `${bundle.outfile}: ${file.contents.byteLength} bytes, budget ${bundle.bytesMax}`,
      );
    }
  }
}

for (const copy of COPIES) {
  if (existsSync(join(root, copy.from))) outputs.set(copy.to, readFileSync(join(root, copy.from)));
}

for (const [path, bytes] of declareTypes(root)) outputs.set(path, bytes);

const shipped = new Set(listFiles(join(root, "dist"), "dist"));
const differing = [...outputs]
  .filter(([path, bytes]) => !isSame(path, bytes))
  .map(([path]) => path);
const orphaned = [...shipped].filter((path) => !outputs.has(path));

if (isCheck) {
  if (differing.length + orphaned.length > 0) {
    fail(
      `Cannot accept dist: it differs from what src builds (${[...differing, ...orphaned].join(", ")}). Run: npm run build`,
    );
  }
} else {
  for (const path of orphaned) rmSync(join(root, path));
  for (const [path, bytes] of outputs) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // npm makes it executable wherever it links the package, which would leave a clone changed.
    writeFileSync(join(root, path), bytes, { mode: path === COMMAND ? 0o755 : 0o644 });
    console.log(`${path}  ${bytes.byteLength} bytes`);
  }
}
if (overBudget.length > 0) fail(`Cannot accept bundle sizes: ${overBudget.join("; ")}`);

function isSame(path, bytes) {
  const target = join(root, path);
  return existsSync(target) && Buffer.compare(readFileSync(target), bytes) === 0;
}

function listFiles(folder, name) {
  if (!existsSync(folder)) return [];
  // Python leaves its caches beside the plug-in that it loads from here.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.name !== "__pycache__",
  );
  return entries.flatMap((entry) =>
    entry.isDirectory()
      ? listFiles(join(folder, entry.name), `${name}/${entry.name}`)
      : [`${name}/${entry.name}`],
  );
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
