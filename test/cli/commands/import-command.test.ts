import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeCassette } from "../../../src/cassette/cassette-format.ts";
import { runImport } from "../../../src/cli/commands/import-command.ts";
import type { CliIo } from "../../../src/cli/cli-io.ts";
import { UsageError } from "../../../src/cli/usage-error.ts";
import { openDirectoryStore } from "../../../src/stores/directory-store.ts";

const CHAT = `version: 1
interactions:
- request:
    method: POST
    uri: https://api.openai.com/v1/chat/completions
    body: '{"model":"gpt-4.1","messages":[]}'
    headers: {}
  response:
    status: {code: 200, message: OK}
    headers: {}
    body: {string: '{"id":"chatcmpl-1"}'}
- request: {method: GET, uri: 'https://www.w3.org/dummy.pdf', body: null, headers: {}}
  response: {status: {code: 200}, headers: {}, body: {string: x}}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tapegate-import-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("tapegate import", () => {
  test("writes a cassette for each file and prints one JSON object", async () => {
    put("rec/openai/a.yaml", CHAT);
    put("rec/b.yml", "interactions: []\nversion: 1\n");
    const { status, stdout, stderr } = await call(
      "--to",
      "out",
      "--json",
      "rec/openai/a.yaml",
      "rec/b.yml",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.trim().split("\n").length).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          file: "rec/openai/a.yaml",
          scope: "openai/a",
          interactions: 1,
          skipped: [
            { index: 1, reason: expect.stringContaining("www.w3.org is no known provider") },
          ],
        },
        { file: "rec/b.yml", scope: "b", interactions: 0, skipped: [] },
      ],
    });
    expect(cassettes()).toEqual(["openai/a.cassette.json"]);
    const path = join(folder, "out/openai/a.cassette.json");
    const cassette = decodeCassette(readFileSync(path, "utf8"), path);
    expect(cassette).toMatchObject({ scope: "openai/a", normalisers: [] });
    expect(cassette.interactions[0]).toMatchObject({ endpoint: "POST /v1/chat/completions" });
  });

  test("prints a short table for people", async () => {
    put("rec/a.yaml", CHAT);
    const first = await call("--to", "out", "rec/a.yaml");
    expect(first.stdout).toBe(
      [
        "scope  imported  skipped",
        "a             1        1",
        "skipped 1: www.w3.org is no known provider (rec/a.yaml, interaction 2)",
        'A host that is a provider of yours: name it in tapegate.json ({"providers": {"mine": {"upstream": "https://…"}}}) and import again.',
        "Imported 1 interaction into 1 cassette in out, 1 skipped",
        "",
      ].join("\n"),
    );
    const second = await call("--to", "out", "rec/a.yaml");
    expect(second.stdout).toContain("a             1        1  replaced\n");
    expect(second.stdout).toContain("1 of them replaced");
  });

  test("imports the same file twice to the same bytes", async () => {
    put("rec/a.yaml", CHAT);
    await call("--to", "one", "rec/a.yaml");
    await call("--to", "two", "rec/a.yaml");
    const read = (name: string): string =>
      readFileSync(join(folder, name, "a.cassette.json"), "utf8");
    expect(read("one")).toBe(read("two"));
  });

  test("takes a folder for the recordings below it and passes over what is none", async () => {
    put("rec/x/a.yaml", CHAT);
    put("rec/x/b.yaml.gz", gzipSync(CHAT));
    put("rec/manifest.json", '{"files": []}');
    put("rec/node_modules/p/c.yaml", CHAT);
    put("rec/notes.txt", "no");
    const { status, stdout, stderr } = await call("--to", "out", "--json", "rec");
    expect(status).toBe(0);
    expect(stderr).toContain('Passed over "rec/manifest.json"');
    expect(scopesOf(stdout)).toEqual(["x/a", "x/b"]);
  });

  test("names scopes after pytest's tests where it is asked to", async () => {
    put("tests/cassettes/test_chat/TestA.test_b[1.5].yaml", CHAT);
    put("tests/cassettes/other.yaml", CHAT);
    const { stdout } = await call("--to", "out", "--json", "--scopes", "pytest", "tests");
    expect(scopesOf(stdout)).toEqual(["cassettes/other", "tests/test_chat.py::TestA::test_b[1.5]"]);
  });

  test("knows the providers of tapegate.json", async () => {
    put("tapegate.json", '{"providers": {"mine": {"upstream": "https://www.w3.org"}}}');
    put("rec/a.yaml", CHAT);
    const { stdout } = await call("--to", "out", "--json", "rec/a.yaml");
    expect(JSON.parse(stdout).files).toMatchObject([{ interactions: 2, skipped: [] }]);
  });
});

describe("tapegate import, with other files imported all the same, names", () => {
  check(
    "a file that is not there",
    "gone.yaml",
    undefined,
    'Cannot import "gone.yaml": there is no such file',
  );
  check(
    "damaged YAML",
    "bad.yaml",
    "interactions:\n- request: {method: GET\n  uri: x\n",
    "Cannot import bad.yaml:3:",
  );
  check(
    "a file of something else",
    "other.yaml",
    "services: []\n",
    'Cannot import "other.yaml": it has no list "interactions"',
  );
  check("bytes that are no text", "bin.yaml", Buffer.from([0xff, 0xfe, 0]), "it is no UTF-8 text");
  check("damaged gzip", "cut.yaml.gz", gzipSync(CHAT).subarray(0, 40), "it is damaged gzip");
  check(
    "a folder without recordings",
    "empty/readme.txt",
    "x",
    'Cannot import "empty": no .yaml',
    "empty",
  );

  test("a scope that somebody records", async () => {
    put("rec/a.yaml", CHAT);
    put("rec/b.yaml", CHAT);
    const recording = openDirectoryStore(join(folder, "out")).openRecording("a");
    const { status, stdout, stderr } = await call("--to", "out", "--json", "rec");
    recording.close();
    expect(status).toBe(4);
    expect(stderr).toMatch(/^tapegate: Cannot record .*a/);
    expect(scopesOf(stdout)).toEqual(["b"]);
    expect(cassettes()).toEqual(["b.cassette.json"]);
  });

  test("a library that cannot be written", async () => {
    put("rec/a.yaml", CHAT);
    put("out", "a file");
    const { status, stdout, stderr } = await call("--to", "out", "--json", "rec/a.yaml");
    expect(status).toBe(4);
    expect(stderr).toMatch(/^tapegate: Cannot /);
    expect(JSON.parse(stdout)).toEqual({ files: [] });
  });
});

describe("tapegate import refuses", () => {
  checkUsage("no --to", ["a.yaml"], "--to DIR is missing");
  checkUsage("no file", ["--to", "out"], "no file is named");
  checkUsage("an unknown option", ["--too", "out", "a.yaml"], 'Did you mean "--to"');
  checkUsage(
    "an unreadable normaliser",
    ["--to", "out", "--normaliser", "uuuid", "a.yaml"],
    "uuuid",
  );

  test("two files of one scope, naming both, before anything is written", async () => {
    put("rec/a.yaml", CHAT);
    put("rec/a.yml", CHAT);
    await expect(call("--to", "out", "rec/a.yaml", "rec/a.yml")).rejects.toThrow(
      'Cannot import "rec/a.yaml" and "rec/a.yml": both would be the scope "a"',
    );
    expect(() => cassettes()).toThrow("ENOENT");
  });
});

test("tapegate import --help says how", async () => {
  const { status, stdout } = await call("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("Usage: tapegate import [options] FILE…");
});

function put(name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function call(...argv: readonly string[]): Promise<Called> {
  const written = { stdout: "", stderr: "" };
  const io: CliIo = {
    cwd: folder,
    environment: {},
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
    isTty: false,
    homeDirectory: folder,
  };
  return { status: await runImport(argv, io), ...written };
}

function cassettes(): readonly string[] {
  return readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort();
}

function scopesOf(stdout: string): readonly string[] {
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly scope: string }[] };
  return files.map(({ scope }) => scope);
}

function check(
  what: string,
  name: string,
  content: string | Uint8Array | undefined,
  message: string,
  operand: string = name,
): void {
  test(what, async () => {
    if (content !== undefined) put(name, content);
    put("good.yaml", CHAT);
    const { status, stdout, stderr } = await call("--to", "out", "--json", operand, "good.yaml");
    expect(stderr).toContain(message);
    expect(status).toBe(4);
    expect(scopesOf(stdout)).toEqual(["good"]);
    expect(cassettes()).toEqual(["good.cassette.json"]);
  });
}

function checkUsage(what: string, argv: readonly string[], message: string): void {
  test(what, async () => {
    const error: unknown = await call(...argv).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(message);
  });
}
