import type { SessionMode } from "../cassette/values.ts";
import type { GithubRun } from "./github-run.ts";
import type { ActionInputs } from "./inputs/action-inputs.ts";

/** A decision and the sentence that the log says about it. */
export interface Decision<T> {
  readonly value: T;
  readonly why: string;
}

/** Events that run the repository's own code on a branch of its own. */
const TRUSTED_EVENTS: ReadonlySet<string> = new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
]);

/**
 * Events that run with the base repository's rights although others can shape what they see, and
 * those that publish. A cache written by lower trust must not reach them.
 */
const PRIVILEGED_EVENTS: ReadonlySet<string> = new Set([
  "pull_request_target",
  "workflow_run",
  "issue_comment",
  "issues",
  "release",
  "registry_package",
  "deployment",
  "deployment_status",
]);

/** Decides the session's mode. `auto-detect` records only where nobody untrusted can have written the code. */
export function decideMode(
  input: Exclude<ActionInputs["mode"], "merge">,
  run: GithubRun,
  hasProviderKey: boolean,
): Decision<SessionMode> {
  if (input !== "auto-detect") return { value: input, why: `the input says "${input}"` };
  if (run.isFork) return { value: "replay", why: "the pull request comes from a fork" };
  if (run.isDependabot) return { value: "replay", why: "Dependabot's runs get no provider keys" };
  if (!TRUSTED_EVENTS.has(run.event)) {
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
  if (!TRUSTED_EVENTS.has(run.event)) {
    return { value: false, why: `the event "${run.event}" is not one of the default branch` };
  }
  return isDefaultBranch(run)
    ? { value: true, why: `"${run.event}" on the default branch` }
    : { value: false, why: `"${run.ref}" is not the default branch` };
}

function privilegeOf(run: GithubRun): string | undefined {
  if (PRIVILEGED_EVENTS.has(run.event)) return `the event "${run.event}" has special rights`;
  if (run.ref.startsWith("refs/tags/")) return `"${run.ref}" is a tag`;
  return undefined;
}

function isDefaultBranch(run: GithubRun): boolean {
  return run.defaultBranch !== undefined && run.ref === `refs/heads/${run.defaultBranch}`;
}
