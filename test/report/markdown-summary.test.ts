import { expect, test } from "vitest";
import { toMarkdownSummary } from "../../src/report/markdown-summary.ts";
import { missOf, reportOf } from "./records.ts";

const FACTS = { outcome: "drift", recordCommand: "again", cacheLine: "", notes: [] } as const;

function driftOf(count: number): ReturnType<typeof reportOf> {
  const misses = Array.from({ length: count }, (_, n) =>
    missOf(`test_${n}`, ["system"], [{ path: "$.system", before: "x", after: `<y> ${n}` }]),
  );
  return reportOf({ misses });
}

test("causes beyond those shown with what changed have a line each, with their place", () => {
  const places = new Map([["cause-203", "src/p.py:7 (the call site)"]]);
  const summary = toMarkdownSummary(driftOf(203), { ...FACTS, places });
  expect(summary).toContain("### 203 causes of drift");
  expect(summary.match(/<details>/g)).toHaveLength(200);
  expect(summary).toContain("### 3 further causes of drift");
  const lines = summary.split("\n").filter((line) => line.startsWith("- system prompt changed"));
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/src\/p\.py:7/);
  // Outside of a code block nothing is markup.
  expect(lines.join("")).not.toContain("<y>");
});

test("where they do not fit, the summary says what has all of them", () => {
  const summary = toMarkdownSummary(driftOf(20_000), { ...FACTS, places: new Map() });
  expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024);
  expect(summary).toContain("again");
  expect(summary).toContain("The JSON report has everything.");
});

test("lines that did not change are context", () => {
  const difference = { path: "$.system", before: "One.\nTwo.\nThree.", after: "One.\n2.\nThree." };
  const report = reportOf({ misses: [missOf("test_a", ["system"], [difference])] });
  expect(toMarkdownSummary(report, { ...FACTS, places: new Map() })).toContain(
    "```diff\n  One.\n- Two.\n+ 2.\n  Three.\n```",
  );
});
