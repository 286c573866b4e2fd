import type { ImportedFile } from "./import-file.ts";

/** Rows of the table; a library of thousands is summed up. */
const ROWS_MAX = 40;

/** How the reason ends where a recorded host belongs to nobody. */
const STRANGER = "is no known provider";

const STRANGER_HINT = `A host that is a provider of yours: name it in tapegate.json ({"providers": {"mine": {"upstream": "https://…"}}}) and import again.`;

/** Columns of a scope; longer ones keep their end, where the test's name stands. */
const SCOPE_LENGTH_MAX = 60;

/** What an import did, for people: a table of scopes, why interactions were skipped, and the sum. */
export function renderImport(files: readonly ImportedFile[], folder: string): string {
  const rows = [
    ["scope", "imported", "skipped", ""],
    ...files
      .slice(0, ROWS_MAX)
      .map(({ scope, interactions, skipped, isReplaced }) => [
        shortened(scope),
        String(interactions),
        skipped.length === 0 ? "" : String(skipped.length),
        isReplaced ? "replaced" : interactions === 0 ? "nothing written" : "",
      ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map(([scope = "", imported = "", skipped = "", note = ""]) =>
    `${scope.padEnd(widths[0]!)}  ${imported.padStart(widths[1]!)}  ${skipped.padStart(widths[2]!)}  ${note}`.trimEnd(),
  );
  const more = files.length > ROWS_MAX ? [`… and ${files.length - ROWS_MAX} more`] : [];
  const lines = files.length === 0 ? [] : [...table, ...more];
  return `${[...lines, ...renderSkips(files), renderSum(files, folder)].join("\n")}\n`;
}

function shortened(scope: string): string {
  return scope.length <= SCOPE_LENGTH_MAX ? scope : `…${scope.slice(1 - SCOPE_LENGTH_MAX)}`;
}

/** Reasons, the most frequent first; each with the place of its first interaction. */
function renderSkips(files: readonly ImportedFile[]): readonly string[] {
  const reasons = new Map<string, { count: number; readonly place: string }>();
  for (const { file, skipped } of files) {
    for (const { index, reason } of skipped) {
      const known = reasons.get(reason);
      if (known !== undefined) known.count += 1;
      // People count from 1.
      else reasons.set(reason, { count: 1, place: `${file}, interaction ${index + 1}` });
    }
  }
  const lines = [...reasons]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([reason, { count, place }]) => `skipped ${count}: ${reason} (${place})`);
  const hasStrangers = [...reasons.keys()].some((reason) => reason.endsWith(STRANGER));
  return hasStrangers ? [...lines, STRANGER_HINT] : lines;
}

function renderSum(files: readonly ImportedFile[], folder: string): string {
  const imported = files.reduce((sum, { interactions }) => sum + interactions, 0);
  const skipped = files.reduce((sum, file) => sum + file.skipped.length, 0);
  const replaced = files.filter(({ isReplaced }) => isReplaced).length;
  const written = files.filter(({ interactions }) => interactions > 0).length;
  return [
    `Imported ${plural(imported, "interaction")} into ${plural(written, "cassette")} in ${folder}`,
    ...(replaced === 0 ? [] : [`${replaced} of them replaced`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ].join(", ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
