import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { decodeEntity } from "../../src/import/recorded-entity.ts";

const PLAIN = Buffer.from('{"id":"chatcmpl-1","object":"chat.completion"}');
const CHUNKED = Buffer.from(
  `10\r\n${PLAIN.subarray(0, 16).toString()}\r\n1e;x=1\r\n${PLAIN.subarray(16).toString()}\r\n0\r\n\r\n`,
);

describe("decodeEntity() gives the entity", () => {
  check("plain", PLAIN, {}, PLAIN);
  check("plain under a left-over gzip header", PLAIN, { "content-encoding": "gzip" }, PLAIN);
  check("plain under a left-over br header", PLAIN, { "content-encoding": "br" }, PLAIN);
  check("plain under a left-over deflate header", PLAIN, { "content-encoding": "deflate" }, PLAIN);
  check("gzip without a header", gzipSync(PLAIN), {}, PLAIN);
  check("gzip with its header", gzipSync(PLAIN), { "content-encoding": "gzip" }, PLAIN);
  check("deflate, zlib form", deflateSync(PLAIN), { "content-encoding": "deflate" }, PLAIN);
  check("deflate, raw form", deflateRawSync(PLAIN), { "content-encoding": "deflate" }, PLAIN);
  check("brotli", brotliCompressSync(PLAIN), { "content-encoding": "br" }, PLAIN);
  check("chunked framing left in", CHUNKED, { "transfer-encoding": "chunked" }, PLAIN);
  check("text under a chunked header", PLAIN, { "transfer-encoding": "chunked" }, PLAIN);
  check(
    "an SSE body that starts like a size",
    Buffer.from("0\r\nx"),
    { "transfer-encoding": "chunked" },
    "0\r\nx",
  );
  const archive = gzipSync("tar");
  check("a downloaded archive", archive, { "content-type": "application/gzip" }, archive);
  check("nothing", Buffer.alloc(0), { "content-encoding": "gzip" }, "");
});

describe("decodeEntity() says why there is none", () => {
  checkUnusable("gzip cut short", gzipSync(PLAIN).subarray(0, 30), { "content-encoding": "gzip" });
  checkUnusable("zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1]), {
    "content-encoding": "zstd",
  });
  checkUnusable("a gzip bomb", gzipSync(Buffer.alloc(65 * 1024 * 1024)), {});
});

function check(
  what: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
  expected: Uint8Array | string,
): void {
  test(`of ${what}`, () => {
    const reading = decodeEntity(body, Object.entries(headers));
    expect(reading.kind === "entity" && Buffer.from(reading.bytes)).toEqual(Buffer.from(expected));
  });
}

function checkUnusable(
  what: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  test(`of ${what}`, () => {
    const reading = decodeEntity(body, Object.entries(headers));
    expect(reading.kind === "unusable" && reading.reason).toContain("cannot be inflated");
  });
}
