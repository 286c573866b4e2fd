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

  test("may begin with a byte order mark", () => {
    expect(parseReport(`\ufeff${reportWith("{}")}`).kind).toBe("report");
  });

  test.each(['"', '{"a', "{", '"\\', "[".repeat(400)])("that is cut is no JSON: %j", (text) => {
    expect(parseReport(text)).toEqual({ kind: "refused", why: "it is no JSON" });
  });
});
