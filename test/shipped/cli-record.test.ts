import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeFolder, runCli, suiteOf, upstreamConfiguration } from "../helpers/run-cli.ts";
import { startScriptedUpstream, type ScriptedUpstream } from "../helpers/scripted-upstream.ts";

let upstream: ScriptedUpstream;
beforeAll(async () => {
  let count = 0;
  upstream = await startScriptedUpstream(({ body }) => {
    const asked = body.toString();
    count += 1;
    if (asked.includes("overloaded")) return { status: 529, body: '{"error":{"message":"busy"}}' };
    return { body: JSON.stringify({ choices: [{ message: { content: `answer ${count}` } }] }) };
  });
});
afterAll(() => upstream.close());

/** Each test of this suite is a scope, told by a header as plug-ins do. `STORY` changes what is asked. */
const SUITE = `
const story = JSON.parse(process.env.STORY ?? "{}");
const talk = async (scope, texts) => {
  const messages = [];
  for (const text of texts) {
    messages.push({ role: "user", content: text });
    const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
      method: "POST", headers: { "content-type": "application/json", "x-tapegate-scope": scope },
      body: JSON.stringify({ model: "m", messages }) });
    const { choices } = await response.json();
    if (choices === undefined) return;
    messages.push(choices[0].message);
  }
};
await talk("tests/test_a.py::test_chat", story.chat ?? ["Hello", "And you?", "Bye"]);
await talk("tests/test_a.py::test_sum", story.sum ?? ["1 + 1"]);
await talk("tests/test_b.py::test_other", story.other ?? ["Other"]);
`;
const CHANGED = { STORY: JSON.stringify({ chat: ["Hello", "And YOU?", "Bye"], sum: ["2 + 2"] }) };

describe("tapegate record --only", () => {
  test("records the named test afresh; everything else replays, and no other byte changes", async () => {
    const { run, libraryOf } = await recordedSuite();
    const before = libraryOf();
    const asked = upstream.requests.length;
    const only = await run(["record", "--only", "tests/test_a.py::test_chat"]);
    expect({ status: only.status, stderr: only.stderr }).toMatchObject({ status: 0 });
    expect(only.stderr).toContain("replayed 2 · missed 0 · recorded 3");
    expect(upstream.requests.length - asked).toBe(3);
    const after = libraryOf();
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual(["tests/test_a.py/test_chat.cassette.json"]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect((await run(["replay"])).status).toBe(0);
  });

  test("takes miss and cause ids of the report; what they do not name stays a miss", async () => {
    const { run, libraryOf } = await recordedSuite();
    const replay = await run(["replay", "--report", "json"], CHANGED);
    expect(replay.status).toBe(3);
    const before = libraryOf();
    // miss-1 is the second turn of the conversation: the first one replays.
    const only = await run(["record", "--only", "miss-1"], CHANGED);
    expect(only.stderr).toContain("replayed 2 · missed 1 · recorded 2");
    expect(only.status).toBe(3);
    const after = libraryOf();
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual(["tests/test_a.py/test_chat.cassette.json"]);
    const rest = await run(["record", "--only", "cause-2"], CHANGED);
    expect(rest.stderr).toContain("replayed 4 · missed 0 · recorded 1");
    expect((await run(["replay", "--unused", "fail"], CHANGED)).status).toBe(0);
  });

  test("--from-report records what missed, and a clean report nothing", async () => {
    const { run, libraryOf } = await recordedSuite();
    await run(["replay", "--report", "json=drift.json"], CHANGED);
    const asked = upstream.requests.length;
    const again = await run(["record", "--from-report", "drift.json"], CHANGED);
    expect(again.stderr).toContain("replayed 2 · missed 0 · recorded 3");
    expect(again.status).toBe(0);
    expect(upstream.requests.length - asked).toBe(3);
    expect((await run(["replay", "--report", "json=clean.json"], CHANGED)).status).toBe(0);
    const before = libraryOf();
    const nothing = await run(["record", "--from-report", "clean.json"], CHANGED);
    expect(nothing.status).toBe(0);
    expect(nothing.stderr).toBe(
      'tapegate record: "clean.json" misses nothing, so there is nothing to record\n',
    );
    expect(libraryOf()).toEqual(before);
  });

  test("a named test that the suite never comes to is trouble", async () => {
    const { run, libraryOf } = await recordedSuite();
    const before = libraryOf();
    const { status, stderr } = await run(["record", "--only", "tests/test_b.py::test_other"], {
      STORY: JSON.stringify({ other: [] }),
    });
    expect(stderr).toContain('Cannot record "tests/test_b.py::test_other" again');
    expect(status).toBe(4);
    expect(libraryOf()).toEqual(before);
  });
});

describe("tapegate auto", () => {
  test("goes on recording a conversation from its first changed turn", async () => {
    const { run, libraryOf } = await recordedSuite();
    const before = libraryOf();
    const auto = await run(["auto"], CHANGED);
    expect(auto.stderr).toContain("replayed 2 · missed 0 · recorded 3");
    const other = "tests/test_b.py/test_other.cassette.json";
    expect(libraryOf().get(other)).toBe(before.get(other));
    const replay = await run(["replay", "--unused", "fail"], CHANGED);
    expect({ status: replay.status, stderr: replay.stderr }).toMatchObject({ status: 0 });
    expect(replay.stderr).toContain("replayed 5 · missed 0");
  });
});

describe("what a recording points out", () => {
  test("errors of the provider, requests that change by themselves, and ages", async () => {
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    const script = `await chat("overloaded"); await chat("It is " + new Date().toISOString());`;
    const run = await runCli(["record", "--", ...suiteOf(script)], { cwd: folder });
    expect(run.stderr).toContain('recorded an error: openai answered 529 in "default"');
    expect(run.stderr).toContain("holds the time of the recording at $.messages[0].content");
    expect(run.stderr).toContain("Add the normaliser iso-date");
    const named = ["--normaliser", "iso-date", "--normaliser", "$.user"];
    await runCli(["record", ...named, "--", ...suiteOf(script)], { cwd: folder });
    const replay = await runCli(["replay", ...named, "--max-age", "1s", "--", ...suiteOf(script)], {
      cwd: folder,
      environment: { SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000) + 86_400 * 40) },
    });
    expect(replay.stderr).toContain("2 replayed recordings in 1 scope are older than 1 second");
    expect(replay.status).toBe(0);
    const wrong = await runCli(["replay", "--max-age", "30", "--", "true"], { cwd: folder });
    expect(wrong.stderr).toContain('"--max-age" is an age such as 30d, 12h or 8w: "30" was given');
    expect(wrong.status).toBe(2);
  });
});

let template: ReturnType<typeof recordOnce> | undefined;

async function recordOnce(): Promise<ReadonlyMap<string, string>> {
  const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
  const { status, stderr } = await runCli(["record", "--", ...suiteWords()], { cwd: folder });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return filesOf(join(folder, "cassettes"));
}

function suiteWords(): readonly string[] {
  return [process.execPath, "--input-type=module", "-e", SUITE];
}

/** A library of three tests, and how to run their suite on it. */
async function recordedSuite(): Promise<{
  readonly run: (
    words: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => ReturnType<typeof runCli>;
  readonly libraryOf: () => ReadonlyMap<string, string>;
}> {
  const files = await (template ??= recordOnce());
  const folder = makeFolder({
    "tapegate.json": upstreamConfiguration(upstream.url),
    ...Object.fromEntries([...files].map(([path, text]) => [`cassettes/${path}`, text])),
  });
  return {
    run: (words, environment = {}) =>
      runCli([...words, "--", ...suiteWords()], { cwd: folder, environment }),
    libraryOf: () => filesOf(join(folder, "cassettes")),
  };
}

/** Every file below a folder, by path, sorted. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
