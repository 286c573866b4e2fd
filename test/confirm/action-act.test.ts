import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mayLackPrograms, NODE_24, ROOT } from "../helpers/node-runtimes.ts";
import { readRecipes } from "../helpers/recipes.ts";
import { startScriptedUpstream, type ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const ACT = "github.com/nektos/act@v0.2.87";
const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const BIN = join(ROOT, ".cache/go");
const hasGo = spawnSync("go", ["version"]).status === 0;

const WORKFLOW = (upstream: string): string => `
name: host mode
on: [push, pull_request]
jobs:
  suite:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - id: record
        uses: ./
        with: { command: node suite.mjs, mode: record, cache: write, summary: always }
        env: { OPENAI_API_KEY: sk-real, UPSTREAM: "${upstream}" }
      - run: rm -r cassettes
      - id: replay
        uses: ./
        with: { command: node suite.mjs, mode: replay, cache: read }
      - id: drift
        continue-on-error: true
        uses: ./
        with: { command: node suite.mjs other, mode: replay, cache: read }
      - run: echo "RESULT recorded=$A saved=$B restored=$C hits=$D drift=$E misses=$F"
        env:
          A: \${{ steps.record.outputs.outcome }}
          B: \${{ steps.record.outputs.cache-saved }}
          C: \${{ steps.replay.outputs.cache-hit }}
          D: \${{ steps.replay.outputs.hits }}
          E: \${{ steps.drift.outputs.outcome }}
          F: \${{ steps.drift.outputs.misses }}
`;

const SUITE = `
const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ model: "m", messages: [{ role: "user", content: process.argv[2] ?? "hello" }] }),
});
console.log("answer", response.status, await response.text());
`;

describe.skipIf(!hasGo && mayLackPrograms)(
  hasGo ? "nektos/act in host mode" : "nektos/act in host mode (skipped: Go is not installed)",
  () => {
    let upstream: ScriptedUpstream;
    let root: string;

    beforeAll(async () => {
      if (!hasGo) throw new Error("Cannot run nektos/act: Go is not installed");
      if (!existsSync(join(BIN, "act"))) {
        mkdirSync(BIN, { recursive: true });
        const { status, stderr } = spawnSync("go", ["install", ACT], {
          env: { ...process.env, GOBIN: BIN },
          encoding: "utf8",
        });
        if (status !== 0) throw new Error(`Cannot install ${ACT}: ${stderr}`);
      }
      upstream = await startScriptedUpstream({ body: '{"answer":1}' });
      root = mkdtempSync(join(tmpdir(), "tapegate-act-"));
    });

    afterAll(async () => {
      await upstream.close();
      rmSync(root, { recursive: true, force: true });
    });

    test("a workflow with `uses: ./` records, saves over the v1 cache, restores, replays and sees drift", async () => {
      const repository = join(root, "repository");
      mkdirSync(join(repository, ".github/workflows"), { recursive: true });
      cpSync(join(ROOT, "action.yml"), join(repository, "action.yml"));
      cpSync(join(ROOT, "dist"), join(repository, "dist"), { recursive: true });
      writeFileSync(join(repository, ".github/workflows/suite.yml"), WORKFLOW(upstream.url));
      writeFileSync(join(repository, "suite.mjs"), SUITE);
      writeFileSync(
        join(repository, "tapegate.json"),
        JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
      );
      git(repository, "init", "-q", "-b", "main");
      git(repository, "add", "-A");
      git(
        repository,
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@localhost",
        "commit",
        "-qm",
        "suite",
      );
      // Not spawnSync: the upstream answers from this very process.
      const { stdout, stderr } = await promisify(execFile)(
        join(BIN, "act"),
        [
          "push",
          "-P",
          "ubuntu-latest=-self-hosted",
          "--action-offline-mode",
          "--action-cache-path",
          join(root, "actions"),
          "--cache-server-path",
          join(root, "cache"),
          "--cache-server-addr",
          "127.0.0.1",
          "--env",
          "GITHUB_API_URL=http://127.0.0.1:1",
        ],
        {
          cwd: repository,
          timeout: 120_000,
          env: {
            PATH: `${dirname(NODE_24)}:${process.env["PATH"]}`,
            HOME: root,
            XDG_CACHE_HOME: join(root, "xdg"),
          },
        },
      );
      const log = `${stdout}\n${stderr}`;
      expect(log).toContain(
        "RESULT recorded=clean saved=true restored=true hits=1 drift=drift misses=1",
      );
      expect(log).toMatch(/Success - Post \.\//);
      expect(upstream.requests.length).toBe(1);
      expect(log).not.toContain("sk-real");
    });
  },
);

describe.skipIf(!hasGo && mayLackPrograms)(
  hasGo ? "actionlint" : "actionlint (skipped: Go is not installed)",
  () => {
    const actionlint = join(BIN, "actionlint");

    beforeAll(() => {
      if (!hasGo) throw new Error("Cannot run actionlint: Go is not installed");
      if (existsSync(actionlint)) return;
      mkdirSync(BIN, { recursive: true });
      const { status, stderr } = spawnSync("go", ["install", ACTIONLINT], {
        env: { ...process.env, GOBIN: BIN },
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`Cannot install ${ACTIONLINT}: ${stderr}`);
    });

    test("has nothing to say about this repository's workflows, which pin what they use", () => {
      const { stdout, status } = spawnSync(actionlint, ["-no-color"], {
        cwd: ROOT,
        encoding: "utf8",
      });
      expect(stdout).toBe("");
      expect(status).toBe(0);
      const text = ["ci", "selftest", "release"]
        .map((name) => readFileSync(join(ROOT, `.github/workflows/${name}.yml`), "utf8"))
        .join("\n");
      const unpinned = [...text.matchAll(/uses: (\S+)/g)]
        .map(([, name]) => name!)
        .filter((name) => name !== "./" && !/@[0-9a-f]{40}$/.test(name));
      expect(unpinned).toEqual([]);
    });

    test("has nothing to say about the recipes, inputs and outputs of the action included", () => {
      const folder = mkdtempSync(join(tmpdir(), "tapegate-recipes-"));
      try {
        const workflows = join(folder, ".github/workflows");
        mkdirSync(workflows, { recursive: true });
        git(folder, "init", "-q");
        // As a local action, its inputs and outputs are held to action.yml.
        cpSync(join(ROOT, "action.yml"), join(folder, "action.yml"));
        mkdirSync(join(folder, "dist"));
        for (const name of ["main.cjs", "post.cjs"]) writeFileSync(join(folder, "dist", name), "");
        const recipes = readRecipes();
        for (const [index, { text }] of recipes.entries()) {
          const local = text.replaceAll("<owner>/tapegate@v1", "./");
          writeFileSync(join(workflows, `recipe-${index}.yml`), local);
        }
        const wrong =
          "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with: { comand: x }\n";
        writeFileSync(join(workflows, "wrong.yml"), wrong);
        const lint = spawnSync(actionlint, ["-no-color", "-oneline"], {
          cwd: folder,
          encoding: "utf8",
        });
        const findings = lint.stdout.split("\n").filter((line) => line !== "");
        // The one that is wrong on purpose shows that inputs are looked at.
        expect(findings.filter((line) => !line.includes("wrong.yml"))).toEqual([]);
        expect(findings.join()).toContain('input "comand" is not defined');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
