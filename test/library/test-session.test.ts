import { expect, test } from "vitest";
import { DriftError } from "../../src/library/drift-error.ts";
import {
  type CassetteFixtures,
  cassetteFixtures,
  type RunningTest,
  type TestSession,
  type TestSessionOptions,
} from "../../src/library/test-session.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { openKeptLog } from "../helpers/kept-log.ts";

const url = "https://api.openai.com/v1/chat/completions";

test("the scope is named by file, suites and title; equal titles by their order", async () => {
  const file = { name: "t/a.test.ts", tasks: [] as object[] };
  const suite = { name: "suite", suite: file, tasks: [] as object[] };
  const same = [0, 1].map(() => ({ name: "same", suite, file }));
  suite.tasks.push(...same);
  file.tasks.push(suite);
  const { run } = open();
  const names: string[] = [];
  for (const task of same) await run("record", task, async ({ scope }) => void names.push(scope));
  expect(names).toEqual(["t/a.test.ts::suite::same", "t/a.test.ts::suite::same @2"]);
});

test("what a failed test recorded is dropped, and what passed replays", async () => {
  const { run } = open();
  let live = "";
  await run("record", makeTest("pass"), async (session) => void (live = await ask(session)));
  await run("record", makeTest("fail"), (of) => ask(of));
  await run("replay", makeTest("pass"), async (session) => {
    expect(await ask(session)).toBe(live);
  });
  expect(await failureOf(run("replay", makeTest("fail", "x"), (of) => ask(of)))).toBeUndefined();
  expect(
    await failureOf(run("replay", makeTest("fail", "fail", "pass"), (of) => ask(of))),
  ).toBeInstanceOf(DriftError);
});

test("of a test that is tried again, what only earlier attempts asked is kept too", async () => {
  const { run } = open();
  const fixtures = run.fixtures("record");
  const tried = (state: string, retryCount: number): RunningTest => ({
    ...makeTest(state, "x"),
    retry: { count: 1 },
    result: { state, retryCount },
  });
  await fixtures.session({ task: tried("fail", 0) }, async (of) => void (await ask(of, "first")));
  await fixtures.session({ task: tried("pass", 1) }, async (of) => void (await ask(of, "second")));
  await run("replay", makeTest("pass", "x"), async (of) => {
    expect([await ask(of, "first"), await ask(of, "second")]).toEqual([
      '{"count":1}',
      '{"count":2}',
    ]);
  });
});

test("a test that passed although its code swallowed a miss fails", async () => {
  const { run } = open();
  await run("record", makeTest("pass"), (of) => ask(of));
  const failure = await failureOf(run("replay", makeTest("pass"), (of) => ask(of, "other")));
  expect((failure as DriftError).message).toContain("1 requests without a recording");
});

test("recordings that a test left over fail it where asked", async () => {
  const { run } = open();
  await run("record", makeTest("pass"), async (session) => {
    await ask(session);
    await ask(session, "other");
  });
  expect(await failureOf(run("replay", makeTest("pass"), (of) => ask(of)))).toBeUndefined();
  const strict = open({ unused: "fail" }, run.store);
  expect(await failureOf(strict.run("replay", makeTest("pass"), (of) => ask(of)))).toMatchObject({
    code: "CASSETTES_DRIFT",
  });
});

test.each(["Replay", "", "playback"])("no fixture has the mode %j", (mode) => {
  expect(() => cassetteFixtures({ mode: mode as never, path: "cassettes" })).toThrow(TypeError);
});

test("lanes are the session's", async () => {
  const { run } = open();
  const fanOut = async ({ fetch, lane }: TestSession): Promise<readonly string[]> =>
    Promise.all(
      [1, 2].map(
        lane(async () => {
          await fetch(url, { method: "POST", body: "{}" });
          return (await fetch(url, { method: "POST", body: "{}" })).text();
        }),
      ),
    );
  const answers: (readonly string[])[] = [];
  const keep = async (session: TestSession): Promise<void> =>
    void answers.push(await fanOut(session));
  await run("record", makeTest("pass"), keep);
  await run("replay", makeTest("pass"), keep);
  expect(answers[1]).toEqual(answers[0]);
});

async function ask({ fetch }: TestSession, model = "m"): Promise<string> {
  return (await fetch(url, { method: "POST", body: JSON.stringify({ model }) })).text();
}

function makeTest(state: string, title: string = state, result: string = state): RunningTest {
  const file = { name: "a.test.ts", tasks: [] };
  return { name: title, file, result: { state: result } };
}

async function failureOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => undefined,
    (error: unknown) => error,
  );
}

type Run = ((
  mode: "record" | "replay",
  task: RunningTest,
  use: (session: TestSession) => Promise<unknown>,
) => Promise<void>) & {
  readonly store: ReturnType<typeof openMemoryStore>;
  readonly fixtures: (mode: "record" | "replay") => CassetteFixtures;
};

/** Sessions over one library; every live answer differs. */
function open(
  more: Partial<TestSessionOptions> = {},
  store: ReturnType<typeof openMemoryStore> = openMemoryStore(),
): { readonly run: Run } {
  let count = 0;
  const live: typeof fetch = async () => Response.json({ count: ++count });
  const fixtures = (mode: "record" | "replay"): CassetteFixtures =>
    cassetteFixtures({ mode, store, fetch: live, log: openKeptLog(), ...more });
  const run = async (
    mode: "record" | "replay",
    task: RunningTest,
    use: (session: TestSession) => Promise<unknown>,
  ): Promise<void> => {
    await fixtures(mode).session({ task }, async (session) => {
      await use(session);
    });
  };
  return { run: Object.assign(run, { store, fixtures }) };
}
