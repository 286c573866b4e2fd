import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OutputFilter } from "../../src/action/suite/output-filter.ts";
import { decodeStream, observe } from "../helpers/runner-observer.ts";

describe("OutputFilter defuses", () => {
  test.each([
    "::set-output name=outcome::clean",
    "  ::SET-OUTPUT name=a::b",
    "\u00a0::set-env name=PATH::/evil",
    "::save-state name=pid::1",
    "::stop-commands::token",
    "::add-matcher::evil.json",
    "::remove-matcher owner=x::",
    "::echo::on",
    "::add-path::/evil",
    "::internal-set-repo-path repoFullName=x::y",
    "assert '##[set-output name=outcome]clean' in x",
    "##[save-state name=a]b",
    "progress\r::set-output name=a::b",
    "half\r\n::set-output name=a::b",
    "text ##[error]not ours",
    "text ##[add-mask]e",
    "\ufeff::set-output name=a::b",
    "\u200b\u0000::set-output name=a::b",
    "\u001b[0m##[set-output name=a]b",
    "::\u017fet-output name=a::b",
  ])("%j", (line) => {
    const observed = observe(filter(`${line}\n`));
    expect(observed).toMatchObject({ annotations: [], dropped: [], effects: [], masks: [] });
  });
});

describe("OutputFilter passes", () => {
  test.each([
    "plain text",
    "::error file=a.py,line=3::boom",
    "::warning::w",
    "::notice title=x::n",
    "::group::g",
    "::endgroup::",
    "::add-mask::hunter2",
    "##[error]legacy",
    "##[group]legacy",
    "a::b::c",
    "tests/test_a.py::TestA::test_b PASSED",
  ])("%j unchanged", (line) => {
    expect(filter(`${line}\n`)).toBe(`${line}\n`);
  });

  test("bytes that are no UTF-8", () => {
    const bytes = Buffer.from([0x80, 0xff, 0xfe, 0x00, 0x80, 0x0a]);
    expect(filterBytes([bytes])).toEqual(bytes);
  });

  test("a last line without its end, with one added", () => {
    expect(filter("no end")).toBe("no end\n");
  });
});

describe("a byte order mark at a stream's beginning does not change how the runner reads it:", () => {
  const command = "::set-output name=outcome::clean\n";
  const little = Buffer.from(`\ufeff${command}`, "utf16le");
  const big = Buffer.from(little).swap16();
  test.each([
    ["UTF-16, little end first", [little]],
    ["UTF-16, big end first", [big]],
    ["byte by byte", Array.from(little, (byte) => Buffer.of(byte))],
    ["after a first read that is too short to decide", [Buffer.from("\n"), little]],
  ])("%s", (_, chunks) => {
    const writes: Buffer[] = [];
    const filter = new OutputFilter((bytes) => writes.push(bytes));
    for (const chunk of chunks) filter.push(chunk);
    filter.end();
    // The runner may read what is written one by one, or all of it at once.
    for (const [at] of writes.entries()) {
      const read = decodeStream(Buffer.concat(writes.slice(at)));
      expect(observe(read).effects).toEqual([]);
      if (writes[at]!.length >= 4) break;
    }
  });

  test("the observer would see the command without the filter", () => {
    expect(observe(decodeStream(little)).effects.length).toBe(1);
    expect(observe(decodeStream(big)).effects.length).toBe(1);
  });
});

test("a progress bar of carriage returns costs no more than its bytes", () => {
  const bytes = Buffer.concat([Buffer.from("a::b"), Buffer.alloc(512 * 1024, "\r")]);
  let written = 0;
  const filter = new OutputFilter((out) => (written += out.length));
  filter.push(bytes);
  filter.end();
  expect(written).toBe(bytes.length + 1);
});

test("whatever a suite prints, in whatever chunks, sets no output and no state", () => {
  const piece = fc.constantFrom(
    "::",
    "##[",
    "set-output",
    "save-state",
    "STOP-COMMANDS",
    " name=a",
    "]",
    "::v",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\u00a0",
    "x",
    "::error::e",
    "\\",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (pieces, step) => {
        const bytes = Buffer.from(pieces.join(""));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += step) chunks.push(bytes.subarray(at, at + step));
        expect(observe(filterBytes(chunks).toString()).effects).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a line of two megabytes passes in pieces and hides no command", () => {
  const long = `${"x".repeat(2 * 1024 * 1024)}##[set-output name=a]b`;
  const out = filter(`${long}\n`);
  expect(observe(out).effects).toEqual([]);
  expect(out.replace(/[\n\\]/g, "")).toBe(long);
});

function filter(text: string): string {
  return filterBytes([Buffer.from(text)]).toString();
}

function filterBytes(chunks: readonly Buffer[]): Buffer {
  const out: Buffer[] = [];
  const filter = new OutputFilter((bytes) => out.push(bytes));
  for (const chunk of chunks) filter.push(chunk);
  filter.end();
  return Buffer.concat(out);
}
