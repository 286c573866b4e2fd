import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";

/** Bytes at a document's end in which its scope stands, where nobody laid it out anew. */
const TAIL_BYTES = 8192;

const STATED_SCOPE = /\n {2}"scope": ("(?:[^"\\]|\\.)*"),\n {2}"version": \d+\n\}\n$/;

/** The scope that a document states; `undefined` where it states none or cannot be read. */
export function readStatedScope(path: string): string | undefined {
  try {
    const stated = STATED_SCOPE.exec(readTail(path))?.[1];
    if (stated !== undefined) return JSON.parse(stated) as string;
    const { scope } = JSON.parse(readFileSync(path, "utf8")) as { readonly scope?: unknown };
    return typeof scope === "string" ? scope : undefined;
  } catch {
    // A damaged document is reported when its scope is used; a list of scopes leaves it out.
    return undefined;
  }
}

function readTail(path: string): string {
  const { size } = statSync(path);
  const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const file = openSync(path, "r");
  try {
    const count = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8", 0, count);
  } finally {
    closeSync(file);
  }
}
