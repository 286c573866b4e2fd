/** One file of a pull request, as far as its patch is known. */
export interface PatchedFile {
  /** Path in the head commit, relative to the repository's root. */
  readonly path: string;
  readonly lines: readonly PatchLine[];
}

/** One line of a hunk. */
export interface PatchLine {
  readonly kind: "added" | "removed" | "context";
  readonly text: string;
  /** Number in the new file; for a removed line that of the line that follows it, at the file's end of the one before. */
  readonly line: number;
}

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/**
 * Reads the hunks of one file as the GitHub API gives them (`patch`) or as `git diff` prints them.
 * Text before the first hunk and anything that is no hunk line is passed over.
 */
export function parsePatch(path: string, patch: string): PatchedFile {
  const lines: PatchLine[] = [];
  let line = 0;
  for (const text of patch.split("\n")) {
    const hunk = HUNK.exec(text);
    if (hunk !== null) {
      closeHunk(lines, line);
      line = Number(hunk[1]);
    } else if (line === 0) continue;
    else if (text.startsWith("+")) {
      lines.push({ kind: "added", text: text.slice(1), line });
      line += 1;
    } else if (text.startsWith("-")) lines.push({ kind: "removed", text: text.slice(1), line });
    else if (text.startsWith(" ")) {
      lines.push({ kind: "context", text: text.slice(1), line });
      line += 1;
    }
  }
  closeHunk(lines, line);
  return { path, lines };
}

/** A hunk ends with lines that are kept, but at the file's end: no line follows what was removed there. */
function closeHunk(lines: PatchLine[], next: number): void {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const { kind, text, line } = lines[at]!;
    if (kind !== "removed" || line !== next || next <= 1) return;
    lines[at] = { kind, text, line: next - 1 };
  }
}

/** Splits what `git diff` prints into files. Paths that git quotes are unquoted. */
export function parseGitDiff(diff: string): readonly PatchedFile[] {
  return diff.split(/^(?=diff --git )/m).flatMap((part) => {
    const path = /^\+\+\+ (?:"b\/((?:[^"\\]|\\.)*)"|b\/([^\t\n]*))/m.exec(part);
    if (path === null) return [];
    const at = part.indexOf("\n@@ ");
    return at < 0 ? [] : [parsePatch(unquote(path[1]) ?? path[2] ?? "", part.slice(at + 1))];
  });
}

/** Git's C-style quoting: octal escapes are bytes of UTF-8. */
function unquote(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bytes = text.replace(/\\([0-7]{3}|.)/g, (_, escape: string) =>
    /^[0-7]{3}$/.test(escape)
      ? String.fromCharCode(Number.parseInt(escape, 8))
      : (ESCAPES.get(escape) ?? escape),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
]);
