/** Rows as columns, two spaces between; those named are set to the right, as numbers are. */
export function alignedRows(
  rows: readonly (readonly string[])[],
  rightColumns: ReadonlySet<number>,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
    }
  }
  return rows.map((row) =>
    row
      .map((text, column) => {
        const room = " ".repeat(widths[column]! - widthOf(text));
        return rightColumns.has(column) ? room + text : text + room;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Characters as a terminal counts most of them: by code point. */
function widthOf(text: string): number {
  return Array.from(text).length;
}

/** `9 B`, `12 kB`, `3.4 MB`, in powers of ten. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
