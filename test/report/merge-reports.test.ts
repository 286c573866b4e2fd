import { expect, test } from "vitest";
import { buildReport } from "../../src/report/build-report.ts";
import { mergeReports } from "../../src/report/merge-reports.ts";
import { parseReport } from "../../src/report/parse-report.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import type { UnusedRecord } from "../../src/cassette/session.ts";
import { exhaustedOf, missOf, reportOf } from "./records.ts";

test("what one shard used is not unused, what no shard used is", () => {
  const merged = mergeReports([
    shard({
      scopes: ["a"],
      unused: [
        ["a", "1"],
        ["a", "2"],
      ],
    }),
    shard({
      scopes: ["a", "b"],
      unused: [
        ["a", "2"],
        ["b", "3"],
      ],
    }),
    shard({ scopes: ["c"], unused: [] }),
  ]);
  expect(merged.unused.map(({ scope, key }) => scope + key)).toEqual(["a2", "b3"]);
  expect(merged.counts.unused).toBe(2);
});

test("identical recordings are counted: the union used as many as the greediest shard", () => {
  const merged = mergeReports([
    shard({
      scopes: ["a"],
      unused: [
        ["a", "1"],
        ["a", "1"],
        ["a", "1"],
      ],
    }),
    shard({ scopes: ["a"], unused: [["a", "1"]] }),
  ]);
  expect(merged.unused).toHaveLength(1);
});

test("large shards are united in no time, unused recordings of theirs included", () => {
  const scopes = Array.from({ length: 2000 }, (_, n) => `s${n}`);
  const unused = scopes.flatMap((scope) => [[scope, "1"] as const, [scope, "2"] as const]);
  const shards = Array.from({ length: 20 }, () => shard({ scopes, unused }));
  const merged = mergeReports([shards[0]!, ...shards.slice(1)]);
  expect(merged.unused).toHaveLength(4000);
});

test("a recording whose scope no shard opened is in nobody's union", () => {
  const merged = mergeReports([shard({ scopes: [], unused: [["a", "1"]] })]);
  expect(merged.unused).toEqual([]);
});

test("one shard that was stopped makes the whole incomplete", () => {
  const suite = {
    command: ["x"],
    exitCode: 0,
    signal: null,
    durationMs: 1,
    endedBy: "itself" as const,
  };
  const whole = reportOf({}, { suite });
  const stopped = reportOf({}, { suite: { ...suite, endedBy: "interrupt" } });
  expect(mergeReports([whole, stopped]).suite?.endedBy).toBe("interrupt");
});

test("counts add up, one red shard makes the whole red, scopes unite", () => {
  const merged = mergeReports([
    shard({ scopes: ["a"], unused: [], exitCode: 0 }),
    shard({ scopes: ["a", "b"], unused: [], exitCode: 3 }),
  ]);
  expect(merged.suite?.exitCode).toBe(3);
  expect(merged.scopes.map(({ scope, hits }) => [scope, hits])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(merged.counts.hits).toBe(2);
  expect(parseReport(JSON.stringify(merged)).kind).toBe("report");
});

test("what no shard opened is unopened, where every shard can tell", () => {
  const of = (...unopened: readonly string[]): RunReport => ({
    ...shard({ scopes: [], unused: [] }),
    unopened,
  });
  expect(mergeReports([of("a", "b"), of("b", "c")]).unopened).toEqual(["b"]);
  const merged = mergeReports([of("a"), shard({ scopes: [], unused: [] })]);
  expect("unopened" in merged).toBe(false);
  expect(parseReport(JSON.stringify(mergeReports([of("a")]))).kind).toBe("report");
});

test.each([
  ["not json", /no JSON/],
  ["{}", /no Tapegate report at format/],
  [JSON.stringify({ ...shard({ scopes: [], unused: [] }), hits: -1 }), /at hits/],
  [JSON.stringify({ ...shard({ scopes: [], unused: [] }), causes: "x" }), /at causes/],
])("parseReport() refuses %.20s", (text, why) => {
  const parsed = parseReport(text);
  expect(parsed.kind === "refused" && parsed.why).toMatch(why);
});

interface Shard {
  readonly scopes: readonly string[];
  readonly unused: readonly (readonly [scope: string, key: string])[];
  readonly exitCode?: number;
}

function shard({ scopes, unused, exitCode = 0 }: Shard): RunReport {
  return buildReport(
    {
      mode: "replay",
      hits: 1,
      recorded: 0,
      misses: [],
      exhausted: [],
      unused: unused.map(([scope, key]): UnusedRecord => ({
        scope,
        lane: 0,
        key,
        endpoint: "e",
        model: null,
      })),
      scopes: scopes.map((scope) => ({
        scope,
        path: scope,
        hits: 1,
        misses: 0,
        recorded: 0,
        verdict: "hit",
      })),
      findings: [],
    },
    {
      tapegate: "0",
      cassettes: "c",
      startedAtMs: 0,
      endedAtMs: 1,
      suite: { command: ["x"], exitCode, signal: null, durationMs: 1, endedBy: "itself" },
      requests: 1,
      tokensSaved: { input: 1, output: 1 },
      findings: [],
      troubles: [],
    },
  );
}

test("what reports list counts, whatever they say of it", () => {
  const listed = reportOf({ misses: [missOf("a", ["system"], [])], exhausted: [exhaustedOf("a")] });
  const lying = { ...listed, counts: { ...listed.counts, misses: 0, exhausted: 0, unused: 9 } };
  expect(mergeReports([lying, listed]).counts).toMatchObject({
    misses: 2,
    exhausted: 2,
    unused: 0,
  });
});
