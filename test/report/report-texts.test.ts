import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderJunit } from "../../src/report/junit.ts";
import { REPORT_SCHEMA, reportJsonSchema } from "../../src/report/report-schema.ts";
import { renderTerminalReport, type Paint } from "../../src/report/terminal-report.ts";
import { exactLine, oneLine, shortened } from "../../src/report/text.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { exhaustedOf, missOf, reportOf } from "./records.ts";

const plain = (text: string): string => text;
const PAINT: Paint = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain };
const OPTIONS = {
  policy: { onDrift: "fail", onUnused: "warn" },
  paint: PAINT,
  reportPaths: ["tapegate-report.json"],
  recordCommand: "tapegate auto -- pytest",
} as const;

const drifted = reportOf({
  hits: 1412,
  misses: [
    missOf(
      "test_a",
      ["system"],
      [
        {
          path: "$.messages[0].content",
          before: "Be brief, please, in every one of your answers.",
          after: "Be brief",
        },
      ],
    ),
  ],
  exhausted: [exhaustedOf("test_b")],
  scopes: [
    {
      scope: "test_a",
      path: "cassettes/test_a",
      hits: 1,
      misses: 1,
      recorded: 0,
      verdict: "partial",
    },
    { scope: "test_b", path: "cassettes/test_b", hits: 2, misses: 0, recorded: 0, verdict: "hit" },
    { scope: "test_c", path: "cassettes/test_c", hits: 2, misses: 0, recorded: 0, verdict: "hit" },
  ],
});

describe("renderTerminalReport()", () => {
  test("says verdict, counts, each cause with its difference, and what to do", () => {
    expect(renderTerminalReport(drifted, OPTIONS).split("\n")).toEqual([
      "tapegate replay: drift",
      "  replayed 1,412 · missed 2",
      "  system prompt changed: 1 request in 1 scope",
      "    $.messages[0].content",
      "    - Be brief, please, in every one of your answers.",
      "    + Be brief",
      "    in test_a; nearest: test_a #2",
      "  POST /v1/embeddings asked 3 times, recorded 2 times: 1 request in 1 scope",
      "    in test_b",
      "  to record what is missing: tapegate auto -- pytest",
      "  report: tapegate-report.json",
      "",
    ]);
  });

  test("is two lines for a clean run without usage counts", () => {
    const text = renderTerminalReport(reportOf({ hits: 3 }), { ...OPTIONS, reportPaths: [] });
    expect(text).toBe("tapegate replay: clean\n  replayed 3 · missed 0\n");
  });

  test("counts the tokens that replay did not spend", () => {
    const report = reportOf({ hits: 3 }, { tokensSaved: { input: 12_345, output: 67 } });
    expect(renderTerminalReport(report, OPTIONS)).toContain("tokens not spent: 12,345 in, 67 out");
  });

  test("shows text from outside without its escape sequences", () => {
    const report = reportOf({
      misses: [
        missOf(
          "\u001b[2J",
          ["system"],
          [{ path: "$.x", before: "\u001b]0;x\u0007", after: "\r\n" }],
        ),
      ],
    });
    const text = renderTerminalReport(report, OPTIONS).replaceAll("\n", "");
    expect(text).not.toMatch(/\p{Cc}/u);
  });

  test("stays short whatever happened", () => {
    const misses = Array.from({ length: 500 }, (_, index) =>
      missOf(
        `test_${index}`,
        ["messages[0]"],
        [{ path: "$.a", before: index, after: "x".repeat(5000) }],
      ),
    );
    const text = renderTerminalReport(reportOf({ misses }), OPTIONS);
    expect(text).toContain("… and 488 more causes");
    expect(text.length).toBeLessThan(20_000);
  });
});

describe("renderJunit()", () => {
  test("a request with several changes is told by all of them, and counted once", () => {
    const miss = missOf(
      "test_a",
      ["model", "system"],
      [
        { path: "$.model", before: "a", after: "b" },
        { path: "$.system", before: "Be brief.", after: "Be kind." },
      ],
    );
    const report = reportOf({
      misses: [miss],
      scopes: [{ scope: "test_a", path: "a", hits: 0, misses: 1, recorded: 0, verdict: "miss" }],
    });
    expect(report.causes.map(({ missIds }) => missIds)).toEqual([[miss.id], [miss.id]]);
    expect(report.counts.misses).toBe(1);
    expect(renderJunit(report)).toMatch(/message="model changed from .*; system prompt changed/);
    expect(renderJunit(report).match(/<failure/g)).toHaveLength(1);
  });

  test("has a case for each scope, failed where a request had no recording", () => {
    const xml = renderJunit(drifted);
    expect(xml).toContain('<testsuites name="tapegate" tests="4" failures="2" time="1.500">');
    expect(xml).toContain('<testcase classname="tapegate.replay" name="test_c" time="0"/>');
    expect(xml).toContain('<failure message="system prompt changed: 1 request in 1 scope">');
  });

  test("escapes what XML has no spelling for", () => {
    const scope = 'a"<&>\u0000\ud800\uffff';
    const scopes = [{ scope, path: "p", hits: 1, misses: 0, recorded: 0, verdict: "hit" as const }];
    expect(renderJunit(reportOf({ scopes }))).toContain(
      'name="a&quot;&lt;&amp;&gt;\\u0000\ufffd\ufffd"',
    );
  });
});

describe("REPORT_SCHEMA", () => {
  test("accepts what buildReport() makes, also after a round trip", () => {
    expect(REPORT_SCHEMA.parse(JSON.parse(JSON.stringify(drifted)))).toEqual(
      JSON.parse(JSON.stringify(drifted)),
    );
  });

  test("refuses another format", () => {
    expect(REPORT_SCHEMA.safeParse({ ...drifted, version: 2 }).success).toBe(false);
  });

  test("is published as it is: docs/report.schema.json", () => {
    const published = readFileSync(join(ROOT, "docs/report.schema.json"), "utf8");
    expect(JSON.parse(published)).toEqual(reportJsonSchema());
  });
});

describe("texts", () => {
  test("oneLine() makes line ends and control characters visible", () => {
    expect(oneLine("a\nb\r\t\u001b[0m\u202e")).toBe("a\\nb\\r\\t\\u001b[0m\\u202e");
  });

  test("exactLine() tells spaces apart, oneLine() what nobody sees", () => {
    expect(oneLine("a\u200bb\u00a0c\ufeff")).toBe("a\\u200bb\u00a0c\\ufeff");
    expect(oneLine("a\u{e0041}\ufe00 ⚠️")).toBe("a\\u{e0041}\\ufe00 ⚠️");
    expect(exactLine("a\u00a0b\u202fc d")).toBe("a\\u00a0b\\u202fc d");
  });

  test("shortened() never cuts a surrogate pair", () => {
    expect(shortened("ab😀cd", 4)).toBe("ab…");
    expect(shortened("abcd", 4)).toBe("abcd");
  });
});
