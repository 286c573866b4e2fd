import { toFilePath } from "../shell/directory.ts";
import type { Scene } from "../shell/machine.ts";
import { mentionsRunner, unknownFrom } from "../shell/text-value.ts";

/** How programs of other languages open a file by a literal name to write it. */
const WRITES: readonly RegExp[] = [
  /\bopen\s*\(\s*(?:file\s*=\s*)?["']([^"'\n]+)["']\s*,\s*(?:mode\s*=\s*)?["'][wax]/g,
  /\bopen\s*\(?\s*[\w$ ]+,\s*["']\s*>{1,2}\s*([^"'\n>]+)["']/g,
  /\bPath\s*\(\s*["']([^"'\n]+)["']\s*\)\s*\.\s*write_(?:text|bytes)\b/g,
  /\b(?:write|append)File(?:Sync)?\s*\(\s*["'`]([^"'`\n]+)["'`]/g,
  /\bFile\.(?:write|open|new)\s*\(?\s*["']([^"'\n]+)["']\s*,/g,
  /\bprintf?\b[^\n;}>]*>{1,2}\s*"([^"\n]+)"/g,
  /\bfile_put_contents\s*\(\s*["']([^"'\n]+)["']/g,
  /\bopen\s*\(?\s*[\w$ ]+,\s*["']>{1,2}["']\s*,\s*["']([^"'\n]+)["']/g,
];

/** What a Python file needs so that it starts tests where it is run. */
const STARTING = /pytest\.main|subprocess|os\.system|runpy/;

/**
 * Notes the new files that a program writes whose text names a test runner: what is in them is not known, and may start
 * it. A file that the tree has already is left alone: programs edit files far more often than they write scripts over them.
 */
export function noteProgramFiles(text: string, { state, machine }: Scene): void {
  if (!mentionsRunner([text])) return;
  for (const pattern of WRITES) {
    for (const [, name] of text.matchAll(pattern)) {
      const path = toFilePath(name!, state.cwd);
      const written = state.files.get(path);
      const isOld = written === undefined && machine.context.files.kind(path) !== "missing";
      if (isOld || (path.endsWith(".py") && !STARTING.test(text))) continue;
      state.setFile(path, unknownFrom([text], written ?? []));
    }
  }
}
