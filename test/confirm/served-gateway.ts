// Runs the shipped program as other programs would: `tapegate serve` and `tapegate import`.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { ROOT } from "../helpers/node-runtimes.ts";

/** The program under test; `TAPEGATE_CLI` names another build of it. */
const CLI: string = process.env["TAPEGATE_CLI"] ?? join(ROOT, "dist/cli.cjs");

/** One provider as `serve --format json` prints it. */
export interface ServedProvider {
  readonly name: string;
  readonly mount: string;
  readonly hosts: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What is read of `GET /_tapegate/report`. */
export interface ServedReport {
  readonly hits: number;
  readonly scopes: readonly { readonly scope: string; readonly recorded: number }[];
  readonly misses: readonly unknown[];
  readonly exhausted: readonly unknown[];
  readonly unused: readonly unknown[];
  readonly findings: readonly string[];
}

/** A gateway in a process of its own. */
export interface ServedGateway {
  readonly url: string;
  readonly providers: readonly ServedProvider[];
  /** What stands on the process's standard error so far. */
  stderr(): string;
  /** `GET /_tapegate/report`. */
  report(): Promise<ServedReport>;
  /** Ends it as a terminal would, and gives its exit status. */
  close(): Promise<number | null>;
}

/** Starts `tapegate serve` and waits for its line. */
export async function serve(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ServedGateway> {
  const child = spawn(process.execPath, [CLI, "serve", ...args, "--format", "json"], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const line = await firstLine(child, () => stderr);
  const { url, providers } = JSON.parse(line) as Pick<ServedGateway, "url" | "providers">;
  return {
    url,
    providers,
    stderr: () => stderr,
    report: async () => {
      const { body } = await send(`${url}/_tapegate/report`);
      return JSON.parse(body.toString("utf8")) as ServedReport;
    },
    close: () =>
      new Promise((resolve) => {
        child.once("exit", (status) => resolve(status));
        child.kill("SIGTERM");
      }),
  };
}

function firstLine(child: ChildProcess, stderr: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once("line", resolve);
    child.once("exit", (status) =>
      reject(new Error(`serve ended with ${status} before it listened: ${stderr()}`)),
    );
  });
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request as a plain HTTP client sends it. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Sends one request without any SDK; nothing is retried, followed or inflated. */
export function send(url: string, options: RawRequest = {}): Promise<RawAnswer> {
  const body = options.body ?? Buffer.alloc(0);
  const hasBody = body.length > 0;
  // Not `new URL(url)`: it would rewrite the path that was recorded.
  const [, host = "", port = "", path = ""] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host,
        port,
        path,
        method: options.method ?? "GET",
        headers: {
          ...options.headers,
          ...(hasBody ? { "content-length": String(body.length) } : {}),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

/** Runs the program to its end. */
export function run(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}
