import { describe, expect, test } from "vitest";
import type { GithubRun } from "../../src/action/github-run.ts";
import { decideMode, decideRestore, decideSave } from "../../src/action/run-policy.ts";

const MAIN = "refs/heads/main";

// event, ref, fork → mode with a key, restore with cache: auto, save with cache: auto
const TABLE: readonly [string, string, boolean, string, boolean, boolean][] = [
  ["push", MAIN, false, "record", true, true],
  ["push", "refs/heads/topic", false, "replay", true, false],
  ["push", "refs/tags/v1", false, "replay", false, false],
  ["schedule", MAIN, false, "record", true, true],
  ["workflow_dispatch", MAIN, false, "record", true, true],
  ["workflow_dispatch", "refs/heads/topic", false, "replay", true, false],
  ["repository_dispatch", MAIN, false, "record", true, true],
  ["pull_request", "refs/pull/7/merge", false, "replay", true, false],
  ["pull_request", "refs/pull/7/merge", true, "replay", true, false],
  ["merge_group", "refs/heads/gh-readonly-queue/main/pr-7", false, "replay", true, false],
  ["pull_request_target", MAIN, false, "replay", false, false],
  ["pull_request_target", MAIN, true, "replay", false, false],
  ["workflow_run", MAIN, false, "replay", false, false],
  ["issue_comment", MAIN, false, "replay", false, false],
  ["release", "refs/tags/v1", false, "replay", false, false],
  ["issues", MAIN, false, "replay", false, false],
  ["discussion", MAIN, false, "replay", false, false],
  ["discussion_comment", MAIN, false, "replay", false, false],
  ["commit_comment", MAIN, false, "replay", false, false],
  ["pull_request_review", "refs/pull/7/merge", false, "replay", false, false],
  ["pull_request_review_comment", "refs/pull/7/merge", true, "replay", false, false],
  ["fork", MAIN, false, "replay", false, false],
  ["gollum", MAIN, false, "replay", false, false],
  ["check_suite", MAIN, false, "replay", false, false],
  ["an_event_of_next_year", MAIN, false, "replay", false, false],
  ["", "", false, "replay", true, false],
];

describe("what a trigger may do", () => {
  test.each(TABLE)(
    "%s on %s, fork %s: %s, restore %s, save %s",
    (event, ref, isFork, mode, restore, save) => {
      const run = makeRun(event, ref, isFork);
      expect(decideMode("auto-detect", run, true).value).toBe(mode);
      expect(decideRestore("auto", run, "").value).toBe(restore);
      expect(decideSave("auto", run, "").value).toBe(save);
    },
  );

  test("auto-detect records and cache: auto saves where everything is trusted, and nowhere else", () => {
    const trusted = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];
    const events = [
      ...trusted,
      "pull_request",
      "pull_request_target",
      "pull_request_review",
      "merge_group",
      "workflow_run",
      "workflow_call",
      "issue_comment",
      "issues",
      "release",
      "deployment",
      "deployment_status",
      "registry_package",
      "create",
      "delete",
      "fork",
      "watch",
      "",
    ];
    const refs = [
      MAIN,
      "refs/heads/topic",
      "refs/heads/main2",
      "refs/tags/main",
      "refs/pull/7/merge",
      "",
    ];
    for (const event of events) {
      for (const ref of refs) {
        for (const [isFork, isDependabot, hasKey, defaultBranch] of flags()) {
          const run = { ...makeRun(event, ref, isFork), isDependabot, defaultBranch };
          const isTrusted =
            trusted.includes(event) && ref === MAIN && !isDependabot && defaultBranch === "main";
          const at = JSON.stringify([event, ref, isFork, isDependabot, hasKey, defaultBranch]);
          expect([at, decideMode("auto-detect", run, hasKey).value]).toEqual([
            at,
            isTrusted && hasKey && !isFork ? "record" : "replay",
          ]);
          expect([at, decideSave("auto", run, "").value]).toEqual([at, isTrusted]);
        }
      }
    }
  });

  test("Dependabot's runs replay and save nothing, also those of the default branch", () => {
    const run = { ...makeRun("push", MAIN, false), isDependabot: true };
    expect(decideMode("auto-detect", run, true).value).toBe("replay");
    expect(decideRestore("auto", run, "").value).toBe(true);
    expect(decideSave("auto", run, "").value).toBe(false);
  });

  test("without a provider key nothing is recorded by itself", () => {
    expect(decideMode("auto-detect", makeRun("push", MAIN, false), false)).toEqual({
      value: "replay",
      why: "no provider key is in the environment",
    });
  });

  test("a mode that the input names is taken as it is", () => {
    expect(
      decideMode("record", makeRun("pull_request", "refs/pull/7/merge", true), false).value,
    ).toBe("record");
  });

  test.each([
    ["", true, true],
    ["read", true, false],
    ["write", true, true],
    ["write-only", false, true],
    ["none", false, false],
    ["something-new", true, true],
  ])("the workflow's cache-mode %j: restore %s, save %s", (cacheMode, restore, save) => {
    const run = makeRun("push", MAIN, false);
    expect(decideRestore("auto", run, cacheMode).value).toBe(restore);
    expect(decideSave("auto", run, cacheMode).value).toBe(save);
  });

  test.each([
    ["off", false, false],
    ["read", true, false],
    ["write", true, true],
  ] as const)("cache: %s on a privileged trigger: restore %s, save %s", (input, restore, save) => {
    const run = makeRun("pull_request_target", MAIN, false);
    expect(decideRestore(input, run, "").value).toBe(restore);
    expect(decideSave(input, run, "").value).toBe(save);
  });
});

/** Every combination of fork, Dependabot, provider key, and default branch known or not. */
function flags(): readonly (readonly [boolean, boolean, boolean, string | undefined])[] {
  const both = [false, true] as const;
  return both.flatMap((isFork) =>
    both.flatMap((isDependabot) =>
      both.flatMap((hasKey) =>
        ["main", undefined].map((branch) => [isFork, isDependabot, hasKey, branch] as const),
      ),
    ),
  );
}

function makeRun(event: string, ref: string, isFork: boolean): GithubRun {
  return {
    event,
    ref,
    isFork,
    defaultBranch: "main",
    repository: "o/r",
    isDependabot: false,
    pullRequest: undefined,
    apiUrl: "http://127.0.0.1:1",
  };
}
