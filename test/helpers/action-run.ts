import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runtimeToken, type CacheServer } from "./cache-server.ts";
import { NODE_24, ROOT } from "./node-runtimes.ts";
import { observe, parseOutputFile, type Observed } from "./runner-observer.ts";

/** The action's outputs, in the order in which it sets them. */
export const OUTPUT_NAMES: readonly string[] = [
  "outcome",
  "suite-exit-code",
  "hits",
  "misses",
  "exhausted",
  "unused",
  "cache-hit",
  "cache-matched-key",
  "cache-saved",
  "report-path",
  "summary-path",
];

/** A folder tree as a runner prepares it for one job. */
export interface Job {
  readonly workspace: string;
  readonly temporary: string;
}

/** What one step is given. */
export interface StepOptions {
  readonly inputs: Readonly<Record<string, string>>;
  readonly cache?: CacheServer;
  /** @default {"push"} */
  readonly event?: string;
  /** @default {"refs/heads/main"} */
  readonly ref?: string;
  readonly payload?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  /** @default {"main"} */
  readonly phase?: "main" | "post";
  /** Told of the process once it runs: to cancel it. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** What the runner would make of a step. */
export interface StepResult extends Observed {
  readonly exitCode: number | null;
  readonly output: string;
  /** What came on standard error, as it came. */
  readonly errorBytes: Buffer;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  readonly durationMs: number;
}

/** Makes an empty workspace and the runner's temporary folder. */
export function makeJob(files: Readonly<Record<string, string>> = {}): Job {
  const root = mkdtempSync(join(tmpdir(), "tapegate-job-"));
  const job = { workspace: join(root, "workspace"), temporary: join(root, "temp") };
  mkdirSync(job.workspace);
  mkdirSync(job.temporary);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(job.workspace, path, ".."), { recursive: true });
    writeFileSync(join(job.workspace, path), text);
  }
  return job;
}

/** Spawns the committed bundle on Node 24 with the environment that the runner gives a JavaScript action. */
export async function runStep(job: Job, options: StepOptions): Promise<StepResult> {
  const files = mkdtempSync(join(job.temporary, "step-"));
  const file = (name: string, text = ""): string => {
    const path = join(files, name);
    writeFileSync(path, text);
    return path;
  };
  const outputPath = file("output");
  const summaryPath = file("summary");
  const statePath = file("state");
  const payload = options.payload ?? { repository: { full_name: "o/r", default_branch: "main" } };
  const environment: Record<string, string> = {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "/",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: job.temporary,
    RUNNER_TRACKING_ID: "github_test",
    GITHUB_OUTPUT: outputPath,
    GITHUB_STEP_SUMMARY: summaryPath,
    GITHUB_STATE: statePath,
    GITHUB_ENV: file("env"),
    GITHUB_PATH: file("path"),
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(payload)),
    GITHUB_EVENT_NAME: options.event ?? "push",
    GITHUB_REF: options.ref ?? "refs/heads/main",
    GITHUB_REPOSITORY: "o/r",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "http://127.0.0.1:1",
    ...(options.cache === undefined
      ? {}
      : {
          ACTIONS_CACHE_SERVICE_V2: "true",
          ACTIONS_RESULTS_URL: `${options.cache.url}/`,
          ACTIONS_RUNTIME_TOKEN: runtimeToken("refs/heads/main", 3),
        }),
    ...Object.fromEntries(
      Object.entries(options.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...options.environment,
  };
  const startedAt = performance.now();
  const child = spawn(NODE_24, [join(ROOT, `dist/${options.phase ?? "main"}.cjs`)], {
    cwd: job.workspace,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  options.onStart?.(child);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    errors.push(chunk);
  });
  const exitCode = await new Promise<number | null>((settle) => child.on("close", settle));
  const output = Buffer.concat(chunks).toString();
  return {
    ...observe(output),
    exitCode,
    output,
    errorBytes: Buffer.concat(errors),
    outputs: parseOutputFile(readFileSync(outputPath, "utf8")),
    summary: readFileSync(summaryPath, "utf8"),
    state: parseOutputFile(readFileSync(statePath, "utf8")),
    durationMs: performance.now() - startedAt,
  };
}
