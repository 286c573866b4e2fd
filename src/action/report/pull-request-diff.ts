import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { parseGitDiff, parsePatch, type PatchedFile } from "../../report/placement/patch.ts";
import { credentialKind } from "../../suite/credential-names.ts";
import type { GithubRun } from "../github-run.ts";
import { isRunnerPrivate } from "../suite/suite-environment.ts";
import { FILES_PER_PAGE, type GithubApi } from "./github-api.ts";

/** The API lists at most this many files of a pull request. */
const API_FILES_MAX = 3000;
const GIT_OUTPUT_BYTES_MAX: number = 64 * 1024 ** 2;
const GIT_TIMEOUT_MS = 20_000;
/** All pages together; an API that answers each of thirty pages slowly must not stall the job either. */
const API_TOTAL_MS = 45_000;

/** The pull request's changes as far as they could be read, and a sentence where something is missing. */
export interface PullRequestDiff {
  readonly files: readonly PatchedFile[];
  /** Why the diff is empty or not whole; `undefined` where it is whole. */
  readonly why: string | undefined;
}

/** Where a diff is looked for. */
export interface DiffSources {
  readonly api: GithubApi | undefined;
  readonly workspace: string;
  readonly cancelled: AbortSignal;
}

/**
 * Reads what the pull request changes: from the API, page by page; files whose patch the API leaves
 * out, and everything where the API refuses, from a local `git diff` when the history is there.
 */
export async function readPullRequestDiff(
  run: GithubRun,
  { api, workspace, cancelled }: DiffSources,
): Promise<PullRequestDiff> {
  if (run.pullRequest === undefined)
    return { files: [], why: "the run belongs to no pull request" };
  const { files, missing, why } = await readFromApi(api);
  if (missing.length === 0 && why === undefined) return { files, why: undefined };
  const local = await readFromGit(run.pullRequest.baseSha, workspace, cancelled);
  if (local !== undefined) {
    const known = new Set(files.map(({ path }) => path));
    return { files: [...files, ...local.filter(({ path }) => !known.has(path))], why: undefined };
  }
  return {
    files,
    why:
      why ??
      `the API leaves out the patch of ${missing.length} file(s), and git has no history here (fetch-depth: 0)`,
  };
}

async function readFromApi(api: GithubApi | undefined): Promise<{
  readonly files: readonly PatchedFile[];
  readonly missing: readonly string[];
  readonly why: string | undefined;
}> {
  const files: PatchedFile[] = [];
  const missing: string[] = [];
  if (api === undefined)
    return { files, missing, why: "there is no token to read the pull request" };
  const deadline = performance.now() + API_TOTAL_MS;
  for (let page = 1; page <= API_FILES_MAX / FILES_PER_PAGE; page += 1) {
    const answer = await api.listFiles(page);
    if (answer.kind === "refused") return { files, missing, why: answer.why };
    if (performance.now() > deadline) {
      return { files, missing, why: `GitHub's API took more than ${API_TOTAL_MS / 1000} s` };
    }
    for (const { path, status, patch, changes } of answer.value) {
      if (patch !== undefined) files.push(parsePatch(path, patch));
      // A binary file has no patch and no lines; no prompt is lost with it.
      else if (status !== "removed" && changes !== 0) missing.push(path);
    }
    if (answer.value.length < FILES_PER_PAGE) return { files, missing, why: undefined };
  }
  return { files, missing, why: `the pull request changes more than ${API_FILES_MAX} files` };
}

async function readFromGit(
  baseSha: string,
  workspace: string,
  cancelled: AbortSignal,
): Promise<readonly PatchedFile[] | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(baseSha)) return undefined;
  try {
    const { stdout } = await promisify(execFile)(
      "git",
      [
        // In a container the checkout belongs to somebody else, and git would read nothing of it.
        "-c",
        `safe.directory=${workspace.replaceAll("\\", "/")}`,
        "diff",
        "--merge-base",
        "--no-color",
        "--unified=3",
        "--no-ext-diff",
        "--no-textconv",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        baseSha,
        "HEAD",
      ],
      {
        cwd: workspace,
        // The suite may have changed what git starts (.git/config); no secret is its business.
        env: Object.fromEntries(
          Object.entries(process.env).filter(
            ([name]) => !isRunnerPrivate(name) && credentialKind(name) === undefined,
          ),
        ),
        maxBuffer: GIT_OUTPUT_BYTES_MAX,
        timeout: GIT_TIMEOUT_MS,
        signal: cancelled,
      },
    );
    return parseGitDiff(stdout);
  } catch {
    // No git, no history, too large: the caller says what is missing.
    return undefined;
  }
}
