import { array, assert, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { LINE_BYTES_MAX, openLineSplitter } from "../../src/suite/line-splitter.ts";

describe("openLineSplitter()", () => {
  check("a line in one piece", ["one\n"], ["one\n"]);
  check("a line in three pieces", ["o", "n", "e\n"], ["one\n"]);
  check("three lines in one piece", ["a\nb\r\n\n"], ["a\n", "b\r\n", "\n"]);
  check("a last line without end", ["a\nb"], ["a\n", "b"]);
  check("no output", [], []);

  test("gives a line beyond the bound out in pieces", () => {
    const sizes: number[] = [];
    const splitter = openLineSplitter((bytes) => sizes.push(bytes.length));
    splitter.write(Buffer.alloc(LINE_BYTES_MAX + 10, "x"));
    splitter.write(Buffer.from("\n"));
    expect(sizes).toEqual([LINE_BYTES_MAX, 11]);
  });

  test("never loses, adds or reorders a byte", () => {
    assert(
      property(array(uint8Array({ maxLength: 40 })), (chunks) => {
        const lines: Buffer[] = [];
        const splitter = openLineSplitter((bytes) => lines.push(Buffer.from(bytes)));
        for (const chunk of chunks) splitter.write(Buffer.from(chunk));
        splitter.end();
        expect(Buffer.concat(lines)).toEqual(Buffer.concat(chunks));
        for (const line of lines.slice(0, -1)) expect(line.indexOf(0x0a)).toBe(line.length - 1);
      }),
    );
  });
});

function check(name: string, chunks: readonly string[], lines: readonly string[]): void {
  test(`openLineSplitter(): ${name}`, () => {
    const got: string[] = [];
    const splitter = openLineSplitter((bytes) => got.push(bytes.toString()));
    for (const chunk of chunks) splitter.write(Buffer.from(chunk));
    splitter.end();
    expect(got).toEqual(lines);
  });
}
