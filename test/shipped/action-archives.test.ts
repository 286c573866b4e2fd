import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeJob, runStep, type Job, type StepResult } from "../helpers/action-run.ts";
import { startCacheServer, type CacheServer } from "../helpers/cache-server.ts";
import { NODE_24, missing } from "../helpers/node-runtimes.ts";
import { gzipArchive, gzipBomb, type TarMember } from "../helpers/tar-archive.ts";
import { startScriptedUpstream, type ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const without = missing("the action's own Node 24", NODE_24);

const SUITE = `
const response = await fetch(process.env.OPENAI_BASE_URL + "/chat/completions", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "hello" }] }),
});
console.log("answer", response.status);
`;

describe.skipIf(without !== undefined)(
  `a hostile cache entry writes nothing${without ?? ""}`,
  () => {
    let cache: CacheServer;
    let upstream: ScriptedUpstream;
    /** The document that an honest job saved. */
    let document: string;

    beforeAll(async () => {
      cache = await startCacheServer();
      upstream = await startScriptedUpstream({ body: "{}" });
      const job = makeWorkspace();
      await runStep(job, {
        inputs: { command: "node suite.mjs" },
        cache,
        environment: { OPENAI_API_KEY: "k" },
      });
      document = readFileSync(join(job.workspace, "cassettes/default.cassette.json"), "utf8");
    });

    afterAll(async () => {
      await cache.close();
      await upstream.close();
    });

    function makeWorkspace(): Job {
      return makeJob({
        "suite.mjs": SUITE,
        "tapegate.json": JSON.stringify({ providers: { openai: { upstream: upstream.url } } }),
      });
    }

    /** Restores from an entry of these bytes, and replays. */
    async function restore(job: Job, bytes: Buffer): Promise<StepResult> {
      const { key, version } = cache.entries[0]!;
      cache.entries.splice(0, cache.entries.length, { key, version, bytes });
      return runStep(job, { inputs: { command: "node suite.mjs" }, cache, event: "pull_request" });
    }

    test("an honest entry is restored and serves", async () => {
      const result = await restore(
        makeWorkspace(),
        gzipArchive([
          { name: "cassettes/", type: "5" },
          { name: "cassettes/default.cassette.json", content: document },
        ]),
      );
      expect(result.outputs).toMatchObject({ outcome: "clean", hits: "1", "cache-hit": "true" });
    });

    test.each<[string, (job: Job) => readonly TarMember[], string]>([
      [
        "an absolute path",
        (job) => [{ name: `${dirname(job.workspace)}/evil.cassette.json`, content: "x" }],
        "absolute path",
      ],
      ["..", () => [{ name: "cassettes/../../evil.cassette.json", content: "x" }], 'holds ".."'],
      [
        "a symbolic link",
        () => [{ name: "cassettes/l.cassette.json", type: "2", linkname: "/etc/passwd" }],
        "is a symlink",
      ],
      [
        "a link to a folder, then a file through it",
        (job) => [
          { name: "cassettes/l", type: "2", linkname: dirname(job.workspace) },
          { name: "cassettes/l/evil.cassette.json", content: "x" },
        ],
        "is a symlink",
      ],
      [
        "a hard link",
        () => [{ name: "cassettes/h.cassette.json", type: "1", linkname: "suite.mjs" }],
        "is a link",
      ],
      [
        "a device",
        () => [{ name: "cassettes/d.cassette.json", type: "3" }],
        "is a character-device",
      ],
      [
        "a file outside the library",
        () => [{ name: "suite.mjs", content: "evil" }],
        'outside "cassettes"',
      ],
      [
        "a file that is no cassette",
        () => [{ name: "cassettes/run.sh", content: "evil" }],
        "no cassette document",
      ],
      [
        "a backslash in a path",
        () => [{ name: "cassettes\\..\\x.cassette.json", content: "x" }],
        "backslash",
      ],
      [
        "one name twice",
        () => [
          { name: "cassettes/a.cassette.json", content: document },
          { name: "cassettes/a.cassette.json", content: "evil" },
        ],
        "it is there twice",
      ],
      [
        "a good file first, then an evil one",
        () => [
          { name: "cassettes/default.cassette.json", content: document },
          { name: "/evil", content: "x" },
        ],
        "absolute path",
      ],
    ])("%s", async (_, members, said) => {
      const job = makeWorkspace();
      const result = await restore(job, gzipArchive(members(job)));
      expect(result.output).toContain(said);
      expectNothing(job, result);
      expect(readFileSync(join(job.workspace, "suite.mjs"), "utf8")).toBe(SUITE);
      expect(readdirSync(dirname(job.workspace)).toSorted()).toEqual(["temp", "workspace"]);
    });

    test("a bomb stops while it unpacks", async () => {
      const job = makeWorkspace();
      const names = Array.from({ length: 5 }, (_, n) => `cassettes/${n}.cassette.json`);
      const result = await restore(job, gzipBomb(names, 250 * 1024 ** 2));
      expect(result.output).toMatch(/unpacks to more than 1073741824 bytes/);
      expectNothing(job, result);
    });

    test("more entries than any library has are refused, folders counted like files", async () => {
      function* members(): Generator<TarMember> {
        for (let n = 0; n < 50_001; n += 1) {
          yield { name: `cassettes/${n}/`, type: "5" };
          yield { name: `cassettes/${n}/a.cassette.json` };
        }
      }
      const job = makeWorkspace();
      const result = await restore(job, gzipArchive(members()));
      expect(result.output).toMatch(/more than 100000 entries/);
      expectNothing(job, result);
    });

    test("an edited interaction is set aside with an annotation and fails the run", async () => {
      const edited = document.replace('"hello"', '"HELLO"');
      expect(edited).not.toBe(document);
      const result = await restore(
        makeWorkspace(),
        gzipArchive([{ name: "cassettes/default.cassette.json", content: edited }]),
      );
      const errors = result.annotations.filter(
        ({ properties }) => properties["title"] === "Restored cassette refused",
      );
      expect(errors).toHaveLength(1);
      expect(errors[0]!.properties["file"]).toBe("cassettes/default.cassette.json");
      expect(result.exitCode).toBe(1);
      expect(result.outputs["outcome"]).toBe("error");
    });

    test("many refused documents leave room for the verdict; the log names each", async () => {
      const edited = document.replace('"hello"', '"HELLO"');
      const members = Array.from({ length: 30 }, (_, n) => ({
        name: `cassettes/${n}.cassette.json`,
        content: edited,
      }));
      const result = await restore(makeWorkspace(), gzipArchive(members));
      expect(result.dropped).toEqual([]);
      const errors = result.annotations.filter(({ level }) => level === "error");
      expect(errors.map(({ message }) => message.slice(0, 40))).toContainEqual(
        expect.stringContaining("And 25 more"),
      );
      expect(errors.at(-1)!.message).toContain("Tapegate could not do its work");
      for (const { name } of members) expect(result.output).toContain(name);
    });

    test("a document that claims another scope's place is set aside", async () => {
      const result = await restore(
        makeWorkspace(),
        gzipArchive([{ name: "cassettes/other.cassette.json", content: document }]),
      );
      expect(result.output).toContain("it says it is the scope");
    });

    test("a library folder that is a link out of the workspace is not written through", async () => {
      const job = makeWorkspace();
      mkdirSync(join(dirname(job.workspace), "outside"));
      symlinkSync(join(dirname(job.workspace), "outside"), join(job.workspace, "cassettes"));
      const result = await restore(
        job,
        gzipArchive([{ name: "cassettes/default.cassette.json", content: document }]),
      );
      expect(result.output).toContain("is no folder (a link or a file)");
      expect(readdirSync(join(dirname(job.workspace), "outside"))).toEqual([]);
    });

    test.each<[string, () => Buffer, string]>([
      ["text", () => Buffer.from("not an archive at all, only text".repeat(40)), "no archive"],
      [
        "a truncated archive",
        () => gzipArchive([{ name: GOOD_NAME, content: document }]).subarray(0, 200),
        "it is damaged or no archive (unexpected end of file)",
      ],
      [
        "bytes behind the archive",
        () =>
          Buffer.concat([
            gzipArchive([{ name: GOOD_NAME, content: document }]),
            Buffer.from("1f8b08ff", "hex"),
          ]),
        "it is damaged or no archive",
      ],
      [
        "a file and its child",
        () =>
          gzipArchive([
            { name: GOOD_NAME, content: document },
            { name: `${GOOD_NAME}/b.cassette.json`, content: document },
          ]),
        "another entry makes a file of its folder",
      ],
      [
        "a name that no file system takes",
        () =>
          gzipArchive([{ name: `cassettes/${"a".repeat(300)}.cassette.json`, content: document }]),
        "has more than 255 bytes",
      ],
    ])(
      "a damaged entry (%s) is named and refused; the suite runs on what is committed",
      async (_, bytes, said) => {
        const job = makeWorkspace();
        mkdirSync(join(job.workspace, "cassettes"));
        writeFileSync(join(job.workspace, GOOD_NAME), document);
        const { key } = cache.entries[0]!;
        const result = await restore(job, bytes());
        const errors = result.annotations.filter(({ level }) => level === "error");
        expect(errors[0]!.properties["title"]).toBe("Cache entry refused");
        expect(errors[0]!.message).toContain(
          `Cannot restore the cassettes: the cache entry "${key}" is refused, because it`,
        );
        expect(errors[0]!.message).toContain(said);
        expect(errors[0]!.message).toContain(`gh cache delete ${key}`);
        expect(result.output).toContain("answer 200");
        expect(result.outputs).toMatchObject({
          outcome: "error",
          hits: "1",
          "suite-exit-code": "0",
          "cache-hit": "false",
          "cache-matched-key": "",
        });
        expect(result.exitCode).toBe(1);
        // Verdict first, then why.
        expect(result.summary).toMatch(/^## ⛔/);
        expect(result.summary).toContain("Trouble:");
      },
    );

    test("a refused entry and a red suite: the suite keeps its own result, the trouble is said too", async () => {
      const { key, version } = cache.entries[0]!;
      cache.entries.splice(0, cache.entries.length, { key, version, bytes: Buffer.from("no") });
      const result = await runStep(makeWorkspace(), {
        inputs: { command: `node -e "process.exit(3)"` },
        cache,
        event: "pull_request",
      });
      expect(result.outputs).toMatchObject({ outcome: "suite-failed", "suite-exit-code": "3" });
      const last = result.annotations.at(-1)!.message;
      expect(last).toMatch(/^The suite failed with exit status 3\. Besides, Tapegate could not/);
    });

    test.each<[string, () => Buffer]>([
      ["an empty file", () => Buffer.alloc(0)],
      ["an empty archive", () => gzipArchive([])],
      ["folders alone", () => gzipArchive([{ name: "cassettes/a/", type: "5" }])],
    ])("%s restores nothing, and is no hit", async (_, bytes) => {
      const result = await restore(makeWorkspace(), bytes());
      expect(result.outputs["cache-hit"]).toBe("false");
    });

    test("one document that finds no place does not keep the others from theirs", async () => {
      const job = makeWorkspace();
      mkdirSync(join(job.workspace, "cassettes"));
      writeFileSync(join(job.workspace, "cassettes/sub"), "a file of the repository");
      const result = await restore(
        job,
        gzipArchive([
          { name: "cassettes/sub/other.cassette.json", content: documentOf("sub/other") },
          { name: GOOD_NAME, content: document },
        ]),
      );
      expect(result.outputs).toMatchObject({ outcome: "error", hits: "1", "cache-hit": "true" });
      expect(result.output).toContain("is no folder (a link or a file)");
    });

    /** The honest document as another scope's. */
    function documentOf(scope: string): string {
      return document.replaceAll('"default"', JSON.stringify(scope));
    }
  },
);

const GOOD_NAME = "cassettes/default.cassette.json";

/** Nothing reached the library, not even its folder; the quarantine is gone. */
function expectNothing(job: Job, result: StepResult): void {
  expect(result.outputs["outcome"]).toBe("error");
  expect(result.exitCode).toBe(1);
  expect(existsSync(join(job.workspace, "cassettes"))).toBe(false);
  expect(readdirSync(job.temporary).filter((name) => name.includes("restore"))).toEqual([]);
}
