import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeJob, runStep, type Job, type StepResult } from "../helpers/action-run.ts";
import { denied, startApiServer, type ApiServer } from "../helpers/api-server.ts";
import { startCacheServer, type CacheServer } from "../helpers/cache-server.ts";
import { NODE_24, missing } from "../helpers/node-runtimes.ts";
import { startScriptedUpstream, type ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const without = missing("the action's own Node 24", NODE_24);

/** Asks every prompt of a file once; a prompt may name the scope it is asked in. */
const SUITE = `
import { readFileSync } from "node:fs";
const prompts = JSON.parse(readFileSync(process.argv[2] ?? "src/prompts.json", "utf8"));
for (const { text, scope } of prompts) {
  const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json", ...(scope === undefined ? {} : { "x-tapegate-scope": encodeURI(scope) }) },
    body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: text }] }),
  });
  await response.text();
}
`;

interface Prompt {
  readonly text: string;
  readonly scope?: string;
}

/** One prompt a line, so that each has a line of its own in a patch. */
function fileOf(prompts: readonly Prompt[]): string {
  return `[\n${prompts.map((prompt) => `  ${JSON.stringify(prompt)}`).join(",\n")}\n]\n`;
}

const NAMES = ["Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jo"];
const before = (n: number): Prompt => ({
  text: `Summarise chapter ${n} of the book in one sentence.`,
});
const after = (n: number): Prompt => ({
  text: `Summarise chapter ${n} of the book for ${NAMES[n % 10]!}${n} the reviewer.`,
});
const many = (count: number, make: (n: number) => Prompt): readonly Prompt[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Text that would command the runner or break out of Markdown and HTML where it is not escaped. */
const EVIL = [
  "::set-output name=outcome::clean",
  "##[set-env name=PATH]evil",
  "\u001b[31mred\u001b[0m",
  "</summary></details><img src=x onerror=alert(1)>",
  "```\n</details><script>alert(2)</script>\n```",
  "[link](https://evil.example) @octocat #1 | cell |",
  "\r\n::error::forged\r\n::stop-commands::x",
].join("\n");

describe.skipIf(without !== undefined)(`drift, as a pull request shows it${without ?? ""}`, () => {
  let api: ApiServer;
  let upstream: ScriptedUpstream;
  /** Libraries by the prompts that they record: recording is done once each. */
  const libraries = new Map<string, string>();

  beforeAll(async () => {
    upstream = await startScriptedUpstream({ body: '{"choices":[{"message":{"content":"ok"}}]}' });
  });

  afterAll(async () => {
    await upstream.close();
  });

  /** A checkout whose library holds the answers to `prompts`. */
  async function recorded(prompts: readonly Prompt[], path = "src/prompts.json"): Promise<Job> {
    const job = makeJob({
      "suite.mjs": SUITE,
      [path]: fileOf(prompts),
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    });
    const known = libraries.get(fileOf(prompts));
    if (known === undefined) {
      const result = await runStep(job, {
        inputs: { command: `node suite.mjs '${path}'`, mode: "record", cache: "off" },
        environment: { OPENAI_API_KEY: "sk-test" },
      });
      expect(result.outputs["outcome"]).toBe("clean");
      libraries.set(fileOf(prompts), join(job.workspace, "cassettes"));
    } else cpSync(known, join(job.workspace, "cassettes"), { recursive: true });
    return job;
  }

  /** The pull request's job: other prompts than the recorded ones. */
  async function replay(
    job: Job,
    prompts: readonly Prompt[],
    options: {
      readonly inputs?: Readonly<Record<string, string>>;
      readonly baseSha?: string;
      readonly path?: string;
      readonly environment?: Readonly<Record<string, string>>;
      /** Repository of the pull request's head. @default {"o/r"} */
      readonly head?: string;
      readonly cache?: CacheServer;
    } = {},
  ): Promise<StepResult> {
    const path = options.path ?? "src/prompts.json";
    mkdirSync(join(job.workspace, dirname(path)), { recursive: true });
    writeFileSync(join(job.workspace, path), fileOf(prompts));
    return runStep(job, {
      inputs: {
        command: `node suite.mjs '${path}'`,
        cache: "off",
        token: "ghs_test",
        "check-run-id": "99",
        ...options.inputs,
      },
      ...(options.cache === undefined ? {} : { cache: options.cache }),
      event: "pull_request",
      ref: "refs/pull/7/merge",
      payload: pullRequest(options.head ?? "o/r", options.baseSha),
      environment: { GITHUB_API_URL: api.url, ...options.environment },
    });
  }

  beforeAll(async () => {
    api = await startApiServer();
  });

  afterAll(async () => {
    await api.close();
  });

  afterEach(() => {
    api.files.length = 0;
    api.requests.length = 0;
    api.chunks.length = 0;
    for (const name of Object.keys(api.faults)) delete api.faults[name as keyof typeof api.faults];
  });

  test("one cause is one warning on its line, found on the second page of the files", async () => {
    const job = await recorded(many(3, before));
    const changed = [before(0), after(1), before(2)];
    api.files.push(
      ...Array.from({ length: 100 }, (_, n) => added(`docs/${n}.md`, "Nothing to see here.\n")),
      added("src/prompts.json", fileOf(changed)),
    );
    const result = await replay(job, changed);
    expect(result.outputs).toMatchObject({ outcome: "drift", hits: "2", misses: "1" });
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.properties).toMatchObject({
      file: "src/prompts.json",
      line: "3",
      endLine: "3",
    });
    expect(warnings[0]!.properties["title"]).toMatch(/^Cassette drift: .*1 request/);
    expect(warnings[0]!.message).toContain("in one sentence");
    expect(warnings[0]!.message).toContain("Bo1 the reviewer");
    expect(warnings[0]!.message).toContain("Nearest recording: #2 of default");
    expect(warnings[0]!.message).toContain("npx tapegate auto --cassettes cassettes -- node");
    // The runner hides file and line of a command in the log; people read the log.
    expect(result.output).toMatch(/^src\/prompts\.json:3: Cassette drift: /m);
    expect(result.summary).toContain("src/prompts.json:3");
    expect(result.summary).toContain("the added line with the changed text");
    // Ten or fewer touch no check run.
    expect(api.requests).toEqual([
      "GET /repos/o/r/pulls/7/files?per_page=100&page=1",
      "GET /repos/o/r/pulls/7/files?per_page=100&page=2",
    ]);
    expect([...api.tokens]).toEqual(["token ghs_test"]);
    expect(result.effects).toEqual([]);
  });

  test("in a monorepo, paths are those of the repository", async () => {
    const job = makeJob({
      "packages/a/suite.mjs": SUITE,
      "packages/a/src/prompts.json": fileOf(many(1, before)),
      "packages/a/tapegate.json": JSON.stringify({
        providers: { openai: { upstream: upstream.url } },
      }),
    });
    const inputs = {
      command: "MODE=x node suite.mjs src/prompts.json",
      "working-directory": "packages/a",
      cassettes: "packages/a/cassettes",
    };
    await runStep(job, {
      inputs: { ...inputs, mode: "record", cache: "off" },
      environment: { OPENAI_API_KEY: "sk-test" },
    });
    api.files.push(added("packages/a/src/prompts.json", fileOf([after(0)])));
    writeFileSync(join(job.workspace, "packages/a/src/prompts.json"), fileOf([after(0)]));
    const result = await replay(job, [], { inputs, path: "elsewhere.json" });
    const [warning] = result.annotations.filter(({ level }) => level === "warning");
    expect(warning!.properties).toMatchObject({ file: "packages/a/src/prompts.json", line: "2" });
    expect(warning!.message).toContain(
      'cd packages/a && MODE=x npx tapegate auto --cassettes "$OLDPWD"/packages/a/cassettes -- node suite.mjs src/prompts.json',
    );
  });

  test.each([
    [
      "a patch that the API leaves out",
      () => api.files.push({ filename: "src/prompts.json", status: "modified" }),
    ],
    ["a token without permission", () => (api.faults.files = denied())],
    ["an API out of order", () => (api.faults.files = { status: 502, message: "Server Error" })],
    [
      "a token without permission in a container, where the checkout has another owner",
      () => (api.faults.files = denied()),
      { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" },
    ],
  ])(
    "%s: the local history says the line",
    async (_, arrange, environment: Readonly<Record<string, string>> = {}) => {
      arrange();
      const job = await recorded(many(3, before));
      const baseSha = commitAll(job);
      const changed = [before(0), before(1), after(2)];
      writeFileSync(join(job.workspace, "src/prompts.json"), fileOf(changed));
      commitAll(job);
      const result = await replay(job, changed, { baseSha, environment });
      const [warning] = result.annotations.filter(({ level }) => level === "warning");
      expect(warning!.properties).toMatchObject({ file: "src/prompts.json", line: "4" });
      expect(result.annotations.filter(({ level }) => level === "notice")).toEqual([]);
    },
  );

  test.each([
    [
      "no permission",
      denied(),
      'the token may not (403): the job needs "permissions: contents: read and pull-requests: read"',
    ],
    [
      "the rate limit",
      { status: 403, message: "API rate limit exceeded" },
      "rate limit is used up",
    ],
    ["a request to wait", { status: 429, message: "slow down" }, "asks to wait (429)"],
    ["trouble of GitHub", { status: 500, message: "oops" }, "answered 500"],
  ])(
    "%s and no history: a notice names it, drift is told without a line",
    async (_, fault, said) => {
      api.faults.files = fault;
      const job = await recorded(many(1, before));
      rmSync(join(job.workspace, "cassettes/unused"), { recursive: true, force: true });
      const result = await replay(job, [after(0)]);
      const notices = result.annotations.filter(({ level }) => level === "notice");
      expect(notices.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
      expect(notices[0]!.message).toContain("still works");
      expect(result.summary).toContain("diff could not be read");
      expect(result.outputs["outcome"]).toBe("drift");
      // The library is in the checkout: the next rule holds.
      const [warning] = result.annotations.filter(({ level }) => level === "warning");
      expect(warning!.properties["file"]).toBe("cassettes/default.cassette.json");
    },
  );

  test.each([
    [
      "an API that cannot be reached",
      { environment: { GITHUB_API_URL: "http://127.0.0.1:1" } },
      "cannot be reached",
    ],
    ["no token", { inputs: { token: "" } }, "there is no token"],
  ])("%s is named", async (_, options, said) => {
    const job = await recorded(many(1, before));
    const result = await replay(job, [after(0)], options);
    expect(result.output).toContain(said);
    expect(result.outputs["outcome"]).toBe("drift");
  });

  test.each([
    ["a fork", { head: "someone/r" }, "the pull request comes from a fork"],
    [
      "Dependabot",
      { environment: { GITHUB_ACTOR: "dependabot[bot]" } },
      "Dependabot's runs get no provider keys",
    ],
  ])("%s with a key and a read-only token replays, and is told so", async (_, options, said) => {
    api.faults.checks = { ...denied(), from: 1 };
    const job = await recorded(many(1, before));
    api.files.push(added("src/prompts.json", fileOf([after(0)])));
    const asked = upstream.requests.length;
    const result = await replay(job, [after(0)], {
      ...options,
      environment: {
        OPENAI_API_KEY: "sk-of-a-fork",
        ...("environment" in options ? options.environment : {}),
      },
    });
    expect(result.output).toContain(`Mode: replay, because ${said}`);
    expect(result.outputs).toMatchObject({ outcome: "drift", "cache-saved": "false" });
    const [warning] = result.annotations.filter(({ level }) => level === "warning");
    expect(warning!.properties["file"]).toBe("src/prompts.json");
    expect(upstream.requests.length).toBe(asked);
  });

  test("annotations of the suite leave less room; what finds none is counted", async () => {
    const job = await recorded(many(4, before));
    writeFileSync(
      join(job.workspace, "loud.mjs"),
      `${SUITE}\nfor (let n = 0; n < 8; n += 1) console.log("::warning::of the suite " + n);`,
    );
    const changed = many(4, after);
    api.files.push(added("src/prompts.json", fileOf(changed)));
    const result = await replay(job, changed, { inputs: { command: "node loud.mjs" } });
    expect(result.dropped).toEqual([]);
    const titles = result.annotations
      .filter(({ level }) => level === "warning")
      .map(({ properties }) => properties["title"] ?? "");
    expect(titles).toHaveLength(10);
    expect(titles.at(-1)).toBe("Cassette drift: and 3 more");
    expect(result.output).toContain("the suite's own annotations took the room");
    expect(api.chunks).toEqual([]);
  });

  test("warnings of the cache client take room too: none of ours is dropped", async () => {
    const cache = await startCacheServer();
    cache.faults.denyRead = "cache read denied: policy";
    const job = await recorded(many(10, before));
    const changed = many(10, after);
    api.files.push(added("src/prompts.json", fileOf(changed)));
    const result = await replay(job, changed, { inputs: { cache: "read" }, cache });
    expect(result.dropped).toEqual([]);
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings).toHaveLength(10);
    expect(warnings[0]!.message).toContain("cache read denied");
    expect(warnings[9]!.properties["title"]).toBe("Cassette drift: and 2 more");
    await cache.close();
  });

  test.each([
    ["added", "packages/a/tests/ask.mjs", 7],
    ["all", "packages/a/tests/elsewhere.mjs", 3],
  ])(
    "in a monorepo a call site is one of the package (annotate-scope: %s)",
    async (scope, file, line) => {
      const asked = (content: string): string => `
        const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
          method: "POST",
          headers: { "content-type": "application/json", "x-tapegate-call-site": "${file.slice("packages/a/".length)}:${line}" },
          body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "${content}" }] }),
        });
        await response.text();
      `;
      const job = makeJob({
        "packages/a/tests/ask.mjs": asked("one"),
        "packages/a/tests/elsewhere.mjs": "// Not in the pull request.\n",
        "tests/ask.mjs": "// A file of the same name in the repository's root.\n",
        "packages/a/tapegate.json": JSON.stringify({
          providers: { openai: { upstream: upstream.url } },
        }),
      });
      const inputs = {
        command: "node tests/ask.mjs",
        "working-directory": "packages/a",
        cassettes: "packages/a/cassettes",
        "annotate-scope": scope,
      };
      await runStep(job, {
        inputs: { ...inputs, mode: "record", cache: "off" },
        environment: { OPENAI_API_KEY: "sk-test" },
      });
      writeFileSync(join(job.workspace, "packages/a/tests/ask.mjs"), asked("zwei"));
      api.files.push(added("tests/ask.mjs", "// Changed.\n"));
      api.files.push(added("packages/a/tests/ask.mjs", "// What it asks comes from elsewhere.\n"));
      const result = await replay(job, [], { inputs, path: "elsewhere.json" });
      const [warning] = result.annotations.filter(({ level }) => level === "warning");
      expect(warning!.properties).toMatchObject({ file, line: String(line) });
      expect(result.summary).toContain("the call site");
    },
  );

  test("a call site that a shard reported is placed where its report is merged, in another folder", async () => {
    const asked = (content: string): string => `
      const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
        method: "POST",
        headers: { "content-type": "application/json", "x-tapegate-call-site": "tests/ask.mjs:2" },
        body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "${content}" }] }),
      });
      await response.text();
    `;
    const job = makeJob({
      "tests/ask.mjs": asked("one"),
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
    });
    const inputs = { command: "node tests/ask.mjs", "on-drift": "warn", annotations: "off" };
    await runStep(job, {
      inputs: { ...inputs, mode: "record", cache: "off" },
      environment: { OPENAI_API_KEY: "sk-test" },
    });
    writeFileSync(join(job.workspace, "tests/ask.mjs"), asked("zwei"));
    const shard = await replay(job, [], { inputs, path: "elsewhere.json" });
    const reports = makeJob({
      "reports/report-1/report.json": readFileSync(shard.outputs["report-path"]!, "utf8"),
    });
    api.files.push(added("tests/ask.mjs", "// What it asks\n// comes from elsewhere.\n"));
    const merged = await replay(reports, [], {
      inputs: { command: "", mode: "merge", "working-directory": "reports" },
      path: "elsewhere.json",
    });
    const [warning] = merged.annotations.filter(({ level }) => level === "warning");
    expect(warning!.properties).toMatchObject({ file: "tests/ask.mjs", line: "2" });
  });

  test("more than ten causes go to the job's own check run, in chunks of fifty", async () => {
    const job = await recorded(many(60, before));
    const changed = many(60, after);
    api.files.push(added("src/prompts.json", fileOf(changed)));
    const result = await replay(job, changed);
    expect(api.chunks.map((chunk) => chunk.length)).toEqual([50, 10]);
    expect(api.requests.filter((line) => line.startsWith("PATCH"))).toEqual([
      "PATCH /repos/o/r/check-runs/99",
      "PATCH /repos/o/r/check-runs/99",
    ]);
    const lines = api.chunks.flat().map(({ path, start_line }) => `${path}:${start_line}`);
    expect(new Set(lines)).toEqual(
      new Set(Array.from({ length: 60 }, (_, n) => `src/prompts.json:${n + 2}`)),
    );
    expect(api.chunks.flat().every((one) => one.annotation_level === "warning")).toBe(true);
    expect(result.annotations.filter(({ level }) => level !== "error")).toEqual([]);
    expect(result.dropped).toEqual([]);
  });

  test.each([
    ["is denied", { checks: { ...denied(), from: 1 } }, {}, 'needs "permissions: checks: write"'],
    ["is not named", {}, { "check-run-id": "" }, 'need "permissions: checks: write"'],
  ])(
    "where the check run %s: nine and one that counts the rest",
    async (_, faults, inputs, said) => {
      Object.assign(api.faults, faults);
      const job = await recorded(many(12, before));
      const changed = many(12, after);
      api.files.push(added("src/prompts.json", fileOf(changed)));
      const result = await replay(job, changed, { inputs });
      const warnings = result.annotations.filter(({ level }) => level === "warning");
      expect(warnings).toHaveLength(10);
      expect(warnings.slice(0, 9).every(({ properties }) => properties["file"] !== undefined)).toBe(
        true,
      );
      expect(warnings[9]!.properties["title"]).toBe("Cassette drift: and 3 more");
      expect(result.dropped).toEqual([]);
      expect(result.output).toContain(said);
      expect(result.output).toContain("Log and JSON report list every cause");
      // Nothing is lost: log and summary have every cause.
      expect(result.output.match(/^src\/prompts\.json:\d+: Cassette drift/gm)).toHaveLength(12);
      expect(result.summary.match(/<details>/g)).toHaveLength(12);
      expect(result.summary).toContain("12 causes of drift");
    },
  );

  test("above two hundred causes nothing is said to list them that does not", async () => {
    const job = await recorded(many(203, before));
    const changed = many(203, after);
    api.files.push(added("src/prompts.json", fileOf(changed)));
    const result = await replay(job, changed, { inputs: { "check-run-id": "" } });
    expect(result.output.match(/^src\/prompts\.json:\d+: Cassette drift/gm)).toHaveLength(200);
    expect(result.output).toContain("… and 3 more causes: the JSON report lists them");
    expect(result.output).not.toContain("Log and");
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings.at(-1)!.message).toContain("The JSON report lists every cause.");
    expect(result.summary.match(/^- .*src\/prompts\.json:\d+/gm)).toHaveLength(3);
    const report = JSON.parse(readFileSync(result.outputs["report-path"]!, "utf8")) as {
      readonly causes: readonly unknown[];
    };
    expect(report.causes).toHaveLength(203);
  });

  test("a chunk that is refused later falls back to commands", async () => {
    api.faults.checks = { status: 500, message: "oops", from: 2 };
    const job = await recorded(many(60, before));
    const changed = many(60, after);
    api.files.push(added("src/prompts.json", fileOf(changed)));
    const result = await replay(job, changed);
    expect(api.chunks.map((chunk) => chunk.length)).toEqual([50]);
    expect(result.annotations.filter(({ level }) => level === "warning")).toHaveLength(10);
    expect(result.dropped).toEqual([]);
  });

  test("annotations: off switches every one of ours off; log and summary tell it all", async () => {
    api.faults.files = denied();
    const job = await recorded(many(2, before));
    const inputs = { annotations: "off", "on-unused": "warn", cache: "auto" };
    const result = await replay(job, [after(0)], { inputs });
    expect(result.annotations).toEqual([]);
    expect(result.exitCode).toBe(1);
    expect(result.outputs["outcome"]).toBe("drift");
    for (const text of [
      "this runner offers no cache service",
      "The pull request's diff could not be read",
      "that no request asked for",
    ]) {
      expect(result.log).toContain(text);
      expect(result.summary.replaceAll("&#39;", "'")).toContain(text);
    }
    expect(result.log).toMatch(/^Error: Cassettes and code have drifted apart/m);
  });

  test.each([
    ["a picture", { filename: "logo.png", status: "added", changes: 0 }],
    ["a large file", { filename: "data.json", status: "modified", changes: 9000 }],
  ])("%s without a patch is no trouble where every cause has its line", async (_, file) => {
    const job = await recorded(many(1, before));
    api.files.push(file, added("src/prompts.json", fileOf([after(0)])));
    const result = await replay(job, [after(0)]);
    expect(result.annotations.filter(({ level }) => level === "notice")).toEqual([]);
    const [warning] = result.annotations.filter(({ level }) => level === "warning");
    expect(warning!.properties["file"]).toBe("src/prompts.json");
  });

  test.each([
    ["a picture cannot have held it", { filename: "logo.png", status: "added", changes: 0 }, 0],
    ["a large file could", { filename: "data.json", status: "modified", changes: 9000 }, 1],
  ])("where a cause has no line: %s", async (_, file, notices) => {
    const job = await recorded(many(1, before));
    api.files.push(file);
    const result = await replay(job, [after(0)]);
    expect(result.annotations.filter(({ level }) => level === "notice")).toHaveLength(notices);
  });

  test.each([
    ["annotations: off", { annotations: "off" }, 0, 0],
    ["annotations: notice", { annotations: "notice" }, 0, 1],
    ["annotations: warning", { annotations: "warning" }, 1, 0],
    ["on-drift: ignore", { "on-drift": "ignore" }, 0, 0],
  ])("%s", async (_, inputs, warnings, notices) => {
    const job = await recorded(many(1, before));
    api.files.push(added("src/prompts.json", fileOf([after(0)])));
    const result = await replay(job, [after(0)], { inputs });
    const count = (wanted: string): number =>
      result.annotations.filter(({ level }) => level === wanted).length;
    expect([count("warning"), count("notice")]).toEqual([warnings, notices]);
    expect(result.outputs["misses"]).toBe("1");
  });

  test.each([
    ["added", "cassettes/default.cassette.json", "1"],
    ["diff", "src/prompts.json", "2"],
  ])(
    "annotate-scope: %s, where the line stands in the diff and was not added",
    async (scope, file, line) => {
      const job = await recorded(many(1, before));
      const text = fileOf([after(0)]).split("\n");
      api.files.push({
        filename: "src/prompts.json",
        status: "modified",
        patch: `@@ -1,2 +1,3 @@\n ${text[0]}\n ${text[1]}\n+${text[2]}`,
      });
      const result = await replay(job, [after(0)], { inputs: { "annotate-scope": scope } });
      const [warning] = result.annotations.filter(({ level }) => level === "warning");
      expect(warning!.properties).toMatchObject({ file, line });
    },
  );

  test.each([
    ["fail", "drift", 1],
    ["warn", "clean", 0],
    ["ignore", "clean", 0],
  ])("on-unused: %s", async (onUnused, outcome, exitCode) => {
    const job = await recorded(many(3, before));
    const result = await replay(job, many(2, before), { inputs: { "on-unused": onUnused } });
    expect(result.outputs).toMatchObject({ outcome, unused: "1", misses: "0" });
    expect(result.exitCode).toBe(exitCode);
    expect(
      result.annotations.some(({ properties }) => properties["title"] === "Unused recordings"),
    ).toBe(onUnused !== "ignore");
  });

  test.each([
    ["auto", false, false],
    ["auto", true, true],
    ["always", false, true],
    ["off", true, false],
  ])("summary: %s, drift %s: written %s", async (summary, isDrift, isWritten) => {
    const job = await recorded(many(1, before));
    const result = await replay(job, [isDrift ? after(0) : before(0)], { inputs: { summary } });
    expect(result.summary !== "").toBe(isWritten);
    // The file is there for those who upload it.
    expect(readFileSync(result.outputs["summary-path"]!, "utf8")).toMatch(/^## /);
  });

  test("prompts, file names and test names command nothing and break out of nothing", async () => {
    const path = "src/a,b:c%0A::error::x @octocat.json";
    const scope = "tests/test_a.py::test_<img src=x>::set-output name=hits::9";
    const job = await recorded([{ ...before(0), scope }], path);
    const changed = [{ text: `${after(0).text}\n${EVIL}`, scope }];
    api.files.push(added(path, fileOf(changed)));
    const result = await replay(job, changed, { path });
    expect(result.effects).toEqual([]);
    expect(result.masks).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: "drift", hits: "0", misses: "1" });
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings.map(({ properties }) => properties["file"])).toEqual([path]);
    expect(result.annotations.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(result.output).not.toContain("\u001b");
    expect(result.summary).not.toContain("\u001b");
    expect(outsideOfCode(result.summary)).not.toMatch(/<img|<script|@octocat|https:\/\/evil|\]\(/);
    expect(result.summary.match(/<details>/g)).toHaveLength(1);
    const html = readFileSync(join(dirname(result.outputs["report-path"]!), "report.html"), "utf8");
    expect(html).not.toMatch(/<img|alert\(2\)<\/script>/);
  });

  test("a suite's own summary that does not fit is left out, ours is kept, and it is said", async () => {
    const job = await recorded(many(1, before));
    writeFileSync(
      join(job.workspace, "big.mjs"),
      `${SUITE}
import { appendFileSync } from "node:fs";
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024));`,
    );
    const result = await replay(job, [after(0)], {
      inputs: { command: "node big.mjs", summary: "always" },
    });
    expect(result.summary).toMatch(/^## 🔶/);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    expect(result.output).toMatch(/step summary \(1048576 bytes\) does not fit/);
  });

  test("many large causes stay under the summary's limit", async () => {
    const long = (n: number, word: string): Prompt => ({
      text: Array.from({ length: 400 }, (_, at) => `${word}${n}x${at} &<>`).join(" "),
    });
    const job = await recorded(many(250, (n) => ({ ...long(n, "old"), scope: `s${n}` })));
    const result = await replay(
      job,
      many(250, (n) => ({ ...long(n, "new"), scope: `s${n}` })),
    );
    expect(Buffer.byteLength(result.summary)).toBeLessThan(900 * 1024);
    expect(result.summary).toMatch(/250 causes of drift/);
    expect(statSync(result.outputs["report-path"]!).size).toBeGreaterThan(1_000_000);
    expect(result.outputs["misses"]).toBe("250");
    expect(result.durationMs).toBeLessThan(60_000);
  }, 120_000);

  test("two steps of one job keep their reports apart", async () => {
    const job = await recorded(many(1, before));
    const first = await replay(job, [before(0)]);
    const second = await replay(job, [after(0)]);
    expect(first.outputs["report-path"]).not.toBe(second.outputs["report-path"]);
    const counts = [first, second].map(
      ({ outputs }) =>
        (
          JSON.parse(readFileSync(outputs["report-path"]!, "utf8")) as {
            counts: { misses: number };
          }
        ).counts.misses,
    );
    expect(counts).toEqual([0, 1]);
  });
});

/** A pull request's event. */
function pullRequest(head: string, baseSha = "0".repeat(40)): unknown {
  return {
    repository: { full_name: "o/r", default_branch: "main" },
    pull_request: {
      number: 7,
      head: { sha: "1".repeat(40), repo: { full_name: head } },
      base: { sha: baseSha, repo: { full_name: "o/r" } },
    },
  };
}

function added(
  filename: string,
  text: string,
): { readonly filename: string; readonly status: string; readonly patch: string } {
  const lines = text.replace(/\n$/, "").split("\n");
  const patch = `@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}`).join("\n")}`;
  return { filename, status: "added", patch };
}

/** Commits everything in the workspace; gives the commit. */
function commitAll({ workspace }: Job): string {
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      "git",
      ["-c", "user.name=t", "-c", "user.email=t@localhost", ...args],
      { cwd: workspace, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "state");
  return git("rev-parse", "HEAD");
}

/** A summary without its fenced blocks and inline code, where text is only text. */
function outsideOfCode(markdown: string): string {
  return markdown.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, "").replace(/(`+)[^\n]*?\1/g, "");
}
