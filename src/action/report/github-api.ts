import type { GithubRun } from "../github-run.ts";

type Octokit = ReturnType<typeof import("@actions/github").getOctokit>;

/** A hanging API must not stall the job. */
const API_TIMEOUT_MS = 15_000;

/** What a call to GitHub came to: its answer, or one sentence that says why there is none. */
export type ApiAnswer<T> =
  | { readonly kind: "answer"; readonly value: T }
  | { readonly kind: "refused"; readonly why: string };

/** The calls that the action makes, all of them optional for its work. */
export interface GithubApi {
  /** One page (100) of the pull request's files. */
  listFiles(page: number): Promise<ApiAnswer<readonly ChangedFile[]>>;
  /** Appends annotations to the job's own check run; at most 50 a call. */
  appendAnnotations(checkRunId: number, batch: AnnotationBatch): Promise<ApiAnswer<undefined>>;
}

/** One file of a pull request; `patch` is absent for binary and for very large files. */
export interface ChangedFile {
  readonly path: string;
  readonly status: string;
  /** Lines added and removed; 0 for a binary file. */
  readonly changes: number;
  readonly patch: string | undefined;
}

/** Annotations with the texts that a check run's output needs. */
export interface AnnotationBatch {
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** An annotation as the checks API takes it. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "notice" | "warning";
  readonly title: string;
  readonly message: string;
}

/**
 * Opens GitHub's REST API for the run's repository; `undefined` where there is no token. A cancelled
 * job waits for no answer.
 */
export function openGithubApi(
  token: string,
  run: GithubRun,
  cancelled: AbortSignal,
): GithubApi | undefined {
  const [owner, repo] = run.repository.split("/");
  if (token === "" || owner === undefined || repo === undefined) return undefined;
  // Loaded when it is needed: most runs ask nothing, and it reads the event's file as it loads.
  const open = async (): Promise<Octokit> =>
    (await import("@actions/github")).getOctokit(token, { baseUrl: run.apiUrl });
  const pull = run.pullRequest?.number ?? 0;
  const ask = asker(cancelled);
  return {
    listFiles: (page) =>
      ask("contents: read and pull-requests: read", async (signal) => {
        const { data } = await (
          await open()
        ).rest.pulls.listFiles({
          owner,
          repo,
          pull_number: pull,
          per_page: FILES_PER_PAGE,
          page,
          request: { signal },
        });
        return data.map(({ filename, status, patch, changes }) => ({
          path: filename,
          status,
          patch,
          changes,
        }));
      }),
    appendAnnotations: (checkRunId, { title, summary, annotations }) =>
      ask("checks: write", async (signal) => {
        await (
          await open()
        ).rest.checks.update({
          owner,
          repo,
          check_run_id: checkRunId,
          output: { title, summary, annotations: [...annotations] },
          request: { signal },
        });
        return undefined;
      }),
  };
}

/** The most that the API gives on one page. */
export const FILES_PER_PAGE = 100;

type Ask = <T>(
  permission: string,
  call: (signal: AbortSignal) => Promise<T>,
) => Promise<ApiAnswer<T>>;

function asker(cancelled: AbortSignal): Ask {
  return async (permission, call) => {
    const timeout = AbortSignal.timeout(API_TIMEOUT_MS);
    try {
      cancelled.throwIfAborted();
      return { kind: "answer", value: await call(AbortSignal.any([timeout, cancelled])) };
    } catch (error) {
      // The client makes a status 500 of its own out of an aborted request.
      const why = cancelled.aborted
        ? CANCELLED
        : timeout.aborted
          ? `GitHub's API did not answer within ${API_TIMEOUT_MS / 1000} s`
          : toReason(error, permission);
      return { kind: "refused", why };
    }
  };
}

/** Why nobody is asked any more. */
const CANCELLED = "the job was cancelled";

function toReason(error: unknown, permission: string): string {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: unknown;
  };
  if (response === undefined) return "GitHub's API cannot be reached";
  if (status === 403 && /rate limit/i.test(message ?? ""))
    return "GitHub's API rate limit is used up";
  if (status === 403) return `the token may not (403): the job needs "permissions: ${permission}"`;
  if (status === 429) return "GitHub's API asks to wait (429)";
  return `GitHub's API answered ${status}`;
}
