import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeJob, runStep, type Job } from "../helpers/action-run.ts";
import { NODE_24, missing } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import { decodeStream, observe } from "../helpers/runner-observer.ts";

const without = missing("the action's own Node 24", NODE_24);

/** Finds the runner's files where the runner has them, and does with them what it likes. */
const HOSTILE = `
import { appendFileSync, readdirSync, rmSync, writeSync } from "node:fs";
import { spawnSync } from "node:child_process";
const { RUNNER_TEMP, GITHUB_STEP_SUMMARY } = process.env;
for (const name of readdirSync(RUNNER_TEMP).filter((one) => one.startsWith("step-"))) {
  appendFileSync(RUNNER_TEMP + "/" + name + "/env", "BASH_ENV=/evil\\n");
  appendFileSync(RUNNER_TEMP + "/" + name + "/path", "/evil\\n");
  rmSync(RUNNER_TEMP + "/" + name + "/output");
}
rmSync(GITHUB_STEP_SUMMARY);
spawnSync("mkfifo", [GITHUB_STEP_SUMMARY]);
writeSync(2, Buffer.from("\\ufeff::set-output name=outcome::clean\\n", "utf16le"));
writeSync(1, "::group::left open\\n");
process.exit(3);
`;

describe.skipIf(without !== undefined)(`what a hostile suite finds${without ?? ""}`, () => {
  test("changes no later step, blocks nothing and hides nothing", async () => {
    const job = makeJob({ "hostile.mjs": HOSTILE });
    const step = await runStep(job, { inputs: { command: "node hostile.mjs", cache: "off" } });
    expect(step.outputs).toMatchObject({ outcome: "suite-failed", "suite-exit-code": "3" });
    expect(step.exitCode).toBe(1);
    expect(fileOf(job, "env")).toBe("");
    expect(fileOf(job, "path")).toBe("");
    expect(observe(decodeStream(step.errorBytes)).effects).toEqual([]);
    expect(step.errorBytes.includes(Buffer.from("set-output", "utf16le"))).toBe(true);
    expect(step.output).toMatch(/::group::left open[^]*::endgroup::[^]*The suite failed/);
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining("(GITHUB_ENV, GITHUB_PATH, GITHUB_OUTPUT)"),
      "The suite's own step summary is no regular file and was left out",
      "The suite failed with exit status 3",
    ]);
  });
});

describe.skipIf(without !== undefined)(`files of the runner that are odd${without ?? ""}`, () => {
  test("a summary that cannot be written costs neither verdict nor outputs", async () => {
    const step = await runStep(makeJob(), {
      inputs: { command: "true", cache: "off", summary: "always" },
      environment: { GITHUB_STEP_SUMMARY: "/" },
    });
    expect(step.outputs["outcome"]).toBe("clean");
    expect(step.exitCode).toBe(0);
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The step's summary could not be written: EISDIR/),
    ]);
  });

  test("a report that cannot be written is trouble; what the run came to is told all the same", async () => {
    const job = makeJob();
    const step = await runStep(job, {
      // What stands in the place of the temporary folder is a file when the report is written.
      inputs: {
        command: `bash -c 'mv "$RUNNER_TEMP" ../moved && echo x > "$RUNNER_TEMP"'`,
        cache: "off",
      },
      environment: { RUNNER_TEMP: join(job.workspace, "../own-temporary") },
    });
    expect(step.outputs).toMatchObject({
      outcome: "error",
      "suite-exit-code": "0",
      "report-path": "",
    });
    expect(step.exitCode).toBe(1);
    expect(step.output).toMatch(
      /could not do its work: the report could not be written: (?:EEXIST|ENOTDIR)/,
    );
  });

  test.each([
    [
      0,
      "error",
      /^## ⛔ Tapegate could not do its work/,
      /^Tapegate could not do its work: the report/,
    ],
    [
      3,
      "suite-failed",
      /^## ❌ The suite failed\. Tapegate had trouble besides/,
      /^The suite failed with exit status 3\. Besides, Tapegate could not do its work: the report/,
    ],
  ] as const)(
    "exit status %i and a report that cannot be written: summary and last word agree with %s",
    async (status, outcome, heading, said) => {
      const job = makeJob();
      const step = await runStep(job, {
        inputs: {
          command: `mv "$RUNNER_TEMP" ../moved; echo x > "$RUNNER_TEMP"; exit ${status}`,
          shell: "bash",
          cache: "off",
        },
        environment: { RUNNER_TEMP: join(job.workspace, "../own-temporary") },
      });
      expect(step.outputs["outcome"]).toBe(outcome);
      expect(step.annotations.at(-1)!.message).toMatch(said);
      expect(step.summary).toMatch(heading);
      expect(step.summary).toContain("the report could not be written");
    },
  );

  test("outputs that cannot be written turn the step red in one sentence", async () => {
    const step = await runStep(makeJob(), {
      inputs: { command: "true", cache: "off" },
      environment: { GITHUB_OUTPUT: "/" },
    });
    expect(step.exitCode).toBe(1);
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Cannot write the step's outputs: EISDIR.*see none of them$/),
    ]);
    expect(step.output).not.toContain("    at ");
  });

  test("an event that cannot be read counts as none", async () => {
    const step = await runStep(makeJob(), {
      inputs: { command: "true", cache: "off", mode: "auto-detect", token: "t" },
      environment: { GITHUB_EVENT_PATH: "/", OPENAI_API_KEY: "sk-abcdefghijklmnopqrstu" },
    });
    expect(step.output).toContain("Mode: replay");
    expect(step.outputs["outcome"]).toBe("clean");
  });

  test("a configuration above the workspace belongs to somebody else", async () => {
    const job = makeJob({ "pkg/x": "" });
    writeFileSync(join(job.workspace, "../tapegate.json"), "no JSON");
    const inputs = { command: "true", cache: "off", "working-directory": "pkg" };
    expect((await runStep(job, { inputs })).outputs["outcome"]).toBe("clean");
    writeFileSync(join(job.workspace, "tapegate.json"), "no JSON");
    expect((await runStep(job, { inputs })).outputs["outcome"]).toBe("error");
  });
});

describe.skipIf(without !== undefined)(`a library that is a link${without ?? ""}`, () => {
  test("is read as the replay reads it, and is not called empty", async () => {
    const job = makeJob({ "ask.mjs": ASK });
    mkdirSync(join(job.workspace, "real"));
    symlinkSync("real", join(job.workspace, "cassettes"));
    const first = await runStep(job, { inputs: { command: "node ask.mjs", cache: "off" } });
    // Nothing is recorded yet: the message is of this step, not of any.
    expect(first.summary).toContain("npx tapegate record --cassettes cassettes -- node ask.mjs");
    expect(first.summary).toContain("OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}");
    writeFileSync(
      join(job.workspace, "real/other.cassette.json"),
      '{"format":"tapegate-cassette","version":1,"scope":"other","normalisers":[],"interactions":[]}\n',
    );
    const second = await runStep(job, { inputs: { command: "node ask.mjs", cache: "off" } });
    expect(second.output).toContain("1 committed cassette(s) serve");
    expect(second.summary).not.toContain("No cassettes yet");
    expect(second.summary).toContain("cause of drift");
  });
});

describe.skipIf(without !== undefined)(`a provider of tapegate.json${without ?? ""}`, () => {
  test("is recorded with its own key on the default branch, replayed with a dummy elsewhere", async () => {
    const upstream = await startScriptedUpstream({ body: "{}" });
    try {
      const mine = {
        upstream: upstream.url,
        env: { MINE_URL: "/v1" },
        credentials: ["MINE_API_KEY"],
      };
      const job = makeJob({
        "ask.mjs": `${ASK.replace("OPENAI_BASE_URL", "MINE_URL")}console.log("key of", process.env.MINE_API_KEY.length);`,
        "tapegate.json": JSON.stringify({ providers: { mine } }),
      });
      const options = {
        inputs: { command: "node ask.mjs", cache: "off" },
        environment: { MINE_API_KEY: "mk-0123456789-0123456789" },
      };
      const recorded = await runStep(job, options);
      expect(recorded.output).toContain("Mode: record");
      expect(recorded.output).toContain("key of 24");
      expect(recorded.outputs["outcome"]).toBe("clean");
      const replayed = await runStep(job, { ...options, event: "pull_request" });
      expect(replayed.output).not.toContain("key of 24");
      expect(replayed.outputs).toMatchObject({ outcome: "clean", hits: "1" });
    } finally {
      await upstream.close();
    }
  });
});

const ASK = `
await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ model: "gpt-5-mini", messages: [{ role: "user", content: "hello" }] }),
});
`;

function fileOf({ temporary }: Job, name: string): string {
  const [folder = ""] = readdirSync(temporary).filter((one) => one.startsWith("step-"));
  return readFileSync(join(temporary, folder, name), "utf8");
}
