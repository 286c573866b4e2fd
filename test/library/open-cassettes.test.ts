import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CassetteStoreError } from "../../src/cassette/errors.ts";
import { DriftError } from "../../src/library/drift-error.ts";
import { type CassettesOptions, openCassettes } from "../../src/library/open-cassettes.ts";
import { openKeptLog } from "../helpers/kept-log.ts";

const url = "https://api.openai.com/v1/chat/completions";

const failingFetch: typeof fetch = async () => {
  throw new Error("asked live");
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tapegate-library-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const NO_MODES = ["Replay", "REPLAY", " replay", "", "playback", "toString", undefined, null, 1];

describe("openCassettes() refuses", () => {
  test.each(NO_MODES)("the mode %j, before anything is asked or written", (mode) => {
    const options = { mode, path: root, fetch: failingFetch } as unknown as CassettesOptions;
    expect(() => openCassettes(options)).toThrow(TypeError);
    expect(() => openCassettes(options)).toThrow('Say "off", "record", "replay" or "auto"');
    expect(readdirSync(root)).toEqual([]);
  });

  const refusals: readonly (readonly [string, () => CassettesOptions, string])[] = [
    ["record without a path", () => ({ mode: "record" }), 'mode "record": no path is given'],
    ["replay without a path", () => ({ mode: "replay" }), 'mode "replay": no path is given'],
    ["auto with an empty path", () => ({ mode: "auto", path: "" }), "no path is given"],
    [
      "an unknown provider without upstream",
      () => ({ mode: "auto", path: root, providers: { mine: {} } }),
      "providers.mine.upstream",
    ],
    [
      "an unknown dialect",
      () => ({ mode: "auto", path: root, providers: { openai: { dialect: "klingon" } } }),
      "providers.openai.dialect",
    ],
    [
      "an unknown normaliser",
      () => ({ mode: "auto", path: root, normalisers: ["sundial"] }),
      '"sundial"',
    ],
  ];
  test.each(refusals)("%s", (_, options, words) => {
    expect(() => openCassettes(options())).toThrow(TypeError);
    expect(() => openCassettes(options())).toThrow(words);
  });

  test.each([
    ["a directory that is not there", () => join(root, "nowhere")],
    ["a file", () => join(root, "file")],
  ])("replay from %s", (_, path) => {
    writeFileSync(join(root, "file"), "");
    expect(() => openCassettes({ mode: "replay", path: path() })).toThrow(CassetteStoreError);
    expect(() => openCassettes({ mode: "replay", path: path() })).toThrow("Record first");
  });
});

test("mode off wraps nothing and needs nothing", async () => {
  const live: typeof fetch = async () => new Response("live");
  const tapes = openCassettes({ mode: "off", fetch: live });
  expect(tapes.fetch).toBe(live);
  expect(tapes.scope("a").fetch).toBe(live);
  expect(tapes.session).toBeUndefined();
  expect(tapes.tally()).toBeUndefined();
  expect(await tapes.task(async () => 1)).toBe(1);
  expect(await tapes.lane(async (a: number, b: number) => a + b)(1, 2)).toBe(3);
  tapes.verify();
  tapes.close();
  expect(openCassettes({ mode: "off" }).fetch).toBe(globalThis.fetch);
});

test("records into a directory and replays from it, a document for each scope", async () => {
  const recording = open("record");
  await ask(recording.fetch, "a");
  await ask(recording.scope("tests/chat > greets").fetch, "b");
  await recording.inScope("tests/other", async () => {
    await Promise.resolve();
    await ask(recording.fetch, "c");
  });
  recording.close();
  recording.close();
  expect(
    readdirSync(root, { recursive: true }).filter((name) => String(name).endsWith(".json")),
  ).toHaveLength(3);

  const replaying = open("replay");
  expect(await ask(replaying.fetch, "a")).toBe("a");
  expect(await ask(replaying.scope("tests/chat > greets").fetch, "b")).toBe("b");
  expect(await replaying.inScope("tests/other", () => ask(replaying.fetch, "c"))).toBe("c");
  replaying.verify({ unused: "fail" });
  expect(replaying.tally()?.scopes.map(({ verdict }) => verdict)).toEqual(["hit", "hit", "hit"]);
});

test("a default scope of its own keeps two runs apart", async () => {
  const recording = open("record", { defaultScope: "checkout" });
  await ask(recording.fetch, "a");
  recording.close();
  expect(existsSync(join(root, "checkout.cassette.json"))).toBe(true);
});

test("what a failed test recorded is dropped, and the earlier document stays", async () => {
  const first = open("record");
  await ask(first.scope("t").fetch, "kept");
  first.close();
  const path = join(root, "t.cassette.json");
  const before = readFileSync(path, "utf8");
  const second = open("record");
  const scope = second.scope("t");
  await ask(scope.fetch, "failed");
  scope.close({ keep: false });
  second.close();
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("verify() names misses and, where asked, recordings that nothing asked for", async () => {
  const recording = open("record");
  await ask(recording.fetch, "a");
  await ask(recording.fetch, "b");
  recording.close();
  const replaying = open("replay");
  await ask(replaying.fetch, "a");
  replaying.verify();
  expect(() => replaying.verify({ unused: "fail" })).toThrow(
    "1 recordings that nothing asked for:\n  default: POST /v1/chat/completions a-model",
  );
  for (let count = 0; count < 7; count++) {
    await replaying.fetch(url, { method: "POST", body: `{"number":${count}}` });
  }
  const error = (() => {
    try {
      replaying.verify();
    } catch (error) {
      return error;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(DriftError);
  expect((error as DriftError).message).toContain("7 requests without a recording:\n");
  expect((error as DriftError).message).toContain("\n  and 2 more");
  expect((error as DriftError).tally.misses).toHaveLength(7);
});

test("lane() gives every call a lane of its own", async () => {
  const recording = open("record");
  await Promise.all(["a", "b", "a"].map(recording.lane((text) => ask(recording.fetch, text))));
  recording.close();
  const document = readFileSync(join(root, "default.cassette.json"), "utf8");
  expect(document.match(/"lane": ?\d+/g)?.map((lane) => lane.at(-1))).toEqual(["1", "2", "3"]);
});

test("normalisers are applied to keys, and others fail loudly", async () => {
  const normalisers = ["$.messages"];
  const recording = open("record", { normalisers });
  await ask(recording.fetch, "a");
  recording.close();
  const other = await open("replay").fetch(url, { method: "POST", body: "{}" });
  expect(other.headers.get("x-tapegate")).toBe("failed");
  expect(await other.text()).toContain("$.messages");
});

function open(
  mode: "record" | "replay",
  more: Partial<CassettesOptions> = {},
): ReturnType<typeof openCassettes> {
  return openCassettes({ mode, path: root, log: openKeptLog(), fetch: echo, ...more });
}

/** Answers with the text it was sent. */
const echo: typeof fetch = async (_, init) => {
  const { messages } = JSON.parse(init?.body as string) as { messages: string };
  return Response.json({ text: messages });
};

async function ask(fetch: typeof globalThis.fetch, text: string): Promise<string> {
  const body = JSON.stringify({ model: "a-model", messages: text });
  const response = await fetch(url, { method: "POST", body });
  return ((await response.json()) as { text: string }).text;
}
