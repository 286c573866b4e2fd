import { readFileSync } from "node:fs";
import { z } from "zod";

/** What the runner says about the run, as far as the action's decisions need it. */
export interface GithubRun {
  /** `push`, `pull_request`, … */
  readonly event: string;
  /** `refs/heads/main`, `refs/pull/7/merge`, `refs/tags/v1`. */
  readonly ref: string;
  /** From the event's payload; `undefined` where that names none. */
  readonly defaultBranch: string | undefined;
  /** `owner/name`. */
  readonly repository: string;
  /** The pull request's head lies in another repository. */
  readonly isFork: boolean;
  /** Triggered by Dependabot: the token is read-only and secrets are absent. */
  readonly isDependabot: boolean;
  readonly pullRequest: PullRequest | undefined;
  /** Root of the REST API. */
  readonly apiUrl: string;
}

/** The pull request a run belongs to. */
export interface PullRequest {
  readonly number: number;
  /** Head commit: what annotations and check runs refer to, not the merge commit. */
  readonly headSha: string;
  readonly baseSha: string;
}

const repository = z.object({
  full_name: z.string().optional(),
  default_branch: z.string().optional(),
});

// The payload is GitHub's, yet a pull request's author shapes parts of it: only these members are read.
const payloadSchema = z.object({
  repository: repository.optional(),
  pull_request: z
    .object({
      number: z.int().positive(),
      head: z.object({ sha: z.string(), repo: repository.nullish() }),
      base: z.object({ sha: z.string(), repo: repository.nullish() }),
    })
    .optional(),
});

/** Reads the run from the runner's variables and its event file. A missing or odd event file counts as empty. */
export function readGithubRun(environment: NodeJS.ProcessEnv): GithubRun {
  const payload = readPayload(environment["GITHUB_EVENT_PATH"]);
  const pull = payload.pull_request;
  const head = pull?.head.repo?.full_name;
  const base = pull?.base.repo?.full_name ?? environment["GITHUB_REPOSITORY"];
  const event = environment["GITHUB_EVENT_NAME"] ?? "";
  const ref = environment["GITHUB_REF"] ?? "";
  return {
    event,
    ref,
    defaultBranch: payload.repository?.default_branch ?? scheduledBranch(event, ref),
    repository: environment["GITHUB_REPOSITORY"] ?? "",
    // A deleted fork has no repository any more; it was one all the same.
    isFork: pull !== undefined && head !== base,
    isDependabot: environment["GITHUB_ACTOR"] === "dependabot[bot]",
    pullRequest:
      pull === undefined
        ? undefined
        : { number: pull.number, headSha: pull.head.sha, baseSha: pull.base.sha },
    apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
  };
}

/**
 * GitHub runs schedules on the default branch alone, and their payload holds no repository
 * (docs/discoveries/github-runner.md).
 */
function scheduledBranch(event: string, ref: string): string | undefined {
  return event === "schedule" ? /^refs\/heads\/(.+)$/s.exec(ref)?.[1] : undefined;
}

function readPayload(path: string | undefined): z.output<typeof payloadSchema> {
  if (path === undefined || path === "") return {};
  try {
    const result = payloadSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return result.success ? result.data : {};
  } catch {
    return {};
  }
}
