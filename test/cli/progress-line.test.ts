import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openProgressLine } from "../../src/cli/progress-line.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("openProgressLine()", () => {
  test("draws the newest text in the last row, outside of where the suite writes", () => {
    const { written, line } = open({ rows: 24, columns: 80 });
    line.show("replayed 1");
    line.show("replayed 2");
    vi.runAllTimers();
    expect(written).toHaveLength(1);
    expect(written[0]).toContain("\u001b[1;23r");
    expect(written[0]).toContain("\u001b[24;1H\u001b[2K\u001b[2mreplayed 2\u001b[22m");
  });

  test("reserves the row once, and draws nothing where nothing changed", () => {
    const { written, line } = open({ rows: 24, columns: 80 });
    line.show("replayed 1");
    vi.runAllTimers();
    line.show("replayed 1");
    vi.runAllTimers();
    line.show("replayed 2");
    vi.runAllTimers();
    expect(written).toHaveLength(2);
    expect(written[1]).not.toContain("\u001b[1;23r");
  });

  test("gives the whole terminal back, and only what it took", () => {
    const { written, line } = open({ rows: 24, columns: 80 });
    line.close();
    expect(written).toEqual([]);
    line.show("replayed 1");
    vi.runAllTimers();
    line.close();
    line.close();
    expect(written.at(-1)).toBe("\u001b7\u001b[r\u001b[24;1H\u001b[2K\u001b8");
    expect(written).toHaveLength(2);
  });

  test("never writes beyond the row, and spares a terminal without rows to spare", () => {
    const narrow = open({ rows: 24, columns: 5 });
    narrow.line.show("replayed 1");
    vi.runAllTimers();
    expect(narrow.written[0]).toContain("\u001b[2mrepl\u001b[22m");
    const low = open({ rows: 3, columns: 80 });
    low.line.show("replayed 1");
    vi.runAllTimers();
    expect(low.written).toEqual([]);
  });
});

function open(size: { readonly rows: number; readonly columns: number }): {
  readonly written: string[];
  readonly line: ReturnType<typeof openProgressLine>;
} {
  const written: string[] = [];
  const terminal = { rows: () => size.rows, columns: () => size.columns };
  return { written, line: openProgressLine(terminal, (text) => void written.push(text)) };
}
