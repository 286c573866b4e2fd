// The library's declarations: what tsc emits for src/index.ts, and of that only the files which the
// public names lead to. Those may import nothing but each other and Node: every package is bundled,
// so a consumer has none of them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";

/**
 * @param {string} root The repository.
 * @returns {Map<string, Buffer>} Path below the root (`dist/types/index.d.ts`) → bytes.
 */
export function declareTypes(root) {
  const outputs = new Map();
  if (!existsSync(join(root, "src/index.ts"))) return outputs;
  const folder = mkdtempSync(join(tmpdir(), "tapegate-types-"));
  try {
    emit(root, folder);
    for (const file of ["index.d.ts", "vitest.d.ts"]) collect(folder, file, outputs);
    // `tapegate/task` is CommonJS, for jest; beside "type": "module" a compiler believes that of `.d.cts` alone.
    outputs.set("dist/types/task.d.cts", readFileSync(join(folder, "library/task.d.ts")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outputs;
}

function emit(root, folder) {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const config = join(root, "scripts/tsconfig.declarations.json");
  try {
    execFileSync(process.execPath, [compiler, "-p", config, "--outDir", folder], { cwd: root });
  } catch (error) {
    throw new Error(`Cannot declare the library's types:\n${error.stdout ?? error.message}`, {
      cause: error,
    });
  }
}

function collect(folder, file, outputs) {
  const path = `dist/types/${file}`;
  if (outputs.has(path)) return;
  const bytes = readFileSync(join(folder, file));
  outputs.set(path, bytes);
  for (const imported of importsOf(bytes.toString("utf8"))) {
    if (imported.startsWith(".")) {
      const target = posix.join(dirname(file), imported).replace(/\.ts$/, ".d.ts");
      collect(folder, target, outputs);
    } else if (!imported.startsWith("node:")) {
      throw new Error(
        `Cannot ship ${path}: it imports "${imported}", which consumers do not have. Keep the package out of the public signatures`,
      );
    }
  }
}

/** Specifiers of `import`, `export … from` and `import("…")` types. */
function importsOf(text) {
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g)].map((match) => match[1]);
}
