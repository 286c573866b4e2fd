// Runs a pytest suite of test/fixtures as a user would, against a gateway in a process of its own.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import type { Cassette } from "../../src/cassette/values.ts";
import { pytestPluginVariables } from "../../src/suite/plugins/pytest-plugin.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import {
  type ScriptedAnswer,
  type ScriptedUpstream,
  startScriptedUpstream,
} from "../helpers/scripted-upstream.ts";
import { serve, type ServedReport } from "./served-gateway.ts";

const PLUGIN = join(ROOT, "src/suite/plugins/pytest");

/** How a run of a suite ended. */
export interface SuiteRun {
  readonly status: number;
  readonly output: string;
  /** What the tests were answered, by name of their log. */
  readonly answers: Readonly<Record<string, string>>;
  readonly report: ServedReport;
}

/** A suite with a provider whose every answer differs, so that a wrong one is seen. */
export interface PytestSuite {
  readonly upstream: ScriptedUpstream;
  run(
    mode: "record" | "replay",
    args: readonly string[],
    more?: Readonly<Record<string, string>>,
  ): Promise<SuiteRun>;
  /** The cassettes, by scope. */
  library(): ReadonlyMap<string, Cassette>;
  close(): Promise<void>;
}

/**
 * Opens a suite with an empty library.
 *
 * @param python The interpreter with its pytest.
 * @param suite The suite's root folder, with `tests` in it.
 * @param delayMs How long the provider thinks, each time.
 */
export async function openPytestSuite(
  python: string,
  suite: string,
  delayMs: () => number = () => 0,
): Promise<PytestSuite> {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-pytest-"));
  let answerCount = 0;
  const upstream = await startScriptedUpstream((): ScriptedAnswer => ({
    body: chatAnswer(`answer ${++answerCount}`),
    delayMs: delayMs(),
  }));
  const providers = { openai: { upstream: upstream.url } };
  writeFileSync(join(folder, "tapegate.json"), JSON.stringify({ providers }));
  let runCount = 0;
  return {
    upstream,
    run: async (mode, args, more = {}) => {
      const gateway = await serve(["--mode", mode, "--cassettes", "cassettes"], { cwd: folder });
      const answersFolder = join(folder, `answers-${++runCount}`);
      mkdirSync(answersFolder);
      const variables: Record<string, string> = {};
      for (const { env } of gateway.providers) Object.assign(variables, env);
      const { status, output } = await runPytest(python, suite, {
        args,
        environment: {
          ...variables,
          ...pytestPluginVariables({}, PLUGIN),
          TAPEGATE_URL: gateway.url,
          TAPEGATE_OPENAI_URL: `${gateway.url}/openai`,
          ANSWERS: answersFolder,
          ...more,
        },
      });
      const report = await gateway.report();
      await gateway.close();
      const answers = Object.fromEntries(
        readdirSync(answersFolder).map((name) => [
          name,
          readFileSync(join(answersFolder, name), "utf8"),
        ]),
      );
      return { status, output, answers, report };
    },
    library: () => readLibrary(join(folder, "cassettes")),
    close: async () => {
      await upstream.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readLibrary(root: string): ReadonlyMap<string, Cassette> {
  const cassettes = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cassette.json"))
    .map((name) => decodeCassette(readFileSync(join(root, name), "utf8"), name))
    .sort((a, b) => (a.scope < b.scope ? -1 : 1));
  return new Map(cassettes.map((cassette) => [cassette.scope, cassette]));
}

/** Runs a suite with its own folder as root, nothing installed. */
export function runPytest(
  python: string,
  suite: string,
  how: {
    readonly args: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      python,
      ["-m", "pytest", "-q", "--rootdir", suite, "-p", "no:cacheprovider", ...how.args, "tests"],
      {
        cwd: suite,
        env: {
          PATH: process.env["PATH"],
          OPENAI_API_KEY: "sk-of-the-suite",
          NO_PROXY: "127.0.0.1",
          PYTHONDONTWRITEBYTECODE: "1",
          ...how.environment,
        },
      },
      (_error, stdout, stderr) =>
        resolve({ status: child.exitCode ?? -1, output: `${stdout}\n${stderr}` }),
    );
  });
}

/** The user's words in a recorded chat request; `undefined` for any other request. */
export function promptOf(request: unknown): string | undefined {
  const { body } = request as {
    readonly body?: { readonly messages?: readonly { content: string }[] };
  };
  return body?.messages?.[0]?.content;
}

function chatAnswer(content: string): string {
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  });
}
