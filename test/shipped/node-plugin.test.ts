import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import type { Cassette } from "../../src/cassette/values.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import { missing, NODE_24, ROOT } from "../helpers/node-runtimes.ts";
import { makeFolder, runCli, type CliResult } from "../helpers/run-cli.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const FIXTURES = join(ROOT, "test/fixtures/node-plugin");
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
const JEST = join(ROOT, "test/runtimes/node_modules/jest/bin/jest.js");
const NODE = process.execPath;

/** Variables of the run that these tests are part of are not the suite's. */
const WITHOUT_OURS = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(?:VITEST|TEST$|NODE_ENV$|NODE_TEST|DEV$|PROD$|MODE$|SSR$)/u.test(name))
    .map((name) => [name, undefined]),
);

interface Suite {
  readonly name: string;
  readonly file: string;
  /** Where its packages are. */
  readonly packages: string;
  /** Runs it with this Node. */
  readonly command: readonly string[];
  /** Scope below the file → its prompts, each with its lane; tests of equal shape are added below. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly replays: readonly (readonly [what: string, command: readonly string[]])[];
  /** What is asked in each test that asks three times. */
  readonly concurrent: { readonly prefix: string; readonly prompts: readonly string[] };
  /** Line of the suite, or of what it calls, that asks for the first test. */
  readonly asks: readonly [file: string, text: string];
}

const three = ["0 same prompt", "0 same prompt", "0 same prompt"];
const fanOut = [0, 1, 2, 3].flatMap((index) => [`${index + 1} first`, `${index + 1} second`]);
const bySdk = ["ask.mjs", "client.chat.completions.create"] as const;

const SUITES: readonly Suite[] = [
  {
    name: "vitest",
    file: "vitest.spec.ts",
    packages: join(ROOT, "node_modules"),
    command: [NODE, VITEST, "run"],
    scopes: {
      "@file": ["0 module"],
      "asks by an SDK": ["0 same prompt"],
      "asks by node:http": ["0 GET /v1/models"],
      "suite::@suite": ["0 same prompt", "0 same prompt"],
      "suite::equal title": ["0 before each", "0 same prompt"],
      "suite::equal title @2": ["0 before each", "0 same prompt"],
      "suite::equal title @3": ["0 same prompt"],
      "fans out": fanOut,
      "tries again": ["0 same prompt", "0 attempt 2", "0 attempt 1", "0 attempt 0"],
    },
    concurrent: { prefix: "suite::", prompts: ["0 before each", ...three] },
    replays: [
      ["in threads, shuffled", [NODE, VITEST, "run", "--pool=threads", "--sequence.shuffle"]],
      ["on Node 24", [NODE_24, VITEST, "run"]],
    ],
    asks: bySdk,
  },
  {
    name: "jest",
    file: "jest.spec.cjs",
    packages: join(ROOT, "test/runtimes/node_modules"),
    command: [NODE, JEST, "--ci"],
    scopes: {
      "@file": ["0 left behind"],
      "leaves a call behind": ["0 same prompt"],
      "asks by an SDK": ["0 same prompt"],
      "asks by node:http": ["0 GET /v1/models"],
      "suite::@suite": ["0 same prompt", "0 same prompt"],
      "suite::equal title": ["0 before each", "0 same prompt"],
      "suite::equal title @2": ["0 before each", "0 same prompt"],
      "suite::equal title @3": ["0 same prompt"],
      "fans out": fanOut,
      "tries again": ["0 same prompt", "0 attempt 2", "0 attempt 1", "0 attempt 0"],
    },
    concurrent: { prefix: "", prompts: three },
    replays: [["in a worker of Node 24, in random order", [NODE_24, JEST, "-w=2", "--randomize"]]],
    asks: ["jest.spec.cjs", "await fetch("],
  },
  {
    name: "node:test",
    file: "node.spec.mjs",
    packages: join(ROOT, "node_modules"),
    command: [NODE, "--test", "node.spec.mjs"],
    scopes: {
      "@file": ["0 module"],
      "asks by an SDK": ["0 same prompt"],
      "asks by node:http": ["0 GET /v1/models"],
      parent: ["0 same prompt"],
      "parent::one": ["0 same prompt"],
      "parent::two": ["0 same prompt"],
      "suite::@suite": ["0 same prompt", "0 same prompt"],
      "suite::equal title": ["0 before each", "0 same prompt"],
      "suite::equal title @2": ["0 before each", "0 same prompt"],
      "suite::equal title @3": ["0 same prompt"],
      "fans out": fanOut,
    },
    concurrent: { prefix: "suite::", prompts: ["0 before each", ...three] },
    replays: [
      ["started as a program", [NODE, "node.spec.mjs"]],
      ["by Node 24", [NODE_24, "--test", "node.spec.mjs"]],
      ["by Node 24 in one process", [NODE_24, "--test", "--test-isolation=none", "node.spec.mjs"]],
    ],
    asks: bySdk,
  },
];

const skip = missing("Node 24", NODE_24) ?? missing("jest", JEST);

describe.skipIf(skip !== undefined).each(SUITES)("The Node plug-in in $name", (suite) => {
  let upstream: ScriptedUpstream;
  let folder: string;
  let recorded: CliResult;
  let answers: string;

  beforeAll(async () => {
    let count = 0;
    // Every answer differs, so that a wrong one is seen, and overtakes others.
    upstream = await startScriptedUpstream(() => {
      count += 1;
      return { body: chatAnswer(`answer ${count}`), delayMs: (count * 7) % 23 };
    });
    folder = makeFolder({
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
      "package.json": "{}",
      "jest.config.json": '{ "testEnvironment": "node", "transform": {} }',
    });
    for (const name of [suite.file, "ask.mjs"]) cpSync(join(FIXTURES, name), join(folder, name));
    linkPackages(folder, suite.packages);
    recorded = await run("record", suite.command, { WITH_FAILURE: "1" });
    answers = readAnswers();
  });

  afterAll(() => upstream.close());

  test("gives every test a scope of its own and every task a lane, and keeps what passed", () => {
    expect(recorded.status).toBe(1);
    expect(recorded.stdout + recorded.stderr).toContain("fails when it is told to");
    expect(recorded.stderr).toMatch(/not kept, since the test failed or was cut off: "[^"]*"/u);
    expect(recorded.stdout + recorded.stderr).toContain("cannot begin");
    const { prefix, prompts } = suite.concurrent;
    const expected = {
      ...suite.scopes,
      ...Object.fromEntries(["a", "b", "c", "d"].map((x) => [`${prefix}concurrent ${x}`, prompts])),
    };
    expect(
      Object.fromEntries([...library(folder)].map(([scope, of]) => [scope, promptsOf(of)])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([title, prompts]) => [`${suite.file}::${title}`, prompts]),
      ),
    );
  });

  test("names the file and line that asked", () => {
    const [file, text] = suite.asks;
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    const line = lines.findIndex((content) => content.includes(text)) + 1;
    const { interactions } = library(folder).get(`${suite.file}::asks by an SDK`)!;
    expect(interactions[0]!.callSite).toBe(`${file}:${line}`);
  });

  test("names the frames that led to a call, and the line of the test", async () => {
    const command = ["--report", "json=drift.json", "--", ...suite.command];
    await run("replay", command, { CHANGED: "another prompt" });
    const report = JSON.parse(readFileSync(join(folder, "drift.json"), "utf8")) as RunReport;
    const lines = readFileSync(join(folder, suite.file), "utf8").split("\n");
    const [asks, begins] = ["CHANGED", "asks by an SDK"].map(
      (text) => `${suite.file}:${lines.findIndex((content) => content.includes(text)) + 1}`,
    );
    const [miss] = report.misses;
    expect(miss).toMatchObject({ callers: [asks], testSite: begins });
  });

  test.each(suite.replays)("replays %s", async (_what, command) => {
    const before = upstream.requests.length;
    const { status, stdout, stderr } = await run("replay", command);
    expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain("tapegate replay: clean");
    expect(stderr).not.toContain("unused");
    expect(upstream.requests.length).toBe(before);
    expect(readAnswers()).toBe(answers);
  });

  async function run(
    mode: "record" | "replay",
    command: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<CliResult> {
    writeFileSync(join(folder, "answers"), "");
    return runCli([mode, ...(command.includes("--") ? [] : ["--"]), ...command], {
      cwd: folder,
      environment: {
        ANSWERS: join(folder, "answers"),
        OPENAI_API_KEY: "sk-of-the-suite",
        ...WITHOUT_OURS,
        ...more,
      },
    });
  }

  function readAnswers(): string {
    return readFileSync(join(folder, "answers"), "utf8").trim().split("\n").sort().join("\n");
  }
});

describe
  .skipIf(skip !== undefined)
  .each(SUITES.map(({ name, command }) => [name, command] as const))(
  "A test of %s that is cut off",
  (name, command) => {
    test("leaves its earlier cassette as it was", async () => {
      const upstream = await startScriptedUpstream({ body: chatAnswer("recorded") });
      const file = { vitest: "cut.spec.ts", jest: "cut.spec.cjs" }[name] ?? "node.spec.mjs";
      const folder = makeFolder({
        "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
        "package.json": "{}",
        "jest.config.json": '{ "testEnvironment": "node", "transform": {} }',
        [file]: CUT_SUITES[name] + CUT_SUITE,
      });
      linkPackages(folder, join(ROOT, "node_modules"));
      const record = (cut: string | undefined): Promise<CliResult> =>
        runCli(["record", "--", ...command], {
          cwd: folder,
          environment: { ...WITHOUT_OURS, CUT: cut },
        });
      const whole = await record(undefined);
      expect(whole.status, whole.stdout + whole.stderr).toBe(0);
      const before = library(folder);
      expect(promptsOf(before.get(`${file}::is cut off`)!)).toEqual(["0 one", "0 two"]);
      const { stderr } = await record("SIGKILL");
      expect(stderr).toContain(
        `not kept, since the test failed or was cut off: "${file}::is cut off"`,
      );
      expect(library(folder)).toEqual(before);
      await upstream.close();
    });
  },
);

test.skipIf(skip !== undefined).each(SUITES.map(({ name, command }) => [name, command] as const))(
  "a replay under %s says which provider was looked for past the gateway",
  async (name, command) => {
    const file = { vitest: "past.spec.ts", jest: "past.spec.cjs" }[name] ?? "node.spec.mjs";
    const folder = makeFolder({
      "package.json": "{}",
      "jest.config.json": '{ "testEnvironment": "node", "transform": {} }',
      "cassettes/.keep": "",
      [file]: `${CUT_SUITES[name]}
test("asks a client's own address", () => {
  const { lookup } = process.getBuiltinModule("node:dns");
  // As a client does that no variable reaches, but refused before any network is asked.
  for (const host of ["api.mistral.ai", "localhost", "somewhere.example", "127.0.0.1"]) {
    try { lookup(host, { family: 7 }, () => {}); } catch {}
  }
});`,
    });
    linkPackages(folder, join(ROOT, "node_modules"));
    const { status, stderr } = await runCli(["replay", "--", ...command], {
      cwd: folder,
      environment: WITHOUT_OURS,
    });
    expect(status, stderr).toBe(0);
    expect(stderr.match(/looked for \S+ itself/gu)).toEqual(
      expect.arrayContaining(["looked for api.mistral.ai itself"]),
    );
    expect(stderr).not.toMatch(/looked for (?!api\.mistral\.ai)/u);
    expect(stderr).toContain("new Mistral({ serverURL: $TAPEGATE_URL/mistral })");
  },
);

const CUT_SUITES: Readonly<Record<string, string>> = {
  vitest: 'import { test } from "vitest";',
  jest: "",
  "node:test": 'import { test } from "node:test";',
};

const CUT_SUITE = `
const ask = async (content) => {
  const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content }] }) });
  await response.text();
};
test("is cut off", async () => {
  await ask("one");
  if (process.env.CUT !== undefined) process.kill(process.pid, process.env.CUT);
  await ask("two");
});
`;

describe("A miss in vitest", () => {
  test("is told with the test and the line that asked, once", async () => {
    const upstream = await startScriptedUpstream({ body: chatAnswer("recorded") });
    const folder = makeFolder({
      "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
      "package.json": "{}",
      "typed.spec.ts": TYPED_SUITE,
    });
    linkPackages(folder, join(ROOT, "node_modules"));
    const run = (mode: string, prompt: string): Promise<CliResult> =>
      runCli([mode, "--", NODE, VITEST, "run"], {
        cwd: folder,
        environment: { OPENAI_API_KEY: "sk-of-the-suite", ...WITHOUT_OURS, PROMPT: prompt },
      });
    expect((await run("record", "Be kind, brief.")).status).toBe(0);
    await upstream.close();
    const { status, stderr } = await run("replay", "Be kind and brief.");
    expect(status).toBe(1);
    const line = TYPED_SUITE.split("\n").findIndex((text) => text.includes("create(")) + 1;
    expect(stderr).toContain("in typed.spec.ts::suite::asks; ");
    expect(stderr).toContain(`asked at typed.spec.ts:${line}\n`);
  });
});

/** Its types are gone where it runs: without its source map every line is another. */
const TYPED_SUITE = `import OpenAI from "openai";
import { describe, test } from "vitest";

interface Question {
  readonly prompt: string;
}

describe("suite", () => {
  test("asks", async () => {
    const question: Question = { prompt: process.env["PROMPT"]! };
    await new OpenAI().chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: question.prompt }],
    });
  });
});
`;

/** The packages of a suite, and this one as it ships. */
function linkPackages(folder: string, packages: string): void {
  const own = join(folder, "node_modules");
  mkdirSync(own);
  for (const name of readdirSync(packages)) {
    if (!name.startsWith(".")) symlinkSync(join(packages, name), join(own, name), "junction");
  }
  if (!existsSync(join(own, "tapegate"))) mkdirSync(join(own, "tapegate"));
  for (const name of ["package.json", "dist"]) {
    cpSync(join(ROOT, name), join(own, "tapegate", name), { recursive: true });
  }
}

/** Scope → its cassette. */
function library(folder: string): ReadonlyMap<string, Cassette> {
  const root = join(folder, "cassettes");
  const cassettes = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cassette.json"))
    .map((name) => decodeCassette(readFileSync(join(root, name), "utf8"), name));
  return new Map(cassettes.map((cassette) => [cassette.scope, cassette]));
}

function promptsOf({ interactions }: Cassette): readonly string[] {
  return interactions.map(({ lane, request, endpoint }) => {
    const { body } = request as {
      readonly body?: { readonly messages?: readonly { content: string }[] };
    };
    return `${lane} ${body?.messages?.[0]?.content ?? endpoint}`;
  });
}

function chatAnswer(content: string): string {
  return JSON.stringify({
    id: content,
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  });
}
