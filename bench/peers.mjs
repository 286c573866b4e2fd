// Other tools of this kind, measured in the same run. They are no dependencies of this package, since
// they and theirs are 56 MB: `npm run bench:peers` installs them below bench/peers, pinned and locked.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "peers");
const require = createRequire(join(root, "package.json"));

/** Pinned versions by package. @type {Record<string, string>} */
const pins = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies;

/**
 * A peer's name with its version, and what a measurement says where it is not installed.
 *
 * @param {string} name
 */
export function peer(name) {
  const folder = join(root, "node_modules", name);
  const title = `${name} ${pins[name]}`;
  return existsSync(join(folder, "package.json"))
    ? { title, isInstalled: true }
    : { title, isInstalled: false, missing: `${title} is NOT MEASURED: run npm run bench:peers` };
}

/**
 * Loads a peer's module.
 *
 * @param {string} name also with a path below the package: `msw/node`
 */
export function loadPeer(name) {
  return import(pathToFileURL(require.resolve(name)).href);
}
