// The cache client unpacks with `tar -P`, which writes absolute paths and through symbolic links.
// In the action's bundle its `extractTar` is ours instead, which vets an archive entry by entry.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const IMPORT = "import { createTar, extractTar, listTar } from './internal/tar.js';";

/** @type {import("esbuild").Plugin} */
export const vettedCacheClient = {
  name: "vetted-cache-client",
  setup(build) {
    build.onLoad({ filter: /@actions[\\/]cache[\\/]lib[\\/]cache\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(IMPORT)) {
        throw new Error(
          `Cannot vet what the cache client unpacks: ${path} no longer imports its tar as expected. Look at the new version and adapt scripts/cache-client-plugin.mjs`,
        );
      }
      const ours = JSON.stringify(join(root, "src/action/cache/client-tar.ts"));
      return {
        contents: text.replace(
          IMPORT,
          `import { createTar, listTar } from './internal/tar.js'; import { extractTar } from ${ours};`,
        ),
        loader: "js",
      };
    });
  },
};
