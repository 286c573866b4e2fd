import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSession } from "../../../src/cassette/open-session.ts";
import type { CassetteStore } from "../../../src/cassette/ports.ts";
import type { SessionTally } from "../../../src/cassette/session.ts";
import type { SessionMode } from "../../../src/cassette/values.ts";
import { PROVIDERS } from "../../../src/dialects/providers.ts";
import { toCassetteRequest } from "../../../src/exchange/cassette-request.ts";
import { groupCauses } from "../../../src/report/causes.ts";
import { parseGitDiff, type PatchedFile } from "../../../src/report/placement/patch.ts";
import { placeCause } from "../../../src/report/placement/place-cause.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { CAUSE_SCENARIOS } from "./cause-scenarios.ts";
import { CALL_SCENARIOS } from "./call-scenarios.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS as GENERAL_SCENARIOS } from "./scenarios.ts";
import { TEXT_SCENARIOS } from "./text-scenarios.ts";
import { VALUE_SCENARIOS } from "./value-scenarios.ts";
import { PULL_REQUEST_SCENARIOS } from "./pull-request-scenarios.ts";
import { VARIED_SCENARIOS } from "./varied-scenarios.ts";

const SCENARIOS: readonly Scenario[] = [
  ...GENERAL_SCENARIOS,
  ...TEXT_SCENARIOS,
  ...VALUE_SCENARIOS,
  ...CAUSE_SCENARIOS,
  ...CALL_SCENARIOS,
  ...PULL_REQUEST_SCENARIOS,
  ...VARIED_SCENARIOS,
];

describe("drift is placed on the line that caused it", () => {
  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    (_, scenario) => {
      const { misses, exhausted } = replay(scenario);
      const causes = groupCauses(misses, exhausted);
      const files = diffOf(scenario.files);
      const places = causes.map((cause) =>
        placeCause(cause, misses, {
          files,
          scope: "added",
          cassettePath: () => undefined,
          ...(scenario.suiteFolder === undefined ? {} : { suiteFolder: scenario.suiteFolder }),
        }),
      );
      const found = places.map((place) =>
        place === undefined
          ? null
          : [place.path, scenario.files[place.path]![1]!.split("\n")[place.line - 1]],
      );
      const groups = scenario.groups ?? [scenario.after.length];
      expect(causes.map(({ missIds }) => missIds.length)).toEqual(groups);
      expect(found.toSorted(byText)).toEqual(scenario.places.toSorted(byText));
    },
  );

  test("where the pull request is too large for all causes, no more lines are looked at", () => {
    const [scenario] = SCENARIOS;
    const { misses, exhausted } = replay(scenario!);
    const [cause] = groupCauses(misses, exhausted);
    const budget = { linesLeft: 1500 };
    const sources = {
      files: diffOf(scenario!.files),
      scope: "added",
      cassettePath: () => "cassettes/default.cassette.json",
      budget,
    } as const;
    expect(placeCause(cause!, misses, sources)?.path).toBe("src/prompts.py");
    expect(budget.linesLeft).toBeLessThan(500);
    const left = budget.linesLeft;
    expect(placeCause(cause!, misses, { ...sources, files: [] })?.rule).toBe("the cassette");
    expect(budget.linesLeft).toBe(left);
    budget.linesLeft = 0;
    expect(placeCause(cause!, misses, sources)?.rule).toBe("the cassette");
  });

  test("a line as long as a bundle counts as many", () => {
    const [scenario] = SCENARIOS;
    const { misses, exhausted } = replay(scenario!);
    const [cause] = groupCauses(misses, exhausted);
    const budget = { linesLeft: 20_000 };
    const text = "x".repeat(1_000_000);
    const files = [{ path: "dist/a.js", lines: [{ kind: "added", text, line: 1 }] }] as const;
    placeCause(cause!, misses, { files, scope: "added", cassettePath: () => undefined, budget });
    expect(budget.linesLeft).toBeLessThan(0);
  });

  test("there are at least thirty scenarios", () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(30);
  });
});

/** Causes of equal size have no order of their own. */
function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** Records what the suite asked before, replays what it asks after. */
function replay(scenario: Scenario): SessionTally {
  const store = openMemoryStore();
  issueAll(store, "record", scenario);
  return issueAll(store, "replay", scenario);
}

function issueAll(store: CassetteStore, mode: SessionMode, scenario: Scenario): SessionTally {
  const { callSite, callers, testSite, scope } = scenario;
  const places = {
    ...(callSite === undefined ? {} : { callSite }),
    ...(callers === undefined ? {} : { callers }),
    ...(testSite === undefined ? {} : { testSite }),
  };
  const session = openSession({
    mode,
    store,
    clock: { now: () => 0 },
    log: { warn: () => undefined, error: () => undefined },
  });
  const mount = PROVIDERS.find(({ name }) => name === "openai")!;
  for (const body of mode === "record" ? scenario.before : scenario.after) {
    const request = toCassetteRequest(
      {
        method: "POST",
        path: "/v1/chat/completions",
        headers: [["content-type", "application/json"]],
        body: Buffer.from(JSON.stringify(body)),
      },
      mount,
    );
    const issued = session.issue({ ...request, ...places }, scope === undefined ? {} : { scope });
    if (mode === "record") {
      issued.record({
        kind: "http",
        status: 200,
        headers: [],
        body: { text: "{}" },
        ending: "end",
      });
    } else expect(issued.lookup.kind).toBe("miss");
  }
  session.close();
  return session.tally();
}

/** The patch as real git makes it. */
function diffOf(files: Scenario["files"]): readonly PatchedFile[] {
  const root = mkdtempSync(join(tmpdir(), "tapegate-diff-"));
  try {
    for (const [path, sides] of Object.entries(files)) {
      sides.forEach((text, side) => {
        if (text === undefined) return;
        const target = join(root, side === 0 ? "a" : "b", path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      });
    }
    mkdirSync(join(root, "a"), { recursive: true });
    const { stdout } = spawnSync(
      "git",
      ["diff", "--no-index", "--no-color", "--no-prefix", "--no-renames", "a", "b"],
      { cwd: root, encoding: "utf8" },
    );
    return parseGitDiff(stdout);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
