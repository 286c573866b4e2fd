import { sha256Hex } from "./digest.ts";

/** Last part of every document's name. */
export const DOCUMENT_SUFFIX = ".cassette.json";

/** Bytes of one component of a path that common file systems take. */
const COMPONENT_BYTES_MAX = 255;

/** Room for the longest suffix beside a document: its journal's. */
const SUFFIX_BYTES_MAX = ".cassette.journal".length;

/** Bytes of the whole path below the root, so that a root of some length still fits. */
const PATH_BYTES_MAX = 900;

const HASH_LENGTH = 8;

/** Components that stand for themselves on every file system. */
const PLAIN_COMPONENT = /^[a-z0-9_,=+@()[\]-](?:[a-z0-9_.,=+@()[\] -]*[a-z0-9_,=+@()[\]-])?$/;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** Looks like the files that stand beside a document. */
const OWN_FILE = /\.cassette(?:\.|$)|^\.tapegate-/i;

/** A component that ends the path of a test's file: `::` follows it. */
const TEST_FILE = /\.(?:py|[cm]?[jt]sx?)$/;

/**
 * Path of a scope's document below a library's root: `tests/test_a.py::test_x` →
 * `tests/test_a.py/test_x.cassette.json`. Two scopes never share a path, not even on file systems that
 * ignore case or Unicode normalisation: a scope that does not stand for itself is written readably and
 * gets `~` and eight hex digits of its SHA-256. Never leaves the root; no component is longer than
 * 255 bytes.
 */
export function scopePath(scope: string): string {
  const components = scope.split(/::|\//);
  if (isPlain(scope, components)) return `${components.join("/")}${DOCUMENT_SUFFIX}`;
  const readable = components.filter((component) => component !== "").map(readableComponent);
  const last = truncated(
    readable.pop() ?? "_",
    COMPONENT_BYTES_MAX - SUFFIX_BYTES_MAX - HASH_LENGTH - 1,
  );
  const name = `${last}~${sha256Hex(scope).slice(0, HASH_LENGTH)}${DOCUMENT_SUFFIX}`;
  return [...withinBytes(readable, PATH_BYTES_MAX - Buffer.byteLength(name)), name].join("/");
}

/**
 * The scope of a path, where the path alone tells it; `undefined` where it was written with a hash and
 * only the document knows.
 */
export function scopeOfPath(path: string): string | undefined {
  if (!path.endsWith(DOCUMENT_SUFFIX)) return undefined;
  const components = path.slice(0, -DOCUMENT_SUFFIX.length).split("/");
  const scope = joinComponents(components);
  return isPlain(scope, components) ? scope : undefined;
}

function isPlain(scope: string, components: readonly string[]): boolean {
  const last = components.at(-1)!;
  return (
    components.every(
      (component) =>
        PLAIN_COMPONENT.test(component) &&
        component.length <= COMPONENT_BYTES_MAX &&
        !DEVICE.test(component) &&
        !OWN_FILE.test(component),
    ) &&
    last.length <= COMPONENT_BYTES_MAX - SUFFIX_BYTES_MAX &&
    scope.length <= PATH_BYTES_MAX &&
    joinComponents(components) === scope
  );
}

/** Components as a scope writes them: slashes up to the test's file, double colons after it. */
function joinComponents(components: readonly string[]): string {
  const file = components.findIndex((component) => TEST_FILE.test(component));
  if (file < 0 || file === components.length - 1) return components.join("/");
  return [components.slice(0, file + 1).join("/"), ...components.slice(file + 1)].join("::");
}

function readableComponent(component: string): string {
  const safe = component
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_.,=+@()[\] -]/gu, "_")
    .replace(/^\.+|^ +|[. ]+$/g, "_");
  const name =
    safe === "" || DEVICE.test(safe) || OWN_FILE.test(safe)
      ? `_${safe.replaceAll(".", "_")}`
      : safe;
  return truncated(name, COMPONENT_BYTES_MAX);
}

/** The longest start of a text that fits, whole characters only. */
function truncated(text: string, bytesMax: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > bytesMax) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/, "_");
}

/** The first components that fit together. */
function withinBytes(components: readonly string[], bytesMax: number): readonly string[] {
  let bytes = 0;
  const end = components.findIndex((component) => {
    bytes += Buffer.byteLength(component) + 1;
    return bytes > bytesMax;
  });
  return end < 0 ? components : components.slice(0, end);
}
