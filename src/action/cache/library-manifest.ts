import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every cassette document of a library: path below its root (`/`-separated) → SHA-256 of its bytes. */
export type LibraryManifest = ReadonlyMap<string, string>;

/** More documents than any library has; a folder that is none stops here. */
const DOCUMENTS_MAX = 200_000;

/** Reads a library's manifest; a missing library is an empty one. Symbolic links below its root are passed over. */
export function readLibraryManifest(root: string): LibraryManifest {
  const manifest = new Map<string, string>();
  collect(root, "", manifest);
  return new Map([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One digest over the whole manifest: the same documents give the same digest on every machine. */
export function manifestDigest(manifest: LibraryManifest): string {
  const hash = createHash("sha256");
  for (const [path, digest] of manifest) hash.update(`${digest}  ${path}\n`);
  return hash.digest("hex");
}

/** The first symbolic link in a library, `.` for its root; `undefined` where there is none. */
export function findLink(root: string): string | undefined {
  const entry = lstatSync(root, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() === true) return ".";
  if (entry?.isDirectory() !== true) return undefined;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, "/"))
    .toSorted()[0];
}

function collect(root: string, below: string, manifest: Map<string, string>): void {
  const folder = join(root, below);
  // The root itself may be a link, as for the replay.
  const look = below === "" ? statSync : lstatSync;
  if (look(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) collect(root, path, manifest);
    else if (entry.isFile() && entry.name.endsWith(".cassette.json")) {
      if (manifest.size >= DOCUMENTS_MAX) return;
      manifest.set(
        path,
        createHash("sha256")
          .update(readFileSync(join(root, path)))
          .digest("hex"),
      );
    }
  }
}
