import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actualCoding, codingHeadBytes } from "../../src/exchange/actual-coding.ts";

const JSON_TEXT = fc.json({ maxDepth: 3 }).map((text) => `{"value":${text}}`);
const LEVEL = fc.integer({ min: 0, max: 9 });

function look(coding: string, bytes: Buffer): string | undefined {
  return actualCoding(coding, bytes.subarray(0, codingHeadBytes(coding)));
}

describe("actualCoding()", () => {
  test("knows every coding from the text in it, at whatever level", () => {
    fc.assert(
      fc.property(JSON_TEXT, LEVEL, (text, level) => {
        expect(look("gzip", gzipSync(text, { level }))).toBe("gzip");
        expect(look("deflate", deflateSync(text, { level }))).toBe("zlib");
        expect(look("deflate", deflateRawSync(text, { level }))).toBe("deflate");
        const params = { [constants.BROTLI_PARAM_QUALITY]: level };
        expect(look("br", brotliCompressSync(text, { params }))).toBe("br");
        for (const coding of ["gzip", "x-gzip", "deflate", "br", "zstd"]) {
          expect(look(coding, Buffer.from(text))).toBe("plain");
        }
      }),
      { numRuns: 500 },
    );
  });

  const heads: readonly (readonly [coding: string, head: string, actual: string | undefined])[] = [
    ["zstd", "28b52ffd04", "zstd"],
    ["zstd", "502a4d1800", "zstd"],
    ["zstd", "28b52ff0", "plain"],
    ["gzip", "1f", "plain"],
    ["gzip", "", "plain"],
    ["deflate", "", "plain"],
    ["br", "", "plain"],
    // The head ends in the middle of a character.
    ["br", Buffer.from(`data: 0123456789é`).subarray(0, 17).toString("hex"), "plain"],
    ["deflate", "785e", "plain"],
    ["deflate", "789c", "zlib"],
    ["compress", "1f9d", undefined],
    ["identity", "7b", undefined],
  ];
  test.each(heads)("%s over %j: %s", (coding, head, actual) => {
    expect(look(coding, Buffer.from(head, "hex"))).toBe(actual);
  });
});
