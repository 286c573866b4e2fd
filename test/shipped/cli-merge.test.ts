// Git itself calls the committed dist as its merge driver.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { answer, chatRequest } from "../cassette/requests.ts";
import { recordOne, sessionsOver } from "../cassette/session-fixture.ts";
import { CLI, runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CASSETTE = "cassettes/default.cassette.json";

/** A repository whose test is recorded: a question, then what each branch asks besides. */
class Repository {
  readonly folder = temporaryFolder();

  constructor() {
    this.git("init", "-q", "-b", "main");
    this.git("config", "user.name", "Test");
    this.git("config", "user.email", "test@example.com");
    this.git("config", "merge.tapegate.driver", `"${process.execPath}" "${CLI}" merge %O %A %B %P`);
    writeFileSync(join(this.folder, ".gitattributes"), "*.cassette.json merge=tapegate\n");
    this.record("first");
    this.commit("first");
  }

  git(...words: readonly string[]): { readonly status: number | null; readonly told: string } {
    const { status, stdout, stderr } = spawnSync("git", words, {
      cwd: this.folder,
      encoding: "utf8",
    });
    return { status, told: stdout + stderr };
  }

  record(question: string, text = question): void {
    const { open } = sessionsOver(openDirectoryStore(join(this.folder, "cassettes")));
    const session = open("auto");
    recordOne(session, chatRequest(question), answer(text));
    session.close();
  }

  commit(message: string): void {
    this.git("add", "-A");
    expect(this.git("commit", "-q", "-m", message).told).toBe("");
  }

  branch(name: string, question: string, text?: string): void {
    this.git("checkout", "-q", "-b", name, "main");
    this.record(question, text);
    this.commit(name);
  }

  text(): string {
    return readFileSync(join(this.folder, CASSETTE), "utf8");
  }
}

describe("tapegate merge as Git's merge driver", () => {
  test("branches that added calls at the end of one test merge", async () => {
    const repository = new Repository();
    repository.branch("one", "second");
    repository.branch("two", "third");
    const merged = repository.git("merge", "-q", "--no-edit", "one");
    expect(merged).toEqual({ status: 0, told: expect.any(String) });
    const { stdout, status } = await runCli(["ls", "--json"], { cwd: repository.folder });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scopes: [{ recordings: 3, problem: null }] });
    expect([...repository.text().matchAll(/"content": "(first|second|third)"/gu)]).toHaveLength(6);
  });

  test("one request that both recorded in their own way stays a conflict, told in words", () => {
    const repository = new Repository();
    repository.branch("one", "second", "one's answer");
    repository.branch("two", "second", "two's answer");
    const before = repository.text();
    const { status, told } = repository.git("merge", "--no-edit", "one");
    expect(status).toBe(1);
    expect(told).toContain(
      `Cannot merge ${CASSETTE}: one recording differs on both sides:\n  POST /v1/chat/completions: both recorded it anew\n`,
    );
    expect(told).toContain("CONFLICT");
    expect(repository.text()).toBe(before);
  });

  test("a call added to a test that the other branch renamed follows it", async () => {
    const repository = new Repository();
    repository.git("checkout", "-q", "-b", "renamed");
    repository.git("mv", CASSETTE, "cassettes/renamed.cassette.json");
    const path = join(repository.folder, "cassettes/renamed.cassette.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace('"scope": "default"', '"scope": "renamed"'),
    );
    repository.commit("renamed");
    repository.branch("one", "second");
    expect(repository.git("merge", "-q", "--no-edit", "renamed")).toMatchObject({ status: 0 });
    const { stdout } = await runCli(["ls", "--json"], { cwd: repository.folder });
    expect(JSON.parse(stdout)).toMatchObject({
      scopes: [{ scope: "renamed", recordings: 2, problem: null }],
    });
  });

  test.skipIf(process.platform === "win32")("what cannot be written leaves our side whole", () => {
    const repository = new Repository();
    repository.branch("one", "second");
    const { stdout: theirs } = spawnSync("git", ["show", `HEAD:${CASSETTE}`], {
      cwd: repository.folder,
    });
    writeFileSync(join(repository.folder, "theirs"), theirs);
    repository.branch("two", "third");
    writeFileSync(join(repository.folder, "base"), "");
    const before = repository.text();
    const words = ["-c", `ulimit -f 1; exec "$@"`, "bash", process.execPath, CLI, "merge"];
    const { status, stderr } = spawnSync("bash", [...words, "base", CASSETTE, "theirs"], {
      cwd: repository.folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(
      /^tapegate: Cannot write cassettes\/default\.cassette\.json: the file may/u,
    );
    expect(status).toBe(4);
    expect(repository.text()).toBe(before);
  });

  test("a cassette that was edited, or is none, is no side", async () => {
    const { folder } = new Repository();
    writeFileSync(join(folder, "empty"), "");
    writeFileSync(join(folder, "edited"), readFileSync(join(folder, CASSETTE), "utf8"));
    appendFileSync(join(folder, "none"), "{}");
    writeFileSync(
      join(folder, "edited"),
      readFileSync(join(folder, "edited"), "utf8").replace('"first"', '"forst"'),
    );
    const call = (...words: readonly string[]) => runCli(["merge", ...words], { cwd: folder });
    const edited = await call("empty", "edited", CASSETTE, "x.cassette.json");
    expect(edited.status).toBe(4);
    expect(edited.stderr).toContain("x.cassette.json (ours):6: interaction #1");
    expect((await call("empty", CASSETTE, "none")).status).toBe(4);
    expect(await call("empty", "empty", CASSETTE)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('its side "ours" is empty'),
    });
    expect(await call("empty", "cassettes", CASSETTE)).toMatchObject({
      status: 4,
      stderr: expect.stringContaining("Cannot read cassettes (ours): a folder stands in its place"),
    });
    expect(await call("empty", CASSETTE)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("name three files, BASE OURS THEIRS"),
    });
    expect(await call("missing", CASSETTE, CASSETTE)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("(base): there is no such file as "),
    });
  });
});
