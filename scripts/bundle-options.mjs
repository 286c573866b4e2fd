// How a row of the bundle table becomes a build: one place, for the build and for the test that looks
// into the bundles.
import { join } from "node:path";

/** What stands for `import.meta.url` in a CommonJS bundle; read when asked for, so that it costs nothing. */
const MODULE_URL = `const moduleUrl = "file://" + encodeURI(__filename.replaceAll("\\\\", "/"));`;

/**
 * The options with which esbuild makes one bundle.
 *
 * @param {string} root the repository
 * @param {import("./bundles.mjs").Bundle} bundle
 * @returns {import("esbuild").BuildOptions & { write: false }}
 */
export function bundleOptions(root, bundle) {
  const isModule = bundle.outfile.endsWith(".mjs");
  const banner = [bundle.banner, bundle.needsModuleUrl ? MODULE_URL : undefined]
    .filter(Boolean)
    .join("\n");
  return {
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    bundle: true,
    write: false,
    platform: "node",
    target: "node20.19",
    format: isModule ? "esm" : "cjs",
    minify: bundle.minify ?? false,
    // Names in messages (error.name, function names) are part of what users read.
    keepNames: false,
    // One character beyond Latin-1 makes V8 keep and hash the whole text with two bytes a character.
    charset: bundle.chunks === undefined ? "utf8" : "ascii",
    legalComments: "inline",
    banner: { js: banner },
    external: bundle.external ?? [],
    alias: bundle.alias ?? {},
    // A chunk is required where it is first used, never by the ESM loader, which costs milliseconds.
    supported: bundle.chunks === undefined ? {} : { "dynamic-import": false },
    plugins: [
      ...(bundle.plugins ?? []),
      ...(bundle.chunks === undefined ? [] : [toChunks(root, bundle.chunks)]),
    ],
    define: {
      ...(isModule ? {} : { "import.meta.url": bundle.needsModuleUrl ? "moduleUrl" : "undefined" }),
      ...bundle.define,
    },
    logOverride: { "empty-import-meta": "silent" },
    logLevel: "warning",
  };
}

/**
 * Leaves modules out of a bundle: where one is imported dynamically, its chunk is required there;
 * where functions of one are imported statically, each requires the chunk when it is called.
 */
function toChunks(root, chunks) {
  const named = new Map(
    Object.entries(chunks).map(([source, chunk]) => [join(root, source), chunk]),
  );
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        const chunk = named.get(join(resolveDir, path));
        if (chunk === undefined) return undefined;
        if (kind === "dynamic-import") return { path: chunk.file, external: true };
        return { path: join(resolveDir, path), namespace: "chunk" };
      });
      build.onLoad({ filter: /.*/, namespace: "chunk" }, ({ path }) => {
        const { file, functions = [] } = named.get(path);
        const contents = functions
          .map((name) => `export const ${name} = (...args) => require("${file}").${name}(...args);`)
          .join("\n");
        return { contents, loader: "js" };
      });
      build.onResolve({ filter: /^\.\//, namespace: "chunk" }, ({ path }) => ({
        path,
        external: true,
      }));
    },
  };
}
