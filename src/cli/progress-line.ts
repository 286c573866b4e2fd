import type { Terminal } from "./cli-io.ts";

/** A line of counts at the terminal's foot while a suite runs. */
export interface ProgressLine {
  /** Shows a text soon; the newest text wins. */
  show(text: string): void;
  /** Takes the line away and gives the whole terminal back. */
  close(): void;
}

/** How often the line is drawn at most, in milliseconds. */
const REDRAW_MS = 200;
/** A terminal with fewer rows has none to spare. */
const ROWS_MIN = 6;

/**
 * Reserves the last row by a scroll region, as package managers do: the suite writes to the same
 * terminal itself and must not be overwritten, nor overwrite the line.
 */
export function openProgressLine(terminal: Terminal, write: (text: string) => void): ProgressLine {
  let reservedRows = 0;
  let shown = "";
  let wanted = "";
  let timer: NodeJS.Timeout | undefined;

  function draw(): void {
    timer = undefined;
    const rows = terminal.rows();
    if (rows < ROWS_MIN || wanted === shown) return;
    // A line feed first, so that the row that is taken away was free.
    const reserve = rows === reservedRows ? "" : `\n\u001b7\u001b[1;${rows - 1}r\u001b8\u001b[1A`;
    reservedRows = rows;
    shown = wanted;
    const text = wanted.slice(0, Math.max(0, terminal.columns() - 1));
    write(`${reserve}\u001b7\u001b[${rows};1H\u001b[2K\u001b[2m${text}\u001b[22m\u001b8`);
  }

  return {
    show(text) {
      wanted = text;
      timer ??= setTimeout(draw, REDRAW_MS).unref();
    },
    close() {
      clearTimeout(timer);
      if (reservedRows === 0) return;
      write(`\u001b7\u001b[r\u001b[${reservedRows};1H\u001b[2K\u001b8`);
      reservedRows = 0;
    },
  };
}
