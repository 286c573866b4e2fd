import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CliIo } from "../../../src/cli/cli-io.ts";
import { runCli } from "../../../src/cli/run-cli.ts";
import type { RunReport } from "../../../src/report/run-report.ts";
import { parseReport } from "../../../src/report/parse-report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tapegate-report-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("tapegate report merge", () => {
  test("unites shards: unused is what none of them asked for", async () => {
    put("1.json", makeReport({ hits: 2, unused: ["a", "b"] }));
    put("2.json", makeReport({ hits: 3, unused: ["b"] }));
    const { status, stdout, stderr } = await call("merge", "1.json", "2.json");
    expect(status).toBe(0);
    const parsed = parseReport(stdout);
    expect(parsed).toMatchObject({
      kind: "report",
      report: { hits: 5, counts: { hits: 5, unused: 1 }, unused: [{ key: "b".repeat(64) }] },
    });
    expect(stderr).toContain("clean, replayed 5 · missed 0 · unused 1");
  });

  test.each([
    ["clean", {}, [], 0],
    ["drift", { misses: 1 }, [], 3],
    ["drift let pass", { misses: 1 }, ["--on-drift", "warn"], 0],
    ["unused let pass", { unused: ["a"] }, [], 0],
    ["unused that fail", { unused: ["a"] }, ["--unused", "fail"], 3],
    ["a red suite keeps its own status", { exitCode: 7, misses: 1 }, [], 7],
    ["trouble", { troubles: ["the disk is full"] }, [], 4],
  ])("exit status: %s", async (_, facts, options, status) => {
    put("1.json", makeReport(facts));
    const result = await call("merge", ...options, "--to", "out/all.json", "1.json");
    expect(result.status).toBe(status);
    expect(parseReport(readFileSync(join(folder, "out/all.json"), "utf8")).kind).toBe("report");
  });

  test("a shard that cannot be read is trouble, and nothing half is written", async () => {
    put("good.json", makeReport({}));
    writeFileSync(join(folder, "bad.json"), "{");
    writeFileSync(join(folder, "other.json"), '{"format":"tapegate-report"}');
    const result = await call("merge", "--to", "all.json", "good.json", "bad.json", "other.json");
    expect(result.status).toBe(4);
    expect(result.stderr).toContain('"bad.json": it is no JSON');
    expect(result.stderr).toContain('"other.json": it is no Tapegate report');
    expect(() => readFileSync(join(folder, "all.json"))).toThrow(/ENOENT/);
    const absent = await call("merge", "none.json");
    expect(absent.status).toBe(4);
    expect(absent.stderr).toContain("there is no such file");
    expect((await call("merge", ".")).stderr).toContain("it is a folder");
  });
});

describe("tapegate report html", () => {
  test("writes one page with the conversations of the library", async () => {
    put("r.json", makeReport({ misses: 1 }));
    const { status, stderr } = await call("html", "--to", "page.html", "r.json");
    expect(status).toBe(3);
    expect(stderr).toContain("page.html");
    const page = readFileSync(join(folder, "page.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("drifted apart");
  });

  test("looks for conversations below the working directory alone, unless the user names another", async () => {
    for (const cassettes of ["..", "/", join(folder, "../other")]) {
      put("r.json", { ...makeReport({}), cassettes });
      const { status, stderr } = await call("html", "--to", "page.html", "r.json");
      expect(status).toBe(0);
      expect(stderr).toContain("outside this directory. If it is yours, name it");
      const named = await call("html", "--cassettes", cassettes, "--to", "page.html", "r.json");
      expect(named.stderr).not.toContain("outside this directory");
    }
  });

  test("a target that cannot be written is trouble", async () => {
    put("r.json", makeReport({}));
    symlinkSync(join(folder, "nowhere/else"), join(folder, "page.html"));
    const { status, stderr } = await call("html", "--to", "page.html", "r.json");
    expect(status).toBe(4);
    expect(stderr).toContain('Cannot write "page.html"');
  });
});

test.each([
  [[], "say what to do, merge or html"],
  [["mrege"], 'Did you mean "merge"?'],
  [["merge"], "no report is named"],
  [["html"], "no report is named"],
  [["html", "a", "b"], "merge them first"],
  [["merge", "--cassettes", "x", "a"], "--cassettes is for tapegate report html"],
  [["merge", "--on-drift", "shout", "a"], "is one of fail, warn, ignore"],
])("%j is a usage error", async (argv, said) => {
  const { status, stderr } = await call(...argv);
  expect(status).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain("See: tapegate report --help");
});

test("--help says it all", async () => {
  const { status, stdout } = await call("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("Usage: tapegate report [options] merge FILE… | html FILE");
});

async function call(
  ...argv: readonly string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  const io: CliIo = {
    cwd: folder,
    environment: {},
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    isTty: false,
    homeDirectory: folder,
  };
  const status = await runCli(["report", ...argv], io);
  return { status, stdout, stderr };
}

function put(path: string, report: RunReport): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(report));
}

interface Facts {
  readonly hits?: number;
  readonly misses?: number;
  /** One letter stands for a key. */
  readonly unused?: readonly string[];
  readonly exitCode?: number;
  readonly troubles?: readonly string[];
}

function makeReport(facts: Facts): RunReport {
  const { hits = 1, misses = 0, unused = [], exitCode = 0, troubles = [] } = facts;
  const explanation = {
    found: "nowhere",
    foundAt: null,
    nearest: [],
    normaliser: null,
    isScopeEmpty: true,
  } as const;
  return {
    format: "tapegate-report",
    version: 1,
    tapegate: "0.0.0",
    mode: "replay",
    cassettes: "cassettes",
    startedAt: "2026-01-01T00:00:00.000Z",
    endedAt: "2026-01-01T00:00:01.000Z",
    suite: { command: ["pytest"], exitCode, signal: null, durationMs: 1, endedBy: "itself" },
    hits,
    counts: {
      hits,
      misses,
      exhausted: 0,
      unused: unused.length,
      recorded: 0,
      requests: hits + misses,
      tokensSaved: { input: 0, output: 0 },
    },
    misses: Array.from({ length: misses }, (_, n) => ({
      id: `miss-${n + 1}`,
      scope: "s",
      lane: 0,
      key: "0".repeat(64),
      provider: "openai",
      method: "POST",
      endpoint: "POST /v1/chat/completions",
      model: null,
      callSite: null,
      request: {},
      explanation,
      message: "replay miss",
    })),
    exhausted: [],
    unused: unused.map((letter) => ({
      scope: "s",
      lane: 0,
      key: letter.repeat(64),
      endpoint: "POST /v1/chat/completions",
      model: null,
    })),
    causes: [],
    scopes: [{ scope: "s", path: "s.cassette.json", hits, misses, recorded: 0, verdict: "hit" }],
    findings: [],
    troubles,
  };
}
