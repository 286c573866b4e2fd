import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/cassette/digest.ts";
import { decodeJournalLine, encodeJournalEntry } from "../../src/cassette/journal-format.ts";
import { writeJson } from "../../src/cassette/json-writer.ts";
import { PIECE_LENGTH_MAX, piecesOf } from "../../src/cassette/text-pieces.ts";

const STYLE = { indent: 0, keepsOrderBelow: undefined, keepsNegativeZero: true };

/** Texts longer than a piece, by what stands where one ends. */
const LONG: readonly (readonly [what: string, text: string])[] = [
  ["letters", "a".repeat(PIECE_LENGTH_MAX * 2 + 3)],
  ["a pair across the end of a piece", `${"a".repeat(PIECE_LENGTH_MAX - 1)}😀${"é".repeat(9)}`],
  ["nothing but pairs, one letter off", `a${"😀".repeat(PIECE_LENGTH_MAX)}`],
  ["what JSON escapes", `"\\\n${'"\\\n\u0001'.repeat(PIECE_LENGTH_MAX / 2)}`],
  [
    "half a pair at the end of a piece",
    `${"a".repeat(PIECE_LENGTH_MAX - 1)}\ud83d${"b".repeat(9)}`,
  ],
];

describe("A text of megabytes, in pieces, is the same as whole", () => {
  for (const [what, text] of LONG) {
    test(what, () => {
      const pieces = [...piecesOf(text)];
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join("") === text).toBe(true);
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      expect(writeJson(text, STYLE) === JSON.stringify(text)).toBe(true);
      const line = encodeJournalEntry({ sequence: 7, text });
      const whole = typeof line === "string" ? line : [...line].join("");
      const read = decodeJournalLine(whole);
      expect(read.kind).toBe("entry");
      if (read.kind === "entry") expect(read.entry.text === text).toBe(true);
    });
  }
});
