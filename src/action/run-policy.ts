import type { SessionMode } from "../cassette/values.ts";
import type { GithubRun } from "./github-run.ts";
import type { ActionInputs } from "./inputs/action-inputs.ts";

/** A decision and the sentence that the log says about it. */
export interface Decision<T> {
  readonly value: T;
  readonly why: string;
}

/** What an event may do: whose code runs, and who could have had a hand in it. */
type Trust =
  /** The repository's own code on a branch of its own: may record and save. */
  | "trusted"
  /** Others' code without rights: may read the cache, which holds nothing that it could not have. */
  | "reading"
  /**
   * Runs with the base repository's rights although others shape what it sees, or publishes: a cache
   * that a lower trust wrote must not reach it.
   */
  | "privileged";

/** Every event that starts a workflow (docs.github.com, "Events that trigger workflows", 2026-11). */
const EVENTS: ReadonlyMap<string, Trust> = new Map<string, Trust>([
  ["push", "trusted"],
  ["schedule", "trusted"],
  ["workflow_dispatch", "trusted"],
  ["repository_dispatch", "trusted"],
  ["pull_request", "reading"],
  ["merge_group", "reading"],
  // Runners that are not GitHub's name no event.
  ["", "reading"],
  ["pull_request_target", "privileged"],
  ["workflow_run", "privileged"],
  ["workflow_call", "privileged"],
  ["issue_comment", "privileged"],
  ["issues", "privileged"],
  ["discussion", "privileged"],
  ["discussion_comment", "privileged"],
  ["pull_request_comment", "privileged"],
  ["pull_request_review", "privileged"],
  ["pull_request_review_comment", "privileged"],
  ["commit_comment", "privileged"],
  ["release", "privileged"],
  ["registry_package", "privileged"],
  ["image_version", "privileged"],
  ["deployment", "privileged"],
  ["deployment_status", "privileged"],
  ["page_build", "privileged"],
  ["public", "privileged"],
  ["check_run", "privileged"],
  ["check_suite", "privileged"],
  ["status", "privileged"],
  ["create", "privileged"],
  ["delete", "privileged"],
  ["fork", "privileged"],
  ["gollum", "privileged"],
  ["label", "privileged"],
  ["milestone", "privileged"],
  ["project", "privileged"],
  ["project_card", "privileged"],
  ["project_column", "privileged"],
  ["watch", "privileged"],
  ["branch_protection_rule", "privileged"],
]);

/** An event that is not known yet gets the least. */
function trustOf({ event }: GithubRun): Trust {
  return EVENTS.get(event) ?? "privileged";
}

/** Decides the session's mode. `auto-detect` records only where nobody untrusted can have written the code. */
export function decideMode(
  input: Exclude<ActionInputs["mode"], "merge">,
  run: GithubRun,
  hasProviderKey: boolean,
): Decision<SessionMode> {
  if (input !== "auto-detect") return { value: input, why: `the input says "${input}"` };
  if (run.isFork) return { value: "replay", why: "the pull request comes from a fork" };
  if (run.isDependabot) return { value: "replay", why: "Dependabot's runs get no provider keys" };
  if (trustOf(run) !== "trusted") {
    return { value: "replay", why: `the event "${run.event}" is not one of the default branch` };
  }
  if (!isDefaultBranch(run)) {
    return { value: "replay", why: `"${run.ref}" is not the default branch` };
  }
  if (!hasProviderKey) return { value: "replay", why: "no provider key is in the environment" };
  return {
    value: "record",
    why: `"${run.event}" on the default branch, with a provider key in the environment`,
  };
}

/** Decides whether the cache is read. */
export function decideRestore(
  input: ActionInputs["cache"],
  run: GithubRun,
  cacheMode: string,
): Decision<boolean> {
  if (input === "off") return { value: false, why: 'the input "cache" is "off"' };
  if (cacheMode === "none" || cacheMode === "write-only") {
    return { value: false, why: `the workflow's cache-mode is "${cacheMode}"` };
  }
  if (input !== "auto") return { value: true, why: `the input "cache" is "${input}"` };
  const privileged = privilegeOf(run);
  return privileged === undefined
    ? { value: true, why: "the trigger has no special rights" }
    : { value: false, why: `${privileged}, and a cache that others can write must not reach it` };
}

/** Decides whether the cache may be written. Whether there is anything to write is another question. */
export function decideSave(
  input: ActionInputs["cache"],
  run: GithubRun,
  cacheMode: string,
): Decision<boolean> {
  if (input === "off" || input === "read") {
    return { value: false, why: `the input "cache" is "${input}"` };
  }
  if (cacheMode === "none" || cacheMode === "read") {
    return { value: false, why: `the workflow's cache-mode is "${cacheMode}"` };
  }
  if (input === "write") return { value: true, why: 'the input "cache" is "write"' };
  const privileged = privilegeOf(run);
  if (privileged !== undefined) return { value: false, why: privileged };
  if (run.isDependabot) return { value: false, why: "Dependabot's tokens may not write" };
  if (trustOf(run) !== "trusted") {
    return { value: false, why: `the event "${run.event}" is not one of the default branch` };
  }
  return isDefaultBranch(run)
    ? { value: true, why: `"${run.event}" on the default branch` }
    : { value: false, why: `"${run.ref}" is not the default branch` };
}

function privilegeOf(run: GithubRun): string | undefined {
  if (trustOf(run) === "privileged") {
    return `the event "${run.event}" has rights of its own or lets others start it`;
  }
  if (run.ref.startsWith("refs/tags/")) return `"${run.ref}" is a tag`;
  return undefined;
}

function isDefaultBranch(run: GithubRun): boolean {
  return run.defaultBranch !== undefined && run.ref === `refs/heads/${run.defaultBranch}`;
}
