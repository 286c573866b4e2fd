import { describe, expect, test } from "vitest";
import { parseReport } from "../../src/report/parse-report.ts";
import { missOf, reportOf } from "./records.ts";

function reportWith(request: string): string {
  const report = reportOf({ misses: [missOf("a", ["system"], [])] });
  return JSON.stringify({ ...report, misses: [{ ...report.misses[0]!, request: "HERE" }] }).replace(
    '"HERE"',
    request,
  );
}

describe("a report from anywhere", () => {
  test("is refused where it nests so deeply that writing it again would fail", () => {
    for (const depth of [600, 500_000]) {
      expect(parseReport(reportWith("[".repeat(depth) + "]".repeat(depth)))).toEqual({
        kind: "refused",
        why: "it nests deeper than 500 levels",
      });
    }
  });

  test("may nest as requests do, and hold brackets in its texts", () => {
    const text = JSON.stringify(`${"[{".repeat(2000)}\\"[`);
    for (const request of [
      text,
      `{"${"[".repeat(900)}":[${text}]}`,
      '{"a":'.repeat(200) + "1" + "}".repeat(200),
    ]) {
      expect(parseReport(reportWith(request)).kind).toBe("report");
    }
  });

  test("is refused where a request has more differences than any of ours: they are compared with each other", () => {
    const differences = Array.from({ length: 100_000 }, (_, n) => ({ path: `$.m${n}`, after: n }));
    const report = reportOf({ misses: [missOf("a", ["system"], [])] });
    const [miss] = report.misses;
    const nearest = [{ ...miss!.explanation.nearest[0]!, differences }];
    const misses = [{ ...miss!, explanation: { ...miss!.explanation, nearest } }];
    expect(parseReport(JSON.stringify({ ...report, misses }))).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("differences") as string,
    });
  });

  test("may begin with a byte order mark", () => {
    expect(parseReport(`\ufeff${reportWith("{}")}`).kind).toBe("report");
  });

  test.each(['"', '{"a', "{", '"\\', "[".repeat(400)])("that is cut is no JSON: %j", (text) => {
    expect(parseReport(text)).toEqual({ kind: "refused", why: "it is no JSON" });
  });
});
