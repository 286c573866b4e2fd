import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readGithubRun, type GithubRun } from "../../src/action/github-run.ts";
import { decideMode, decideRestore, decideSave } from "../../src/action/run-policy.ts";
import { ROOT } from "../helpers/node-runtimes.ts";

const PAYLOADS = join(ROOT, "test/fixtures/github-events");
const folder = mkdtempSync(join(tmpdir(), "tapegate-event-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a run as the runner would present it. */
function runOf(event: string, ref: string, payload: string, actor = "octocat"): GithubRun {
  return readGithubRun({
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_EVENT_PATH: payload.includes("/") ? payload : join(PAYLOADS, `${payload}.json`),
    GITHUB_REPOSITORY: "octo-org/octo-repo",
    GITHUB_ACTOR: actor,
  });
}

// event, ref, payload file, actor → mode with a key, restore, save
const RUNS: readonly [string, string, string, string, string, boolean, boolean][] = [
  ["push", "refs/heads/trunk", "push", "octocat", "record", true, true],
  ["push", "refs/heads/topic", "push", "octocat", "replay", true, false],
  ["push", "refs/tags/v1", "push", "octocat", "replay", false, false],
  ["push", "refs/heads/trunk", "push", "dependabot[bot]", "replay", true, false],
  ["schedule", "refs/heads/trunk", "schedule", "octocat", "record", true, true],
  ["workflow_dispatch", "refs/heads/trunk", "workflow_dispatch", "octocat", "record", true, true],
  ["workflow_dispatch", "refs/heads/topic", "workflow_dispatch", "octocat", "replay", true, false],
  ["pull_request", "refs/pull/7/merge", "pull_request", "octocat", "replay", true, false],
  ["pull_request", "refs/pull/7/merge", "pull_request_fork", "mallory", "replay", true, false],
  ["pull_request", "refs/pull/7/merge", "pull_request_gone_fork", "m", "replay", true, false],
  ["pull_request_target", "refs/heads/trunk", "pull_request_fork", "m", "replay", false, false],
  ["workflow_run", "refs/heads/trunk", "workflow_run", "mallory", "replay", false, false],
  ["issue_comment", "refs/heads/trunk", "issue_comment", "mallory", "replay", false, false],
  ["discussion_comment", "refs/heads/trunk", "discussion_comment", "m", "replay", false, false],
];

describe("mode, restore and save from GitHub's event files", () => {
  test.each(RUNS)(
    "%s on %s (%s, by %s): %s, restore %s, save %s",
    (event, ref, payload, actor, mode, restore, save) => {
      const run = runOf(event, ref, payload, actor);
      expect(decideMode("auto-detect", run, true).value).toBe(mode);
      expect(decideRestore("auto", run, "").value).toBe(restore);
      expect(decideSave("auto", run, "").value).toBe(save);
    },
  );

  test("every payload is looked at", () => {
    const files = readdirSync(PAYLOADS).map((name) => name.replace(/\.json$/, ""));
    expect(files.toSorted()).toEqual([...new Set(RUNS.map(([, , file]) => file))].toSorted());
  });

  test("a schedule's payload names no repository, and its branch is the default one", () => {
    const text = readFileSync(join(PAYLOADS, "schedule.json"), "utf8");
    expect(JSON.parse(text)).not.toHaveProperty("repository");
    expect(runOf("schedule", "refs/heads/trunk", "schedule").defaultBranch).toBe("trunk");
    expect(runOf("schedule", "refs/tags/v1", "schedule").defaultBranch).toBeUndefined();
  });

  test("a pull request is known by its head, and a fork by where that lies", () => {
    expect(runOf("pull_request", "refs/pull/7/merge", "pull_request")).toMatchObject({
      isFork: false,
      defaultBranch: "trunk",
      pullRequest: { number: 7, headSha: "1".repeat(40), baseSha: "0".repeat(40) },
    });
    for (const payload of ["pull_request_fork", "pull_request_gone_fork"]) {
      expect(runOf("pull_request", "refs/pull/7/merge", payload).isFork).toBe(true);
    }
  });

  test.each(["", "{", "[]", '{"repository":{"default_branch":7}}', "null"])(
    "an odd event file (%j) counts as empty: nothing is recorded",
    (text) => {
      const file = join(folder, "event.json");
      writeFileSync(file, text);
      const run = runOf("push", "refs/heads/trunk", file);
      expect(run.defaultBranch).toBeUndefined();
      expect(decideMode("auto-detect", run, true).value).toBe("replay");
    },
  );
});
