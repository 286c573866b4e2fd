import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { startScriptedUpstream } from "./scripted-upstream.ts";
import { missing, NODE_24, ROOT } from "./node-runtimes.ts";

/** The program under test as it ships; `TAPEGATE_CLI` names another build of it. */
export const CLI: string = process.env["TAPEGATE_CLI"] ?? join(ROOT, "dist/cli.cjs");

/** The Nodes on which the program must run: this one, and the one of the action. */
export const RUNTIMES: readonly { readonly name: string; readonly node: string }[] = [
  { name: `Node ${process.versions.node}`, node: process.execPath },
  ...(missing("Node 24", NODE_24) === undefined ? [{ name: "Node 24", node: NODE_24 }] : []),
];

/** How to start the program. */
export interface CliOptions {
  readonly node?: string;
  readonly cwd?: string;
  /** Another copy of the program. @default {the one under test} */
  readonly cli?: string;
  /** Variables over ours; `undefined` takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Words before the program: `["unshare", "-rn"]`. */
  readonly prefix?: readonly string[];
}

/** How a run of the program ended. */
export interface CliResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the program that goes on. */
export interface RunningCli {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Settles when both streams together match. */
  until(pattern: RegExp): Promise<void>;
  readonly ended: Promise<CliResult>;
}

/** Starts the program. */
export function startCli(args: readonly string[], options: CliOptions = {}): RunningCli {
  const words = [
    ...(options.prefix ?? []),
    options.node ?? process.execPath,
    options.cli ?? CLI,
    ...args,
  ];
  const child = spawn(words[0]!, words.slice(1), {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: "1", ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<CliResult>((settle, fail) => {
    child.once("error", fail);
    child.once("close", (status, signal) => settle({ status, signal, stdout, stderr }));
  });
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    until: (pattern) =>
      new Promise((settle, fail) => {
        const look = (): void => {
          if (pattern.test(stdout + stderr)) settle();
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        child.once("close", () =>
          fail(new Error(`ended without ${String(pattern)}:\n${stdout}\n${stderr}`)),
        );
        look();
      }),
    ended,
  };
}

/** Runs the program to its end. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(args, options).ended;
}

/** A folder that goes away after the file's tests, with the given files in it. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What the recorded provider answers, whatever it is asked. */
export const ANSWER: string = JSON.stringify({
  id: "chatcmpl-1",
  object: "chat.completion",
  choices: [{ index: 0, message: { role: "assistant", content: "Hello." }, finish_reason: "stop" }],
  usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
});

/** A `tapegate.json` that records OpenAI's mount from somewhere else. */
export function upstreamConfiguration(url: string): string {
  return JSON.stringify({ providers: { openai: { upstream: url } } });
}

/** Recorded once for each list of texts, and copied: a recording costs two processes. */
const templates = new Map<string, Promise<string>>();

/** A folder whose library `cassettes` holds an answer to each text. */
export async function recorded(texts: readonly string[]): Promise<string> {
  const name = JSON.stringify(texts);
  const template = templates.get(name) ?? recordTemplate(texts);
  templates.set(name, template);
  const folder = makeFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

async function recordTemplate(texts: readonly string[]): Promise<string> {
  const upstream = await startScriptedUpstream({ body: ANSWER });
  const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
  const script = `for (const text of ${JSON.stringify(texts)}) await (await chat(text)).text();`;
  const { status, stderr } = await runCli(["record", "--", ...suiteOf(script)], { cwd: folder });
  await upstream.close();
  if (status !== 0) throw new Error(`the recording ended with ${status}: ${stderr}`);
  return folder;
}

/** A suite of one line of JavaScript; `chat(text)` asks OpenAI's mount and gives the response. */
export function suiteOf(script: string, node: string = process.execPath): readonly string[] {
  const chat = `const chat = (text, more = {}) => fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content: text }], ...more }) });`;
  return [node, "--input-type=module", "-e", `${chat}\n${script}`];
}
